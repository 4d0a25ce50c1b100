package org.sala.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.sala.casework.Desk;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.partner.CopyRequest;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Opening;
import org.sala.casework.todo.ToDo;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;

/** What pictures are taken of: every screen, and moments in them. */
final class Views {
  /** Before the first interview after an unlock, when the number that uncovers is chosen. */
  static final String NUMBER = "interview-number";

  private Views() {}

  static Map<String, View> of(Desk desk) {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("today", View.of(new Place.Today()));
    views.put("people", View.of(new Place.PeopleHere()));
    views.put("house", View.of(new Place.House()));
    views.put("house-since", View.of(new Place.House(), sh -> Hand.click(sh, "tab-since")));
    views.put("intake", View.of(new Place.Intake()));
    desk.people().list("", "wristband", false, 0, 1).stream()
        .findFirst()
        .ifPresent(
            p -> {
              views.put("triage", View.of(new Place.Triage(p.id())));
              views.put("triage-turned", View.of(new Place.Triage(p.id()), Views::turn));
            });
    views.put("cases", View.of(new Place.Cases()));
    desk.cases().list("", "changed", true, 0, 1).stream()
        .findFirst()
        .ifPresent(
            c -> {
              views.put("case", View.of(new Place.OneCase(c.id(), "overview")));
              views.put("case-people", View.of(new Place.OneCase(c.id(), "people")));
              views.put("case-forms", View.moment(new Place.OneCase(c.id(), "forms"), shell -> {}));
              views.put("case-statements", View.of(new Place.OneCase(c.id(), "statements")));
              views.put("case-screenings", View.of(new Place.OneCase(c.id(), "screenings")));
              desk.statements()
                  .of(c.id())
                  .forEach(s -> views.put(picture(s), View.of(new Place.OneStatement(s.id()))));
              views.put("case-history", View.of(new Place.OneCase(c.id(), "history")));
              views.put("case-exhibits", View.of(new Place.OneCase(c.id(), "exhibits")));
              for (Exhibits.ExhibitLine e : desk.exhibits().inCase(c.id())) {
                boolean picture = e.file().filter(f -> f.type().startsWith("image/")).isPresent();
                views.put(
                    picture ? "exhibit-picture" : "exhibit-text",
                    View.of(new Place.OneExhibit(e.id())));
              }
              desk.people().inCase(c.id()).stream()
                  .findFirst()
                  .ifPresent(p -> views.put("person", View.of(new Place.OnePerson(p.id()))));
            });
    views.put("screenings", View.of(new Place.Screenings()));
    for (Screenings.Line s : desk.screenings().unfinished()) {
      Place.Interview place = new Place.Interview(s.id());
      var page = desk.screenings().page(s.id());
      Opening.Step step = desk.restedConsents().next(page);
      if (step == Opening.Step.INTERPRETER && s.state() == Screenings.State.OPEN) {
        views.put("interview-opening", View.of(place));
        views.put("interview-pointing", View.of(place, sh -> interview(sh, KeyCode.F4)));
      } else if (step == Opening.Step.STATEMENT) {
        views.put("interview-statement", View.of(place));
      } else if (step == Opening.Step.CONSENTS) {
        views.put("interview-consents", View.of(place));
      } else if (s.state() == Screenings.State.STOPPED) {
        views.put("interview-stopped", View.of(place));
      } else if (page.formId().equals("labour")) {
        views.put("interview-labour", View.moment(place, Shell::goOn));
      } else {
        views.put("interview", View.of(place));
        views.put("interview-asking", View.of(place, Shell::goOn));
        views.put("interview-turned", View.of(place, Views::turnQuestion));
        views.put("dialog-danger", View.moment(place, sh -> interview(sh, KeyCode.F2)));
        views.put("dialog-fear", View.moment(place, sh -> Hand.click(sh, "fear-add")));
        views.put("interview-end", View.of(place, sh -> Hand.click(sh, "review")));
        views.put("interview-card", View.of(place, Views::card));
        views.put(NUMBER, View.of(place));
        views.put("interview-covered", View.of(place, sh -> interview(sh, KeyCode.F10)));
      }
    }
    desk.people().list("", "wristband", false, 0, 50).stream()
        .flatMap(p -> desk.screenings().of(p.id()).stream())
        .filter(s -> s.state() == Screenings.State.CLOSED)
        .findFirst()
        .ifPresent(s -> views.put("review", View.of(new Place.Review(s.id()))));
    desk.people().list("", "wristband", false, 0, 50).stream()
        .flatMap(p -> desk.forms().of(p.id()).stream())
        .forEach(
            f -> {
              Place.Filling place = new Place.Filling(f.id());
              views.put("form-" + f.form(), View.of(place));
              if (f.form().equals("defrauded")) {
                views.put("form-freeze", View.moment(place, Views::freeze));
                views.put("dialog-freeze", View.moment(place, Views::printFreeze));
                views.put("form-time", View.moment(place, Shell::goOn));
                views.put("form-end", View.moment(place, Views::toEnd));
              }
            });
    views.put("still-inside", View.of(new Place.StillInside()));
    desk.insideSites().sites().stream()
        .findFirst()
        .ifPresent(
            s -> {
              Place.OneSite place = new Place.OneSite(s.key());
              views.put("site", View.of(place));
              views.put("site-names", View.moment(place, sh -> Hand.click(sh, "show-names")));
            });
    views.put("directory", View.of(new Place.Directory()));
    two(desk).ifPresent(t -> views.put("two-screenings", View.of(t)));
    desk.people().list("", "wristband", false, 0, 50).stream()
        .filter(p -> desk.dossiers().any(p.id()))
        .findFirst()
        .ifPresent(
            p -> {
              Place.OneDossier place = new Place.OneDossier(p.id());
              views.put("dossier", View.of(place));
              views.put(
                  "dialog-dossier-seal", View.moment(place, s -> Hand.click(s, "dossier-seal")));
              views.put(
                  "dialog-dossier-print", View.moment(place, s -> Hand.click(s, "dossier-print")));
              views.put("dialog-deed", View.moment(place, s -> Hand.enter(s, "deeds", 1)));
            });
    views.put("exhibits", View.of(new Place.Exhibits()));
    views.put("packages", View.of(new Place.Packages()));
    views.put("settings", View.of(new Place.Settings()));
    return views;
  }

  /** The first person who was screened twice. */
  private static Optional<Place> two(Desk desk) {
    return desk.people().list("", "wristband", false, 0, 50).stream()
        .map(p -> desk.screenings().of(p.id()))
        .filter(all -> all.size() > 1)
        .findFirst()
        .map(all -> new Place.TwoScreenings(all.getFirst().id(), all.getLast().id()));
  }

  private static String picture(Statements.Line s) {
    return s.state() == Statements.State.CLOSED ? "statement-closed" : "statement-open";
  }

  /** What only headquarters shows. */
  static Map<String, View> headquarters(Desk desk) {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("overview", View.of(new Place.Overview()));
    views.put(
        "overview-contact", View.of(new Place.Overview(), sh -> Hand.click(sh, "tab-contact")));
    views.put("overview-pick", View.of(new Place.Overview(), Views::pick));
    views.put(
        "overview-numbers", View.of(new Place.Overview(), sh -> Hand.click(sh, "tab-numbers")));
    views.put("news", View.of(new Place.News()));
    views.put("news-sites", View.moment(new Place.News(), sh -> Hand.click(sh, "tab-sites")));
    views.put("arrivals", View.of(new Place.Arrivals()));
    views.put("deciding-list", View.of(new Place.Deciding()));
    Place deciding = new Place.Deciding(desk.disagreements().open().stream().findFirst());
    views.put("deciding", View.of(deciding));
    views.put("obvious", View.of(new Place.ObviousVersions()));
    views.put("dialog-ask", View.moment(deciding, sh -> Hand.click(sh, "ask-field")));
    views.put("same-person", View.of(new Place.SamePerson()));
    views.put(
        "same-person-said",
        View.moment(new Place.SamePerson(), shell -> Hand.click(shell, "tab-said")));
    views.put(
        "dialog-same-person",
        View.moment(new Place.SamePerson(), shell -> Hand.click(shell, "same-yes")));
    views.put("stations", View.of(new Place.Stations()));
    views.put("packages-headquarters", View.of(new Place.Packages()));
    views.put("settings-headquarters", View.moment(new Place.Settings(), shell -> {}));
    views.put(
        "dialog-integrity",
        View.moment(new Place.Settings(), shell -> Hand.click(shell, "integrity-name")));
    views.put(
        "dialog-admit", View.moment(new Place.Arrivals(), shell -> Hand.click(shell, "admit")));
    views.put(
        "dialog-reject", View.moment(new Place.Arrivals(), shell -> Hand.click(shell, "reject")));
    views.put(
        "dialog-second",
        View.moment(new Place.Today(), shell -> Hand.controlShift(shell, KeyCode.L)));
    return views;
  }

  /** A copy for another agency, as those see it who send it. */
  static Map<String, View> copies(Desk headquarters) {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("partners", View.moment(new Place.Partners(), shell -> {}));
    views.put(
        "dialog-own-card",
        View.moment(new Place.Partners(), shell -> Hand.click(shell, "own-card")));
    SecondAgency.caseOf(headquarters)
        .ifPresent(
            c -> {
              Place copy = new Place.CopyFor(new CopyRequest.Scope.OneCase(c));
              views.put("copy", View.of(copy));
              views.put(
                  "dialog-copy-seal", View.moment(copy, shell -> Hand.click(shell, "copy-seal")));
            });
    return views;
  }

  /** Returns the views of a copy for another agency, as those see it who got it. */
  static Map<String, View> copied(Desk elsewhere) {
    Map<String, View> views = new LinkedHashMap<>();
    views.put(
        "partners-received",
        View.moment(new Place.Partners(), shell -> Hand.click(shell, "tab-received")));
    elsewhere
        .copies()
        .received()
        .forEach(
            r ->
                views.put(
                    "copy-received", View.moment(new Place.ReceivedCopy(r.id()), shell -> {})));
    return views;
  }

  /** Lists as they are rarely seen, and what is asked in dialogs. */
  static Map<String, View> moments() {
    Map<String, View> views = new LinkedHashMap<>();
    views.put(
        "list-columns",
        View.moment(new Place.PeopleHere(), shell -> Hand.click(shell, "choose-columns")));
    views.put(
        "list-nomatch",
        View.moment(new Place.PeopleHere(), shell -> Hand.type(shell, "filter", "nobodyatall")));
    views.put(
        "house-bed", View.moment(new Place.House(), shell -> Hand.click(shell, "house-place")));
    views.put(
        "house-pair", View.moment(new Place.House(), shell -> Hand.click(shell, "house-apart")));
    for (ToDo.What what : List.of(ToDo.What.OVERRIDDEN, ToDo.What.OUTCOME)) {
      views.put(
          "dialog-" + what.name().toLowerCase(Locale.ROOT),
          View.moment(new Place.Today(), shell -> next(shell, what)));
    }
    views.put("search", View.moment(new Place.Today(), Views::search));
    views.put(
        "dialog-case", View.moment(new Place.Cases(), shell -> Hand.control(shell, KeyCode.N)));
    views.put(
        "dialog-person",
        View.moment(new Place.PeopleHere(), shell -> Hand.control(shell, KeyCode.N)));
    views.put(
        "dialog-handover",
        View.moment(new Place.Today(), shell -> Hand.controlShift(shell, KeyCode.L)));
    views.put(
        "dialog-sheet",
        View.moment(new Place.Settings(), shell -> Hand.click(shell, "sheet-make")));
    views.put(
        "dialog-passphrase",
        View.moment(new Place.Settings(), shell -> Hand.click(shell, "passphrase-change")));
    views.put(
        "dialog-officer",
        View.moment(new Place.Settings(), shell -> Hand.click(shell, "officer-add")));
    return views;
  }

  /** Opens a line of what is to do next. */
  private static void next(Shell shell, ToDo.What what) {
    if (shell.node().lookup("#next") instanceof TableView<?> table) {
      for (int i = 0; i < table.getItems().size(); i++) {
        if (table.getItems().get(i) instanceof ToDo t && t.what() == what) {
          Hand.enter(shell, "next", i);
          return;
        }
      }
    }
    throw new IllegalStateException("nothing to do of that kind");
  }

  private static void interview(Shell shell, KeyCode key) {
    Hand.press(shell.node().lookup(".interview"), key);
  }

  private static void printFreeze(Shell shell) {
    freeze(shell);
    Hand.click(shell, "print-freeze");
  }

  private static void freeze(Shell shell) {
    Hand.click(shell, "freeze");
  }

  /** Goes through all questions, as an officer does. */
  private static void toEnd(Shell shell) {
    for (int i = 0; i < 60 && shell.node().lookup("#close-form") == null; i++) {
      shell.goOn();
    }
  }

  /** Asks, and turns the question to the person. */
  private static void turnQuestion(Shell shell) {
    shell.goOn();
    interview(shell, KeyCode.F4);
  }

  /** The end of the conversation, with the card that the person takes along. */
  private static void card(Shell shell) {
    Hand.click(shell, "review");
    interview(shell, KeyCode.F3);
  }

  /** A station is given its place on the map. */
  private static void pick(Shell shell) {
    Hand.click(shell, "tab-contact");
    // What scrolls holds its content only once it has its look.
    shell.node().applyCss();
    Hand.click(shell, "place-A");
  }

  private static void search(Shell shell) {
    Hand.control(shell, KeyCode.K);
    Hand.type(shell, "search", "exam");
  }

  /** Goes to the second question, as an officer does, and turns the screen to the person. */
  private static void turn(Shell shell) {
    Node triage = shell.node().lookup("#triage-screen");
    for (int i = 0; i < Triages.QUESTIONS.size(); i++) {
      Hand.press(triage, KeyCode.UP);
    }
    Hand.press(triage, KeyCode.DOWN);
    Hand.press(triage, KeyCode.F4);
  }
}
