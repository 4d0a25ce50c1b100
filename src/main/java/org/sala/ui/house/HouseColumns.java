package org.sala.ui.house;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sala.casework.house.House;
import org.sala.casework.house.Pairs;
import org.sala.casework.house.Stay;
import org.sala.casework.people.People;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.AgeMark;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.PeopleColumns;
import org.sala.ui.route.Here;

/** What stands in a row of the board; never a name. */
final class HouseColumns {
  private final Here here;
  private final Clock clock;

  HouseColumns(Here here, Clock clock) {
    this.here = here;
    this.clock = clock;
  }

  /**
   * The board itself.
   *
   * @param low whether its rows have two lines, so that more of them are in sight
   */
  Table<House.Line> board(boolean low) {
    Table<House.Line> table =
        new Table<House.Line>(Nodes.empty(here.t("house.none"), here.t("house.none.next")))
            .nodes(here.t("people.number"), 100, l -> number(l.person()))
            .nodes(here.t("house.bed"), 120, this::bed)
            .column(
                here.t("people.language"),
                104,
                l -> PeopleColumns.languages(l.person(), here.texts()))
            .nodes(here.t("house.urgent"), 150, l -> urgent(l.person()))
            .nodes(here.t("house.red"), 200, l -> red(l, low ? 2 : 3))
            .nodes(here.t("house.living"), 160, this::living)
            .nodes(here.t("house.next"), 190, this::next);
    table.framed().setFixedCellSize(low ? 56 : 60);
    return table;
  }

  Table<People.PersonLine> without(Consumer<People.PersonLine> give) {
    return new Table<People.PersonLine>(
            Nodes.empty(here.t("house.without.none"), here.t("house.without.none.next")))
        .nodes(here.t("people.number"), 110, this::number)
        .column(here.t("people.language"), 120, p -> PeopleColumns.languages(p, here.texts()))
        .nodes(here.t("house.urgent"), 200, this::urgent)
        .column(
            here.t("house.arrived"),
            110,
            p -> p.arrivedMillis().map(a -> here.texts().ago(a, clock.millis())).orElse(""))
        .nodes("", 140, p -> Nodes.button(here.t("house.give"), "", () -> give.accept(p)));
  }

  private static VBox two(Node... nodes) {
    VBox box = new VBox(2, nodes);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private Node number(People.PersonLine p) {
    VBox box = two(NumberWords.node(p, here.texts()));
    AgeMark.words(p, here.texts())
        .ifPresent(w -> box.getChildren().add(Nodes.line(w, "danger", "small")));
    return box;
  }

  /** Returns where somebody sleeps, or where else that person is. */
  private Node bed(House.Line l) {
    VBox box =
        two(
            Nodes.line(
                l.stay()
                    .living()
                    .map(v -> place(v.placing()))
                    .orElse(here.t("referral.protected"))));
    Stay s = l.stay();
    if (s.state() != Stay.State.HERE) {
      Badge.Kind kind = s.state() == Stay.State.MISSING ? Badge.Kind.DANGER : Badge.Kind.INFO;
      box.getChildren().add(new Badge(kind, here.texts().code("stayState", s.state().name())));
    }
    return box;
  }

  private String place(Stay.Placing p) {
    if (p.room().isEmpty() && p.bed().isEmpty()) {
      return here.t("house.nobed");
    }
    return p.bed().isEmpty()
        ? here.t("house.room.only", p.room())
        : here.t("house.roombed", p.room(), p.bed());
  }

  private Node urgent(People.PersonLine p) {
    String triage = here.t(p.triageState().equals("done") ? "house.triaged" : "house.nottriaged");
    if (p.urgency().isEmpty()) {
      return two(Nodes.line(triage, "muted"));
    }
    String first = p.urgency().split(" ", -1)[0];
    int more = p.urgency().split(" ", -1).length - 1;
    String words = here.texts().code("urgency", first) + (more > 0 ? " +" + more : "");
    return two(new Badge(Badge.Kind.DANGER, words), Nodes.line(triage, "muted", "small"));
  }

  /** What must not be first, then who is kept apart from whom; how much more there is, is said. */
  private Node red(House.Line l, int lines) {
    List<Node> all = new ArrayList<>();
    l.alarms()
        .forEach(
            a ->
                all.add(
                    Nodes.line(here.t("house.alarm." + a.what(), a.other()), "danger", "strong")));
    if (l.stay().differs()) {
      all.add(Nodes.line(here.t("house.differs"), "danger", "strong"));
    }
    if (l.person().disputes() > 0) {
      all.add(Nodes.line(here.t("versions", l.person().disputes()), "warning", "strong"));
    }
    l.bonds()
        .forEach(
            b ->
                all.add(
                    Nodes.line(bond(b), b.pair().how() == Pairs.How.APART ? "danger" : "muted")));
    int more = all.size() - lines;
    if (more <= 0) {
      return two(all.toArray(Node[]::new));
    }
    Node last = Nodes.row(all.get(lines - 1), Nodes.line("+" + more, "danger", "strong"));
    List<Node> shown = new ArrayList<>(all.subList(0, lines - 1));
    shown.add(last);
    return two(shown.toArray(Node[]::new));
  }

  String bond(House.Bond b) {
    String words = here.t("house.bond." + b.pair().how(), b.other());
    return b.pair().waits() ? words + " · " + here.t("house.bond.waits") : words;
  }

  /** Three lines fill a row: they stand close, and all are small. */
  private static VBox close(VBox lines) {
    if (lines.getChildren().size() > 2) {
      lines.setSpacing(0);
      lines.getChildren().forEach(n -> n.getStyleClass().add("small"));
    }
    return lines;
  }

  /** Freedom, phone, and days of reflection. */
  private Node living(House.Line l) {
    VBox box = two();
    l.stay()
        .living()
        .ifPresent(
            v -> {
              boolean free = v.placing().freedom() == Stay.Freedom.FREE;
              box.getChildren()
                  .add(
                      Nodes.line(
                          here.texts().code("freedom", v.placing().freedom().name()),
                          free ? "muted" : "danger"));
              String phone = here.texts().code("phone", v.placing().phone().name());
              long visitors = v.visits().stream().filter(Stay.Visit::goesOn).count();
              box.getChildren()
                  .add(
                      Nodes.line(
                          visitors > 0 ? phone + " · " + here.t("house.visitor") : phone,
                          v.placing().phone() == Stay.Phone.NONE ? "danger" : "muted",
                          "small"));
            });
    l.stay()
        .reflection()
        .ifPresent(
            r -> {
              LocalDate today = LocalDate.now(clock);
              box.getChildren()
                  .add(
                      Nodes.line(
                          here.t("house.day", r.day(today), r.days()),
                          r.over(today) ? "warning" : "muted",
                          "small"));
            });
    return close(box);
  }

  private Node next(House.Line l) {
    return l.stay()
        .step()
        .map(
            s -> {
              boolean late =
                  s.due().filter(d -> d.instant().toEpochMilli() < clock.millis()).isPresent();
              String when =
                  s.due()
                      .map(d -> here.texts().near(d, clock.millis()))
                      .orElse(here.t("house.step.nodate"));
              return (Node)
                  close(
                      two(
                          Nodes.line(
                              s.words().isEmpty() ? here.t("referral.protected") : s.words()),
                          Nodes.line(
                              late ? here.t("house.step.late", when) : when,
                              late ? "danger" : "muted"),
                          Nodes.line(s.by(), "muted")));
            })
        .orElseGet(() -> Nodes.line(here.t("house.step.none"), "muted"));
  }
}
