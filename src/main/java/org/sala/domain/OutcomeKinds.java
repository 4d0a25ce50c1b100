package org.sala.domain;

import static org.sala.domain.Field.named;
import static org.sala.domain.Field.open;
import static org.sala.domain.Field.safe;
import static org.sala.domain.FieldType.CODE;
import static org.sala.domain.FieldType.DATE;
import static org.sala.domain.FieldType.FLAG;
import static org.sala.domain.FieldType.MOMENT;
import static org.sala.domain.FieldType.REFERENCE;
import static org.sala.domain.FieldType.TEXT;
import static org.sala.domain.Join.CLOSED;

import java.util.List;

/**
 * What comes after a finding: the person is told, may ask for a second look at it, and is formally
 * identified by whom the law names.
 */
final class OutcomeKinds {
  private OutcomeKinds() {}

  static final Kind OUTCOME =
      new Kind(
          "outcome",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("finding", REFERENCE, CLOSED),
              open("at", MOMENT, CLOSED),
              named("who", TEXT, CLOSED),
              open("how", CODE, CLOSED),
              open("language", CODE, CLOSED),
              open("interpreter", CODE, CLOSED)));

  /**
   * A request for a second look: that somebody asks is open, so that it is seen to; why they ask is
   * protected.
   */
  static final Kind SECOND_LOOK =
      new Kind(
          "secondlook",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("finding", REFERENCE, CLOSED),
              open("at", MOMENT, CLOSED),
              safe("why", TEXT, CLOSED)));

  /** Formal identification: another authority's act, written down here. */
  static final Kind IDENTIFIED =
      new Kind(
          "identified",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("decision", CODE, CLOSED),
              open("authority", TEXT, CLOSED),
              open("on", DATE, CLOSED),
              open("reference", TEXT, CLOSED),
              open("at", MOMENT, CLOSED)));

  static final Kind LOOKED =
      new Kind(
          "looked",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("look", REFERENCE, CLOSED),
              open("stands", FLAG, CLOSED),
              open("reason", TEXT, CLOSED),
              open("at", MOMENT, CLOSED)));
}
