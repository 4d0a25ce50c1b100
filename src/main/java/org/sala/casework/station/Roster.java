package org.sala.casework.station;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.crypto.Certificate;
import org.sala.domain.Fingerprint;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/** Every certificate that this headquarters has issued, and for which station. */
@BehindTheDesk
public final class Roster {
  private final StationState state;

  public Roster(StationState state) {
    this.state = state;
  }

  /** One certificate; a station has as many as it has officers, and more after a renewal. */
  public record Issued(StationId station, Certificate certificate) {
    public Fingerprint key() {
      return new Fingerprint(certificate.key().fingerprint());
    }
  }

  public List<Issued> issued() {
    return state.issued();
  }

  static List<Issued> read(List<Value.Parts> officers) {
    List<Issued> all = new ArrayList<>();
    for (Value.Parts p : officers) {
      Optional<Certificate> c =
          Certificate.ofPem(p.text("certificate").orElse("")).stream().findFirst();
      c.ifPresent(one -> all.add(new Issued(StationId.of(p.text("station").orElse("")), one)));
    }
    return List.copyOf(all);
  }

  public List<Certificate> certificates() {
    return issued().stream().map(Issued::certificate).toList();
  }

  /** Certificates of a station's officers that are good at a moment. */
  public List<Certificate> goodAt(Instant now, StationId of) {
    List<String> revoked = revoked();
    return issued().stream()
        .filter(i -> i.station().equals(of))
        .map(Issued::certificate)
        .filter(c -> !revoked.contains(c.serial()) && c.until().isAfter(now))
        .toList();
  }

  /** What a station was called when it was enrolled; empty for one that is not known here. */
  public String nameOf(String station) {
    return state.parts("station." + station).flatMap(p -> p.text("name")).orElse("");
  }

  /**
   * What a station is called: headquarters by the agency's name, this one and others by what
   * headquarters has called them; empty where nobody has.
   */
  public String called(StationId id) {
    if (state.text("headquarters").filter(id.toString()::equals).isPresent()) {
      return state.text("agency").orElse("");
    }
    return id.equals(state.station())
        ? state.text("stationName").orElse("")
        : nameOf(id.toString());
  }

  public boolean stationKnown(StationId station) {
    return state.texts("stations").contains(station.toString());
  }

  /** The stations that an officer's key was certified for. */
  public Set<StationId> stationsOf(String key) {
    return issued().stream()
        .filter(i -> i.key().hex().equals(key))
        .map(Issued::station)
        .collect(Collectors.toSet());
  }

  /**
   * Whether everybody of a station was taken back, as when its laptop was lost: whoever holds it
   * holds its keys, and nothing more is sealed to them.
   */
  public boolean isGone(StationId station) {
    Set<String> revoked = Set.copyOf(revoked());
    List<String> theirs =
        issued().stream()
            .filter(i -> i.station().equals(station))
            .map(i -> i.certificate().serial())
            .toList();
    return !theirs.isEmpty() && revoked.containsAll(theirs);
  }

  /** One certificate as the state keeps it. */
  public static Value entry(StationId station, Certificate certificate) {
    Map<String, Value> one = new LinkedHashMap<>();
    one.put("station", Value.text(station.toString()));
    one.put("certificate", Value.text(certificate.pem()));
    return new Value.Parts(one);
  }

  /**
   * Adds a certificate. One of this headquarters' own officers counts here by the same write: what
   * is not known here cannot be taken back.
   */
  public void add(StationId station, Certificate certificate) {
    state.change(() -> with(station, certificate));
  }

  /** What the state says with one certificate more. */
  public Map<String, Value> with(StationId station, Certificate certificate) {
    List<Value> officers = new ArrayList<>(state.listing("officers"));
    officers.add(entry(station, certificate));
    Map<String, Value> with = new LinkedHashMap<>();
    with.put("officers", new Value.Listing(officers));
    if (station.equals(state.station())) {
      with.put("certificate." + certificate.key().fingerprint(), Value.text(certificate.pem()));
    }
    return with;
  }

  public List<String> revoked() {
    return state.texts("revokedSerials");
  }
}
