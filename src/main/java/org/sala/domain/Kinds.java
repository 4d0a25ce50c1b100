package org.sala.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one table of kinds and fields that merge, history, search, exports and tests read. */
public final class Kinds {
  private Kinds() {}

  public static final Kind CASE = CaseKinds.CASE;

  public static final Kind INVOLVEMENT = CaseKinds.INVOLVEMENT;

  public static final Kind STATEMENT = CaseKinds.STATEMENT;

  public static final Kind EXHIBIT = CaseKinds.EXHIBIT;

  public static final Kind CUSTODY = CaseKinds.CUSTODY;

  public static final Kind PERSON = PersonKinds.PERSON;

  public static final Kind INSIDE = PersonKinds.INSIDE;

  public static final Kind TRIAGE = ScreeningKinds.TRIAGE;

  public static final Kind SCREENING = ScreeningKinds.SCREENING;

  /** What may name officials in a screening, sealed for the integrity recipient alone. */
  public static final Kind ENVELOPE = ScreeningKinds.ENVELOPE;

  /** A note that headquarters gave an envelope to whom it is for; it stays there. */
  public static final Kind PASSED_ON = ScreeningKinds.PASSED_ON;

  /** A form that was filled in with a person, by whichever catalogue or file it comes from. */
  public static final Kind FILLED = ScreeningKinds.FILLED;

  /** A form from elsewhere, such as one made with KoboToolbox, that can be filled in here. */
  public static final Kind BLANK = ScreeningKinds.BLANK;

  public static final Kind FINDING = ScreeningKinds.FINDING;

  public static final Kind CONFIRMATION = ScreeningKinds.CONFIRMATION;

  /** What the authority that the law names has decided: formal identification. */
  public static final Kind IDENTIFIED = OutcomeKinds.IDENTIFIED;

  /** A note that a person was told of a finding: who told it, how, in which language. */
  public static final Kind OUTCOME = OutcomeKinds.OUTCOME;

  /** A person asks that another officer looks at a finding again. */
  public static final Kind SECOND_LOOK = OutcomeKinds.SECOND_LOOK;

  /** What another officer found at a second look. */
  public static final Kind LOOKED = OutcomeKinds.LOOKED;

  public static final Kind CONSENT = PersonKinds.CONSENT;

  /** What a person fears of a country; in the open, so that whoever seals is stopped by it. */
  public static final Kind FEAR = PersonKinds.FEAR;

  /**
   * Handing a person to a service. How far it is stands open, so that the night can be led; what
   * for, to whom, and why it was turned down are protected.
   */
  public static final Kind REFERRAL = PersonKinds.REFERRAL;

  /** An agency in the directory of services; it stays at the station. */
  public static final Kind AGENCY = PersonKinds.AGENCY;

  /** What speaks for not punishing a victim, with the person's agreement. */
  public static final Kind DOSSIER = DossierKinds.DOSSIER;

  /** Something that was done to a person, or by them, in a dossier. */
  public static final Kind DEED = DossierKinds.DEED;

  /** Where somebody stays, and how they live there. */
  public static final Kind STAY = HouseKinds.STAY;

  /** Two people who are kept apart, or an adult whose bond to a child was verified. */
  public static final Kind PAIR = HouseKinds.PAIR;

  /** A danger that every laptop of the hall has to know of. */
  public static final Kind ALARM = HallKinds.ALARM;

  /** One shift hands the house over to the next. */
  public static final Kind HANDOVER = HouseKinds.HANDOVER;

  public static final Kind OFFICER = StationKinds.OFFICER;

  /** Who interprets for this station, known by a number alone; it never leaves the station. */
  public static final Kind INTERPRETER = StationKinds.INTERPRETER;

  /** Numbers that were printed on sheets of paper, and are nobody else's from then on. */
  public static final Kind SHEETS = StationKinds.SHEETS;

  public static final Kind PARCEL = StationKinds.PARCEL;

  /** A word on a package that waits in quarantine; it takes two, each with the own key. */
  public static final Kind ADMISSION = StationKinds.ADMISSION;

  /** Why a certificate was taken back. */
  public static final Kind REVOCATION = StationKinds.REVOCATION;

  /** A second officer's word for an act of the authority. */
  public static final Kind APPROVAL = StationKinds.APPROVAL;

  public static final Kind RECEIPT = StationKinds.RECEIPT;

  /** A word that two records tell of the same person, or of different ones. */
  public static final Kind SAME_PERSON = StationKinds.SAME_PERSON;

  /** What headquarters asks a station that wrote something, and the answer. */
  public static final Kind QUESTION = QuestionKinds.QUESTION;

  /** What headquarters tells all its stations. */
  public static final Kind BULLETIN = BulletinKinds.BULLETIN;

  /** A note that somebody at a station has read what headquarters told all. */
  public static final Kind BULLETIN_READ = BulletinKinds.BULLETIN_READ;

  /** A decision of headquarters between versions of a record, and by which change. */
  public static final Kind DECISION = StationKinds.DECISION;

  /** A note that a case or a person was erased here: ids and numbers alone. */
  public static final Kind ERASURE = StationKinds.ERASURE;

  /** A word that something stays at headquarters though a station has erased it. */
  public static final Kind STAYING = StationKinds.STAYING;

  /** Another agency whose card was confirmed. */
  public static final Kind PARTNER = PartnerKinds.PARTNER;

  /** What was copied for another agency. */
  public static final Kind COPY = PartnerKinds.COPY;

  /** What a record said when it was copied for another agency, less what was removed. */
  public static final Kind EXTRACT = PartnerKinds.EXTRACT;

  /** The keys of the kinds that leave in packages to and from other agencies, and in no others. */
  public static final Set<String> BETWEEN_AGENCIES = Set.of(COPY.key(), EXTRACT.key());

  private static final List<Kind> ALL =
      List.of(
          CASE,
          INVOLVEMENT,
          STATEMENT,
          EXHIBIT,
          CUSTODY,
          PERSON,
          INSIDE,
          TRIAGE,
          SCREENING,
          ENVELOPE,
          PASSED_ON,
          FILLED,
          BLANK,
          CatalogueKinds.CATALOGUE,
          FINDING,
          CONFIRMATION,
          OUTCOME,
          SECOND_LOOK,
          LOOKED,
          IDENTIFIED,
          CONSENT,
          FEAR,
          REFERRAL,
          AGENCY,
          DOSSIER,
          DEED,
          STAY,
          PAIR,
          HANDOVER,
          ALARM,
          OFFICER,
          INTERPRETER,
          SHEETS,
          PARCEL,
          ADMISSION,
          REVOCATION,
          APPROVAL,
          RECEIPT,
          SAME_PERSON,
          QUESTION,
          BULLETIN,
          BULLETIN_READ,
          DECISION,
          ERASURE,
          STAYING,
          PARTNER,
          COPY,
          EXTRACT);

  /**
   * Kinds that are about keeping somebody safe. Where a server holds the view for many, whoever may
   * not read the protected part finds no row of them at all, not even that there is one.
   */
  private static final List<Kind> KEEPING_SAFE =
      List.of(ENVELOPE, REFERRAL, DOSSIER, DEED, STAY, PAIR, HANDOVER, ALARM);

  /** Kinds that are about keeping somebody safe. */
  public static List<Kind> keepingSafe() {
    return KEEPING_SAFE;
  }

  /** Every declared kind. */
  public static List<Kind> all() {
    return ALL;
  }

  /** The kind of that key; empty for one of a newer station, which is kept and passed on. */
  public static Optional<Kind> find(String key) {
    for (Kind k : ALL) {
      if (k.key().equals(key)) {
        return Optional.of(k);
      }
    }
    return Optional.empty();
  }
}
