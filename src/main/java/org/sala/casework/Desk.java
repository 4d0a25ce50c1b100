package org.sala.casework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.consent.Overrides;
import org.sala.casework.erasing.Elsewhere;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.exhibits.Attachments;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.exhibits.Photos;
import org.sala.casework.forms.BlankForms;
import org.sala.casework.forms.Forms;
import org.sala.casework.hall.Alarms;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.Bulletins;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.headquarters.LostLaptops;
import org.sala.casework.headquarters.News;
import org.sala.casework.headquarters.Overview;
import org.sala.casework.history.Histories;
import org.sala.casework.house.Handovers;
import org.sala.casework.house.House;
import org.sala.casework.house.Pairs;
import org.sala.casework.house.Stays;
import org.sala.casework.joining.CameOut;
import org.sala.casework.joining.Candidates;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.joining.Obvious;
import org.sala.casework.joining.Questions;
import org.sala.casework.joining.SamePeople;
import org.sala.casework.joining.TakingBack;
import org.sala.casework.keys.Adoptions;
import org.sala.casework.keys.AgencySlot;
import org.sala.casework.keys.Enrolment;
import org.sala.casework.keys.RecoverySheets;
import org.sala.casework.packages.CatalogueDelivery;
import org.sala.casework.packages.Decisions;
import org.sala.casework.packages.Integrity;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.Quarantine;
import org.sala.casework.packages.Reception;
import org.sala.casework.packages.TakenBack;
import org.sala.casework.paper.AgencyCards;
import org.sala.casework.paper.DossierLeaving;
import org.sala.casework.paper.Exports;
import org.sala.casework.paper.FindingOnPaper;
import org.sala.casework.paper.FormPapers;
import org.sala.casework.paper.HandOuts;
import org.sala.casework.paper.Papers;
import org.sala.casework.paper.Printing;
import org.sala.casework.paper.ScreeningPapers;
import org.sala.casework.partner.Copies;
import org.sala.casework.partner.Partners;
import org.sala.casework.people.Cases;
import org.sala.casework.people.InsideSites;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.Numbering;
import org.sala.casework.people.People;
import org.sala.casework.people.Search;
import org.sala.casework.people.StillInside;
import org.sala.casework.practice.Practice;
import org.sala.casework.protection.Dossiers;
import org.sala.casework.protection.Identifications;
import org.sala.casework.protection.Outcomes;
import org.sala.casework.protection.Referrals;
import org.sala.casework.protection.Services;
import org.sala.casework.screening.AskedBefore;
import org.sala.casework.screening.CountryRules;
import org.sala.casework.screening.Endings;
import org.sala.casework.screening.Findings;
import org.sala.casework.screening.Interpreters;
import org.sala.casework.screening.LeftScreenings;
import org.sala.casework.screening.Openings;
import org.sala.casework.screening.RestedConsents;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.SideBySide;
import org.sala.casework.screening.Statements;
import org.sala.casework.screening.TriagePages;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Drafts;
import org.sala.casework.station.Halfway;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.OlderFiles;
import org.sala.casework.station.Preferences;
import org.sala.casework.station.Reserve;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.sync.Carriers;
import org.sala.casework.sync.Sync;
import org.sala.domain.AuditEntry;
import org.sala.journal.Position;

/** An unlocked workspace with an officer at it: the ways to work, one object each. */
public final class Desk implements AutoCloseable {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Drafts drafts;
  private final Preferences preferences;
  private final Sync sync;
  private final YellowLine yellowLine;
  private final Optional<Others> others;

  /**
   * @param found key file and state as they were before anything was written
   * @param others other programs at the same headquarters
   */
  Desk(Station station, OlderFiles.Found found, Optional<Others> others) {
    this.station = station;
    this.others = others;
    this.ledger = new Ledger(station);
    this.audit = new AuditTrail(station);
    try {
      Set<OlderFiles.Which> older = olderFiles().look(found);
      this.yellowLine =
          new YellowLine(station, found.keyFileMended(), ClockLook.at(station), others);
      ClockLook.keep(station);
      this.drafts =
          new Drafts(
              station,
              new org.sala.vault.Drafts(
                  station.folder().folder("drafts"), station.keys(), station.tools().random()));
      this.preferences =
          new Preferences(
              new org.sala.vault.Settings(
                  station.folder().folder("settings"),
                  station.me().hex(),
                  station.keys(),
                  station.tools().random()));
      this.sync = new Sync(station, packages(), alarms(), new Carriers(station));
      ledger.listen(sync::changed);
      new Halfway(station).clear(audit);
      officers().settle();
      attachments().settle();
      leftScreenings().seal();
      audit.note(AuditEntry.Act.UNLOCKED, OlderFiles.standing(station));
      older.forEach(w -> audit.note(AuditEntry.Act.OLDER_FILE, w.name()));
      backups().noteBeginning();
      agencySlot().keep();
      new Reserve(station).take();
      others.ifPresent(o -> o.begin(ledger));
    } catch (RuntimeException e) {
      // Nobody gets this desk, and so nobody could close it.
      Entrance.closing(e, audit::close);
      throw e;
    }
  }

  Station station() {
    return station;
  }

  AgencySlot agencySlot() {
    return new AgencySlot(station, audit);
  }

  /** Laptops whose officers have lost every passphrase. */
  public LostLaptops lostLaptops() {
    return new LostLaptops(station, audit);
  }

  /** What stays on the yellow line, the first one first. */
  public List<Pending> pending() {
    return yellowLine.pending(officers(), enrolment(), headquarters(), backups());
  }

  /** Of what is pending, how it stands at the server; asks nothing of it, and comes and goes. */
  public List<Pending> atServer() {
    return yellowLine.atServer();
  }

  /** Hears of every saved act, on the thread that saved it. */
  public void listen(Consumer<Saved> listener) {
    ledger.listen(listener);
  }

  /** Hears of every act as soon as the disk has it: from then on it is saved, shown or not. */
  public void listenForSaved(Consumer<Saved> listener) {
    ledger.listenForSaved(listener);
  }

  /** Hears that other programs of this headquarters wrote something, on a thread of its own. */
  public void listenForOthers(Runnable listener) {
    ledger.listenForOthers(listener);
  }

  public void forgetOthers(Runnable listener) {
    ledger.forgetOthers(listener);
  }

  /** Other machines at this headquarters. */
  public Invitations invitations() {
    return new Invitations(station, officers(), headquarters());
  }

  /** Where this headquarters stands on its server; empty where it lies in its own folder. */
  public Optional<Others.Standing> onServer() {
    return others.map(Others::standing);
  }

  public void forget(Consumer<Saved> listener) {
    ledger.forget(listener);
  }

  public Cases cases() {
    return new Cases(station, ledger);
  }

  public People people() {
    return new People(station, ledger, audit);
  }

  /** What numbers begin with here. */
  public Numbering numbering() {
    return new Numbering(station);
  }

  public Attachments attachments() {
    return new Attachments(station, ledger);
  }

  public Photos photos() {
    return new Photos(station, ledger, audit);
  }

  public Exhibits exhibits() {
    return new Exhibits(station, ledger, audit);
  }

  public Triages triages() {
    return new Triages(station, ledger, people());
  }

  /** What was said at triage. */
  public TriagePages triagePages() {
    return new TriagePages(station);
  }

  /** How this officer likes the program to be. */
  public Preferences preferences() {
    return preferences;
  }

  /** What was typed and not saved. */
  public Drafts drafts() {
    return drafts;
  }

  public Involvements involvements() {
    return new Involvements(station, ledger);
  }

  public StillInside stillInside() {
    return new StillInside(station, ledger);
  }

  /** The same by site and building. */
  public InsideSites insideSites() {
    return new InsideSites(station, audit);
  }

  public Statements statements() {
    return new Statements(station, ledger, people(), officers(), audit);
  }

  public Interpreters interpreters() {
    return new Interpreters(station, ledger);
  }

  /** People in danger, on whichever laptop of the hall. */
  public Alarms alarms() {
    return new Alarms(station, ledger, people(), officers());
  }

  /** What Today shows. */
  public Tonight tonight() {
    return new Tonight(
        station,
        people(),
        officers(),
        packages(),
        interpreters(),
        approvals(),
        new QuestionsToDo(questions(), bulletins(), people()),
        new DangerToDo(alarms(), people()),
        erasedElsewhere());
  }

  public Screenings screenings() {
    return new Screenings(station, ledger, people(), audit);
  }

  /** What was said in screenings that nobody has closed. */
  public LeftScreenings leftScreenings() {
    return new LeftScreenings(station, ledger, screenings(), audit);
  }

  /** Forms that are filled in with people. */
  public Forms forms() {
    return new Forms(station, ledger, people(), blankForms(), audit);
  }

  /** Forms from elsewhere that can be filled in here. */
  public BlankForms blankForms() {
    return new BlankForms(station, ledger, audit);
  }

  /** Invented people to practise with; none of it where work is done. */
  public Practice practice() {
    return new Practice(station, ledger, people(), screenings(), officers());
  }

  /** Two screenings of one person, question by question. */
  public SideBySide sideBySide() {
    return new SideBySide(station, screenings(), officers());
  }

  /** What comes before the first question. */
  public Openings openings() {
    return new Openings(station, ledger);
  }

  /** What people are asked to agree to before a rested screening, each by itself. */
  public RestedConsents restedConsents() {
    return new RestedConsents(station, ledger, people(), audit);
  }

  /** What people were asked elsewhere. */
  public AskedBefore askedBefore() {
    return new AskedBefore(station);
  }

  /** What the catalogue says of the country. */
  public CountryRules countryRules() {
    return new CountryRules(station, audit);
  }

  /** How an interview ends. */
  public Endings endings() {
    return new Endings(station, ledger, audit);
  }

  public Findings findings() {
    return new Findings(station, ledger, officers());
  }

  /** Erasing a person or a case for good. */
  public Erasures erasures() {
    return new Erasures(station, ledger, audit, officers(), people(), packages());
  }

  /** At headquarters: what stations have erased and what still stands here. */
  public Elsewhere erasedElsewhere() {
    return new Elsewhere(station, ledger, officers());
  }

  /** Telling people of findings, and second looks at them. */
  public Outcomes outcomes() {
    return new Outcomes(station, ledger, officers());
  }

  /** What authorities have decided of people. */
  public Identifications identifications() {
    return new Identifications(station, ledger, officers());
  }

  public Histories histories() {
    return new Histories(station, ledger, officers());
  }

  public Officers officers() {
    return new Officers(station, ledger, audit);
  }

  /** Whether an older key file or state was put in place. */
  public OlderFiles olderFiles() {
    return new OlderFiles(station);
  }

  public RecoverySheets recoverySheets() {
    return new RecoverySheets(station, officers(), audit);
  }

  public Enrolment enrolment() {
    return new Enrolment(station, audit, officers(), adoptions());
  }

  /** What a lost key has written, after a recovery by the sheet. */
  public Adoptions adoptions() {
    return new Adoptions(station, ledger, officers());
  }

  public Headquarters headquarters() {
    return new Headquarters(station, ledger, audit);
  }

  /** What came, what is missing, what is undecided, station by station. */
  public Overview overview() {
    return new Overview(station);
  }

  /** What came since this officer last looked. */
  public News news() {
    return new News(station, people(), preferences);
  }

  /** Acts of the authority by two. */
  public Approvals approvals() {
    return new Approvals(station, ledger, officers());
  }

  public Consents consents() {
    return new Consents(station, ledger);
  }

  /** What stations wrote differently, and deciding it. */
  public Disagreements disagreements() {
    return new Disagreements(station, ledger, officers(), people());
  }

  /** Decisions between versions that can be taken back. */
  public TakingBack takingBack() {
    return new TakingBack(station, ledger);
  }

  /** Records that are one person's, and saying so. */
  public SamePeople samePeople() {
    return new SamePeople(station, ledger, officers(), people());
  }

  /** Records that may be. */
  public Candidates candidates() {
    return new Candidates(station, samePeople(), audit);
  }

  /** Who was told of as inside, and is here now. */
  public CameOut cameOut() {
    return new CameOut(station, samePeople(), audit);
  }

  /** Letting protected parts go without a yes, and who signs for it. */
  public Overrides overrides() {
    return new Overrides(station, ledger, officers());
  }

  /** What headquarters asks the stations. */
  public Questions questions() {
    return new Questions(station, ledger);
  }

  /** What headquarters tells all its stations. */
  public Bulletins bulletins() {
    return new Bulletins(station, ledger);
  }

  /** Disagreements that are none. */
  public Obvious obvious() {
    return new Obvious(disagreements());
  }

  /** How decisions come back to the stations. */
  public Decisions decisions() {
    return new Decisions(station, ledger, audit);
  }

  /** What follows from a yes that was taken back. */
  public TakenBack takenBack() {
    return new TakenBack(station, consents());
  }

  /** What stops packages to a country. */
  public Fears fears() {
    return new Fears(station, ledger);
  }

  /** What speaks for not punishing victims. */
  public Dossiers dossiers() {
    return new Dossiers(station, ledger, audit);
  }

  /** How a dossier leaves. */
  public DossierLeaving dossierLeaving() {
    return new DossierLeaving(
        station, ledger, new Printing(station, audit), dossiers(), packages());
  }

  /** Agencies without accounts, and how they are reached. */
  public Services services() {
    return new Services(station, ledger, audit);
  }

  /** Handing people to services. */
  public Referrals referrals() {
    return new Referrals(station, ledger, consents(), fears());
  }

  /** What is printed. */
  public Papers papers() {
    return new Papers(station, ledger, new Printing(station, audit), people());
  }

  /** Tables for others. */
  public Exports exports() {
    return new Exports(station, audit, people(), screenings(), consents(), fears());
  }

  /** What is given out on paper. */
  public HandOuts handOuts() {
    return new HandOuts(station, new Printing(station, audit), referrals(), people());
  }

  /** What is printed of a screening. */
  public ScreeningPapers screeningPapers() {
    return new ScreeningPapers(
        new Printing(station, audit), new FindingOnPaper(station, officers()), screenings());
  }

  /** Forms on paper, empty and filled in. */
  public FormPapers formPapers() {
    return new FormPapers(new Printing(station, audit), forms(), blankForms());
  }

  /** Where people stay, and how they live there. */
  public Stays stays() {
    return new Stays(station, ledger);
  }

  /** Who is kept apart from whom, and which adult a child may be with. */
  public Pairs pairs() {
    return new Pairs(station, ledger, people(), officers());
  }

  /** Handing the house over, and what has happened since. */
  public Handovers handovers() {
    return new Handovers(station, ledger, officers());
  }

  /** Everyone who is here. */
  public House house() {
    return new House(station, people(), stays(), pairs(), handovers(), audit);
  }

  /** Other agencies that are known here. */
  public Partners partners() {
    return new Partners(station, ledger, audit, approvals());
  }

  /** This agency's card on paper. */
  public AgencyCards agencyCards() {
    return new AgencyCards(new Printing(station, audit), partners());
  }

  /** Copies for other agencies, and theirs. */
  public Copies copies() {
    return new Copies(station, ledger, audit, packages(), partners(), referrals());
  }

  public Packages packages() {
    return new Packages(station, ledger, audit);
  }

  /** What carries by itself, and the carriers that were set up. */
  public Sync sync() {
    return sync;
  }

  /** What people are asked with, and catalogues from headquarters. */
  public CatalogueDelivery catalogues() {
    return new CatalogueDelivery(station, ledger, audit);
  }

  /** Who looks into officials, and what was sealed for it. */
  public Integrity integrity() {
    return new Integrity(station, ledger, audit);
  }

  public Quarantine quarantine() {
    return new Quarantine(station, ledger, audit, officers(), packages());
  }

  public Reception reception() {
    return new Reception(station, officers());
  }

  public AuditTrail audit() {
    return audit;
  }

  public Backups backups() {
    return new Backups(station, audit, others);
  }

  public Search search() {
    return new Search(station, people());
  }

  /**
   * Reads the whole journal and checks every frame; unlocking alone checks only what came since the
   * last time. Returns the segment of the first spoiled frame.
   */
  public Optional<Integer> spoiledSegment() {
    return station.journal().check().map(Position::segment);
  }

  /** The language that this workspace was made in. */
  public String language() {
    return station.state().text("language").orElse("en");
  }

  /**
   * Somebody locks: what takes long ends at the next place where it can be gone on with. Whoever
   * locks waits for that before {@link #close}.
   */
  public void end() {
    ledger.end();
    sync.stop();
  }

  /** Locks: keys are wiped, files are closed, the lock is given back. */
  @Override
  public void close() {
    end();
    new Locking(station, audit, others).lock(sync::close, drafts::close, preferences::close);
  }
}
