package org.sala.ui.shell;

import java.time.Clock;
import org.sala.casework.Desk;
import org.sala.ui.casepage.CaseScreen;
import org.sala.ui.cases.CasesScreen;
import org.sala.ui.directory.DirectoryScreen;
import org.sala.ui.dossier.DossierScreen;
import org.sala.ui.exhibits.ExhibitScreen;
import org.sala.ui.exhibits.ExhibitsScreen;
import org.sala.ui.forms.FormScreen;
import org.sala.ui.headquarters.ArrivalsScreen;
import org.sala.ui.headquarters.FoundingScreen;
import org.sala.ui.headquarters.PartnersScreen;
import org.sala.ui.headquarters.StationsScreen;
import org.sala.ui.house.HouseScreen;
import org.sala.ui.inside.InsideScreen;
import org.sala.ui.inside.SiteScreen;
import org.sala.ui.intake.IntakeScreen;
import org.sala.ui.joining.DecidingScreen;
import org.sala.ui.joining.ObviousScreen;
import org.sala.ui.joining.SamePersonScreen;
import org.sala.ui.joining.WaitingScreen;
import org.sala.ui.overview.NewsScreen;
import org.sala.ui.overview.OverviewScreen;
import org.sala.ui.packages.PackagesScreen;
import org.sala.ui.partner.CopyScreen;
import org.sala.ui.partner.ReceivedScreen;
import org.sala.ui.people.PeopleScreen;
import org.sala.ui.people.PersonScreen;
import org.sala.ui.practice.PracticeScreen;
import org.sala.ui.practice.ScoreScreen;
import org.sala.ui.roster.EraseForm;
import org.sala.ui.route.Covering;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.screening.InterviewScreen;
import org.sala.ui.screening.ReviewScreen;
import org.sala.ui.screening.ScreeningsScreen;
import org.sala.ui.screening.TwoScreen;
import org.sala.ui.settings.BackupRun;
import org.sala.ui.settings.SettingsScreen;
import org.sala.ui.statement.StatementScreen;
import org.sala.ui.today.TodayScreen;
import org.sala.ui.triage.TriageScreen;

/** What stands at each place: the one exhaustive switch from places to screens. */
final class Screens {
  private final Desk desk;
  private final Shell.Window window;
  private final Clock clock;
  private final Here here;
  private final BackupRun backup;
  private final Covering covering;

  /**
   * @param backup a backup that goes on while screens come and go
   */
  Screens(
      Desk desk, Shell.Window window, Clock clock, Here here, BackupRun backup, Covering covering) {
    this.desk = desk;
    this.window = window;
    this.clock = clock;
    this.here = here;
    this.backup = backup;
    this.covering = covering;
  }

  private EraseForm erase() {
    return new EraseForm(desk.erasures(), here, window::lock);
  }

  private DecidingScreen.Doing deciding() {
    return new DecidingScreen.Doing(
        desk.disagreements(),
        desk.reopening(),
        desk.forStations(),
        desk.packages(),
        desk.questions());
  }

  /** A new screen for the place, which asks for its contents by itself. */
  Screen at(Place place) {
    return switch (place) {
      case Place.Today t ->
          new TodayScreen(
              new TodayScreen.Doing(
                  desk.tonight(),
                  desk.packages(),
                  desk.triages(),
                  desk.countryRules(),
                  desk.findings(),
                  desk.ages(),
                  desk.outcomes(),
                  desk.overrides(),
                  desk.screenings(),
                  desk.interpreters(),
                  desk.numbering(),
                  desk.papers(),
                  desk.formPapers(),
                  desk.exports(),
                  desk.questions(),
                  desk.bulletins(),
                  desk.alarms(),
                  desk.erasedElsewhere(),
                  desk.drafts(),
                  desk.people(),
                  desk.cases()),
              clock,
              here);
      case Place.Intake i ->
          new IntakeScreen(
              new IntakeScreen.Doing(desk.people(), desk.numbering(), desk.photos()), here);
      case Place.Triage t ->
          new TriageScreen(
              t.person(),
              new TriageScreen.Doing(desk.triages(), desk.people(), desk.interpreters(), covering),
              clock,
              here);
      case Place.PeopleHere p ->
          new PeopleScreen(desk.people(), desk.numbering(), desk.preferences(), here);
      case Place.House h ->
          new HouseScreen(
              new HouseScreen.Doing(
                  desk.house(),
                  desk.stays(),
                  desk.pairs(),
                  desk.handovers(),
                  desk.papers(),
                  desk.histories()),
              clock,
              here);
      case Place.OnePerson p ->
          new PersonScreen(
              p.id(),
              new PersonScreen.Doing(
                  desk.people(),
                  desk.ages(),
                  desk.photos(),
                  desk.triagePages(),
                  desk.consents(),
                  desk.restedConsents(),
                  desk.overrides(),
                  desk.takenBack(),
                  desk.fears(),
                  desk.referrals(),
                  desk.partners(),
                  desk.services(),
                  desk.dossiers(),
                  desk.findings(),
                  desk.outcomes(),
                  desk.identifications(),
                  desk.countryRules(),
                  desk.screenings(),
                  desk.forms(),
                  desk.blankForms(),
                  desk.involvements(),
                  desk.statements(),
                  desk.histories(),
                  desk.handOuts(),
                  desk.candidates(),
                  desk.cameOut(),
                  desk.questions(),
                  desk.packages(),
                  desk.erasedElsewhere()),
              clock,
              erase(),
              here);
      case Place.OneStatement s ->
          new StatementScreen(
              s.id(),
              new StatementScreen.Doing(
                  desk.statements(), desk.histories(), desk.packages(), desk.people()),
              here);
      case Place.Screenings s ->
          new ScreeningsScreen(
              new ScreeningsScreen.Doing(
                  desk.screenings(),
                  desk.tonight(),
                  desk.packages(),
                  desk.people(),
                  desk.preferences()),
              clock,
              here);
      case Place.Interview i ->
          new InterviewScreen(
              i.screening(),
              new InterviewScreen.Doing(
                  desk.screenings(),
                  desk.openings(),
                  desk.restedConsents(),
                  desk.countryRules(),
                  desk.askedBefore(),
                  desk.endings(),
                  desk.interpreters(),
                  desk.triages(),
                  desk.fears(),
                  desk.handOuts(),
                  desk.practice(),
                  desk.officers(),
                  covering),
              clock,
              here);
      case Place.Review r ->
          new ReviewScreen(
              r.screening(),
              r.signing(),
              new ReviewScreen.Doing(
                  desk.screenings(),
                  desk.findings(),
                  desk.outcomes(),
                  desk.histories(),
                  desk.packages(),
                  desk.screeningPapers(),
                  desk.practice()),
              here);
      case Place.Filling f ->
          new FormScreen(
              f.form(),
              new FormScreen.Doing(
                  desk.forms(), desk.packages(), desk.handOuts(), desk.formPapers(), covering),
              clock,
              here);
      case Place.Practice p ->
          new PracticeScreen(
              new PracticeScreen.Doing(desk.practice(), desk.screenings()), clock, here);
      case Place.PracticeScore p -> new ScoreScreen(p.screening(), desk.practice(), here);
      case Place.TwoScreenings t -> new TwoScreen(t.first(), t.second(), desk.sideBySide(), here);
      case Place.Cases c ->
          new CasesScreen(desk.cases(), desk.numbering(), desk.preferences(), here);
      case Place.OneCase c ->
          new CaseScreen(
              c.id(),
              c.tab(),
              new CaseScreen.Doing(
                  desk.cases(),
                  desk.people(),
                  desk.numbering(),
                  desk.involvements(),
                  desk.stillInside(),
                  desk.screenings(),
                  desk.forms(),
                  desk.blankForms(),
                  desk.statements(),
                  desk.histories(),
                  desk.packages(),
                  desk.exhibits(),
                  desk.erasedElsewhere(),
                  desk.preferences()),
              clock,
              erase(),
              here);
      case Place.Exhibits e ->
          new ExhibitsScreen(
              new ExhibitsScreen.Doing(
                  desk.exhibits(),
                  desk.cases(),
                  desk.packages(),
                  desk.headquarters().isHeadquarters()),
              desk.preferences(),
              here);
      case Place.OneExhibit e ->
          new ExhibitScreen(
              e.id(),
              new ExhibitScreen.Doing(
                  desk.exhibits(), desk.cases(), desk.histories(), desk.packages()),
              here);
      case Place.Packages p ->
          new PackagesScreen(
              desk.packages(),
              desk.sync(),
              desk.preferences(),
              desk.headquarters().isHeadquarters(),
              p,
              here);
      case Place.Overview o ->
          new OverviewScreen(
              new OverviewScreen.Doing(
                  desk.overview(), desk.exports(), desk.places(), desk.insideSites()),
              here);
      case Place.News n -> new NewsScreen(n.from(), desk.news(), here);
      case Place.Arrivals a ->
          new ArrivalsScreen(
              new ArrivalsScreen.Doing(
                  desk.packages(), desk.reception(), desk.quarantine(), desk.preferences()),
              a,
              here);
      case Place.OneDossier d ->
          new DossierScreen(
              d.person(),
              new DossierScreen.Doing(
                  desk.dossiers(),
                  desk.people(),
                  desk.histories(),
                  desk.consents(),
                  desk.dossierLeaving(),
                  desk.officers()),
              here);
      case Place.Directory d -> new DirectoryScreen(desk.services(), here);
      case Place.StillInside i -> new InsideScreen(desk.insideSites(), here);
      case Place.OneSite o ->
          new SiteScreen(o.key(), desk.insideSites(), desk.stillInside(), desk.histories(), here);
      case Place.Deciding d ->
          d.record().isPresent()
              ? new DecidingScreen(d.record(), deciding(), here)
              : new WaitingScreen(d.from(), deciding(), desk.preferences(), clock.millis(), here);
      case Place.ObviousVersions o -> new ObviousScreen(desk.obvious(), here);
      case Place.SamePerson p ->
          new SamePersonScreen(
              p.person(),
              new SamePersonScreen.Doing(
                  desk.candidates(),
                  desk.samePeople(),
                  desk.tooManyLinks(),
                  desk.people(),
                  desk.questions()),
              here);
      case Place.Stations s ->
          new StationsScreen(
              new StationsScreen.Doing(
                  desk.headquarters(),
                  desk.approvals(),
                  desk.enrolment(),
                  desk.lostLaptops(),
                  desk.bulletins(),
                  desk.forStations(),
                  desk.packages()),
              s.chosen(),
              here);
      case Place.Partners p ->
          new PartnersScreen(
              new PartnersScreen.Doing(
                  desk.partners(), desk.copies(), desk.approvals(), desk.agencyCards()),
              here);
      case Place.ReceivedCopy r -> new ReceivedScreen(r.copy(), desk.copies(), here);
      case Place.CopyFor c ->
          new CopyScreen(c.scope(), new CopyScreen.Doing(desk.copies(), desk.partners()), here);
      case Place.Founding f -> new FoundingScreen(desk.headquarters(), here);
      case Place.Settings s ->
          new SettingsScreen(
              new SettingsScreen.Doing(
                  desk.officers(),
                  desk.drafts(),
                  desk.recoverySheets(),
                  desk.agencyShares(),
                  desk.approvals(),
                  desk.olderFiles(),
                  desk.enrolment(),
                  desk.adoptions(),
                  desk.headquarters(),
                  desk.catalogues(),
                  desk.integrity(),
                  desk.audit(),
                  desk.erasures(),
                  desk.erasedElsewhere(),
                  desk.backups(),
                  backup,
                  desk.sync(),
                  desk.faults()),
              new SettingsScreen.Look(
                  window.theme(),
                  window::wear,
                  window::speak,
                  window.idleMinutes(),
                  window::lockAfter),
              here);
    };
  }
}
