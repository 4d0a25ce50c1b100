package org.sala.domain;

import static org.sala.domain.Field.named;
import static org.sala.domain.Field.open;
import static org.sala.domain.FieldType.MOMENT;
import static org.sala.domain.FieldType.REFERENCE;
import static org.sala.domain.FieldType.TEXT;
import static org.sala.domain.Join.CLOSED;
import static org.sala.domain.Join.SINGLE;

import java.util.List;

/** What headquarters tells all its stations. */
final class BulletinKinds {
  private BulletinKinds() {}

  /**
   * What headquarters tells its stations: it goes to every station of the agency, and holds until
   * headquarters takes it back.
   */
  static final Kind BULLETIN =
      new Kind(
          "bulletin",
          ScopeType.STATION,
          true,
          List.of(
              named("title", TEXT, CLOSED),
              named("words", TEXT, CLOSED),
              open("at", MOMENT, CLOSED),
              open("over", MOMENT, SINGLE)));

  /**
   * A word that somebody at a station has read a bulletin; headquarters learns which station, and
   * when.
   */
  static final Kind BULLETIN_READ =
      new Kind(
          "bulletinread",
          ScopeType.STATION,
          true,
          List.of(open("bulletin", REFERENCE, CLOSED), open("at", MOMENT, CLOSED)));
}
