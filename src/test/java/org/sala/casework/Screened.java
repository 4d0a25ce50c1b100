package org.sala.casework;

import org.sala.casework.screening.Child;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.Screenings;
import org.sala.domain.RecordId;

/** Screenings for tests that need one and do not look at it. */
public final class Screened {
  private Screened() {}

  private static final String ASKED = "/screening/the_work/S4_01";

  /** One in which somebody was asked and said no, closed for good. */
  public static RecordId closed(Desk desk, RecordId person) {
    Screenings.Setting setting = new Screenings.Setting("my", "", "");
    RecordId id =
        desk.people().find(person).orElseThrow().surelyAdult()
            ? desk.screenings().begin(person, setting)
            : desk.screenings().begin(person, setting, new Child("Guardian Example"));
    desk.screenings().answer(id, ASKED, new Given("no", "", "direct", "my"));
    desk.screenings().review(id);
    desk.screenings().close(id);
    return id;
  }
}
