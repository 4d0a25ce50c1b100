package org.sala.casework.exhibits;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.PlainFile;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.crypto.Sha256;
import org.sala.domain.AttachedFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;
import org.sala.store.Records;
import org.sala.vault.ObjectFolder;

/** Opening, proving and exporting the file that a record names. */
@BehindTheDesk
public final class AttachedFiles {
  private static final int BUFFER = 1 << 18;

  private final Station station;
  private final AuditTrail audit;

  public AttachedFiles(Station station, AuditTrail audit) {
    this.station = station;
    this.audit = audit;
  }

  /** The file in a field of the investigation part. */
  Optional<AttachedFile> named(RecordId record, String field) {
    FieldState state = station.view().records().fields(record).get(field);
    return Optional.ofNullable(state).map(FieldState::value).flatMap(AttachedFile::of);
  }

  public AttachedContent.Opening open(RecordId record, String field) {
    Optional<AttachedFile> file = named(record, field);
    Optional<Records.Row> row = station.view().records().find(record);
    if (file.isEmpty() || row.isEmpty()) {
      return new AttachedContent.Opening.NoFile();
    }
    Compartment compartment = Compartment.INVESTIGATION;
    return switch (station.objects().open(row.get().scope(), compartment, file.get().digest())) {
      case ObjectFolder.Opening.Opened o ->
          new AttachedContent.Opening.Opened(
              new AttachedContent(file.get(), o.reader(), station.tools().faults()));
      case ObjectFolder.Opening.Missing m -> new AttachedContent.Opening.Missing();
      case ObjectFolder.Opening.Altered a -> new AttachedContent.Opening.Altered();
      case ObjectFolder.Opening.Unreadable u -> {
        station.tools().faults().note(u.why());
        yield new AttachedContent.Opening.Unreadable();
      }
      case ObjectFolder.Opening.NoKey n ->
          switch (station.scopeKeys().standing(row.get().scope(), compartment)) {
            case NOT_OURS -> new AttachedContent.Opening.NotOurs();
            case ERASED -> new AttachedContent.Opening.Erased();
            case HELD, MISSING -> new AttachedContent.Opening.Missing();
          };
    };
  }

  /** Reads all of it and compares the digest with the one in the record. */
  Exhibits.Condition check(RecordId record, String field, Progress progress) {
    return switch (open(record, field)) {
      case AttachedContent.Opening.NoFile n -> Exhibits.Condition.NO_FILE;
      case AttachedContent.Opening.Missing m -> Exhibits.Condition.MISSING;
      case AttachedContent.Opening.Altered a -> Exhibits.Condition.ALTERED;
      case AttachedContent.Opening.Unreadable u -> Exhibits.Condition.UNREADABLE;
      case AttachedContent.Opening.Erased e -> Exhibits.Condition.KEY_ERASED;
      case AttachedContent.Opening.NotOurs o -> Exhibits.Condition.NOT_OURS;
      case AttachedContent.Opening.Opened o -> {
        try (AttachedContent content = o.content()) {
          Optional<String> digest = copy(content, OutputStream.nullOutputStream(), progress);
          yield digest.isEmpty()
              ? Exhibits.Condition.STOPPED
              : digest.get().equals(content.file().digest())
                  ? Exhibits.Condition.INTACT
                  : Exhibits.Condition.ALTERED;
        } catch (SpoiledException e) {
          yield Exhibits.Condition.ALTERED;
        } catch (IOException e) {
          throw new CaseworkFault(CaseworkFault.Code.IO, e);
        }
      }
    };
  }

  /**
   * Writes a plain copy where the officer asked for it; the audit has it before it stands there.
   */
  Exhibits.Exported export(RecordId record, String field, Path to, Progress progress) {
    Path target = to.toAbsolutePath().normalize();
    if (PlainFile.isInside(station, target)) {
      return new Exhibits.Exported.NotThere();
    }
    return switch (open(record, field)) {
      case AttachedContent.Opening.Opened o -> {
        try (AttachedContent content = o.content()) {
          yield write(record, content, target, progress);
        } catch (IOException e) {
          yield new Exhibits.Exported.NotThere();
        }
      }
      case AttachedContent.Opening.NoFile n -> unfit(Exhibits.Condition.NO_FILE);
      case AttachedContent.Opening.Missing m -> unfit(Exhibits.Condition.MISSING);
      case AttachedContent.Opening.Altered a -> unfit(Exhibits.Condition.ALTERED);
      case AttachedContent.Opening.Unreadable u -> unfit(Exhibits.Condition.UNREADABLE);
      case AttachedContent.Opening.Erased e -> unfit(Exhibits.Condition.KEY_ERASED);
      case AttachedContent.Opening.NotOurs n -> unfit(Exhibits.Condition.NOT_OURS);
    };
  }

  private static Exhibits.Exported unfit(Exhibits.Condition condition) {
    return new Exhibits.Exported.Unfit(condition);
  }

  private Exhibits.Exported write(
      RecordId record, AttachedContent content, Path target, Progress progress) {
    boolean[] altered = new boolean[1];
    Printed printed =
        new PlainFile(station)
            .write(
                target,
                content.size(),
                out -> {
                  Optional<String> digest;
                  try {
                    digest = copy(content, out, progress);
                  } catch (SpoiledException e) {
                    digest = Optional.of("");
                  }
                  altered[0] = digest.filter(d -> !d.equals(content.file().digest())).isPresent();
                  return digest.isPresent() && !altered[0];
                },
                () -> audit.note(AuditEntry.Act.EXPORTED, record));
    return switch (printed) {
      case Printed.Written w -> new Exhibits.Exported.Written(w.file(), content.file().digest());
      case Printed.Stopped s when altered[0] -> unfit(Exhibits.Condition.ALTERED);
      case Printed.Stopped s -> new Exhibits.Exported.Stopped();
      case Printed.NoSpace n -> new Exhibits.Exported.NoSpace(n.needed(), n.free());
      case Printed.NotThere n -> new Exhibits.Exported.NotThere();
    };
  }

  /** Digest of what was copied; empty when it was stopped. */
  private static Optional<String> copy(AttachedContent content, OutputStream to, Progress progress)
      throws IOException {
    MessageDigest digest = Sha256.start();
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    try (InputStream in = content.from(0)) {
      while (true) {
        int n;
        try {
          n = in.read(buffer);
        } catch (IOException e) {
          if (AttachedContent.isSpoiled(e)) {
            throw new SpoiledException(e);
          }
          // The disk does not answer: that says nothing about the exhibit.
          throw new CaseworkFault(CaseworkFault.Code.IO, e);
        }
        if (n < 0) {
          return Optional.of(HexFormat.of().formatHex(digest.digest()));
        }
        digest.update(buffer, 0, n);
        to.write(buffer, 0, n);
        done += n;
        progress.done(done, content.size());
        if (progress.stopped()) {
          return Optional.empty();
        }
      }
    }
  }

  /** The object could not be read on, as opposed to the copy not being written. */
  private static final class SpoiledException extends IOException {
    private static final long serialVersionUID = 1L;

    SpoiledException(IOException cause) {
      super(cause);
    }
  }
}
