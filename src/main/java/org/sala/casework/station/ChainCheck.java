package org.sala.casework.station;

import java.security.MessageDigest;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.domain.AuditEntry;

/**
 * Reads a chain of audit entries one by one, in the order in which they lie, and says at the end
 * what is wrong with it, if anything is. Holds no entries.
 */
@BehindTheDesk
public final class ChainCheck implements AutoCloseable {
  public static final String FIRST = "0".repeat(64);
  static final String STEP = "sala audit key step v1";

  private final TreeMap<Long, Secret> starts = new TreeMap<>();
  private final TreeMap<Long, String> known = new TreeMap<>();
  private @Nullable Secret key;
  private long number;
  private String head;
  private AuditTrail.@Nullable Verdict wrong;
  private long missing;

  /**
   * @param after number of the entry before the first one that comes
   * @param previous its digest
   */
  ChainCheck(long after, String previous) {
    this.number = after;
    this.head = previous;
  }

  /** From an entry on the MACs are under a key that began with this start. */
  ChainCheck start(long from, Secret start) {
    starts.put(from, start);
    return this;
  }

  /** Somebody has seen that entry, with this digest. */
  ChainCheck witnessed(long at, String digest) {
    known.put(at, digest);
    return this;
  }

  /** The next entry as it lies. */
  void accept(AuditEntry e) {
    if (wrong != null) {
      // A number that was missed and comes later was moved, not lost.
      if (missing > 0 && e.number() == missing) {
        wrong = new AuditTrail.Verdict.Reordered(missing);
        missing = 0;
      }
      return;
    }
    long expected = number + 1;
    if (e.number() != expected) {
      missing = expected;
      wrong =
          e.number() > expected
              ? new AuditTrail.Verdict.Gap(e.number())
              : new AuditTrail.Verdict.Reordered(e.number());
      return;
    }
    String digest = Sha256.hex(e.bytes());
    boolean mine = macIsRight(e);
    if (!mine) {
      wrong = new AuditTrail.Verdict.Edited(expected);
    } else if (!e.previous().equals(head)) {
      // Under the right key, and of another past: the same key went two ways.
      boolean seen = known.containsKey(number) && key != null;
      wrong =
          seen ? new AuditTrail.Verdict.Fork(expected) : new AuditTrail.Verdict.Edited(expected);
    } else if (!known.getOrDefault(expected, digest).equals(digest)) {
      wrong =
          key != null
              ? new AuditTrail.Verdict.Fork(expected)
              : new AuditTrail.Verdict.Edited(expected);
    }
    number = expected;
    head = digest;
  }

  private boolean macIsRight(AuditEntry e) {
    var begun = starts.floorEntry(e.number());
    if (begun == null) {
      return true;
    }
    Secret now = key;
    if (now == null || begun.getKey() == e.number()) {
      if (now != null) {
        now.close();
      }
      now = copy(begun.getValue());
      for (long i = begun.getKey(); i < e.number(); i++) {
        now = step(now);
      }
    }
    boolean right = MessageDigest.isEqual(now.mac(e.bytes()), e.mac());
    key = step(now);
    return right;
  }

  /** The key of the entry after; the one before is forgotten. */
  static Secret step(Secret key) {
    try (key) {
      return key.derive(new byte[0], STEP);
    }
  }

  /** Returns a copy of the key that is closed by itself. */
  static Secret copy(Secret secret) {
    byte[] bytes = secret.copy();
    try {
      return Secret.of(bytes);
    } finally {
      java.util.Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * What is wrong, or that nothing is.
   *
   * @param length how many entries there have to be at the least
   */
  AuditTrail.Verdict end(long length) {
    if (wrong != null) {
      return wrong;
    }
    return number < length
        ? new AuditTrail.Verdict.Truncated(number)
        : new AuditTrail.Verdict.Whole(number);
  }

  /** Number and digest of the last entry that was right. */
  long number() {
    return number;
  }

  String head() {
    return head;
  }

  @Override
  public void close() {
    starts.values().forEach(Secret::close);
    if (key != null) {
      key.close();
    }
  }
}
