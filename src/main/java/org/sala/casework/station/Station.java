package org.sala.casework.station;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.Trust;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.IdSource;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;
import org.sala.journal.Journal;
import org.sala.journal.SegmentJournal;
import org.sala.store.Records;
import org.sala.store.View;
import org.sala.vault.KeyFile;
import org.sala.vault.ObjectFolder;
import org.sala.vault.OfficerKeys;
import org.sala.vault.ScopeKeys;
import org.sala.vault.Unlocking;
import org.sala.vault.WorkspaceFolder;
import org.sala.vault.WorkspaceKeys;

/**
 * An unlocked workspace: what the classes of this package share, and nothing outside it sees.
 *
 * @param practice whether it holds invented people alone, as the key file says under its own key
 */
@BehindTheDesk
public record Station(
    Tools tools,
    WorkspaceFolder folder,
    KeyFile keyFile,
    Unlocking.Opened opened,
    OfficerKeys officer,
    StationState state,
    ScopeKeys scopeKeys,
    ObjectFolder objects,
    Journal journal,
    View view,
    IdSource ids,
    boolean practice) {

  public Clock clock() {
    return tools.clock();
  }

  /** Now, to the millisecond, in the zone of this laptop. */
  public Moment now() {
    return tools.now();
  }

  public WorkspaceKeys keys() {
    return opened.keys();
  }

  public Fingerprint me() {
    return new Fingerprint(officer.signing().verifying().fingerprint());
  }

  public SegmentJournal.Identity identity() {
    return new SegmentJournal.Identity(state.station(), state.incarnation());
  }

  public ScopeId scope() {
    return state.scope();
  }

  /**
   * The scope that a record belongs to for life.
   *
   * @throws CaseworkFault {@code NOT_FOUND} where there is no such record
   */
  public ScopeId scopeOf(RecordId record) {
    return view.records()
        .find(record)
        .map(Records.Row::scope)
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  /** This station's receiving key for a compartment that the officer may open. */
  public AgeIdentity receiving(Compartment compartment) {
    AgeIdentity identity = keys().receiving().get(compartment);
    if (identity == null) {
      throw new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY);
    }
    return identity;
  }

  /**
   * How numbers of this station begin: prefix and year. Without an enrolment's prefix the beginning
   * of the station's random id stands in for it, so that no two stations' numbers collide.
   */
  public String numbering() {
    return prefix() + "-" + now().local().getYear() + "-";
  }

  /** What the numbers of cases begin with: as it was said, or by chance. */
  public String prefix() {
    return state
        .text("casePrefix")
        .orElseGet(() -> identity().station().toString().substring(0, 4).toUpperCase(Locale.ROOT));
  }

  /** The number of the last change that was written here. */
  long lastNumber() {
    return state
        .sharing()
        .map(Sharing::lastNumber)
        .orElseGet(
            () -> view.changes().highestNumber(identity().station(), identity().incarnation()));
  }

  /** Whether whoever is at the desk sees every record that is here; on a server not all do. */
  public boolean seesAll() {
    return state.sharing().map(Sharing::seesAll).orElse(true);
  }

  /**
   * What is taken in, and what is answered, rests on all that is here: a record that is hidden from
   * a login would be told to its station as one that is not, and so would one that a view shows not
   * yet which is made anew.
   *
   * @throws CaseworkFault {@code NOT_ALL_SEEN} where this login does not see everything, {@code
   *     MADE_ANEW} where the view does not show everything again yet
   */
  public void mustSeeAll() {
    missing()
        .ifPresent(
            why -> {
              throw new CaseworkFault(why);
            });
  }

  /** Whether what is shown here is everything, so that it can be counted. */
  public boolean showsAll() {
    return missing().isEmpty();
  }

  /** Why something that is here is not shown; empty where all of it is. */
  private Optional<CaseworkFault.Code> missing() {
    if (!seesAll()) {
      return Optional.of(CaseworkFault.Code.NOT_ALL_SEEN);
    }
    return state.sharing().filter(s -> !s.isViewWhole()).map(s -> CaseworkFault.Code.MADE_ANEW);
  }

  public boolean mayOpen(Compartment compartment) {
    return keys().compartments().containsKey(compartment);
  }

  /** Whom this station believes; empty lists before enrolment. */
  public Trust trust() {
    return state.trust();
  }

  @Override
  public String toString() {
    return "Station";
  }
}
