package org.sala.casework.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person is asked to agree to before a rested screening, each by itself: none is inferred
 * from another, and no help depends on any. Each stands in the ledger under a purpose and a
 * recipient of its own, so that what it opens and closes asks there.
 */
public enum Separate {
  /** To be asked questions now. */
  INTERVIEW("interview", "officer"),
  /** Answers are written down. */
  RECORD("record", "officer"),
  /** A doctor or counsellor is arranged: what a referral to one rests on. */
  HELP("care", "health-service"),
  /** Whoever helps is told what happened; a no leaves it out of every referral and copy. */
  SERVICES("account", "services"),
  /** What is protected goes to the own headquarters, for the investigation. */
  AUTHORITIES("investigation-and-protection", "headquarters"),
  /** Photographs, fingerprints, copies of papers. */
  COPIES("copies", "officer"),
  /** To be counted without a name. */
  NUMBERS("statistics", "anyone");

  private final String purpose;
  private final String recipient;

  Separate(String purpose, String recipient) {
    this.purpose = purpose;
    this.recipient = recipient;
  }

  /** Returns the question that a catalogue means by that code. */
  public static Separate of(String code) {
    return Arrays.stream(values())
        .filter(s -> s.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is asked that by itself"));
  }

  /**
   * Returns the question that stands under this purpose and recipient; empty where it is another
   * consent.
   */
  public static Optional<Separate> of(Consents.Said said) {
    return Arrays.stream(values()).filter(s -> s.is(said)).findFirst();
  }

  /** Returns the code by which the catalogue names it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String purpose() {
    return purpose;
  }

  public String recipient() {
    return recipient;
  }

  /**
   * Returns whether nobody but this station acts on the answer: nobody else has to hear that it was
   * taken back.
   */
  public boolean staysHere() {
    return this == INTERVIEW || this == RECORD || this == NUMBERS;
  }

  /** Returns whether this is asked again for each screening: an older yes is none for today. */
  public boolean eachTime() {
    return this == INTERVIEW || this == RECORD;
  }

  boolean is(Consents.Said said) {
    return said.purpose().equals(purpose) && said.recipient().equals(recipient);
  }
}
