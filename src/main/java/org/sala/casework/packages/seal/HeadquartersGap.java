package org.sala.casework.packages.seal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.crypto.Certificate;
import org.sala.domain.CatalogueKinds;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.IncarnationId;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.parcel.ParcelHeader;
import org.sala.store.Records;

/**
 * What a headquarters that was brought back from a backup has written since that backup and lost:
 * decisions, questions and the like that stations had got. It says how far it goes, and each
 * station passes the rest on as headquarters' officers signed it.
 */
@BehindTheDesk
public final class HeadquartersGap {
  private static final String OFFICERS = "headquartersOfficers";
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** A report that brings any of these is refused whole. */
  private static final Set<String> NO_REPORT =
      Set.of(Kinds.RECEIPT.key(), Kinds.BULLETIN.key(), CatalogueKinds.CATALOGUE.key());

  private final Station station;

  public HeadquartersGap(Station station) {
    this.station = station;
  }

  /** Returns at headquarters how far each incarnation before this one goes; nothing with none. */
  public Map<String, String> notes() {
    List<String> has = new ArrayList<>();
    for (IncarnationId i : new HeadquartersRuns(station).before()) {
      has.add(i + ":" + station.view().changes().unbrokenUpTo(station.identity().station(), i));
    }
    return has.isEmpty() ? Map.of() : Map.of(HeadquartersRuns.HAS, String.join(" ", has));
  }

  /** Remembers at a station what its headquarters says in a package of how far it goes. */
  public void heed(ParcelHeader header) {
    HeadquartersRuns runs = new HeadquartersRuns(station);
    runs.heed(header);
    String has = header.notes().get(HeadquartersRuns.HAS);
    if (has == null
        || !runs.believes(header.incarnation())
        || station.state().text(HeadquartersRuns.HAS).filter(has::equals).isPresent()) {
      return;
    }
    // Only what they wrote goes back: of others nobody there could check the signature.
    List<String> officers =
        header.authors().stream()
            .map(Certificate::of)
            .filter(c -> c.role().equals("headquarters"))
            .map(Certificate::pem)
            .toList();
    station
        .state()
        .set(Map.of(HeadquartersRuns.HAS, Value.text(has), OFFICERS, Value.texts(officers)));
  }

  /** Returns the certificates of those at headquarters who wrote what goes back. */
  List<Certificate> officers() {
    return station.state().texts(OFFICERS).stream()
        .flatMap(pem -> Certificate.ofPem(pem).stream())
        .toList();
  }

  /**
   * Returns at a station what headquarters wrote and has lost, in the order of the journal and with
   * all that is here of it.
   *
   * @param arrived states of packages that headquarters has
   * @param behind changes of which some part stayed here and need not any more
   */
  Collection<Change> lost(Set<String> arrived, Set<ChangeId> behind, Ledger ledger) {
    Set<ChangeId> wanted = new HashSet<>(beyond());
    if (wanted.isEmpty()) {
      return List.of();
    }
    Set<ChangeId> there = station.view().sent().sentIn(arrived, wanted);
    there.removeAll(behind);
    wanted.removeAll(there);
    wanted.retainAll(mayGoBack(wanted));
    if (wanted.isEmpty()) {
      return List.of();
    }
    return WholeChanges.read(station, ledger, wanted, h -> true);
  }

  private List<ChangeId> beyond() {
    Optional<StationId> headquarters = station.state().text("headquarters").map(StationId::of);
    Optional<String> has = station.state().text(HeadquartersRuns.HAS);
    if (headquarters.isEmpty() || has.isEmpty()) {
      return List.of();
    }
    Set<String> authors =
        officers().stream().map(c -> c.key().fingerprint()).collect(Collectors.toSet());
    List<ChangeId> beyond = new ArrayList<>();
    for (String one : has.get().split(" ", -1)) {
      String[] parts = one.split(":", -1);
      if (parts.length == 2 && parts[0].matches(ID) && parts[1].matches("[0-9]{1,18}")) {
        beyond.addAll(
            station
                .view()
                .changes()
                .behind(
                    headquarters.get(),
                    IncarnationId.of(parts[0]),
                    Long.parseLong(parts[1]),
                    authors));
      }
    }
    return beyond;
  }

  private Set<ChangeId> mayGoBack(Set<ChangeId> changes) {
    Set<ChangeId> may = new HashSet<>();
    Set<ChangeId> stay = new HashSet<>();
    for (Records.Belonging b : station.view().records().broughtBy(List.copyOf(changes))) {
      boolean sent = Kinds.find(b.kind()).map(Kind::sent).orElse(true);
      if (NO_REPORT.contains(b.kind())) {
        stay.add(b.change());
      } else if (sent) {
        may.add(b.change());
      }
    }
    may.removeAll(stay);
    return may;
  }
}
