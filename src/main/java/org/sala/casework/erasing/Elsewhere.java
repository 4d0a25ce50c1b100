package org.sala.casework.erasing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.station.Act;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.ErasedAtStations;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * At headquarters: what a station has erased and what still stands here. Headquarters has reasons
 * of its own to keep or to erase, so nothing happens by itself; it is told until somebody has
 * decided.
 */
public final class Elsewhere {
  private final Station station;
  private final Ledger ledger;
  private final Officers officers;
  private final ErasedAtStations heard;

  public Elsewhere(Station station, Ledger ledger, Officers officers) {
    this.station = station;
    this.ledger = ledger;
    this.officers = officers;
    this.heard = new ErasedAtStations(station);
  }

  /**
   * A person or a case that a station has erased.
   *
   * @param kind {@code person} or {@code case}
   * @param stationName which station; empty for one without a name
   * @param why why it did; empty where it does not say
   */
  public record One(
      RecordId about,
      String kind,
      String number,
      String stationName,
      Optional<Erasures.Why> why,
      Moment at) {
    public boolean isPerson() {
      return kind.equals(Kinds.PERSON.key());
    }

    @Override
    public String toString() {
      return "One[" + kind + "]";
    }
  }

  /** What nobody here has decided on yet. */
  public List<One> undecided() {
    List<One> all = new ArrayList<>();
    Set<Decided> decided = decided();
    for (ErasedAtStations.One h : heard.all()) {
      station
          .view()
          .records()
          .find(h.about())
          .filter(r -> !decided.contains(Decided.of(h)))
          .ifPresent(r -> all.add(one(h, r)));
    }
    return all;
  }

  private One one(ErasedAtStations.One h, Records.Row row) {
    return new One(
        h.about(),
        row.kind(),
        number(row, h.about()),
        new Roster(station.state()).nameOf(h.by().toString()),
        Erasures.Why.of(h.why()),
        h.at());
  }

  private String number(Records.Row row, RecordId about) {
    boolean person = row.kind().equals(Kinds.PERSON.key());
    return Stored.number(station, about, person ? "wristband" : "number");
  }

  /** Everything that stays because somebody here has said so, the last decision first. */
  public List<Kept> kept() {
    Map<Fingerprint, String> names = officers.names();
    List<ErasedAtStations.One> all = heard.all();
    List<Kept> kept = new ArrayList<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.STAYING.key())
        .forEach(
            (id, f) ->
                Stored.records(f, "about").stream()
                    .findFirst()
                    .ifPresent(
                        about ->
                            // What was erased here after all is in the list of what is gone.
                            station
                                .view()
                                .records()
                                .find(about)
                                .ifPresent(row -> kept.add(kept(id, about, f, row, all, names)))));
    kept.sort(Comparator.comparing((Kept k) -> k.at().instant()).reversed());
    return kept;
  }

  /** What was decided on one person or case. */
  public List<Kept> kept(RecordId about) {
    return kept().stream().filter(k -> k.about().equals(about)).toList();
  }

  private Kept kept(
      RecordId id,
      RecordId about,
      Map<String, FieldState> f,
      Records.Row row,
      List<ErasedAtStations.One> all,
      Map<Fingerprint, String> names) {
    String by = Stored.text(f, "erasedBy").orElse("");
    return new Kept(
        about,
        row.kind(),
        number(row, about),
        new Roster(station.state()).nameOf(by),
        all.stream()
            .filter(h -> h.about().equals(about) && h.by().toString().equals(by))
            .findFirst()
            .flatMap(h -> Erasures.Why.of(h.why())),
        Stored.text(f, "reason").orElse(""),
        Begun.by(station, id).map(a -> names.getOrDefault(a, "")).orElse(""),
        Stored.moment(f, "at").orElseGet(station::now));
  }

  /** What was decided on: another station may erase the same later, and then it is told anew. */
  private record Decided(String about, String by) {
    static Decided of(ErasedAtStations.One h) {
      return new Decided(h.about().toString(), h.by().toString());
    }
  }

  private Set<Decided> decided() {
    return station.view().records().fieldsOfKind(Kinds.STAYING.key()).values().stream()
        .map(
            f ->
                new Decided(
                    Stored.text(f, "about").orElse(""), Stored.text(f, "erasedBy").orElse("")))
        .collect(Collectors.toSet());
  }

  /**
   * Writes down as this officer's word that something stays here, whichever station has erased it.
   *
   * @param reason in words, without names: it is kept when what it is about is erased after all
   * @throws CaseworkFault {@code NOT_FOUND} where no station has, or all was decided
   */
  public void stays(RecordId about, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("it says why");
    }
    Set<Decided> decided = decided();
    List<ErasedAtStations.One> these =
        heard.all().stream()
            .filter(h -> h.about().equals(about) && !decided.contains(Decided.of(h)))
            .toList();
    if (these.isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    Act act = new Act();
    for (ErasedAtStations.One h : these) {
      act.make(
          station.ids().record(),
          Kinds.STAYING,
          station.scope(),
          Map.of(
              "about",
              Value.text(about.toString()),
              "erasedBy",
              Value.text(h.by().toString()),
              "reason",
              Value.text(reason.strip()),
              "at",
              station.now().toValue()));
    }
    ledger.write(act);
  }
}
