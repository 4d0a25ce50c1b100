package org.sala.casework.packages.receipt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.sala.casework.keys.HeldLists;
import org.sala.casework.keys.Issuing;
import org.sala.casework.keys.ListsSaid;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.packages.seal.TakenNote;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.crypto.AgeRecipient;
import org.sala.domain.AttachedFile;
import org.sala.domain.CatalogueKinds;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.Purpose;
import org.sala.store.Records;
import org.sala.store.SentRows;

/**
 * What headquarters has to tell its stations, and how it comes there: decisions between versions,
 * questions, bulletins, and what its signed lists say, with the next receipt or in a package of its
 * own. Of decisions each station gets only the parts of records that it has written to itself.
 */
public final class DecisionDelivery {
  /**
   * How long something that was carried to a station may be on its way. A stick that was lost says
   * nothing, and a station that has nothing to write does not say what it took.
   */
  public static final Duration ON_THE_WAY = Duration.ofDays(30);

  /** The clocks of two machines of one headquarters differ by less. */
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public DecisionDelivery(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /**
   * What a station has to hear.
   *
   * @param withheld revisions in these changes that are not that station's, or about somebody who
   *     fears: their ids alone go
   * @param feared of whom something stays because they fear the country of headquarters
   * @param protection whether any of it is protected
   * @param bytes of all revisions and files that go
   */
  record Back(
      List<ChangeId> changes,
      Set<RevisionId> withheld,
      Set<RecordId> feared,
      List<SealPlan.Enclosed> files,
      boolean protection,
      long bytes) {}

  /**
   * A station that has to hear something and is on no way to.
   *
   * @param decisions how many decisions, questions and bulletins it has not got; that headquarters
   *     goes on from a backup counts as one
   * @param lists whether it has not got what the signed lists say now: who was taken back, enrolled
   *     or renewed, and which agencies are known
   * @param takenBack whether among that is whom to believe no more
   */
  public record Owed(
      StationId station, String name, int decisions, boolean lists, boolean takenBack) {
    /** Whether it waits for more than to hear of whom to believe as well. */
    boolean presses() {
      return decisions > 0 || takenBack;
    }
  }

  /**
   * At headquarters: what a station says that it has taken is received. Where it goes on under a
   * new incarnation, what the earlier one had taken and this one does not name is lost: it was
   * brought back from a backup. Of several copies each is heard for itself.
   *
   * @param came whether this is its first package under that incarnation, or a second copy's
   */
  public void acknowledged(ParcelHeader header, WorkspaceCopies.Came came) {
    List<String> digests = TakenNote.read(header);
    boolean all = digests.size() < TakenNote.NAMED;
    WorkspaceCopies copies = new WorkspaceCopies(station);
    copies.heard(header, came, digests, all);
    Act act = new Act();
    boolean late =
        new LostChanges(station).gaveUp(header.station()).contains(header.incarnation().toString());
    if (came == WorkspaceCopies.Came.ANEW && !late && !copies.any(header.station())) {
      for (RecordId lost :
          station.view().receipts().forgotten(header.station().toString(), digests, all)) {
        act.edit(lost, Kinds.PARCEL, Map.of("state", Value.text(PackageState.SET_ASIDE.name())));
      }
    }
    for (RecordId parcel : station.view().receipts().untold(header.station().toString(), digests)) {
      act.edit(
          parcel,
          Kinds.PARCEL,
          Map.of(
              "state", Value.text(PackageState.RECEIVED.name()),
              "received", station.now().toValue()));
    }
    for (RecordId parcel :
        new HeldLists(station)
            .heard(
                header.station(),
                header.incarnation(),
                header.sequence(),
                header.notes(),
                digests)) {
      act.edit(parcel, Kinds.PARCEL, Map.of(ListsSaid.REFUSED, Value.flag(true)));
    }
    if (!act.parts().isEmpty()) {
      ledger.write(act);
    }
  }

  /**
   * The stations that wait for something; none to a login that may not send it. A station of which
   * everybody was taken back waits for nothing.
   */
  public List<Owed> owed() {
    List<StationId> stations = stations();
    if (stations.isEmpty()) {
      return List.of();
    }
    DueChanges due = new DueChanges(station, ledger, stations);
    OwnParts parts = new OwnParts(station, ledger);
    return owed(
        stations,
        to -> {
          int decisions =
              (int) due.to(to).stream().filter(c -> parts.goes(to, c)).count() + due.settled(to);
          boolean restored = new HeadquartersHoldings(station, ledger).isUntold(to);
          return decisions == 0 && restored ? 1 : decisions;
        });
  }

  /** The stations that have to hear whom to believe no more; nothing else is counted. */
  List<Owed> untold() {
    return owed(stations(), to -> 0).stream().filter(Owed::takenBack).toList();
  }

  /** Those that may wait for something; none to a login that may not send it. */
  private List<StationId> stations() {
    if (!station.seesAll() || !station.state().flag("isHeadquarters")) {
      return List.of();
    }
    Roster roster = new Roster(station.state());
    return station.state().texts("stations").stream()
        .map(StationId::of)
        .filter(to -> !roster.isGone(to))
        .toList();
  }

  private List<Owed> owed(List<StationId> stations, ToIntFunction<StationId> decisions) {
    Roster roster = new Roster(station.state());
    UntoldLists lists = new UntoldLists(station, stations);
    return stations.stream()
        .map(
            to ->
                new Owed(
                    to,
                    roster.nameOf(to.toString()),
                    decisions.applyAsInt(to),
                    lists.isDue(to),
                    lists.isTakenBackDue(to)))
        .filter(one -> one.lists() || one.decisions() > 0)
        .toList();
  }

  /**
   * Seals what a station waits for; empty when there is nothing, or it has no keys here. What
   * somebody else seals for it meanwhile is waited for, and goes once.
   */
  public Optional<RecordId> seal(StationId to, Progress progress) {
    station.mustSeeAll();
    return ledger.turns().of(to, () -> sealed(to, progress));
  }

  private Optional<RecordId> sealed(StationId to, Progress progress) {
    if (new Roster(station.state()).isGone(to)) {
      return Optional.empty();
    }
    new SettledDisagreements(station, ledger).write(to);
    Back back = to(to);
    Compartment compartment =
        back.protection() ? Compartment.PROTECTION : Compartment.INVESTIGATION;
    Optional<AgeRecipient> theirs = new Issuing(station).recipient(to, compartment);
    HeadquartersHoldings holdings = new HeadquartersHoldings(station, ledger);
    boolean nothing =
        back.changes().isEmpty()
            && !holdings.isUntold(to)
            && !new UntoldLists(station, List.of(to)).isDue(to);
    if (nothing || theirs.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> notes = new LinkedHashMap<>(new Issuing(station).notesTo(to));
    notes.putAll(holdings.notes(to));
    notes.putAll(new LostChanges(station).runsNote(to));
    return Optional.of(
        new Sealing(station, ledger, audit)
            .seal(
                Purpose.DECISION,
                to,
                List.of(theirs.get()),
                compartment,
                SealPlan.back(
                        back.changes(),
                        back.withheld(),
                        back.files(),
                        back.protection(),
                        back.bytes(),
                        station.folder().free())
                    .without(back.feared()),
                notes,
                "",
                progress));
  }

  /** What a station has not got and that is on no way to it. */
  Back to(StationId to) {
    List<ChangeId> changes = new ArrayList<>();
    Set<RevisionId> withheld = new HashSet<>();
    Map<String, SealPlan.Enclosed> files = new LinkedHashMap<>();
    boolean protection = false;
    long bytes = 0;
    OwnParts parts = new OwnParts(station, ledger);
    for (ChangeId change : new DueChanges(station, ledger, List.of(to)).to(to)) {
      boolean going = false;
      for (Records.RevisionRow r : parts.of(change)) {
        Optional<Revision> revision = parts.going(to, r);
        if (revision.isEmpty()) {
          withheld.add(r.id());
        } else {
          going = true;
          protection |= r.compartment() == Compartment.PROTECTION;
          bytes += revision.get().bytes().length;
          for (AttachedFile f : AttachedFile.in(revision.get())) {
            files.putIfAbsent(f.digest(), enclosed(revision.get(), f));
          }
        }
      }
      if (going) {
        changes.add(change);
      }
    }
    bytes += files.values().stream().mapToLong(f -> f.file().size()).sum();
    return new Back(
        changes, withheld, parts.feared(), List.copyOf(files.values()), protection, bytes);
  }

  /**
   * When what left may still be on its way: what left before that, nobody has said came. What was
   * signed under an issuing key that was taken back since is refused where that is heard first.
   */
  public static SentRows.OnTheWay onTheWay(Station station) {
    Instant now = station.now().instant();
    long since = now.minus(ON_THE_WAY).toEpochMilli();
    long issuing = station.state().whole(StationState.ISSUING_SINCE);
    return new SentRows.OnTheWay(
        issuing <= now.toEpochMilli() ? Math.max(since, issuing) : since,
        now.plus(CLOCKS_DIFFER).toEpochMilli());
  }

  /**
   * A station that has not said for long that it heard what it was told.
   *
   * @param since when that was carried
   */
  public record Unheard(StationId station, String name, Moment since) {}

  /** Stations to which something has to be said again, because nothing tells that it came. */
  public static List<Unheard> unheard(Station station) {
    List<String> others = List.of(Kinds.RECEIPT.key(), CatalogueKinds.CATALOGUE.key());
    Roster roster = new Roster(station.state());
    Set<String> ours = Set.copyOf(station.state().texts("stations"));
    return station
        .view()
        .sent()
        .unheard(station.identity().station(), onTheWay(station), others)
        .stream()
        .filter(u -> ours.contains(u.peer()) && !roster.isGone(StationId.of(u.peer())))
        .map(
            u ->
                new Unheard(
                    StationId.of(u.peer()),
                    roster.nameOf(u.peer()),
                    new Moment(Instant.ofEpochMilli(u.leftMillis()), station.clock().getZone())))
        .toList();
  }

  private static SealPlan.Enclosed enclosed(Revision r, AttachedFile f) {
    return new SealPlan.Enclosed(r.scope(), r.compartment(), f, r.record());
  }
}
