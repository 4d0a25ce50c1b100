package org.sala.casework.headquarters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.keys.Issuing;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.AuditEntry;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/** Takes certificates of officers back. Broken off anywhere it is not done, and can be repeated. */
final class TakingBack {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Issuing issuing;

  TakingBack(Station station, Ledger ledger, AuditTrail audit, Issuing issuing) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.issuing = issuing;
  }

  /** One officer's, all that were issued for the same key. */
  void revoke(String serial, String reason) {
    Fingerprint key =
        new Roster(station.state())
            .issued().stream()
                .filter(i -> i.certificate().serial().equals(serial))
                .map(Roster.Issued::key)
                .findFirst()
                .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    revoke(Map.of(serial, key), reason);
  }

  /** Those of all officers of a station. */
  void revoke(StationId lost, String reason) {
    Map<String, Fingerprint> keys = new LinkedHashMap<>();
    new KnownStations(station)
        .certified(lost).stream()
            .filter(c -> !c.revoked())
            .forEach(c -> keys.put(c.serial(), c.key()));
    if (!keys.isEmpty()) {
      revoke(keys, reason);
    }
  }

  private void revoke(Map<String, Fingerprint> keys, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a revocation has a reason");
    }
    Set<String> recorded = recorded();
    // The record first: words that were given before it count no more, and where nothing follows
    // the certificate is shown as one that was not taken back, which it is.
    keys.keySet().stream().filter(s -> !recorded.contains(s)).forEach(s -> record(s, reason));
    issuing.revoke(Set.copyOf(keys.values()));
    keys.keySet().forEach(s -> audit.note(AuditEntry.Act.REVOKED, s));
  }

  private Set<String> recorded() {
    return station.view().records().fieldsOfKind(Kinds.REVOCATION.key()).values().stream()
        .flatMap(f -> Stored.text(f, "serial").stream())
        .collect(Collectors.toSet());
  }

  private void record(String serial, String reason) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("serial", Value.text(serial));
    fields.put("reason", Value.text(reason.strip()));
    fields.put("at", station.now().toValue());
    ledger.write(new Act().make(station.ids().record(), Kinds.REVOCATION, station.scope(), fields));
  }
}
