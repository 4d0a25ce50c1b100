package org.sala.domain;

import static org.sala.domain.Field.named;
import static org.sala.domain.Field.open;
import static org.sala.domain.Field.safe;
import static org.sala.domain.FieldType.ANSWER;
import static org.sala.domain.FieldType.CODE;
import static org.sala.domain.FieldType.FILE;
import static org.sala.domain.FieldType.FLAG;
import static org.sala.domain.FieldType.MOMENT;
import static org.sala.domain.FieldType.REFERENCE;
import static org.sala.domain.Join.CLOSED;
import static org.sala.domain.Join.SET;
import static org.sala.domain.Join.SINGLE;

import java.util.List;

/** What people are asked, and what follows from it. */
final class ScreeningKinds {
  private ScreeningKinds() {}

  static final Kind TRIAGE =
      new Kind(
          "triage",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("began", MOMENT, SINGLE),
              open("done", MOMENT, SINGLE),
              open("urgency", CODE, SET),
              open("toldAt", MOMENT, SET),
              open("form", FieldType.TEXT, CLOSED),
              safe("told", FieldType.TEXT, SET),
              safe("answer", ANSWER, SET)));

  static final Kind SCREENING =
      new Kind(
          "screening",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("case", REFERENCE, SINGLE),
              open("form", CODE, CLOSED),
              open("formVersion", CODE, CLOSED),
              open("formDigest", CODE, CLOSED),
              open("began", MOMENT, SINGLE),
              open("state", CODE, SINGLE),
              open("language", CODE, SINGLE),
              open("interpreter", CODE, SINGLE),
              open("present", FieldType.TEXT, SINGLE),
              named("support", FieldType.TEXT, SINGLE),
              open("interpreterEngagedBy", FieldType.TEXT, SINGLE),
              open("interpreterConflicts", FieldType.TEXT, SINGLE),
              open("rightsHeard", MOMENT, SINGLE),
              open("rightsIn", CODE, SINGLE),
              open("rightsThrough", CODE, SINGLE),
              open("consentsAsked", MOMENT, SINGLE),
              safe("silent", ANSWER, SET),
              open("paused", MOMENT, SET),
              open("resumed", MOMENT, SET),
              open("stopped", CODE, SINGLE),
              open("place", CODE, SINGLE),
              open("overruled", FieldType.TEXT, SINGLE),
              open("led", MOMENT, SET),
              named("guardian", FieldType.TEXT, SINGLE),
              open("agreement", CODE, SINGLE),
              open("trained", FLAG, SINGLE),
              open("wantedAgain", FLAG, SINGLE),
              open("readBefore", FLAG, SINGLE),
              named("newFacts", FieldType.TEXT, SINGLE),
              open("readBack", MOMENT, SINGLE),
              open("notReadBack", CODE, SINGLE),
              named("corrections", FieldType.TEXT, SINGLE),
              open("offered", CODE, SINGLE),
              open("nextStep", FieldType.TEXT, SINGLE),
              open("nextWhen", FieldType.TEXT, SINGLE),
              open("askWhom", FieldType.TEXT, SINGLE),
              open("cardCode", CODE, SINGLE),
              open("cardGiven", MOMENT, SINGLE),
              open("ageGroup", CODE, SINGLE),
              open("actAdded", FLAG, SINGLE),
              open("closed", MOMENT, SINGLE),
              open("resultOpened", MOMENT, SET),
              open("result", CODE, SINGLE),
              open("rules", CODE, SINGLE),
              named("answer", ANSWER, SET),
              safe("seen", FieldType.TEXT, SET),
              safe("context", ANSWER, SET),
              safe("note", FieldType.TEXT, Join.TEXT)));

  /** A form that was filled in with a person, by whichever catalogue or file it comes from. */
  static final Kind FILLED =
      new Kind(
          "filled",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("case", REFERENCE, SINGLE),
              open("form", CODE, CLOSED),
              open("formVersion", CODE, CLOSED),
              open("formDigest", CODE, CLOSED),
              open("began", MOMENT, SINGLE),
              open("language", CODE, SINGLE),
              open("interpreter", CODE, SINGLE),
              open("place", CODE, SINGLE),
              named("guardian", FieldType.TEXT, SINGLE),
              open("agreement", CODE, SINGLE),
              open("trained", FLAG, SINGLE),
              open("lastTransfer", MOMENT, SINGLE),
              open("recallUntil", MOMENT, SINGLE),
              open("toldAt", MOMENT, SINGLE),
              named("told", FieldType.TEXT, SINGLE),
              open("closed", MOMENT, SINGLE),
              named("answer", ANSWER, SET)));

  /** A form from elsewhere, such as one made with KoboToolbox, that can be filled in here. */
  static final Kind BLANK =
      new Kind(
          "blank",
          ScopeType.STATION,
          true,
          List.of(
              open("form", CODE, CLOSED),
              open("formVersion", CODE, CLOSED),
              open("formDigest", CODE, CLOSED),
              open("title", FieldType.TEXT, CLOSED),
              open("at", MOMENT, CLOSED),
              open("file", FILE, CLOSED)));

  static final Kind FINDING =
      new Kind(
          "finding",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("screening", REFERENCE, CLOSED),
              open("finding", CODE, CLOSED),
              open("lower", FLAG, CLOSED),
              open("reason", FieldType.TEXT, CLOSED),
              // Findings that were known where it was written down.
              open("knew", CODE, CLOSED),
              open("at", MOMENT, CLOSED)));

  static final Kind CONFIRMATION =
      new Kind(
          "confirmation",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("finding", REFERENCE, CLOSED),
              open("agrees", FLAG, CLOSED),
              open("reason", FieldType.TEXT, CLOSED),
              open("at", MOMENT, CLOSED)));

  /**
   * What may name officials in a screening, sealed for the integrity recipient alone. All of it is
   * protected, also that it exists; headquarters passes it on and cannot read it.
   */
  static final Kind ENVELOPE =
      new Kind(
          "envelope",
          ScopeType.PERSON,
          true,
          List.of(
              safe("person", REFERENCE, CLOSED),
              safe("screening", REFERENCE, CLOSED),
              safe("to", FieldType.TEXT, CLOSED),
              safe("keys", FieldType.TEXT, CLOSED),
              safe("at", MOMENT, CLOSED),
              safe("sealed", FieldType.TEXT, CLOSED)));

  /** A note that headquarters gave an envelope to whom it is for; it stays there. */
  static final Kind PASSED_ON =
      new Kind(
          "passed",
          ScopeType.STATION,
          false,
          List.of(
              open("envelope", REFERENCE, CLOSED),
              open("to", FieldType.TEXT, CLOSED),
              open("at", MOMENT, CLOSED)));
}
