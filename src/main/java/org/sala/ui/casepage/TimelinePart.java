package org.sala.ui.casepage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.People;
import org.sala.casework.screening.Statements;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.route.Here;

/** What happened in a case in the order of time, up to what headquarters received. */
final class TimelinePart {
  private static final int MOST = 8;

  private record Event(long millis, String words) {}

  private final VBox node;

  TimelinePart(CaseKnown k, Here here) {
    List<Event> events = new ArrayList<>();
    k.acts()
        .first()
        .ifPresent(
            at -> events.add(new Event(at.instant().toEpochMilli(), here.t("timeline.opened"))));
    List<Long> arrivals =
        k.people().stream()
            .map(People.PersonLine::arrivedMillis)
            .flatMap(Optional::stream)
            .sorted()
            .toList();
    if (!arrivals.isEmpty()) {
      events.add(new Event(arrivals.getFirst(), here.t("timeline.people", arrivals.size())));
    }
    k.screenings()
        .forEach(
            s ->
                s.beganMillis()
                    .ifPresent(
                        at -> events.add(new Event(at, here.t("timeline.screening", s.number())))));
    k.statements()
        .forEach(
            s ->
                s.began()
                    .ifPresent(
                        at ->
                            events.add(
                                new Event(
                                    at.instant().toEpochMilli(),
                                    here.t(
                                        "timeline.statement", s.number(), number(s, k, here))))));
    k.packages().stream()
        .filter(PackageLine::outgoing)
        .forEach(
            p ->
                p.received()
                    .ifPresent(
                        at ->
                            events.add(
                                new Event(
                                    at.instant().toEpochMilli(),
                                    here.t("timeline.received", p.sequence())))));
    events.sort(Comparator.comparingLong(Event::millis));
    node = Nodes.card(Nodes.label(here.t("timeline"), "strong"));
    for (Event e : events.subList(Math.max(0, events.size() - MOST), events.size())) {
      node.getChildren()
          .add(
              new VBox(
                  Nodes.label(here.texts().date(e.millis()), "muted", "small"),
                  Nodes.label(e.words())));
    }
  }

  VBox node() {
    return node;
  }

  private static String number(Statements.Line s, CaseKnown k, Here here) {
    People.PersonLine sharing = k.sharing().get(s.person());
    return sharing == null ? s.personNumber() : NumberWords.of(sharing, here.texts());
  }
}
