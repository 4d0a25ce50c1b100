package org.sala.casework.keys;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Stored;
import org.sala.crypto.SigningKey;
import org.sala.crypto.VerifyingKey;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.Bounds;
import org.sala.journal.Committed;

/**
 * After a recovery by the sheet: the new officer stands for what a key had written that is lost.
 * The word is a signed change here, goes along with the request for enrolment, and counts at
 * headquarters once the request was answered.
 */
public final class Adoptions {
  private static final String CAME_BY_SHEET = "recovered.";

  private final Station station;
  private final Ledger ledger;
  private final Officers officers;

  public Adoptions(Station station, Ledger ledger, Officers officers) {
    this.station = station;
    this.ledger = ledger;
    this.officers = officers;
  }

  /**
   * An officer of this station whose key may be lost.
   *
   * @param changes how much it has written
   * @param adopted whether this officer stands for it already
   */
  public record Lost(Fingerprint key, String name, long changes, boolean adopted) {
    @Override
    public String toString() {
      return "Lost";
    }
  }

  /** What notes that an officer was made by the recovery sheet; that officer alone may adopt. */
  public static Map<String, Value> cameBySheet(SigningKey officer) {
    return Map.of(CAME_BY_SHEET + officer.verifying().fingerprint(), Value.flag(true));
  }

  /**
   * Returns the other officers who wrote here; none unless this officer came by the recovery sheet.
   */
  public List<Lost> lost() {
    if (!station.state().flag(CAME_BY_SHEET + station.me().hex())) {
      return List.of();
    }
    Set<String> adopted = adopted();
    List<Lost> all = new ArrayList<>();
    officers
        .ofThisStation()
        .forEach(
            (key, name) -> {
              long changes = written(key).changes();
              if (!key.equals(station.me()) && changes > 0 && officers.publicKey(key).isPresent()) {
                all.add(new Lost(key, name, changes, adopted.contains(key.hex())));
              }
            });
    return all;
  }

  /** Says in a signed change that this officer stands for what a lost key wrote. */
  public void adopt(Fingerprint lost, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an adoption has a reason");
    }
    if (lost().stream().noneMatch(l -> l.key().equals(lost))) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    Set<String> adopted = new LinkedHashSet<>(adopted());
    if (!adopted.add(lost.hex())) {
      throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
    }
    RecordId me =
        officers
            .recordOf(station.me())
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    ledger.write(
        new Act()
            .edit(me, Kinds.OFFICER, Map.of("adopts", Value.text(String.join(" ", adopted))))
            .because(reason.strip()));
  }

  private Set<String> adopted() {
    return officers
        .recordOf(station.me())
        .flatMap(r -> Stored.text(station.view().records().fields(r), "adopts"))
        .map(t -> Set.copyOf(Stored.ids(t)))
        .orElse(Set.of());
  }

  /** What goes along with a request, signed by this officer's key. */
  List<Adoption> toAsk() {
    List<Adoption> all = new ArrayList<>();
    for (String hex : adopted()) {
      Fingerprint key = new Fingerprint(hex);
      Optional<VerifyingKey> lost = officers.publicKey(key);
      Map<String, Long> upTo = written(key).upTo();
      if (lost.isPresent() && !upTo.isEmpty()) {
        all.add(
            Adoption.sign(
                station.identity().station(), lost.get(), upTo, station.officer().signing()));
      }
    }
    return all;
  }

  private record Written(long changes, Map<String, Long> upTo) {}

  private Written written(Fingerprint author) {
    Map<String, Long> upTo = new TreeMap<>();
    long[] changes = new long[1];
    station
        .journal()
        .replay(
            0,
            run -> {
              for (Committed c : run) {
                ChangeHeader h = c.change().header();
                if (h.author().equals(author)
                    && h.station().equals(station.identity().station())
                    && Bounds.isNumber(h.number())) {
                  changes[0]++;
                  upTo.merge(h.incarnation().toString(), h.number(), Math::max);
                }
              }
            });
    return new Written(changes[0], upTo);
  }

  /** Confirms at headquarters the adoptions that an answered request carries. */
  public static void confirm(StationState state, StationId of, List<Adoption> adoptions) {
    if (adoptions.isEmpty()) {
      return;
    }
    state.change(
        () -> {
          List<Value> all = new ArrayList<>(state.listing(StationState.ADOPTED + of));
          adoptions.forEach(a -> all.add(a.toValue()));
          return Map.of(StationState.ADOPTED + of, new Value.Listing(all));
        });
  }

  /**
   * Returns at headquarters whether a change's author is nobody's key any more, and was adopted.
   */
  public static boolean confirmed(StationState state, ChangeHeader change) {
    StationId of = change.station();
    return state.listing(StationState.ADOPTED + of).stream()
        .anyMatch(p -> Adoption.of(of, p).covers(change));
  }
}
