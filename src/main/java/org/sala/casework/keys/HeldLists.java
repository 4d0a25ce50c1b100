package org.sala.casework.keys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/**
 * At headquarters: which of its signed lists stations say that they hold. Whoever has taken a
 * package may have refused the list in it, and believes then whom it believed before.
 */
@BehindTheDesk
public final class HeldLists {
  private static final String HELD = "heldLists.";
  private static final String NUMBERS = "numbers";
  private static final String REFUSED = "refused";
  private static final String AT = "at";
  private static final String RUN = "run";
  private static final String SEQUENCE = "sequence";

  private final Station station;

  public HeldLists(Station station) {
    this.station = station;
  }

  /** Returns what a station said last; empty where its Sala says nothing of it. */
  public Optional<HeldList> of(StationId id) {
    return station.state().parts(HELD + id).flatMap(HeldLists::said);
  }

  private static Optional<HeldList> said(Value.Parts kept) {
    boolean refused = kept.parts().get(REFUSED) instanceof Value.Flag f && f.yes();
    return kept.text(NUMBERS)
        .flatMap(ListNumbers::read)
        .map(n -> new HeldList(n.trust(), refused, Moment.of(kept.text(AT).orElseThrow())));
  }

  /**
   * Remembers what a report says.
   *
   * @param took digests of the packages that it names as taken
   * @return those of these packages that carried a newer list than the station holds, and of which
   *     nobody has said so yet: it has refused what was in them
   */
  public List<RecordId> heard(
      StationId from,
      IncarnationId run,
      long sequence,
      Map<String, String> notes,
      Collection<String> took) {
    Optional<ListNumbers> held = ListNumbers.held(notes);
    if (held.isEmpty()) {
      return List.of();
    }
    List<RecordId> refused = new ArrayList<>();
    List<RecordId> told = new ArrayList<>();
    if (held.get().lack(ListNumbers.signed(station.state()))) {
      for (RecordId parcel : station.view().receipts().withDigests(from.toString(), took)) {
        Map<String, FieldState> fields = station.view().records().fields(parcel);
        if (Stored.text(fields, ListsSaid.NAME)
            .flatMap(ListsSaid::numbers)
            .filter(held.get()::lack)
            .isPresent()) {
          (fields.containsKey(ListsSaid.REFUSED) ? told : refused).add(parcel);
        }
      }
    }
    remember(from, run, sequence, held.get(), !refused.isEmpty() || !told.isEmpty());
    return refused;
  }

  private void remember(
      StationId from, IncarnationId run, long sequence, ListNumbers held, boolean refused) {
    station
        .state()
        .change(
            () -> {
              Optional<Value.Parts> before = station.state().parts(HELD + from);
              boolean same =
                  before.flatMap(p -> p.text(NUMBERS)).filter(held.text()::equals).isPresent()
                      && before
                          .flatMap(HeldLists::said)
                          .filter(s -> s.refused() == refused)
                          .isPresent();
              boolean overtaken =
                  before.flatMap(p -> p.text(RUN)).filter(run.toString()::equals).isPresent()
                      && before
                          .flatMap(p -> p.whole(SEQUENCE))
                          .filter(s -> s > sequence)
                          .isPresent();
              if (same || overtaken) {
                return Map.of();
              }
              Map<String, Value> said = new LinkedHashMap<>();
              said.put(NUMBERS, Value.text(held.text()));
              said.put(REFUSED, Value.flag(refused));
              said.put(AT, Value.text(station.now().toString()));
              said.put(RUN, Value.text(run.toString()));
              said.put(SEQUENCE, Value.whole(sequence));
              return Map.of(HELD + from, new Value.Parts(said));
            });
  }
}
