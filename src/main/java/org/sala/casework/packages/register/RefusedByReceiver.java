package org.sala.casework.packages.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.ChangeId;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;

/**
 * What was refused of packages that left here. It stands in Today until all of it has gone again,
 * or until somebody says that it was read: a package with something else in it, or one that was
 * sealed by itself for a danger, ends nothing.
 */
public final class RefusedByReceiver {
  private static final String READ = "refusalRead";

  private final Station station;
  private final Ledger ledger;

  public RefusedByReceiver(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * A package of which something is refused still.
   *
   * @param changes how many of its changes
   * @param whole whether that is the whole package, which then goes again when it is sealed
   */
  public record One(PackageLine parcel, int changes, boolean whole) {}

  /**
   * Returns the packages of which something is refused still; a change that lies in several is told
   * of the last.
   *
   * @param lines packages that left here
   */
  public List<One> open(List<PackageLine> lines) {
    List<One> open = new ArrayList<>();
    Set<ChangeId> told = new HashSet<>();
    lines.stream()
        .filter(RefusedByReceiver::mayBe)
        .sorted(Comparator.comparingLong(PackageLine::sequence).reversed())
        .forEach(
            p -> {
              Set<ChangeId> refused = refused(p);
              if (told.addAll(refused)) {
                open.add(new One(p, refused.size(), p.state() == PackageState.REFUSED));
              }
            });
    return open;
  }

  /**
   * Writes down that somebody has read why a package was refused, and what to do; it stands in the
   * package and in Today no more.
   */
  public void read(RecordId parcel) {
    ledger.write(new Act().edit(parcel, Kinds.PARCEL, Map.of(READ, station.now().toValue())));
  }

  /** A receipt that refuses some changes alone names why. */
  private static boolean mayBe(PackageLine p) {
    return p.outgoing()
        && switch (p.state()) {
          case REFUSED -> true;
          case PARTLY, RECEIVED -> !p.doubts().isEmpty();
          default -> false;
        };
  }

  /** Changes of it that nobody else has taken since and that are on no other way. */
  private Set<ChangeId> refused(PackageLine p) {
    Map<String, FieldState> f = station.view().records().fields(p.id());
    Set<ChangeId> refused = new HashSet<>();
    if (Stored.text(f, READ).isPresent()) {
      return refused;
    }
    boolean whole = p.state() == PackageState.REFUSED;
    refused.addAll(Stored.changes(f, whole ? "changes" : "refusedChanges"));
    Map<ChangeId, List<String>> states =
        station.view().sent().states(refused, Stored.text(f, "peer").orElse(""));
    refused.removeIf(
        c ->
            RecordStates.reached(states.getOrDefault(c, List.of()))
                    .compareTo(RecordStates.Reached.HERE)
                > 0);
    return refused;
  }
}
