package org.sala.domain;

import static org.sala.domain.Field.named;
import static org.sala.domain.Field.open;
import static org.sala.domain.Field.safe;
import static org.sala.domain.FieldType.ANSWER;
import static org.sala.domain.FieldType.CODE;
import static org.sala.domain.FieldType.MOMENT;
import static org.sala.domain.FieldType.NUMBER;
import static org.sala.domain.FieldType.REFERENCE;
import static org.sala.domain.FieldType.TEXT;
import static org.sala.domain.Join.CLOSED;
import static org.sala.domain.Join.SET;
import static org.sala.domain.Join.SINGLE;

import java.util.List;

/**
 * The kinds of a house that shelters people. That somebody stays, in which state, since and until
 * when stands open; which house, which bed, where else, and how they live there is protected.
 */
final class HouseKinds {
  private HouseKinds() {}

  static final Kind STAY =
      new Kind(
          "stay",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("state", CODE, SINGLE),
              open("began", MOMENT, CLOSED),
              open("since", MOMENT, SINGLE),
              open("expected", MOMENT, SINGLE),
              open("ended", MOMENT, SINGLE),
              open("reflection", MOMENT, SINGLE),
              open("reflectionDays", NUMBER, SINGLE),
              open("stepDue", MOMENT, SINGLE),
              named("stepBy", TEXT, SINGLE),
              safe("step", TEXT, SINGLE),
              safe("house", TEXT, SINGLE),
              safe("room", CODE, SINGLE),
              safe("bed", CODE, SINGLE),
              safe("freedom", CODE, SINGLE),
              safe("freedomWhy", TEXT, SINGLE),
              safe("phone", CODE, SINGLE),
              safe("phoneWhy", TEXT, SINGLE),
              safe("where", TEXT, SINGLE),
              safe("visit", ANSWER, SET)));

  /**
   * Of two people: kept apart, or a verified bond between a child and an adult. That they are, is
   * open to whoever leads the house; why, is protected.
   */
  static final Kind PAIR =
      new Kind(
          "pair",
          ScopeType.PERSON,
          true,
          List.of(
              open("person", REFERENCE, CLOSED),
              open("other", REFERENCE, CLOSED),
              open("how", CODE, CLOSED),
              open("at", MOMENT, CLOSED),
              open("ended", MOMENT, SINGLE),
              open("agreed", MOMENT, SINGLE),
              safe("reason", TEXT, SINGLE),
              safe("endedWhy", TEXT, SINGLE)));

  /** The handover of a shift; it stays at the station, for it says who works there. */
  static final Kind HANDOVER =
      new Kind(
          "handover",
          ScopeType.STATION,
          false,
          List.of(
              open("at", MOMENT, CLOSED),
              named("to", TEXT, CLOSED),
              open("here", NUMBER, CLOSED),
              safe("note", TEXT, CLOSED)));
}
