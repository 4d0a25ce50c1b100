package org.sala.casework.protection;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.consent.Consents;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/**
 * Handing a person to a service, and how far it is.
 *
 * @param contents empty where this officer may not read what is protected
 * @param slip the number of its return slip; empty on what an older program wrote
 * @param differing the fields of which versions differ, with all values, as far as this officer may
 *     read them
 * @param against where it is under way, what would keep it from being sent now: {@code
 *     CONSENT_MISSING}, {@code ITEM_KEPT} or {@code FEARED}. Nothing more of it goes out, and the
 *     service has to be told
 */
public record Referral(
    RecordId id,
    RecordId person,
    State state,
    Optional<Moment> sent,
    Optional<Moment> due,
    Optional<Contents> contents,
    String slip,
    List<Cases.Shown> differing,
    Optional<CaseworkFault.Code> against) {
  public Referral {
    differing = List.copyOf(differing);
  }

  /** How far a referral is; {@link #DONE}, {@link #REJECTED} and {@link #REVOKED} are its ends. */
  public enum State {
    SENT,
    ACCEPTED,
    REJECTED,
    DONE,
    REVOKED,
    /** A newer program wrote it: shown, kept, and left alone. */
    OTHER;

    /** The state of that code. */
    static State of(String code) {
      return Arrays.stream(values()).filter(s -> s.name().equals(code)).findFirst().orElse(OTHER);
    }

    /** Returns the states that a referral may come to from this one. */
    public Set<State> next() {
      return switch (this) {
        case SENT -> EnumSet.of(ACCEPTED, REJECTED, REVOKED);
        case ACCEPTED -> EnumSet.of(DONE, REVOKED);
        case REJECTED, DONE, REVOKED, OTHER -> EnumSet.noneOf(State.class);
      };
    }

    /** Returns whether this state says why. */
    public boolean saysWhy() {
      return this == REJECTED || this == REVOKED;
    }
  }

  /** Services without an account of their own, and under which consent a person is named there. */
  public enum Service {
    SHELTER("care", "shelter"),
    HEALTH("care", "health-service"),
    COUNSELLING("care", "health-service"),
    CHILD_PROTECTION("care", "child-protection"),
    LEGAL_AID("legal-aid", "legal-aid"),
    EMBASSY("return-home", "embassy");

    private final String purpose;
    private final String recipient;

    /** The service of that code; empty where a newer program knows one more. */
    static Optional<Service> of(String code) {
      return Arrays.stream(values()).filter(s -> s.name().equals(code)).findFirst();
    }

    Service(String purpose, String recipient) {
      this.purpose = purpose;
      this.recipient = recipient;
    }

    /** The purpose that consent is given for. */
    public String purpose() {
      return purpose;
    }

    public String recipient() {
      return recipient;
    }

    /**
     * Whether nothing but the person's own wish lets it happen: consular contact of somebody who
     * may have fled that state (Vienna Convention on Consular Relations, Art. 36).
     */
    public boolean onlyAtWish() {
      return this == EMBASSY;
    }
  }

  /** What is told of the person. */
  public enum Item {
    NUMBER,
    LANGUAGE,
    NEED,
    AGE,
    NAME,
    CONTACT,
    HEALTH,
    ACCOUNT;

    /** What a service needs to make room; everything else is a decision. */
    public static Set<Item> least() {
      return EnumSet.of(NUMBER, LANGUAGE, NEED);
    }

    /** The word in keys of fields and messages. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is asked of a service.
   *
   * @param agency its name, as officers here call it
   * @param asked what it is to do, in words
   * @param listed the entry of the directory that it was chosen from
   * @param answerWithin after so long without an answer it stands in Today
   */
  public record Draft(
      Service service,
      String agency,
      Optional<RecordId> listed,
      String asked,
      Set<Item> shared,
      Duration answerWithin) {
    /** An agency that is not in the directory. */
    public Draft(
        Service service, String agency, String asked, Set<Item> shared, Duration answerWithin) {
      this(service, agency, Optional.empty(), asked, shared, answerWithin);
    }

    public Draft {
      shared = Set.copyOf(shared);
      if (agency.isBlank() || asked.isBlank()) {
        throw new IllegalArgumentException("a referral says whom it asks, and for what");
      }
      if (answerWithin.isNegative() || answerWithin.isZero()) {
        throw new IllegalArgumentException("an answer takes time");
      }
    }

    @Override
    public String toString() {
      return "Draft[" + service + "]";
    }
  }

  /**
   * The protected part.
   *
   * @param basis the code of a {@link Consents.Answer} or a {@link Consents.Reason}
   * @param listed the entry of the directory that it was chosen from
   * @param why it was turned down or called back
   */
  public record Contents(
      Service service,
      String agency,
      Optional<RecordId> listed,
      String asked,
      List<Item> shared,
      String basis,
      String why) {
    public Contents {
      shared = List.copyOf(shared);
    }

    @Override
    public String toString() {
      return "Contents[" + service + "]";
    }
  }
}
