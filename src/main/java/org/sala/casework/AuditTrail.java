package org.sala.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.domain.AuditEntry;
import org.sala.domain.IncarnationId;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.domain.wire.AuditWire;

/**
 * Who looked, printed, sealed, imported: chained by digests, with a MAC under a key that moves
 * forward and forgets, so that a later intruder cannot rewrite what came before.
 */
public final class AuditTrail {
  private static final String FIRST = "0".repeat(64);

  private final Station station;
  private long number;
  private String head = FIRST;

  AuditTrail(Station station) {
    this.station = station;
    StationState state = station.state();
    if (state.text("auditKey").isPresent()) {
      this.number = count();
      this.head = state.text("auditHead").orElse(FIRST);
    }
    // The state is at most a step behind the journal: a crash came between the two.
    station
        .journal()
        .replayRecentAudit(
            e -> {
              if (e.incarnation().equals(station.identity().incarnation()) && e.number() > number) {
                number = e.number();
                head = Sha256.hex(e.bytes());
              }
            });
    if (state.text("auditKey").isEmpty()) {
      byte[] start = new byte[32];
      station.tools().random().nextBytes(start);
      String text = Base64.getEncoder().encodeToString(start);
      // The start is kept until headquarters' key is trusted and it can be encrypted to it.
      station
          .state()
          .set(
              Map.of(
                  "auditStart", Value.text(text),
                  "auditKey", Value.text(text),
                  "auditNumber", Value.whole(0),
                  "auditHead", Value.text(FIRST)));
    }
  }

  void note(AuditEntry.Act act) {
    note(act, Optional.empty(), Optional.empty());
  }

  void note(AuditEntry.Act act, RecordId subject) {
    note(act, Optional.of(subject), Optional.empty());
  }

  void note(AuditEntry.Act act, String detail) {
    note(act, Optional.empty(), Optional.of(detail));
  }

  private synchronized void note(
      AuditEntry.Act act, Optional<RecordId> subject, Optional<String> detail) {
    StationState state = station.state();
    long next = number + 1;
    byte[] bytes =
        AuditWire.write(
            station.identity().incarnation(),
            next,
            head,
            act,
            station.me(),
            subject,
            detail,
            station.now(),
            station.journal().head());
    try (Secret key = keyAt(next)) {
      AuditEntry entry = AuditWire.read(bytes, key.mac(bytes));
      station.journal().audit(List.of(entry));
      number = next;
      head = Sha256.hex(bytes);
      try (Secret following = key.derive(new byte[0], "sala audit key step v1")) {
        state.set(
            Map.of(
                "auditKey", Value.text(Base64.getEncoder().encodeToString(following.copy())),
                "auditNumber", Value.whole(next),
                "auditHead", Value.text(head)));
      }
    }
  }

  /**
   * The key for an entry. A crash between the journal and the state leaves the state one step
   * behind; the key is then moved on, never back.
   */
  private Secret keyAt(long wanted) {
    Secret key =
        Secret.of(Base64.getDecoder().decode(station.state().text("auditKey").orElseThrow()));
    long steps = wanted - 1 - count();
    for (long i = 0; i < steps; i++) {
      Secret next = key.derive(new byte[0], "sala audit key step v1");
      key.close();
      key = next;
    }
    return key;
  }

  private long count() {
    return station.state().whole("auditNumber");
  }

  /** SHA-256 of the last entry, 64 zeros before the first. */
  synchronized String head() {
    return head;
  }

  /** All entries of an incarnation, in order. */
  public List<AuditEntry> entries(IncarnationId incarnation) {
    List<AuditEntry> entries = new ArrayList<>();
    station
        .journal()
        .replayAudit(
            e -> {
              if (e.incarnation().equals(incarnation)) {
                entries.add(e);
              }
            });
    return entries;
  }

  /** What was done in this workspace since its incarnation began, in order. */
  public List<AuditEntry.Act> acts() {
    return entries(station.identity().incarnation()).stream().map(AuditEntry::act).toList();
  }

  /** What a check of a chain says. */
  public sealed interface Verdict {
    /** Every entry is as it was written. */
    record Whole(long entries) implements Verdict {}

    /** An entry was changed. */
    record Edited(long number) implements Verdict {}

    /** Entries are missing before this one. */
    record Gap(long number) implements Verdict {}

    /** Entries stand in another order. */
    record Reordered(long number) implements Verdict {}

    /** Fewer entries than were witnessed. */
    record Truncated(long from) implements Verdict {}
  }

  /** Checks this station's own chain with its start key, where the start is still here. */
  public Verdict verify() {
    Optional<Secret> start =
        station.state().text("auditStart").map(t -> Secret.of(Base64.getDecoder().decode(t)));
    List<AuditEntry> entries = entries(station.identity().incarnation());
    Verdict verdict = verify(entries, start, count());
    start.ifPresent(Secret::close);
    return verdict;
  }

  /**
   * Checks a chain.
   *
   * @param start the key of the first entry; without it only the digests are checked
   * @param witnessed how many entries somebody has already seen
   */
  static Verdict verify(List<AuditEntry> entries, Optional<Secret> start, long witnessed) {
    Optional<Secret> key = start.map(s -> Secret.of(s.copy()));
    String previous = FIRST;
    for (int i = 0; i < entries.size(); i++) {
      AuditEntry e = entries.get(i);
      long expected = i + 1L;
      if (e.number() != expected) {
        boolean later = entries.stream().anyMatch(o -> o.number() == expected);
        return later ? new Verdict.Reordered(expected) : new Verdict.Gap(e.number());
      }
      if (!e.previous().equals(previous)
          || key.isPresent() && !Arrays.equals(key.get().mac(e.bytes()), e.mac())) {
        return new Verdict.Edited(expected);
      }
      previous = Sha256.hex(e.bytes());
      key = key.map(k -> k.derive(new byte[0], "sala audit key step v1"));
    }
    return entries.size() < witnessed
        ? new Verdict.Truncated(entries.size())
        : new Verdict.Whole(entries.size());
  }
}
