package org.sala.casework.protection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sala.casework.people.Cases;
import org.sala.domain.Moment;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;

/**
 * What speaks for not punishing a victim: what was done to them and what was done by them, on one
 * timeline (ASEAN Convention against Trafficking in Persons, Art. 14(7)). It gathers what the
 * person and the evidence say; it judges nobody.
 *
 * @param agreed when the person agreed to it
 * @param ended when they took that back, or it was closed
 * @param counsel who advises the person; empty where there is nobody
 * @param noCounsel why there is nobody
 * @param deeds in the order of time; those without a time come last
 * @param differing its own fields of which versions differ, with all values
 */
public record Dossier(
    RecordId id,
    Moment agreed,
    Optional<Moment> ended,
    String language,
    String interpreter,
    String counsel,
    String noCounsel,
    List<Entry> deeds,
    List<Cases.Shown> differing) {
  public Dossier {
    deeds = List.copyOf(deeds);
    differing = List.copyOf(differing);
  }

  /** The two tracks of the timeline. */
  public enum Track {
    TO_THEM,
    BY_THEM;

    static Optional<Track> of(String code) {
      return Arrays.stream(values()).filter(t -> t.name().equals(code)).findFirst();
    }
  }

  /** Whether something happened before the first coercion, or after it. */
  public enum Coercion {
    UNKNOWN,
    BEFORE,
    AFTER;

    static Coercion of(String code) {
      return Arrays.stream(values()).filter(c -> c.name().equals(code)).findFirst().orElse(UNKNOWN);
    }
  }

  /**
   * Something that was done. What was done to somebody has no order, no alternatives and no link.
   *
   * @param when as well as it is known; with nothing typed it is unknown
   * @param threat what they were threatened with
   * @param alternatives what else they could have done, as they saw it
   * @param link how it is linked to the exploitation
   * @param evidence what shows it, by number
   */
  public record Deed(
      Track track,
      PartialDate when,
      String what,
      String orderedBy,
      String threat,
      String alternatives,
      Coercion coercion,
      String link,
      String evidence) {
    public Deed {
      if (what.isBlank()) {
        throw new IllegalArgumentException("it says what was done");
      }
    }

    @Override
    public String toString() {
      return "Deed[" + track + "]";
    }
  }

  /**
   * One that is written down.
   *
   * @param differing the fields of which versions differ, with all values; the deed has one of them
   */
  public record Entry(RecordId id, Deed deed, List<Cases.Shown> differing) {
    public Entry {
      differing = List.copyOf(differing);
    }

    /** A field of which versions differ, with all values; empty where there is one. */
    public Optional<Cases.Shown> differing(String key) {
      return differing.stream().filter(s -> s.key().equals(key)).findFirst();
    }

    @Override
    public String toString() {
      return "Entry[" + id + "]";
    }
  }

  @Override
  public String toString() {
    return "Dossier[" + id + "]";
  }
}
