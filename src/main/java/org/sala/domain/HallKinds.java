package org.sala.domain;

import static org.sala.domain.Field.named;
import static org.sala.domain.Field.open;
import static org.sala.domain.Field.safe;
import static org.sala.domain.FieldType.CODE;
import static org.sala.domain.FieldType.MOMENT;
import static org.sala.domain.FieldType.REFERENCE;
import static org.sala.domain.FieldType.TEXT;
import static org.sala.domain.Join.CLOSED;
import static org.sala.domain.Join.SET;
import static org.sala.domain.Join.SINGLE;

import java.util.List;

/** What the laptops of one hall tell each other at once. */
final class HallKinds {
  private HallKinds() {}

  /**
   * A person in danger; it goes to the stations of the agency's list and to nobody else.
   * Headquarters learns of the danger from the triage. Who has taken it on and who says that
   * somebody was told is kept by station; to whom and how is protected and stays where it was
   * written.
   */
  static final Kind ALARM =
      new Kind(
          "alarm",
          ScopeType.STATION,
          false,
          List.of(
              open("from", CODE, CLOSED),
              open("person", REFERENCE, CLOSED),
              open("number", CODE, CLOSED),
              open("code", CODE, CLOSED),
              open("since", MOMENT, CLOSED),
              named("takenBy", TEXT, SET),
              open("takenAt", MOMENT, SET),
              named("toldBy", TEXT, SET),
              open("toldAt", MOMENT, SET),
              safe("told", TEXT, SET),
              open("ended", MOMENT, SINGLE)));
}
