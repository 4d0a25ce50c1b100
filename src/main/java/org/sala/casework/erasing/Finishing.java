package org.sala.casework.erasing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.packages.register.PackageMentions;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Stored;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.vault.Drafts;
import org.sala.vault.ScopeKeys;
import org.sala.vault.VaultFault;

/**
 * Carries out what was written down as erased: keys first, then everything that may hold a copy.
 * Each step can be done again, and whatever an end of the program has left undone is done before
 * anybody works here again.
 */
@BehindTheDesk
public final class Finishing {
  private static final String DONE = "erasuresDone";

  private final Station station;

  public Finishing(Station station) {
    this.station = station;
  }

  /**
   * Carries out what is written down and not carried out to its end.
   *
   * @return whether there was any: then the view still shows what is gone, and whoever works with
   *     it has to close this workspace
   */
  public boolean finish() {
    // Where several share a headquarters nothing is erased: others hold its keys and its view.
    if (station.state().sharing().isPresent()) {
      return false;
    }
    List<String> done = new ArrayList<>(station.state().texts(DONE));
    boolean[] carriedOut = new boolean[1];
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.ERASURE.key())
        .forEach(
            (id, f) -> {
              // Whoever puts older slabs in place brings keys back, for as long as until here.
              boolean again = done.remove(id.toString());
              if (!again || isBack(f)) {
                carryOut(f);
                carriedOut[0] = true;
              }
              done.add(id.toString());
            });
    if (!carriedOut[0]) {
      return false;
    }
    station.state().set(Map.of(DONE, Value.texts(done), StationState.VIEW_ANEW, Value.flag(true)));
    return true;
  }

  private boolean isBack(Map<String, FieldState> f) {
    ScopeId scope = ScopeId.of(Stored.text(f, "scope").orElseThrow());
    return Arrays.stream(Compartment.values())
        .map(c -> station.scopeKeys().standing(scope, c))
        .anyMatch(s -> s == ScopeKeys.Standing.HELD || s == ScopeKeys.Standing.NOT_OURS);
  }

  private void carryOut(Map<String, FieldState> f) {
    try {
      ScopeId scope = ScopeId.of(Stored.text(f, "scope").orElseThrow());
      station.scopeKeys().erase(scope);
      station.objects().erase(scope);
      drop(Stored.ids(Stored.text(f, "records").orElse("")));
    } catch (VaultFault e) {
      throw Faults.of(e);
    }
    PackageMentions packages = new PackageMentions(station);
    for (RecordId parcel : Stored.records(f, "parcels")) {
      packages.drop(parcel);
    }
  }

  /** Drafts of any officer that are about one of these, or name it. */
  private void drop(Set<String> records) {
    try (Drafts drafts =
        new Drafts(
            station.folder().folder("drafts"),
            station.keys(),
            station.tools().random(),
            station.tools().unwritten(),
            station.tools().faults()::note)) {
      for (Drafts.Draft draft : drafts.all()) {
        Set<String> said = new HashSet<>();
        said.add(draft.form());
        gather(draft.content(), said);
        if (said.stream().anyMatch(words -> records.stream().anyMatch(words::contains))) {
          drafts.delete(draft.form(), draft.compartment());
        }
      }
      drafts.deleteSetAside();
    }
  }

  private static void gather(Value value, Set<String> said) {
    if (value instanceof Value.Parts parts) {
      parts.parts().values().forEach(v -> gather(v, said));
    } else {
      value.asText().ifPresent(said::add);
    }
  }
}
