package org.sala.journal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.sala.crypto.Secret;
import org.sala.crypto.SigningKey;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Hlc;
import org.sala.domain.IdSource;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.Piece;
import org.sala.domain.Revision;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.AuditWire;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.RevisionWire;

/** Makes journals and changes for tests; the keys are fixed so that another process finds them. */
public final class Sample {
  public final Secret workspace =
      Secret.of(
          "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  public final IdSource ids;
  public final SigningKey key = SigningKey.generate(new SecureRandom());
  private final StationId station = StationId.of("6d1f0a52-9b1e-4c8e-8f6e-2d3b9f0a1c11");
  private final IncarnationId incarnation =
      IncarnationId.of("0b8c6c0e-65a6-4b43-9f3b-0d3f5a1e2c22");
  private long number;

  public Sample(long seed) {
    this.ids = new IdSource(Clock.systemUTC(), new Random(seed));
  }

  /** A keyring that derives every scope's key, except those that are denied. */
  public static final class Keyring implements ScopeKeyring {
    private final Map<ScopeId, Boolean> denied = new HashMap<>();

    public void deny(ScopeId scope) {
      denied.put(scope, true);
    }

    @Override
    public Optional<Secret> find(ScopeId scope, Compartment compartment) {
      if (denied.containsKey(scope)) {
        return Optional.empty();
      }
      try (Secret root = Secret.of(new byte[32])) {
        return Optional.of(root.derive(new byte[0], scope + compartment.code()));
      }
    }

    @Override
    public void ensure(List<Wanted> wanted) {
      // Derived keys are always there.
    }
  }

  public SegmentJournal.Opening open(
      Path folder, ScopeKeyring keyring, FileOpener opener, Consumer<List<Committed>> seen) {
    return SegmentJournal.open(
        folder,
        new SegmentJournal.Identity(station, incarnation),
        new SegmentJournal.Tools(workspace, keyring, opener, new SecureRandom()),
        seen);
  }

  public SegmentJournal.Opening open(Path folder, Checkpoint from, Consumer<List<Committed>> seen) {
    return SegmentJournal.open(
        folder,
        new SegmentJournal.Identity(station, incarnation),
        new SegmentJournal.Tools(workspace, new Keyring(), FileOpener.disk(), new SecureRandom()),
        Optional.of(from),
        seen);
  }

  public SegmentJournal open(Path folder) {
    return open(folder, Checkpoint.START);
  }

  /** Opens a journal behind a checkpoint. */
  public SegmentJournal open(Path folder, Checkpoint from) {
    if (open(folder, from, r -> {}) instanceof SegmentJournal.Opening.Opened o) {
      return o.journal();
    }
    throw new AssertionError("does not open");
  }

  /** Opens a journal in a table; the same station, incarnation and keys. */
  public TableJournal.Opening open(
      FrameTable table, ScopeKeyring keyring, Optional<Checkpoint> from) {
    return TableJournal.open(
        table,
        new SegmentJournal.Identity(station, incarnation),
        new TableJournal.Tools(workspace, keyring, new SecureRandom()),
        from,
        r -> {});
  }

  /** The same for a program that hears what others share. */
  public TableJournal open(FrameTable table, ScopeKeyring keyring, Heard heard) {
    if (TableJournal.open(
            table,
            new SegmentJournal.Identity(station, incarnation),
            new TableJournal.Tools(workspace, keyring, new SecureRandom()),
            Optional.empty(),
            heard)
        instanceof TableJournal.Opening.Opened o) {
      return o.journal();
    }
    throw new AssertionError("does not open");
  }

  /** An audit entry that says at which head of the journal it was made. */
  public AuditEntry entry(long entryNumber, String head) {
    return AuditWire.read(
        AuditWire.write(
            incarnation,
            entryNumber,
            "0".repeat(64),
            AuditEntry.Act.VIEWED,
            new Fingerprint(key.verifying().fingerprint()),
            Optional.empty(),
            Optional.empty(),
            Moment.of("2026-11-24T03:12:11.123+07:00[Asia/Bangkok]"),
            head),
        new byte[32]);
  }

  public Change change(int revisions) {
    ScopeId scope = ids.scope();
    List<Revision> made = new java.util.ArrayList<>();
    for (int i = 0; i < revisions; i++) {
      made.add(
          RevisionWire.write(
              ids.record(),
              "case",
              List.of(),
              scope,
              i % 2 == 0 ? Compartment.INVESTIGATION : Compartment.PROTECTION,
              Map.of("title", Value.text("Title " + number + " " + i)),
              Optional.empty(),
              ids.nonce(new Fingerprint(key.verifying().fingerprint()))));
    }
    ChangeHeader header =
        ChangeWire.writeHeader(
            ids.change(),
            new Fingerprint(key.verifying().fingerprint()),
            station,
            incarnation,
            ++number,
            Moment.of("2026-11-24T03:12:11.123+07:00[Asia/Bangkok]"),
            new Hlc(number, 0),
            made.stream().map(Revision::id).toList());
    return new Change(
        header,
        key.sign(header.bytes()),
        made.stream().map(r -> (Piece) new Piece.Whole(r)).toList());
  }
}
