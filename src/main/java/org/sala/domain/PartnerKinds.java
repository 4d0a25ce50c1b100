package org.sala.domain;

import static org.sala.domain.Field.named;
import static org.sala.domain.Field.open;
import static org.sala.domain.Field.safe;
import static org.sala.domain.FieldType.CODE;
import static org.sala.domain.FieldType.FILE;
import static org.sala.domain.FieldType.MOMENT;
import static org.sala.domain.FieldType.NUMBER;
import static org.sala.domain.FieldType.REFERENCE;
import static org.sala.domain.FieldType.TEXT;
import static org.sala.domain.Join.CLOSED;
import static org.sala.domain.Join.SET;
import static org.sala.domain.Join.SINGLE;

import java.util.List;

/** Other agencies, and what is copied for them: extracts, never records with something missing. */
final class PartnerKinds {
  private PartnerKinds() {}

  /** Another agency whose card two officers have confirmed; it stays where it was confirmed. */
  static final Kind PARTNER =
      new Kind(
          "partner",
          ScopeType.STATION,
          false,
          List.of(
              open("agency", CODE, CLOSED),
              open("name", TEXT, CLOSED),
              open("country", CODE, CLOSED),
              open("card", TEXT, CLOSED),
              open("at", MOMENT, CLOSED),
              open("ended", MOMENT, SINGLE),
              open("endedWhy", TEXT, SINGLE)));

  /** What was copied for whom; its extracts name it. It goes in a partner's package alone. */
  static final Kind COPY =
      new Kind(
          "copy",
          ScopeType.CASE,
          false,
          List.of(
              open("partner", CODE, CLOSED),
              open("partnerName", TEXT, CLOSED),
              open("agency", TEXT, CLOSED),
              open("country", CODE, CLOSED),
              open("purpose", CODE, CLOSED),
              open("about", CODE, CLOSED),
              open("at", MOMENT, CLOSED),
              open("left", NUMBER, SET)));

  /**
   * What a record said when it was copied, less what was removed. It is written by whoever sealed
   * it, and is a record of its own for whoever gets it.
   */
  static final Kind EXTRACT =
      new Kind(
          "extract",
          ScopeType.PERSON,
          false,
          List.of(
              open("copy", CODE, CLOSED),
              open("kind", CODE, CLOSED),
              open("of", CODE, CLOSED),
              open("revisions", TEXT, CLOSED),
              open("own", REFERENCE, CLOSED),
              open("removed", CODE, SET),
              named("value", TEXT, SET),
              named("file", FILE, SET),
              safe("safe", TEXT, SET)));
}
