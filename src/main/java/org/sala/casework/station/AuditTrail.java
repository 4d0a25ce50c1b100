package org.sala.casework.station;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.domain.AuditEntry;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.domain.wire.AuditWire;
import org.sala.journal.Committed;
import org.sala.journal.JournalFault;
import org.sala.vault.MovingKeyFile;
import org.sala.vault.VaultFault;

/**
 * Who looked, printed, sealed, imported: chained by digests, with a MAC under a key that moves
 * forward and forgets, so that a later intruder cannot rewrite what came before.
 */
public final class AuditTrail implements AutoCloseable {
  /** The name in the state while the key's file is behind by more than the next opening reads. */
  private static final String BEHIND = "auditKeyBehind";

  private final Station station;
  private final MovingKeyFile file;
  private final AuditStart starts;
  private final AuditTail tail = new AuditTail();
  private final Object checking = new Object();
  private MovingKeyFile.Standing standing;
  private volatile boolean closing;
  private boolean unsure;

  public AuditTrail(Station station) {
    this.station = station;
    this.starts = new AuditStart(station);
    this.file =
        MovingKeyFile.open(station.folder().root(), station.keys(), station.tools().random());
    try {
      IncarnationId own = station.identity().incarnation();
      Optional<MovingKeyFile.Standing> kept = file.read().filter(s -> s.incarnation().equals(own));
      this.standing = kept.orElseGet(() -> lost(own));
      // The file is a few steps behind the journal after a power cut: the key is moved on.
      moveOn(station.state().flag(BEHIND));
      if (kept.isEmpty()) {
        begin();
      }
      file.write(standing);
      file.sync();
      caughtUp();
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * To behind the last entry that the journal has.
   *
   * @param all whether the entries of earlier openings are missing as well
   */
  private void moveOn(boolean all) {
    tail.forget();
    IncarnationId own = standing.incarnation();
    Consumer<AuditEntry> on =
        e -> {
          if (e.incarnation().equals(own) && e.number() > standing.number()) {
            standing = after(e, standing);
          }
        };
    if (all) {
      station.journal().replayAudit(on);
    } else {
      station.journal().replayRecentAudit(on);
    }
  }

  private void caughtUp() {
    if (station.state().flag(BEHIND)) {
      station.state().remove(BEHIND);
    }
  }

  /**
   * Keeps the key that comes next. The journal has the entries already: whoever were told now that
   * it failed would do the same once more, and the next opening moves the key on.
   */
  private void keep() {
    try {
      file.write(standing);
      caughtUp();
    } catch (VaultFault | CaseworkFault e) {
      station.tools().faults().note(e);
      behind();
    }
  }

  private void behind() {
    try {
      if (!station.state().flag(BEHIND)) {
        station.state().set(BEHIND, Value.flag(true));
      }
    } catch (VaultFault | CaseworkFault e) {
      station.tools().faults().note(e);
    }
  }

  /** The file is new, of an earlier incarnation, or gone: the chain goes on, its key is fresh. */
  private MovingKeyFile.Standing lost(IncarnationId own) {
    long[] number = new long[1];
    byte[][] head = {new byte[32]};
    station
        .journal()
        .replayAudit(
            e -> {
              if (e.incarnation().equals(own)) {
                number[0] = e.number();
                head[0] = Sha256.of(e.bytes());
              }
            });
    return new MovingKeyFile.Standing(own, number[0], fresh(), head[0], Optional.empty());
  }

  private static MovingKeyFile.Standing after(AuditEntry e, MovingKeyFile.Standing before) {
    byte[] next = before.key();
    for (long n = before.number(); n < e.number(); n++) {
      byte[] passed = next;
      next = step(passed);
      if (n > before.number()) {
        // A key in between is nobody's any more.
        Arrays.fill(passed, (byte) 0);
      }
    }
    return new MovingKeyFile.Standing(
        before.incarnation(), e.number(), next, Sha256.of(e.bytes()), before.start());
  }

  private static byte[] step(byte[] key) {
    try (Secret now = Secret.of(key);
        Secret next = now.derive(new byte[0], ChainCheck.STEP)) {
      return next.copy();
    }
  }

  private byte[] fresh() {
    byte[] start = new byte[32];
    station.tools().random().nextBytes(start);
    return start;
  }

  /**
   * A fresh start for the entries from here on. Where headquarters' key is trusted it is encrypted
   * to it and the plain one is not kept; else it is kept until then.
   */
  private void begin() {
    byte[] start = fresh();
    boolean sealed = starts.seal(standing.number() + 1, start);
    standing =
        new MovingKeyFile.Standing(
            standing.incarnation(),
            standing.number(),
            start,
            standing.head(),
            sealed ? Optional.empty() : Optional.of(start.clone()));
  }

  /** Headquarters' key is trusted from now on: what follows is for its eyes. */
  public synchronized void trusted() {
    if (!starts.isSealed()) {
      MovingKeyFile.Standing before = standing;
      begin();
      file.write(standing);
      file.sync();
      wipe(before);
    }
  }

  public void note(AuditEntry.Act act) {
    note(act, Optional.empty(), Optional.empty());
  }

  public void note(AuditEntry.Act act, RecordId subject) {
    note(act, Optional.of(subject), Optional.empty());
  }

  public void note(AuditEntry.Act act, String detail) {
    note(act, Optional.empty(), Optional.of(detail));
  }

  public void note(AuditEntry.Act act, RecordId subject, String detail) {
    note(act, Optional.of(subject), Optional.of(detail));
  }

  /** On a full disk in the room that is kept: who may not be noted may neither look nor lock. */
  private void note(AuditEntry.Act act, Optional<RecordId> subject, Optional<String> detail) {
    List<Noted> one = List.of(new Noted(act, subject, detail));
    new Reserve(station)
        .first(() -> together(one, entries -> station.journal().append(List.of(), entries)));
  }

  /** What is noted with something else that is written. */
  record Noted(AuditEntry.Act act, Optional<RecordId> subject, Optional<String> detail) {}

  /** Writes entries into the journal, and in the same run what they go with. */
  interface Writing {
    List<Committed> with(List<AuditEntry> entries);
  }

  /**
   * Notes several things at once, in their order. The key moves on only when the journal has them.
   *
   * @param writing must note nothing itself
   */
  synchronized List<Committed> together(List<Noted> notes, Writing writing) {
    makeSure();
    List<AuditEntry> entries = new ArrayList<>();
    List<byte[]> used = new ArrayList<>();
    MovingKeyFile.Standing now = standing;
    for (Noted n : notes) {
      AuditEntry entry = entry(n, now);
      entries.add(entry);
      used.add(now.key());
      now = after(entry, now);
    }
    MovingKeyFile.Standing next = now;
    return Faults.told(
        () -> {
          List<Committed> written = written(writing, entries);
          standing = next;
          tail.written(entries);
          used.forEach(key -> Arrays.fill(key, (byte) 0));
          keep();
          return written;
        });
  }

  private List<Committed> written(Writing writing, List<AuditEntry> entries) {
    try {
      return writing.with(entries);
    } catch (JournalFault | CaseworkFault e) {
      unsure = true;
      tail.forget();
      throw e;
    }
  }

  /**
   * A line to a server may go when a run counts already and nobody could say so: its entries are in
   * the journal, and a second one of the same number would look like a forgery for good.
   */
  private void makeSure() {
    if (unsure && station.state().sharing().isPresent()) {
      station.state().sharing().get().refresh();
      Faults.told(
          () -> {
            moveOn(false);
            return true;
          });
    }
    unsure = false;
  }

  private AuditEntry entry(Noted noted, MovingKeyFile.Standing at) {
    byte[] bytes =
        AuditWire.write(
            at.incarnation(),
            at.number() + 1,
            HexFormat.of().formatHex(at.head()),
            noted.act(),
            station.me(),
            noted.subject(),
            noted.detail(),
            station.now(),
            station.journal().head());
    try (Secret key = Secret.of(at.key())) {
      return AuditWire.read(bytes, key.mac(bytes));
    }
  }

  /** SHA-256 of the last entry, 64 zeros before the first. */
  synchronized String head() {
    return HexFormat.of().formatHex(standing.head());
  }

  /**
   * What a package home says of the audit.
   *
   * @param entries those that headquarters has not countersigned
   * @param start the encrypted start, empty once a receipt has named it
   */
  public record ForHome(List<AuditEntry> entries, long length, String head, String start) {}

  public synchronized ForHome forHome() {
    long witnessed = starts.witnessed().map(Witnessed::number).orElse(0L);
    List<AuditEntry> entries = tail.behind(witnessed, () -> entries(standing.incarnation()));
    return new ForHome(entries, standing.number(), head(), starts.sealed().orElse(""));
  }

  /**
   * Returns what any other package says of the audit: how long it is, without reading what is in
   * it.
   */
  public synchronized ForHome forOthers() {
    return new ForHome(List.of(), standing.number(), head(), "");
  }

  /** Returns all that an intruder finds: the key of the entry that comes next. */
  synchronized byte[] keyLeft() {
    return standing.key().clone();
  }

  public AuditStart starts() {
    return starts;
  }

  /** Returns all entries of an incarnation, in order. */
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

  /** How far headquarters has countersigned, in a receipt. */
  public record Witnessed(long number, String head, Moment at) {}

  /** The last head that headquarters countersigned. */
  public Optional<Witnessed> witnessed() {
    return starts.witnessed();
  }

  /** Returns the entry from which on headquarters alone holds the key; empty before enrolment. */
  public Optional<Long> keptAtHeadquartersFrom() {
    return starts.from();
  }

  /** What an officer writes into the notebook: nobody can change what came before it unseen. */
  public synchronized DayCode dayCode() {
    return DayCode.of(standing.number(), head());
  }

  /** The code of an earlier entry, to compare with the notebook; empty when there is none. */
  public Optional<DayCode> dayCode(long number) {
    return entries(station.identity().incarnation()).stream()
        .filter(e -> e.number() == number)
        .findFirst()
        .map(e -> DayCode.of(number, Sha256.hex(e.bytes())));
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

    /** From this entry on there are two histories under one key. */
    record Fork(long number) implements Verdict {}

    /** The key began anew here, and nobody can tell what came before since the last countersign. */
    record Restarted(long number) implements Verdict {}

    /** The journal itself is damaged in this segment. */
    record Spoiled(int segment) implements Verdict {}

    /** The journal on a server is not as it was written, from this segment on. */
    record Differs(int segment) implements Verdict {}
  }

  /** Checks every frame of the journal, and this station's own chain. */
  public Verdict verify() {
    return verify(() -> false).orElseThrow();
  }

  /**
   * Checks every frame of the journal and this station's own chain beside the work, which goes on.
   *
   * @param stopped asked now and then
   * @return empty when it was stopped
   */
  public Optional<Verdict> verify(BooleanSupplier stopped) {
    synchronized (checking) {
      return verifyNow(() -> closing || stopped.getAsBoolean());
    }
  }

  /** Ends a check that runs beside, and waits until it has ended: the keys are wiped next. */
  public void stopChecking() {
    closing = true;
    synchronized (checking) {
      closing = true;
    }
  }

  private Optional<Verdict> verifyNow(BooleanSupplier stopped) {
    long length;
    try (ChainCheck check = new ChainCheck(0, ChainCheck.FIRST)) {
      synchronized (this) {
        length = standing.number();
        standing.start().ifPresent(s -> check.start(1, Secret.of(s)));
        starts.opened().forEach(s -> check.start(s.from(), Secret.of(s.start())));
        starts.witnessed().ifPresent(w -> check.witnessed(w.number(), w.head()));
      }
      IncarnationId own = station.identity().incarnation();
      Optional<Integer> spoiled =
          station
              .journal()
              .checkBeside(
                  e -> {
                    if (e.incarnation().equals(own) && e.number() <= length) {
                      check.accept(e);
                    }
                  },
                  stopped)
              .map(p -> p.segment());
      if (stopped.getAsBoolean()) {
        return Optional.empty();
      }
      return Optional.of(spoiled.map(this::spoiled).orElseGet(() -> check.end(length)));
    }
  }

  private Verdict spoiled(int segment) {
    return station.state().sharing().isPresent()
        ? new Verdict.Differs(segment)
        : new Verdict.Spoiled(segment);
  }

  /**
   * Checks a chain.
   *
   * @param start the key of the first entry; without it only the digests are checked
   * @param witnessed how many entries somebody has already seen
   */
  static Verdict verify(List<AuditEntry> entries, Optional<Secret> start, long witnessed) {
    try (ChainCheck check = new ChainCheck(0, ChainCheck.FIRST)) {
      start.map(ChainCheck::copy).ifPresent(s -> check.start(1, s));
      entries.forEach(check::accept);
      return check.end(witnessed);
    }
  }

  /** What headquarters found in the audits that came, station by station. */
  public List<AuditWitness.Seen> stations() {
    return witness().all();
  }

  AuditWitness witness() {
    return new AuditWitness(station);
  }

  @Override
  public synchronized void close() {
    try {
      file.sync();
    } catch (VaultFault e) {
      // The place in the journal that is kept next lies behind entries that this key is for.
      behind();
      throw e;
    } finally {
      wipe(standing);
      file.close();
    }
  }

  private static void wipe(MovingKeyFile.Standing past) {
    Arrays.fill(past.key(), (byte) 0);
    past.start().ifPresent(start -> Arrays.fill(start, (byte) 0));
  }
}
