package org.sala.ui.shell;

import java.util.List;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.Pending;
import org.sala.casework.hall.Alarm;
import org.sala.casework.todo.Tonight;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/** The numbers around the screens: beside the ways, in the bar above and in the line below. */
final class Counts {
  private final Desk desk;
  private final NavRail nav;
  private final TopBar head;
  private final LinkBadge link;
  private final StatusLine status;
  private final QuietDanger quiet;
  private final Work.Line line;
  private int late;

  Counts(
      Desk desk,
      NavRail nav,
      TopBar head,
      LinkBadge link,
      StatusLine status,
      QuietDanger quiet,
      Work work) {
    this.desk = desk;
    this.nav = nav;
    this.head = head;
    this.link = link;
    this.status = status;
    this.quiet = quiet;
    this.line = work.around();
  }

  private record Counted(
      Tonight.Badges badges, List<Alarm> elsewhere, LinkBadge.Link link, Optional<Long> receipt) {}

  /**
   * Counts anew; an older answer never overwrites a newer one.
   *
   * @param moreLate hears that more alarms than before have waited too long for an answer
   */
  void read(Runnable moreLate) {
    if (desk.atServer().contains(Pending.SERVER_AWAY)) {
      // What stands there is the last that is known; it is counted when the server answers.
      return;
    }
    line.ask(
        () ->
            new Counted(
                desk.tonight().badges(),
                desk.alarms().elsewhere(),
                link.read(),
                desk.tonight().lastReceiptMillis()),
        counted -> show(counted, moreLate));
  }

  private void show(Counted counted, Runnable moreLate) {
    head.danger(counted.elsewhere());
    int before = late;
    late = quiet.show(counted.elsewhere());
    if (late > before) {
      // From now on it stands before everything else.
      moreLate.run();
    }
    Tonight.Badges b = counted.badges();
    String needs = b.needs() >= Tonight.MANY ? Tonight.MANY - 1 + "+" : number(b.needs());
    nav.count(Place.Today.class, needs);
    nav.count(Place.PeopleHere.class, number(b.here()));
    nav.count(Place.Packages.class, number(b.packages()));
    nav.count(Place.Deciding.class, number(b.versions()));
    boolean goes = desk.enrolment().enrolled() && !desk.practice().here();
    link.show(goes && !desk.isOnServer(), counted.link(), b.packages());
    status.receipt(goes && !desk.headquarters().isHeadquarters(), counted.receipt());
  }

  private static String number(int n) {
    return n == 0 ? "" : Integer.toString(n);
  }

  void close() {
    line.close();
  }
}
