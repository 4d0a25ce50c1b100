package org.sala.casework.station;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sala.domain.AuditEntry;
import org.sala.domain.Fingerprint;
import org.sala.domain.IncarnationId;
import org.sala.domain.Value;

/**
 * Tells when an older key file or an older state was put in place, whole and genuine in itself.
 * Each counts its writes: the state names the key file's count, and the audit's entries at every
 * unlocking and locking name both. Whoever puts key file, state and journal back together to one
 * moment is not seen here, but at headquarters.
 */
public final class OlderFiles {
  private static final String KEY_FILE = "keyFileWritten";
  private static final String SEEN = "olderFiles";
  private static final Pattern STANDING =
      Pattern.compile("key file ([0-9]{1,15}), state ([0-9]{1,15})(?:, officer [0-9a-f]{64})?");

  private final Station station;

  public OlderFiles(Station station) {
    this.station = station;
  }

  /** What can be put back. */
  public enum Which {
    /** A passphrase that was changed, or a sheet that was replaced, may open it again. */
    KEY_FILE,
    /** Revocations and what headquarters has receipted may be forgotten. */
    STATE
  }

  /**
   * How often key file and state had been written when they were opened, before anything was
   * written since.
   *
   * @param keyFileMended whether one copy was spoiled or older and made from the other, which
   *     counts
   */
  public record Found(long keyFile, long state, boolean keyFileMended) {}

  /** The counts as they stand, for an entry of the audit. */
  public static String standing(Station station) {
    return "key file "
        + station.keyFile().generation(station.keys())
        + ", state "
        + station.state().generation();
  }

  /** The counts for an entry about an officer, who is named by the fingerprint of the key. */
  static String standing(Station station, Fingerprint officer) {
    return standing(station) + ", officer " + officer.hex();
  }

  /** The state remembers the count, so that an older key file does not fit it. */
  public static void keyFileWritten(Station station) {
    station.state().set(KEY_FILE, Value.whole(station.keyFile().generation(station.keys())));
  }

  /** Compares what was found with what was witnessed; what is older is remembered until read. */
  public Set<Which> look(Found found) {
    long[] keyFile = {station.state().whole(KEY_FILE)};
    long[] state = new long[1];
    IncarnationId own = station.identity().incarnation();
    station
        .journal()
        .replayRecentAudit(
            e ->
                witnessed(e, own)
                    .ifPresent(
                        w -> {
                          keyFile[0] = Math.max(keyFile[0], w.keyFile());
                          state[0] = Math.max(state[0], w.state());
                        }));
    Set<Which> older = EnumSet.noneOf(Which.class);
    if (found.keyFile() < keyFile[0]) {
      older.add(Which.KEY_FILE);
    }
    if (found.state() < state[0]) {
      older.add(Which.STATE);
    }
    if (!older.isEmpty()) {
      Set<Which> all = EnumSet.copyOf(older);
      all.addAll(seen());
      station.state().set(SEEN, Value.texts(all.stream().map(Which::name).toList()));
    }
    if (station.state().whole(KEY_FILE) != station.keyFile().generation(station.keys())) {
      keyFileWritten(station);
    }
    return older;
  }

  private static Optional<Found> witnessed(AuditEntry e, IncarnationId own) {
    return e.detail()
        .filter(d -> e.incarnation().equals(own))
        .map(STANDING::matcher)
        .filter(Matcher::matches)
        .map(m -> new Found(Long.parseLong(m.group(1)), Long.parseLong(m.group(2)), false));
  }

  /** Returns what was found older and nobody has said yet that it was read. */
  public List<Which> seen() {
    List<Which> all = new ArrayList<>();
    for (Which w : Which.values()) {
      if (station.state().texts(SEEN).contains(w.name())) {
        all.add(w);
      }
    }
    return all;
  }

  /** An officer has read it, and knows what to do. */
  public void read() {
    station.state().remove(SEEN);
  }
}
