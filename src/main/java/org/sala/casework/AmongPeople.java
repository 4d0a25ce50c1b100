package org.sala.casework;

import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.consent.Overrides;
import org.sala.casework.exhibits.Attachments;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.exhibits.Photos;
import org.sala.casework.forms.BlankForms;
import org.sala.casework.forms.Forms;
import org.sala.casework.hall.Alarms;
import org.sala.casework.history.Histories;
import org.sala.casework.house.Handovers;
import org.sala.casework.house.House;
import org.sala.casework.house.Pairs;
import org.sala.casework.house.Stays;
import org.sala.casework.people.Ages;
import org.sala.casework.people.Cases;
import org.sala.casework.people.InsideSites;
import org.sala.casework.people.Involvements;
import org.sala.casework.people.Numbering;
import org.sala.casework.people.People;
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
import org.sala.casework.search.Search;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Station;

/** What is done with people and their cases: the hall, the house, screening, protection. */
abstract class AmongPeople {
  final Station station;
  final Ledger ledger;
  final AuditTrail audit;

  AmongPeople(Station station) {
    this.station = station;
    this.ledger = new Ledger(station);
    this.audit = new AuditTrail(station);
  }

  public Cases cases() {
    return new Cases(station, ledger);
  }

  public People people() {
    return new People(station, ledger, audit);
  }

  public Ages ages() {
    return new Ages(station, ledger, officers());
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

  public Involvements involvements() {
    return new Involvements(station, ledger);
  }

  public StillInside stillInside() {
    return new StillInside(station, ledger);
  }

  /** Returns what is known of those still inside, by site and building. */
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

  /** Sets two screenings of one person beside each other, question by question. */
  public SideBySide sideBySide() {
    return new SideBySide(station, screenings(), officers());
  }

  /** What comes before the first question. */
  public Openings openings() {
    return new Openings(station, ledger);
  }

  /** What people are asked to agree to before a rested screening, each by itself. */
  public RestedConsents restedConsents() {
    return new RestedConsents(station, ledger, audit);
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

  /** Tells people of findings, and has second looks at them. */
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

  public Consents consents() {
    return new Consents(station, ledger);
  }

  /** Letting protected parts go without a yes, and who signs for it. */
  public Overrides overrides() {
    return new Overrides(station, ledger, officers());
  }

  /** What stops packages to a country. */
  public Fears fears() {
    return new Fears(station, ledger);
  }

  /** What speaks for not punishing victims. */
  public Dossiers dossiers() {
    return new Dossiers(station, ledger, audit);
  }

  /** The directory of agencies without accounts, and how they are reached. */
  public Services services() {
    return new Services(station, ledger, audit);
  }

  /** Handing people to services. */
  public Referrals referrals() {
    return new Referrals(station, ledger, consents(), fears());
  }

  /** Writes down where people stay, and how they live there. */
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

  /** Finds numbers and names, wherever they are kept. */
  public Search search() {
    return new Search(
        station,
        new Search.Rooms(cases(), people(), stillInside(), statements(), screenings(), forms()));
  }
}
