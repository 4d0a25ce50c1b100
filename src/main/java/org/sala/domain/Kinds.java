package org.sala.domain;

import static org.sala.domain.Field.named;
import static org.sala.domain.Field.open;
import static org.sala.domain.Field.safe;
import static org.sala.domain.FieldType.ANSWER;
import static org.sala.domain.FieldType.CODE;
import static org.sala.domain.FieldType.CONTACT;
import static org.sala.domain.FieldType.DATE;
import static org.sala.domain.FieldType.DOCUMENT;
import static org.sala.domain.FieldType.FILE;
import static org.sala.domain.FieldType.FLAG;
import static org.sala.domain.FieldType.MOMENT;
import static org.sala.domain.FieldType.NAME;
import static org.sala.domain.FieldType.NUMBER;
import static org.sala.domain.FieldType.REFERENCE;
import static org.sala.domain.Join.CLOSED;
import static org.sala.domain.Join.SET;
import static org.sala.domain.Join.SINGLE;

import java.util.List;
import java.util.Optional;

/** The one table of kinds and fields that merge, history, search, exports and tests read. */
public final class Kinds {
  private Kinds() {}

  public static final Kind CASE =
      new Kind(
          "case",
          ScopeType.CASE,
          true,
          List.of(
              open("number", CODE, CLOSED),
              open("title", FieldType.TEXT, SINGLE),
              open("caseKind", CODE, SINGLE),
              open("status", CODE, SINGLE),
              open("sensitivity", CODE, SINGLE),
              open("place", FieldType.TEXT, SINGLE),
              open("began", DATE, SINGLE),
              open("ended", DATE, SINGLE),
              open("summary", FieldType.TEXT, Join.TEXT)));

  public static final Kind INVOLVEMENT =
      new Kind(
          "involvement",
          ScopeType.CASE,
          true,
          List.of(
              open("case", REFERENCE, CLOSED),
              open("person", REFERENCE, CLOSED),
              open("role", CODE, SINGLE),
              open("roleGrade", CODE, SINGLE),
              open("forced", CODE, SINGLE),
              open("defrauded", CODE, SINGLE),
              open("began", DATE, SINGLE),
              open("ended", DATE, SINGLE),
              open("loss", FieldType.TEXT, SINGLE)));

  public static final Kind STATEMENT =
      new Kind(
          "statement",
          ScopeType.CASE,
          true,
          List.of(
              open("case", REFERENCE, CLOSED),
              open("person", REFERENCE, CLOSED),
              open("addsTo", REFERENCE, CLOSED),
              open("number", CODE, CLOSED),
              open("language", CODE, SINGLE),
              open("interpreter", CODE, SINGLE),
              open("present", FieldType.TEXT, SINGLE),
              open("place", FieldType.TEXT, SINGLE),
              open("began", MOMENT, SINGLE),
              named("text", FieldType.TEXT, Join.TEXT),
              named("translation", FieldType.TEXT, Join.TEXT),
              open("readBack", MOMENT, SINGLE),
              open("readBackIn", CODE, SINGLE),
              open("readBackBy", FieldType.TEXT, SINGLE),
              open("signature", CODE, CLOSED),
              open("closed", MOMENT, CLOSED)));

  public static final Kind EXHIBIT =
      new Kind(
          "exhibit",
          ScopeType.CASE,
          true,
          List.of(
              open("case", REFERENCE, CLOSED),
              open("number", CODE, CLOSED),
              open("title", FieldType.TEXT, SINGLE),
              open("description", FieldType.TEXT, Join.TEXT),
              open("taken", MOMENT, SINGLE),
              open("place", FieldType.TEXT, SINGLE),
              named("file", FILE, CLOSED)));

  public static final Kind CUSTODY =
      new Kind(
          "custody",
          ScopeType.CASE,
          true,
          List.of(
              open("exhibit", REFERENCE, CLOSED),
              open("event", CODE, CLOSED),
              open("at", MOMENT, CLOSED),
              named("from", FieldType.TEXT, CLOSED),
              named("to", FieldType.TEXT, CLOSED),
              open("place", FieldType.TEXT, CLOSED),
              open("sealNumber", CODE, CLOSED),
              named("note", FieldType.TEXT, CLOSED)));

  public static final Kind PERSON =
      new Kind(
          "person",
          ScopeType.PERSON,
          true,
          List.of(
              open("wristband", CODE, CLOSED),
              named("name", NAME, SET),
              named("alias", NAME, SET),
              open("birth", DATE, SINGLE),
              open("sex", CODE, SINGLE),
              open("nationality", CODE, SET),
              open("language", CODE, SET),
              open("interpreter", CODE, SINGLE),
              named("document", DOCUMENT, SET),
              named("contact", CONTACT, SET),
              named("photo", FILE, SINGLE),
              open("arrived", MOMENT, SINGLE),
              open("script", CODE, CLOSED),
              open("detained", MOMENT, SINGLE),
              safe("safeContact", CONTACT, SET),
              safe("needs", FieldType.TEXT, Join.TEXT),
              safe("health", FieldType.TEXT, Join.TEXT)));

  public static final Kind INSIDE =
      new Kind(
          "inside",
          ScopeType.PERSON,
          true,
          List.of(
              open("saidBy", REFERENCE, CLOSED),
              named("name", FieldType.TEXT, SINGLE),
              open("relation", FieldType.TEXT, SINGLE),
              open("site", FieldType.TEXT, SINGLE),
              open("place", FieldType.TEXT, SINGLE),
              open("lastSeen", FieldType.TEXT, SINGLE),
              open("safe", CODE, SINGLE),
              open("status", CODE, SINGLE)));

  public static final Kind TRIAGE =
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

  public static final Kind SCREENING =
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
              open("readBack", MOMENT, SINGLE),
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
              safe("note", FieldType.TEXT, Join.TEXT)));

  /** A form that was filled in with a person, by whichever catalogue or file it comes from. */
  public static final Kind FILLED =
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
              open("lastTransfer", MOMENT, SINGLE),
              open("recallUntil", MOMENT, SINGLE),
              open("toldAt", MOMENT, SINGLE),
              named("told", FieldType.TEXT, SINGLE),
              open("closed", MOMENT, SINGLE),
              named("answer", ANSWER, SET)));

  /** A form from elsewhere, such as one made with KoboToolbox, that can be filled in here. */
  public static final Kind BLANK =
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

  public static final Kind FINDING =
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
              open("at", MOMENT, CLOSED)));

  public static final Kind CONFIRMATION =
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

  /** That a person was told of a finding: who told it, how, in which language. */
  public static final Kind OUTCOME = OutcomeKinds.OUTCOME;

  /** A person asks that another officer looks at a finding again. */
  public static final Kind SECOND_LOOK = OutcomeKinds.SECOND_LOOK;

  /** What another officer found at a second look. */
  public static final Kind LOOKED = OutcomeKinds.LOOKED;

  public static final Kind CONSENT =
      new Kind(
          "consent",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("purpose", CODE, CLOSED),
              open("recipient", CODE, CLOSED),
              open("answer", CODE, SINGLE),
              open("language", CODE, SINGLE),
              open("interpreter", CODE, SINGLE),
              open("reason", FieldType.TEXT, SINGLE),
              safe("told", FieldType.TEXT, SINGLE),
              open("toldAt", MOMENT, SINGLE),
              open("at", MOMENT, SINGLE)));

  /** What a person fears of a country; in the open, so that whoever seals is stopped by it. */
  public static final Kind FEAR =
      new Kind(
          "fear",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("country", CODE, CLOSED),
              open("of", CODE, SINGLE),
              open("at", MOMENT, SINGLE),
              open("ended", MOMENT, SINGLE)));

  /**
   * Handing a person to a service. How far it is stands open, so that the night can be led; what
   * for, to whom, and why it was turned down are protected.
   */
  public static final Kind REFERRAL =
      new Kind(
          "referral",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("state", CODE, SINGLE),
              open("sent", MOMENT, CLOSED),
              open("due", MOMENT, SINGLE),
              open("answered", MOMENT, SINGLE),
              open("ended", MOMENT, SINGLE),
              open("slip", CODE, CLOSED),
              safe("service", CODE, CLOSED),
              safe("listed", REFERENCE, CLOSED),
              safe("agency", FieldType.TEXT, SINGLE),
              safe("asked", FieldType.TEXT, Join.TEXT),
              safe("shared", FLAG, SET),
              safe("basis", CODE, CLOSED),
              safe("why", FieldType.TEXT, SINGLE)));

  /** An agency in the directory of services; it stays at the station. */
  public static final Kind AGENCY =
      new Kind(
          "agency",
          ScopeType.STATION,
          false,
          List.of(
              open("name", FieldType.TEXT, SINGLE),
              open("service", CODE, SET),
              open("language", CODE, SET),
              open("hours", FieldType.TEXT, SINGLE),
              open("contact", FieldType.TEXT, SINGLE),
              open("version", NUMBER, SINGLE),
              open("ended", MOMENT, SINGLE)));

  /** What speaks for not punishing a victim, with the person's agreement. */
  public static final Kind DOSSIER = DossierKinds.DOSSIER;

  /** Something that was done to a person, or by them, in a dossier. */
  public static final Kind DEED = DossierKinds.DEED;

  /** Where somebody stays, and how they live there. */
  public static final Kind STAY = HouseKinds.STAY;

  /** Two people who are kept apart, or an adult whose bond to a child was verified. */
  public static final Kind PAIR = HouseKinds.PAIR;

  /** One shift hands the house over to the next. */
  public static final Kind HANDOVER = HouseKinds.HANDOVER;

  public static final Kind OFFICER =
      new Kind(
          "officer",
          ScopeType.STATION,
          true,
          List.of(
              open("number", CODE, SINGLE),
              named("name", FieldType.TEXT, SINGLE),
              open("key", CODE, CLOSED),
              open("publicKey", CODE, CLOSED),
              open("adopts", CODE, SINGLE)));

  /** Who interprets for this station, known by a number alone; it never leaves the station. */
  public static final Kind INTERPRETER =
      new Kind(
          "interpreter",
          ScopeType.STATION,
          false,
          List.of(
              open("number", CODE, CLOSED),
              open("language", CODE, SET),
              open("reach", CODE, SINGLE),
              open("at", MOMENT, SINGLE)));

  /** Numbers that were printed on sheets of paper, and are nobody else's from then on. */
  public static final Kind SHEETS =
      new Kind(
          "sheets",
          ScopeType.STATION,
          false,
          List.of(
              open("letter", CODE, CLOSED),
              open("first", NUMBER, CLOSED),
              open("last", NUMBER, CLOSED),
              open("at", MOMENT, CLOSED)));

  public static final Kind PARCEL =
      new Kind(
          "parcel",
          ScopeType.STATION,
          false,
          List.of(
              open("parcel", CODE, CLOSED),
              open("direction", CODE, CLOSED),
              open("purpose", CODE, CLOSED),
              open("peer", CODE, CLOSED),
              open("sequence", NUMBER, CLOSED),
              open("fileName", CODE, CLOSED),
              open("digest", CODE, CLOSED),
              open("size", NUMBER, CLOSED),
              open("changes", FieldType.TEXT, CLOSED),
              open("contents", FieldType.TEXT, CLOSED),
              open("sealed", MOMENT, CLOSED),
              open("state", CODE, SINGLE),
              open("carried", MOMENT, SINGLE),
              open("received", MOMENT, SINGLE),
              open("refusal", CODE, SINGLE),
              open("signer", CODE, CLOSED),
              open("doubts", CODE, SINGLE),
              open("heldChanges", FieldType.TEXT, SINGLE),
              open("refusedChanges", FieldType.TEXT, SINGLE),
              open("cases", FieldType.TEXT, CLOSED),
              open("withConsent", FieldType.TEXT, CLOSED),
              open("consentFor", CODE, CLOSED),
              open("withoutConsent", FieldType.TEXT, CLOSED),
              open("keptBack", FieldType.TEXT, CLOSED),
              open("apart", FieldType.TEXT, CLOSED),
              open("recipients", FieldType.TEXT, CLOSED),
              open("answers", CODE, CLOSED),
              open("verdict", CODE, CLOSED),
              open("findings", FieldType.TEXT, CLOSED),
              open("setAside", FieldType.TEXT, SINGLE),
              open("leftOut", FieldType.TEXT, SINGLE),
              open("audit", CODE, SINGLE)));

  /** A word on a package that waits in quarantine; it takes two, each with the own key. */
  public static final Kind ADMISSION =
      new Kind(
          "admission",
          ScopeType.STATION,
          false,
          List.of(
              open("parcel", REFERENCE, CLOSED),
              open("admits", FLAG, CLOSED),
              open("agreesWith", REFERENCE, CLOSED),
              open("reason", FieldType.TEXT, CLOSED),
              open("at", MOMENT, CLOSED)));

  /** Why a certificate was taken back. */
  public static final Kind REVOCATION =
      new Kind(
          "revocation",
          ScopeType.STATION,
          false,
          List.of(
              open("serial", CODE, CLOSED),
              open("reason", FieldType.TEXT, CLOSED),
              open("at", MOMENT, CLOSED)));

  public static final Kind RECEIPT =
      new Kind(
          "receipt",
          ScopeType.STATION,
          true,
          List.of(
              open("parcel", CODE, CLOSED),
              open("digest", CODE, CLOSED),
              open("outcomes", FieldType.TEXT, CLOSED),
              open("verdict", CODE, CLOSED),
              open("doubts", CODE, CLOSED),
              open("order", CODE, CLOSED),
              open("auditIncarnation", CODE, CLOSED),
              open("auditNumber", NUMBER, CLOSED),
              open("auditHead", CODE, CLOSED),
              open("auditStart", CODE, CLOSED),
              open("at", MOMENT, CLOSED)));

  /** That headquarters has decided between versions of a record, and by which change. */
  public static final Kind DECISION =
      new Kind(
          "decision",
          ScopeType.STATION,
          false,
          List.of(
              open("record", REFERENCE, CLOSED),
              open("proposer", CODE, CLOSED),
              open("at", MOMENT, CLOSED)));

  private static final List<Kind> ALL =
      List.of(
          CASE,
          INVOLVEMENT,
          STATEMENT,
          EXHIBIT,
          CUSTODY,
          PERSON,
          INSIDE,
          TRIAGE,
          SCREENING,
          FILLED,
          BLANK,
          CatalogueKinds.CATALOGUE,
          FINDING,
          CONFIRMATION,
          OUTCOME,
          SECOND_LOOK,
          LOOKED,
          CONSENT,
          FEAR,
          REFERRAL,
          AGENCY,
          DOSSIER,
          DEED,
          STAY,
          PAIR,
          HANDOVER,
          OFFICER,
          INTERPRETER,
          SHEETS,
          PARCEL,
          ADMISSION,
          REVOCATION,
          RECEIPT,
          DECISION);

  /** Every declared kind. */
  public static List<Kind> all() {
    return ALL;
  }

  /** The kind of that key; empty for one of a newer station, which is kept and passed on. */
  public static Optional<Kind> find(String key) {
    for (Kind k : ALL) {
      if (k.key().equals(key)) {
        return Optional.of(k);
      }
    }
    return Optional.empty();
  }
}
