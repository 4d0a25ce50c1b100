package org.sala.domain;

import static org.sala.domain.Field.named;
import static org.sala.domain.Field.open;
import static org.sala.domain.FieldType.CODE;
import static org.sala.domain.FieldType.FLAG;
import static org.sala.domain.FieldType.MOMENT;
import static org.sala.domain.FieldType.NUMBER;
import static org.sala.domain.FieldType.REFERENCE;
import static org.sala.domain.Join.CLOSED;
import static org.sala.domain.Join.SET;
import static org.sala.domain.Join.SINGLE;

import java.util.List;

/** What a station or headquarters keeps of its own work; most of it never leaves. */
final class StationKinds {
  private StationKinds() {}

  static final Kind OFFICER =
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
  static final Kind INTERPRETER =
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
  static final Kind SHEETS =
      new Kind(
          "sheets",
          ScopeType.STATION,
          false,
          List.of(
              open("letter", CODE, CLOSED),
              open("first", NUMBER, CLOSED),
              open("last", NUMBER, CLOSED),
              open("at", MOMENT, CLOSED)));

  static final Kind PARCEL =
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
              open("previous", CODE, CLOSED),
              open("size", NUMBER, CLOSED),
              open("changes", FieldType.TEXT, CLOSED),
              open("withheld", FieldType.TEXT, CLOSED),
              open("contents", FieldType.TEXT, CLOSED),
              open("sealed", MOMENT, CLOSED),
              open("state", CODE, SINGLE),
              open("carried", MOMENT, SINGLE),
              open("received", MOMENT, SINGLE),
              open("answered", CODE, SINGLE),
              open("refusalRead", MOMENT, SINGLE),
              open("signer", CODE, CLOSED),
              open("doubts", CODE, SINGLE),
              open("heldChanges", FieldType.TEXT, SINGLE),
              open("refusedChanges", FieldType.TEXT, SINGLE),
              open("waitingChanges", FieldType.TEXT, SINGLE),
              open("joinedChanges", FieldType.TEXT, SINGLE),
              open("brought", FieldType.TEXT, SINGLE),
              open("lostThere", FLAG, SINGLE),
              open("restated", REFERENCE, SINGLE),
              open("cases", FieldType.TEXT, CLOSED),
              open("withConsent", FieldType.TEXT, CLOSED),
              open("consentFor", CODE, CLOSED),
              open("consentTo", CODE, CLOSED),
              open("peerName", FieldType.TEXT, CLOSED),
              open("country", CODE, CLOSED),
              open("copy", REFERENCE, CLOSED),
              open("added", FieldType.TEXT, CLOSED),
              open("withoutConsent", FieldType.TEXT, CLOSED),
              open("keptBack", FieldType.TEXT, CLOSED),
              open("items", FieldType.TEXT, CLOSED),
              open("apart", FieldType.TEXT, CLOSED),
              open("recipients", FieldType.TEXT, CLOSED),
              open("answers", CODE, CLOSED),
              open("lists", CODE, CLOSED),
              open("listsRefused", FLAG, SINGLE),
              open("verdict", CODE, CLOSED),
              open("findings", FieldType.TEXT, CLOSED),
              open("setAside", FieldType.TEXT, SINGLE),
              open("leftOut", FieldType.TEXT, SINGLE),
              open("audit", CODE, SINGLE),
              open("original", FieldType.FLAG, CLOSED)));

  /** A word on a package that waits in quarantine; it takes two, each with the own key. */
  static final Kind ADMISSION =
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
  static final Kind REVOCATION =
      new Kind(
          "revocation",
          ScopeType.STATION,
          false,
          List.of(
              open("serial", CODE, CLOSED),
              open("reason", FieldType.TEXT, CLOSED),
              open("at", MOMENT, CLOSED)));

  /** A second officer's word for an act of the authority, signed by that officer. */
  static final Kind APPROVAL =
      new Kind(
          "approval",
          ScopeType.STATION,
          false,
          List.of(
              open("act", CODE, CLOSED), open("about", CODE, CLOSED), open("at", MOMENT, CLOSED)));

  static final Kind RECEIPT =
      new Kind(
          "receipt",
          ScopeType.STATION,
          true,
          List.of(
              open("parcel", CODE, CLOSED),
              open("digest", CODE, CLOSED),
              open("accepted", FieldType.TEXT, CLOSED),
              open("joined", FieldType.TEXT, CLOSED),
              open("waiting", FieldType.TEXT, CLOSED),
              open("held", FieldType.TEXT, CLOSED),
              open("refused", FieldType.TEXT, CLOSED),
              open("verdict", CODE, CLOSED),
              open("doubts", CODE, CLOSED),
              open("order", CODE, CLOSED),
              open("auditIncarnation", CODE, CLOSED),
              open("auditNumber", NUMBER, CLOSED),
              open("auditHead", CODE, CLOSED),
              open("auditStart", CODE, CLOSED),
              open("at", MOMENT, CLOSED)));

  /**
   * A word that two records tell of the same person, or of different ones: ids alone. It can be
   * taken back, and neither of the two records knows of it.
   */
  static final Kind SAME_PERSON =
      new Kind(
          "sameperson",
          ScopeType.STATION,
          true,
          List.of(
              open("one", REFERENCE, CLOSED),
              open("other", REFERENCE, CLOSED),
              open("word", CODE, SINGLE),
              open("proposer", CODE, SINGLE),
              open("at", MOMENT, SINGLE)));

  /**
   * A note that a case or a person was erased here: ids and numbers alone. It stays at the station.
   */
  static final Kind ERASURE =
      new Kind(
          "erasure",
          ScopeType.STATION,
          false,
          List.of(
              open("about", CODE, CLOSED),
              open("of", CODE, CLOSED),
              open("scope", CODE, CLOSED),
              open("number", CODE, CLOSED),
              open("numbers", FieldType.TEXT, CLOSED),
              open("records", FieldType.TEXT, CLOSED),
              open("parcels", FieldType.TEXT, CLOSED),
              open("why", CODE, CLOSED),
              open("reason", FieldType.TEXT, CLOSED),
              open("proposer", CODE, CLOSED),
              open("at", MOMENT, CLOSED)));

  /** A word that something stays at headquarters though a station has erased it, and why. */
  static final Kind STAYING =
      new Kind(
          "staying",
          ScopeType.STATION,
          false,
          List.of(
              open("about", CODE, CLOSED),
              open("erasedBy", CODE, CLOSED),
              open("reason", FieldType.TEXT, CLOSED),
              open("at", MOMENT, CLOSED)));

  /** A decision of headquarters between versions of a record, and by which change. */
  static final Kind DECISION =
      new Kind(
          "decision",
          ScopeType.STATION,
          false,
          List.of(
              open("record", REFERENCE, CLOSED),
              open("proposer", CODE, CLOSED),
              open("takesBack", REFERENCE, CLOSED),
              open("at", MOMENT, CLOSED)));
}
