package org.sala.form;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.sala.domain.PartialDate;

/** What stands at one place of a form. */
public sealed interface Answer {

  /** One of the choices of a question. */
  record Chosen(String code) implements Answer {
    @Override
    public String toString() {
      return "Chosen";
    }
  }

  /**
   * Several of the choices of a question; of a ranking all that were ranked, the first foremost.
   */
  record Several(List<String> codes) implements Answer {
    public Several {
      codes = List.copyOf(codes);
      if (codes.stream().distinct().count() != codes.size()
          || codes.stream().anyMatch(c -> c.isEmpty() || c.contains(" "))) {
        throw new FormFault(FormFault.Code.UNKNOWN_WORD, "choices");
      }
    }

    @Override
    public String toString() {
      return "Several[" + codes.size() + "]";
    }
  }

  /** Words as they were said or written. */
  record Words(String text) implements Answer {
    @Override
    public String toString() {
      return "Words[" + text.length() + "]";
    }
  }

  /** A number, also a point on a range. */
  record Amount(BigDecimal number) implements Answer {
    @Override
    public String toString() {
      return "Amount";
    }
  }

  /**
   * A date as well as it is known, with what was typed. The form's own rules see its earliest day;
   * a date of which nothing is known is no date to them.
   */
  record Day(PartialDate date) implements Answer {}

  /** A time of day. */
  record Hour(LocalTime time) implements Answer {
    @Override
    public String toString() {
      return "Hour";
    }
  }

  /** A day with a time. */
  record Instant(OffsetDateTime when) implements Answer {
    @Override
    public String toString() {
      return "Instant";
    }
  }

  /**
   * A photo, sound, film or file.
   *
   * @param reference how the vault names it; never a name or a path of the person's
   */
  record Attached(String reference) implements Answer {
    public Attached {
      if (!reference.matches("[A-Za-z0-9._-]{1,128}")) {
        throw new FormFault(FormFault.Code.UNKNOWN_WORD, "reference of a file");
      }
    }
  }

  /** Something shown was taken note of. */
  record Confirmed() implements Answer {}

  /** No answer was given, and why: an answer of its own, and never a no. */
  record Without(Why why) implements Answer {}

  /** Why there is no answer. */
  enum Why {
    UNKNOWN,
    DECLINED,
    LATER
  }

  /** How many times a repeated group stands there; beyond its last answer too. */
  record Times(int count) implements Answer {
    /** How many times a group may repeat: more than any household or list of accounts. */
    public static final int MOST = 500;

    public Times {
      if (count < 0 || count > MOST) {
        throw new FormFault(FormFault.Code.UNKNOWN_WORD, "number of repeats");
      }
    }
  }
}
