package org.sala.casework.packages.take;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.Value;

/**
 * Packages that were refused, written down so that people see why. Such a line counts for nothing
 * else: whoever its file says that it is from, nobody has shown.
 */
final class RefusalRecords {
  /** The direction of a refused package, neither in nor out: nothing of it was taken. */
  static final String DIRECTION = "refused";

  private static final int LONGEST_NAME = 100;

  private final Station station;
  private final Ledger ledger;

  RefusalRecords(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /** Writes a refused file down once, however often it is brought. */
  void remember(Path file, PackageCheck checked) {
    if (station.view().arrivals().wasRefused(checked.digest())) {
      return;
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("direction", Value.text(DIRECTION));
    fields.put("fileName", Value.text(plain(file)));
    fields.put("digest", Value.text(checked.digest()));
    fields.put("size", Value.whole(checked.size()));
    fields.put("state", Value.text(PackageState.REFUSED.name()));
    fields.put("verdict", Value.text(checked.kind()));
    Stored.put(fields, "findings", String.join("\n", checked.findings()));
    fields.put("received", station.now().toValue());
    ledger.write(new Act().make(station.ids().record(), Kinds.PARCEL, station.scope(), fields));
  }

  /** The name of a file from outside, cut, with nothing in it that a screen could stumble over. */
  static String plain(Path file) {
    String name = String.valueOf(file.getFileName());
    StringBuilder plain = new StringBuilder();
    name.codePoints()
        .limit(LONGEST_NAME)
        .map(c -> Character.isLetterOrDigit(c) || "._- ".indexOf(c) >= 0 ? c : '?')
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
