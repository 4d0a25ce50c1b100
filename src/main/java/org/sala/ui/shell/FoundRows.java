package org.sala.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.register.Reception;
import org.sala.casework.people.People;
import org.sala.casework.people.StillInside;
import org.sala.casework.screening.Screenings;
import org.sala.casework.search.Found;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.FormTable;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.PeopleColumns;
import org.sala.ui.roster.ScreeningTable;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.text.Texts;

/** What was found, in a row: its number, what it is called, and which kind of thing it is. */
final class FoundRows {
  private final Here here;
  private final boolean headquarters;

  /**
   * @param headquarters whether packages of stations arrive here
   */
  FoundRows(Here here, boolean headquarters) {
    this.here = here;
    this.headquarters = headquarters;
  }

  Node row(Found found) {
    HBox row = Nodes.row();
    row.getChildren().addAll(words(found));
    row.getChildren().addAll(Nodes.spring(), Nodes.line(here.t("found." + kind(found)), "muted"));
    return row;
  }

  private List<Node> words(Found found) {
    return switch (found) {
      case Found.Case c -> called(c.line().number(), c.line().title());
      case Found.Person p -> person(p.line());
      case Found.Statement s ->
          of(s.line().number(), s.line().personNumber(), here.t("found.incase", s.caseNumber()));
      case Found.Screening s -> of(s.line().number(), state(s.line()), begun(s.line()));
      case Found.Form f ->
          of(
              f.line().number(),
              FormTable.title(f.line(), here),
              here.t(f.line().closed() ? "forms.closed" : "forms.open"));
      case Found.Referral r -> of(r.slip(), r.number(), "");
      case Found.Inside i -> inside(i.line());
      case Found.Exhibit e -> called(e.number(), e.title());
      case Found.Parcel p ->
          of(
              Texts.packageNumber(p.sequence()),
              state(p.state()),
              p.at().map(here.texts()::date).orElse(""));
    };
  }

  private static List<Node> called(String number, String title) {
    return List.of(Nodes.line(number, "mono"), Nodes.line(title, "strong"));
  }

  private static List<Node> of(String number, String what, String more) {
    return List.of(
        Nodes.line(number, "mono"), Nodes.line(what, "strong"), Nodes.line(more, "muted", "small"));
  }

  private List<Node> person(People.PersonLine p) {
    List<Node> words = new ArrayList<>();
    words.addAll(called(p.wristband(), p.name().isEmpty() ? p.roman() : p.name()));
    // Whoever typed it in Latin letters sees what was found.
    if (!p.name().isEmpty() && !p.roman().isEmpty() && !p.roman().equals(p.name())) {
      words.add(Nodes.line(p.roman(), "muted", "small"));
    }
    PeopleColumns.namesDiffer(p, here.texts()).ifPresent(words::add);
    if (!p.namesDiffering().isEmpty()) {
      words.add(Nodes.line(PeopleColumns.names(p, here.texts()), "warning", "small"));
    }
    NumberWords.apart(p, here.texts())
        .ifPresent(apart -> words.add(Nodes.line(apart, "warning", "small")));
    return words;
  }

  /** The number is of whoever named them, and stands behind the name: it is not theirs. */
  private List<Node> inside(StillInside.Line l) {
    return List.of(
        Nodes.line(l.name().isEmpty() ? l.relation() : l.name(), "strong"),
        Nodes.line(here.t("found.namedby", l.saidByNumber()), "muted", "small"));
  }

  private String state(Screenings.Line s) {
    return here.texts().code("screeningState", s.state().name());
  }

  private String state(PackageState state) {
    return here.t("state." + state);
  }

  private String begun(Screenings.Line s) {
    return s.beganMillis().map(here.texts()::date).orElse("");
  }

  private static String kind(Found found) {
    return switch (found) {
      case Found.Case c -> "case";
      case Found.Person p -> "person";
      case Found.Statement s -> "statement";
      case Found.Screening s -> "screening";
      case Found.Form f -> "form";
      case Found.Referral r -> "referral";
      case Found.Inside i -> "inside";
      case Found.Exhibit e -> "exhibit";
      case Found.Parcel p -> p.outgoing() ? "package.out" : "package.in";
    };
  }

  /** Returns where it is worked on. */
  Place place(Found found) {
    return switch (found) {
      case Found.Case c -> new Place.OneCase(c.id(), "overview");
      case Found.Person p -> new Place.OnePerson(p.id());
      case Found.Statement s -> new Place.OneStatement(s.id());
      case Found.Screening s -> ScreeningTable.placeOf(s.line());
      case Found.Form f -> new Place.Filling(f.id());
      case Found.Referral r -> new Place.OnePerson(r.person());
      case Found.Inside i ->
          i.caseId()
              .<Place>map(c -> new Place.OneCase(c, "overview"))
              .orElseGet(() -> new Place.OneSite(i.site()));
      case Found.Exhibit e -> new Place.OneExhibit(e.id());
      case Found.Parcel p ->
          headquarters && !p.outgoing()
              ? new Place.Arrivals(Optional.empty(), Reception.Which.ALL, Optional.of(p.id()))
              : Place.Packages.at(p.id(), p.outgoing());
    };
  }
}
