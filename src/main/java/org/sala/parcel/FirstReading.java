package org.sala.parcel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.Age;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.Certificate;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Trust;
import org.sala.domain.AttachedFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.DomainFault;
import org.sala.domain.Maker;
import org.sala.domain.Revision;
import org.sala.domain.wire.AuditWire;
import org.sala.domain.wire.Bounds;
import org.sala.domain.wire.ChangeWire;

/** One reading of a package that checks everything; signatures of changes on all processors. */
final class FirstReading implements ContainerReader.Entries, AutoCloseable {
  /** More than an age header for a few recipients needs. */
  private static final int HEADER = 4096;

  /**
   * What an audit may take, in bytes of its lines: a hundred thousand entries and more. Whoever
   * reads keeps them until the signature is looked at, which comes last.
   */
  private static final long MOST_AUDIT = 64L << 20;

  private final List<AgeIdentity> identities;
  private final Sink sink;
  private final Findings findings = new Findings();
  private final Judgement judgement;
  private final Authors authors;
  private final Map<String, byte[]> small = new HashMap<>();
  private final Map<String, Long> named = new LinkedHashMap<>();
  private final Map<String, Long> attached = new HashMap<>();
  private final InOrder<Judged> checking = new InOrder<>(this::changes);
  private final Remembered remembered = new Remembered();
  private final Lines changeLines = new Lines(this::revisions);
  private final Lines auditLines = new Lines(this::audit);
  private final List<byte[]> digests = new ArrayList<>();
  private ByteArrayOutputStream whole = new ByteArrayOutputStream();
  private @Nullable OutputStream attachment;
  private Optional<ParcelHeader> header = Optional.empty();
  private boolean unreadable;
  private long changes;
  private long entries;
  private long audited;

  FirstReading(
      List<AgeIdentity> identities, Trust trust, Instant at, List<Certificate> known, Sink sink) {
    this.identities = identities;
    this.sink = sink;
    this.judgement = new Judgement(findings, trust, at);
    this.authors = new Authors(trust, at, known);
  }

  void run(InputStream file) throws IOException {
    PushbackInputStream in = new PushbackInputStream(file, HEADER);
    byte[] start = in.readNBytes(HEADER);
    in.unread(start);
    try (InputStream plain = new Ahead(Age.decrypt(identities, DiskTroubleException.apart(in)))) {
      ContainerReader container = ContainerReader.first(plain, findings);
      boolean toTheEnd;
      try {
        toTheEnd = container.walk(this);
      } catch (DiskTroubleException e) {
        throw e.trouble();
      } catch (IOException e) {
        findings.add(Finding.Code.CUT_OR_ALTERED_OUTSIDE);
        toTheEnd = false;
      }
      checking.finish();
      unreadable = !toTheEnd;
      judge(container.digests(), toTheEnd);
    } catch (NotAuthenticException e) {
      unreadable = true;
      findings.add(Finding.Code.NOT_ENCRYPTED_FOR_US);
      if (Age.saysPractice(start)) {
        findings.add(Finding.Code.TRAINING);
      }
    } catch (IOException e) {
      if (e instanceof DiskTroubleException d) {
        throw d.trouble();
      }
      unreadable = true;
      findings.add(Finding.Code.CUT_OR_ALTERED_OUTSIDE);
    } finally {
      closeAttachment();
    }
  }

  @Override
  public boolean begin(ZipFormat.Entry entry) throws IOException {
    String name = entry.name();
    whole = new ByteArrayOutputStream();
    if (EntryKind.OBJECT.is(name)) {
      AttachmentSink.Enclosed file = Layout.enclosed(entry, true);
      attached.put(file.digest(), file.size());
      try {
        attachment = new Behind(sink.attachment(file));
      } catch (IOException e) {
        throw new DiskTroubleException(e);
      }
    }
    return header.isPresent()
        || EntryKind.of(name).filter(k -> k.isBefore(EntryKind.REVISIONS)).isPresent();
  }

  @Override
  public void content(String name, byte[] bytes, int length, boolean last) throws IOException {
    switch (EntryKind.of(name).orElseThrow()) {
      case REVISIONS -> lines(changeLines, bytes, length, last);
      case AUDIT -> lines(auditLines, bytes, length, last);
      case OBJECT -> {
        if (attachment != null) {
          written(attachment, bytes, length);
        }
        if (last) {
          closeAttachment();
        }
      }
      default -> {
        whole.write(bytes, 0, length);
        if (last) {
          small.put(name, whole.toByteArray());
          if (name.equals(Layout.HEADER)) {
            header();
          }
        }
      }
    }
  }

  private void lines(Lines lines, byte[] bytes, int length, boolean last) throws IOException {
    lines.add(bytes, length);
    if (last) {
      boolean ended = lines.end();
      checking.finish();
      if (!ended) {
        findings.add(Finding.Code.CHANGE_UNREADABLE, "end");
      }
    }
  }

  private void header() {
    byte[] bytes = small.getOrDefault(Layout.HEADER, new byte[0]);
    switch (ParcelHeader.read(bytes)) {
      case ParcelHeader.Reading.Good good -> {
        header = Optional.of(good.header());
        sink.header(good.header());
        boolean ours =
            identities.stream()
                .anyMatch(i -> good.header().recipients().contains(i.recipient().fingerprint()));
        if (!ours) {
          findings.add(Finding.Code.WRONG_RECIPIENT);
        }
        authors.certified(good.header().authors(), findings);
        authors.notEnrolled(good.header().keys(), findings);
      }
      case ParcelHeader.Reading.TooNew tooNew -> findings.add(Finding.Code.FORMAT_TOO_NEW);
      case ParcelHeader.Reading.Bad bad -> findings.add(Finding.Code.HEADER_UNREADABLE);
    }
  }

  /** What comes behind too many changes is counted, and neither judged nor handed on. */
  private void revisions(Lines.Batch batch) throws IOException {
    if (findings.has(Finding.Code.CHANGES_TOO_MANY)) {
      changes += batch.lines().size();
    } else {
      checking.give(() -> judged(batch), batch.bytes());
    }
  }

  /** A change, what it counts and what speaks against it; none where its line cannot be read. */
  private record Line(Optional<Change> change, long weight, Optional<Finding.Code> against) {}

  private record Judged(List<Line> lines, byte[] digest) {}

  private Judged judged(Lines.Batch batch) {
    List<Line> lines = new ArrayList<>();
    for (byte[] bytes : batch.lines()) {
      try {
        Change change = ChangeWire.readLine(bytes);
        lines.add(new Line(Optional.of(change), Remembered.weight(change), against(change)));
      } catch (DomainFault | IllegalArgumentException | OutOfMemoryError e) {
        // One that no memory is enough for is told like any other that cannot be read.
        lines.add(new Line(Optional.empty(), 0, Optional.of(Finding.Code.CHANGE_UNREADABLE)));
      }
    }
    return new Judged(lines, batch.digest());
  }

  /** A kind that packages of its purpose do not bring weighs more than who wrote it. */
  private Optional<Finding.Code> against(Change change) {
    if (!Bounds.isWithin(change)) {
      return Optional.of(Finding.Code.CHANGE_BEYOND_BOUNDS);
    }
    // Changes are read where there is a header alone.
    return header
        .flatMap(h -> Cargo.against(h, change.revisions()))
        .or(() -> underAnothersId(change.header()))
        .or(() -> authors.against(change));
  }

  /** An id is only taken of the station whose it is: nobody keeps another one's change out. */
  private static Optional<Finding.Code> underAnothersId(ChangeHeader of) {
    return Maker.is(of.station(), of.id())
        ? Optional.empty()
        : Optional.of(Finding.Code.CHANGE_ID_OF_ANOTHER);
  }

  private void changes(Judged judged) {
    digests.add(judged.digest());
    for (Line line : judged.lines()) {
      changes++;
      line.against().ifPresent(code -> findings.add(code, Long.toString(changes)));
      if (remembered.add(line.weight())) {
        line.change().ifPresent(c -> change(c, line.against()));
      } else if (!findings.has(Finding.Code.CHANGES_TOO_MANY)) {
        findings.add(Finding.Code.CHANGES_TOO_MANY, Long.toString(changes));
      }
    }
  }

  private void change(Change change, Optional<Finding.Code> against) {
    for (Revision r : change.revisions()) {
      AttachedFile.in(r)
          .forEach(f -> named.merge(f.digest(), f.size(), (a, b) -> a.equals(b) ? a : -1L));
    }
    if (against.isEmpty()) {
      sink.change(new Authentic(change));
    } else if (Finding.of(against.get()).doubt()) {
      sink.doubted(new Authentic(change), against.get());
    }
  }

  private void audit(Lines.Batch batch) {
    for (byte[] line : batch.lines()) {
      entries++;
      audited += line.length;
      if (audited > MOST_AUDIT) {
        if (!findings.has(Finding.Code.AUDIT_TOO_LONG)) {
          findings.add(Finding.Code.AUDIT_TOO_LONG, Long.toString(entries));
        }
        continue;
      }
      try {
        AuditEntry entry = AuditWire.readLine(line);
        sink.audit(entry);
      } catch (DomainFault | IllegalArgumentException e) {
        findings.add(Finding.Code.AUDIT_UNREADABLE, Long.toString(entries));
      }
    }
  }

  /** A disk that takes no more must not look like a spoiled package. */
  private static void written(OutputStream to, byte[] bytes, int length)
      throws DiskTroubleException {
    try {
      to.write(bytes, 0, length);
    } catch (IOException e) {
      throw new DiskTroubleException(e);
    }
  }

  private void closeAttachment() throws DiskTroubleException {
    OutputStream open = attachment;
    attachment = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new DiskTroubleException(e);
      }
    }
  }

  private void judge(Map<String, String> digests, boolean toTheEnd) {
    if (!judgement.judge(small, digests, toTheEnd)) {
      return;
    }
    if (toTheEnd) {
      // Every file that a revision names has to be inside.
      named.forEach(
          (digest, size) -> {
            if (!size.equals(attached.get(digest))) {
              findings.add(Finding.Code.ATTACHMENT_MISSING, digest);
            }
          });
    }
    header.ifPresent(
        h -> {
          if (h.changes() != changes || h.auditEntries() != entries) {
            findings.add(Finding.Code.COUNT_DIFFERS);
          }
        });
  }

  Verdict verdict(String digest, long size) {
    Optional<Certificate> signer = judgement.signer();
    boolean told = signer.isPresent() && header.isPresent();
    boolean readable = !findings.has(Finding.Code.NOT_ENCRYPTED_FOR_US);
    return new Verdict(
        Verdict.Kind.of(findings.all(), told, readable && !(unreadable && small.isEmpty())),
        findings.all(),
        header,
        signer,
        judgement.revocationChecked(),
        digest,
        size,
        new Proof(digests));
  }

  @Override
  public void close() {
    checking.close();
  }
}
