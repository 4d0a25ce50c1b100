package org.sala.casework.packages.seal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.keys.Neighbours;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.Certificate;
import org.sala.crypto.Succession;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.merge.FieldState;
import org.sala.parcel.Purpose;
import org.sala.store.Records;

/** Certificates and keys that go along, so that whoever reads a package can check every author. */
final class SenderCertificates {
  private final Station station;

  SenderCertificates(Station station) {
    this.station = station;
  }

  /** The sealing officer's certificate, then the issuers. */
  List<Certificate> chain() {
    List<Certificate> chain = new ArrayList<>();
    chain.add(
        station
            .state()
            .text("certificate." + station.me().hex())
            .flatMap(p -> Certificate.ofPem(p).stream().findFirst())
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_ENROLLED)));
    chain.addAll(issuers());
    return chain;
  }

  /**
   * The issuers, and from headquarters what leads to them from each authority there was: a station
   * may have heard neither of the successor nor of an issuing key that this one has certified.
   */
  private List<Certificate> issuers() {
    List<Certificate> issuers = new ArrayList<>(station.trust().issuers());
    station.state().texts("successions").stream()
        .map(pem -> Succession.ofPem(pem).introduction())
        .forEach(issuers::add);
    return issuers;
  }

  /** Certificates of every officer of this station who is enrolled, and their issuers. */
  List<byte[]> authors(
      Map<RecordId, Map<String, FieldState>> officers,
      SealPlan plan,
      Purpose purpose,
      StationId addressee) {
    List<byte[]> all = new ArrayList<>();
    officers.values().stream()
        .flatMap(f -> Stored.text(f, "key").stream())
        .distinct()
        .flatMap(key -> station.state().text("certificate." + key).stream())
        .flatMap(pem -> Certificate.ofPem(pem).stream())
        .forEach(c -> all.add(c.der()));
    issuers().forEach(c -> all.add(c.der()));
    if (plan.passedOn() > 0) {
      Set<Fingerprint> wrote = station.view().changes().authors(plan.changes());
      Neighbours.known(station.state()).stream()
          .filter(o -> wrote.contains(o.key()))
          .forEach(o -> all.add(o.certificate().der()));
      new HeadquartersGap(station)
          .officers().stream()
              .filter(c -> wrote.contains(new Fingerprint(c.key().fingerprint())))
              .forEach(c -> all.add(c.der()));
    }
    if (purpose == Purpose.RECEIPT || purpose == Purpose.DECISION) {
      // What goes back to its author is checked there like everything else.
      new Roster(station.state())
          .goodAt(station.now().instant(), addressee)
          .forEach(c -> all.add(c.der()));
    }
    return all;
  }

  /** Public keys of colleagues who are not enrolled, so that what they signed can be checked. */
  List<byte[]> notEnrolled(Map<RecordId, Map<String, FieldState>> officers) {
    List<byte[]> all = new ArrayList<>();
    for (Records.Begun officer : station.view().records().begun("officer")) {
      boolean ours = officer.station().equals(station.identity().station());
      Map<String, FieldState> f = officers.getOrDefault(officer.id(), Map.of());
      boolean enrolled =
          Stored.text(f, "key").flatMap(k -> station.state().text("certificate." + k)).isPresent();
      Optional<String> key = Stored.text(f, "publicKey");
      if (ours && !enrolled && key.isPresent()) {
        all.add(Base64.getDecoder().decode(key.get()));
      }
    }
    return all;
  }
}
