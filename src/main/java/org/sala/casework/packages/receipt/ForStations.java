package org.sala.casework.packages.receipt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;

/**
 * What waits at headquarters for its stations: to be sealed, or to be carried. A station that sends
 * nothing gets no answer, and hears of a stolen laptop, a bulletin or a question by this alone.
 */
public final class ForStations {
  private final Station station;
  private final DecisionDelivery decisions;
  private Optional<Counted> counted = Optional.empty();

  public ForStations(Station station, DecisionDelivery decisions) {
    this.station = station;
    this.decisions = decisions;
  }

  /**
   * Who waited when it was counted last.
   *
   * @param applied how far the view was
   * @param kept which state it was
   * @param minute what was lost on the way is told again some day
   */
  private record Counted(long applied, long kept, long minute, Set<StationId> waiting) {
    boolean isOf(Counted other) {
      return applied == other.applied && kept == other.kept && minute == other.minute;
    }
  }

  /**
   * The stations that something waits for; none to a login that may not send it. Several parts of a
   * screen ask for it after each act: nothing is asked of the view twice for one.
   */
  public synchronized Set<StationId> waiting() {
    // What other programs share is in none.
    boolean shared = station.state().sharing().isPresent();
    Counted now =
        new Counted(
            station.view().applied(),
            station.state().kept(),
            station.now().instant().getEpochSecond() / 60,
            Set.of());
    if (shared || counted.filter(now::isOf).isEmpty()) {
      counted = Optional.of(new Counted(now.applied, now.kept, now.minute, count()));
    }
    return counted.orElseThrow().waiting();
  }

  private Set<StationId> count() {
    Set<StationId> waiting = new TreeSet<>();
    decisions.owed().forEach(o -> waiting.add(o.station()));
    waiting.addAll(sealed().values());
    return Collections.unmodifiableSet(waiting);
  }

  /**
   * Seals for every station what it waits for. One for which it cannot be sealed keeps no other
   * from being told.
   *
   * @return the packages that have to be carried now, with those that were sealed before, each with
   *     the name of its station
   */
  public Map<RecordId, String> seal(Progress progress) {
    seal(decisions.owed(), progress);
    Roster roster = new Roster(station.state());
    Map<RecordId, String> named = new LinkedHashMap<>();
    sealed().forEach((id, to) -> named.put(id, roster.nameOf(to.toString())));
    return named;
  }

  /**
   * Seals for those stations alone that have to hear whom to believe no more; their packages hold
   * what else they wait for as well.
   *
   * @return whether there was any
   */
  public boolean sealTakenBack() {
    return seal(decisions.untold(), Progress.none());
  }

  /**
   * Seals for all but those that wait for nothing else than to hear of whom to believe as well.
   *
   * @return whether there was any
   */
  public boolean sealPressing() {
    return seal(
        decisions.owed().stream().filter(DecisionDelivery.Owed::presses).toList(), Progress.none());
  }

  private boolean seal(List<DecisionDelivery.Owed> owed, Progress progress) {
    boolean any = false;
    Optional<CaseworkFault> failed = Optional.empty();
    for (DecisionDelivery.Owed o : owed) {
      try {
        any |= decisions.seal(o.station(), progress).isPresent();
      } catch (CaseworkFault e) {
        if (e.code() == CaseworkFault.Code.STOPPED) {
          throw e;
        }
        failed = failed.or(() -> Optional.of(e));
      }
    }
    if (failed.isPresent()) {
      // Said once all others were told.
      throw failed.get();
    }
    return any;
  }

  /** Packages for stations that lie here and that nobody has carried, and for whom each is. */
  private Map<RecordId, StationId> sealed() {
    Map<RecordId, StationId> sealed = new LinkedHashMap<>();
    if (!station.seesAll() || !station.state().flag("isHeadquarters")) {
      return sealed;
    }
    Roster roster = new Roster(station.state());
    Set<String> ours = Set.copyOf(station.state().texts("stations"));
    station
        .view()
        .parcels()
        .sealedFor()
        .forEach(
            (id, peer) -> {
              if (ours.contains(peer) && !roster.isGone(StationId.of(peer))) {
                sealed.put(id, StationId.of(peer));
              }
            });
    return sealed;
  }
}
