package org.sala.ui.route;

import java.util.List;
import java.util.Optional;
import org.sala.ui.kit.Tabs;
import org.sala.ui.text.Texts;

/** What a place is called before anything of it was read: where it belongs, and what it is. */
public record Headings(String crumb, String title) {
  private static final List<String> CASE_TABS =
      List.of(
          "case.overview",
          "case.people",
          "case.screenings",
          "case.forms",
          "case.statements",
          "case.exhibits",
          "case.history");

  /** The heading of a place, without what only the record itself knows. */
  public static Headings of(Place place, Texts texts) {
    return switch (place) {
      case Place.Today t -> one("nav.today", texts);
      case Place.PeopleHere p -> one("nav.people", texts);
      case Place.House h -> in("nav.people", "house.title", texts);
      case Place.OnePerson p -> in("nav.people", "field.person", texts);
      case Place.Intake i -> in("nav.people", "intake.title", texts);
      case Place.Triage t -> in("nav.people", "person.triage", texts);
      case Place.Filling f -> in("nav.people", "field.form", texts);
      case Place.OneDossier d -> in("nav.people", "dossier.title", texts);
      case Place.OneStatement s -> in("nav.cases", "statement.tab", texts);
      case Place.Cases c -> one("nav.cases", texts);
      case Place.OneCase c -> in("nav.cases", "field.case", texts);
      case Place.Screenings s -> one("nav.screening", texts);
      case Place.Interview i -> in("nav.screening", "today.interview", texts);
      case Place.Review r -> in("nav.screening", "review.title", texts);
      case Place.TwoScreenings t -> in("nav.screening", "two.title", texts);
      case Place.Practice p -> one("practice.title", texts);
      case Place.PracticeScore p -> in("practice.title", "today.interview", texts);
      case Place.Exhibits e -> one("nav.exhibits", texts);
      case Place.OneExhibit e -> in("nav.exhibits", "field.exhibit", texts);
      case Place.Packages p -> one("nav.packages", texts);
      case Place.Overview o -> one("nav.overview", texts);
      case Place.News n -> in("nav.overview", "news.title", texts);
      case Place.Arrivals a -> one("nav.arrivals", texts);
      case Place.Deciding d -> one("deciding.title", texts);
      case Place.ObviousVersions o -> in("deciding.title", "obvious.title", texts);
      case Place.SamePerson s -> in("deciding.title", "same.title", texts);
      case Place.Directory d -> one("directory.title", texts);
      case Place.StillInside s -> one("sites.title", texts);
      case Place.OneSite s -> in("sites.title", "sites.site", texts);
      case Place.Stations s -> one("nav.stations", texts);
      case Place.Partners p -> one("partner.title", texts);
      case Place.ReceivedCopy r -> in("partner.title", "partner.copy", texts);
      case Place.CopyFor c -> in("partner.title", "partner.copy", texts);
      case Place.Founding f -> one("founding.title", texts);
      case Place.Settings s -> one("nav.settings", texts);
    };
  }

  private static Headings one(String title, Texts texts) {
    return new Headings("", texts.t(title));
  }

  private static Headings in(String crumb, String title, Texts texts) {
    return new Headings(texts.t(crumb), texts.t(title));
  }

  /** The tabs that are places by themselves: choosing one reads that anew. */
  public static Optional<Tabs> tabs(Place place, Texts texts, Navigator navigator) {
    if (!(place instanceof Place.OneCase c)) {
      return Optional.empty();
    }
    boolean[] shown = {false};
    Tabs tabs =
        new Tabs(
            key -> {
              if (shown[0]) {
                navigator.go(new Place.OneCase(c.id(), key));
              }
            });
    // How many there are in each is not known.
    CASE_TABS.forEach(
        words -> tabs.add(words.substring("case.".length()), texts.t(words, "").strip()));
    tabs.choose(c.tab());
    shown[0] = true;
    return Optional.of(tabs);
  }
}
