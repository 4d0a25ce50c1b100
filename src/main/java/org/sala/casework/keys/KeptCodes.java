package org.sala.casework.keys;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.RecoveryKey;
import org.sala.casework.station.Station;
import org.sala.domain.AuditEntry;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/** At headquarters: what laptops sealed to the agency's recovery key; nobody here can open it. */
@BehindTheDesk
public final class KeptCodes {
  private static final int LONGEST = 4096;

  /** A laptop makes a new code seldom: with every new recovery key, and after one was used. */
  private static final int KEPT = 8;

  private static final Pattern BASE64 = Pattern.compile("(?:[A-Za-z0-9+/]{4})*[A-Za-z0-9+/=]{4}");

  private final Station station;
  private final AuditTrail audit;

  public KeptCodes(Station station, AuditTrail audit) {
    this.station = station;
    this.audit = audit;
  }

  /** Keeps what a report brought; its sender signed it. */
  public void heed(StationId from, Map<String, String> notes) {
    String sealed = notes.getOrDefault(RecoveryKey.NOTE, "");
    if (sealed.isEmpty() || station.state().texts(key(from)).contains(sealed)) {
      return;
    }
    if (sealed.length() > LONGEST || !BASE64.matcher(sealed).matches()) {
      audit.note(AuditEntry.Act.REFUSED, "recovery code of " + from);
      return;
    }
    station
        .state()
        .change(
            () -> {
              List<String> kept = new ArrayList<>(station.state().texts(key(from)));
              kept.add(sealed);
              return Map.of(
                  key(from),
                  Value.texts(kept.subList(Math.max(0, kept.size() - KEPT), kept.size())));
            });
  }

  /** What came from a laptop, the oldest first. */
  public List<byte[]> of(StationId laptop) {
    return station.state().texts(key(laptop)).stream().map(Base64.getDecoder()::decode).toList();
  }

  private static String key(StationId laptop) {
    return "recovery." + laptop;
  }
}
