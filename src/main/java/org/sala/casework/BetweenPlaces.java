package org.sala.casework;

import org.sala.casework.erasing.Elsewhere;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.headquarters.AgencyShares;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.Bulletins;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.headquarters.LostLaptops;
import org.sala.casework.headquarters.Overview;
import org.sala.casework.headquarters.Places;
import org.sala.casework.joining.CameOut;
import org.sala.casework.joining.Candidates;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.joining.Obvious;
import org.sala.casework.joining.Questions;
import org.sala.casework.joining.Reopening;
import org.sala.casework.joining.SamePeople;
import org.sala.casework.joining.TooManyLinks;
import org.sala.casework.keys.Adoptions;
import org.sala.casework.keys.Enrolment;
import org.sala.casework.keys.RecoverySheets;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.carry.WithdrawalFollowUps;
import org.sala.casework.packages.catalogue.CatalogueDelivery;
import org.sala.casework.packages.catalogue.IntegrityOffice;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.receipt.ForStations;
import org.sala.casework.packages.register.Reception;
import org.sala.casework.packages.take.Quarantine;
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
import org.sala.casework.station.Station;

/** What goes from here to other places, on a stick or on paper, and what comes from there. */
abstract class BetweenPlaces extends AmongPeople {
  private final ForStations forStations;

  BetweenPlaces(Station station) {
    super(station);
    this.forStations = new ForStations(station, new DecisionDelivery(station, ledger, audit));
  }

  /** Laptops whose officers have lost every passphrase. */
  public LostLaptops lostLaptops() {
    return new LostLaptops(station, audit);
  }

  public Headquarters headquarters() {
    return new Headquarters(station, ledger, audit);
  }

  /** What came, what is missing, what is undecided, station by station. */
  public Overview overview() {
    return new Overview(station);
  }

  /** Where stations and sites are, for the map. */
  public Places places() {
    return new Places(station);
  }

  /** Acts of the authority by two. */
  public Approvals approvals() {
    return new Approvals(station, ledger, officers());
  }

  /** The agency's recovery key in three sheets. */
  public AgencyShares agencyShares() {
    return new AgencyShares(station, officers(), audit, approvals());
  }

  public Enrolment enrolment() {
    return new Enrolment(station, audit, officers(), adoptions());
  }

  /** What a lost key has written, after a recovery by the sheet. */
  public Adoptions adoptions() {
    return new Adoptions(station, ledger, officers());
  }

  public RecoverySheets recoverySheets() {
    return new RecoverySheets(station, officers(), audit);
  }

  /** What headquarters asks the stations. */
  public Questions questions() {
    return new Questions(station, ledger);
  }

  /** Tells all stations of headquarters something, and shows it there. */
  public Bulletins bulletins() {
    return new Bulletins(station, ledger);
  }

  /** Shows what stations wrote differently, and decides it. */
  public Disagreements disagreements() {
    return new Disagreements(station, ledger, officers(), people());
  }

  /** Decisions between versions that can be taken back. */
  public Reopening reopening() {
    return new Reopening(station, ledger);
  }

  /** Says that two records are one person's, and shows which are. */
  public SamePeople samePeople() {
    return new SamePeople(station, ledger, officers(), people());
  }

  /** More records held to be one person's than anybody has. */
  public TooManyLinks tooManyLinks() {
    return new TooManyLinks(station, ledger, officers(), people(), samePeople());
  }

  /** Records that may be. */
  public Candidates candidates() {
    return new Candidates(station, samePeople(), audit);
  }

  /** Who was told of as inside, and is here now. */
  public CameOut cameOut() {
    return new CameOut(station, samePeople(), audit);
  }

  /** Disagreements that are none. */
  public Obvious obvious() {
    return new Obvious(disagreements());
  }

  /** How decisions come back to the stations. */
  public DecisionDelivery decisions() {
    return new DecisionDelivery(station, ledger, audit);
  }

  /** What waits for stations. */
  public ForStations forStations() {
    return forStations;
  }

  /** What follows from a yes that was taken back. */
  public WithdrawalFollowUps takenBack() {
    return new WithdrawalFollowUps(station, consents());
  }

  /** Other agencies that are known here. */
  public Partners partners() {
    return new Partners(station, ledger, audit, approvals());
  }

  /** Prints this agency's card on paper. */
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

  /** What people are asked with, and catalogues from headquarters. */
  public CatalogueDelivery catalogues() {
    return new CatalogueDelivery(station, ledger, audit);
  }

  /** Who looks into officials, and what was sealed for it. */
  public IntegrityOffice integrity() {
    return new IntegrityOffice(station, ledger, audit);
  }

  public Quarantine quarantine() {
    return new Quarantine(station, ledger, audit, officers());
  }

  public Reception reception() {
    return new Reception(station, officers());
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

  /** How a dossier leaves. */
  public DossierLeaving dossierLeaving() {
    return new DossierLeaving(
        station, ledger, new Printing(station, audit), dossiers(), packages());
  }

  /** Erasing a person or a case for good. */
  public Erasures erasures() {
    return new Erasures(station, ledger, audit, officers(), people());
  }

  /** Shows at headquarters what stations have erased and what still stands here. */
  public Elsewhere erasedElsewhere() {
    return new Elsewhere(station, ledger, officers());
  }
}
