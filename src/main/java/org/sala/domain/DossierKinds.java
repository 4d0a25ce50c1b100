package org.sala.domain;

import static org.sala.domain.Field.open;
import static org.sala.domain.Field.safe;
import static org.sala.domain.FieldType.CODE;
import static org.sala.domain.FieldType.DATE;
import static org.sala.domain.FieldType.MOMENT;
import static org.sala.domain.FieldType.REFERENCE;
import static org.sala.domain.FieldType.TEXT;
import static org.sala.domain.Join.CLOSED;
import static org.sala.domain.Join.SINGLE;

import java.util.List;

/**
 * The dossier for not punishing a victim. It says what a person did under orders, so it leaves the
 * station in no ordinary package, whatever else the person has agreed to.
 */
final class DossierKinds {
  private DossierKinds() {}

  static final Kind DOSSIER =
      new Kind(
          "dossier",
          ScopeType.PERSON,
          false,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("at", MOMENT, CLOSED),
              open("ended", MOMENT, SINGLE),
              safe("language", CODE, CLOSED),
              safe("interpreter", CODE, CLOSED),
              safe("counsel", TEXT, SINGLE),
              safe("noCounsel", TEXT, SINGLE),
              safe("endedWhy", TEXT, SINGLE)));

  static final Kind DEED =
      new Kind(
          "deed",
          ScopeType.PERSON,
          false,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("dossier", REFERENCE, CLOSED),
              safe("track", CODE, CLOSED),
              safe("when", DATE, SINGLE),
              safe("what", TEXT, SINGLE),
              safe("orderedBy", TEXT, SINGLE),
              safe("threat", TEXT, SINGLE),
              safe("alternatives", TEXT, SINGLE),
              safe("coercion", CODE, SINGLE),
              safe("link", TEXT, SINGLE),
              safe("evidence", TEXT, SINGLE)));
}
