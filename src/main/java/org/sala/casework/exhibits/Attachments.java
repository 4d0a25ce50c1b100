package org.sala.casework.exhibits;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Taking;
import org.sala.domain.AttachedFile;
import org.sala.domain.Compartment;
import org.sala.domain.Kind;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;
import org.sala.journal.JournalFault;
import org.sala.store.Records;
import org.sala.vault.ObjectFolder;
import org.sala.vault.StoredObject;
import org.sala.vault.VaultFault;

/**
 * Files that records name: the object is safe on the disk first, then the record is written, and
 * whatever no record names is removed again.
 */
@BehindTheDesk
public final class Attachments {
  private final Station station;
  private final Ledger ledger;

  public Attachments(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /** The scope and compartment that a file is to belong to. */
  public record Place(ScopeId scope, Compartment compartment) {}

  /** Where the files of a record's investigation part lie. */
  Place placeOf(RecordId record, Kind kind) {
    return station
        .view()
        .records()
        .find(record)
        .filter(r -> r.kind().equals(kind.key()))
        .map(r -> new Place(r.scope(), Compartment.INVESTIGATION))
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  /**
   * Encrypts a file while it is hashed, and writes the record that names it.
   *
   * @param fits whether content of that type is wanted here
   * @param record writes the record in one act, under the ledger's lock
   */
  public Taking take(
      Path from,
      Place place,
      Predicate<String> fits,
      Progress progress,
      Function<AttachedFile, RecordId> record) {
    if (!Files.isRegularFile(from)) {
      return new Taking.Unreadable();
    }
    try (InputStream in = Files.newInputStream(from)) {
      return take(Incoming.of(from, in), place, fits, progress, record, part -> {});
    } catch (IOException e) {
      return new Taking.Unreadable();
    }
  }

  /**
   * Encrypts content that was made here and lies in no file, and writes the record that names it.
   */
  public Taking take(
      String name, byte[] content, Place place, Function<AttachedFile, RecordId> record) {
    InputStream in = new ByteArrayInputStream(content);
    return take(
        new Incoming(name, content.length, in),
        place,
        type -> true,
        Progress.none(),
        record,
        part -> {});
  }

  /** What comes in, under the name that is kept. */
  record Incoming(String name, long size, InputStream content) {
    static Incoming of(Path from, InputStream content) throws IOException {
      return new Incoming(String.valueOf(from.getFileName()), Files.size(from), content);
    }
  }

  /**
   * @param halted hears of what came in before it was stopped
   */
  Taking take(
      Incoming from,
      Place place,
      Predicate<String> fits,
      Progress progress,
      Function<AttachedFile, RecordId> record,
      ObjectFolder.Halted halted) {
    ObjectFolder.Taken taken;
    String type;
    try (Head in = new Head(from.content())) {
      long size = from.size();
      taken =
          station
              .objects()
              .take(place.scope(), place.compartment(), in, size, told(progress, size), halted);
      type = in.type();
    } catch (IOException e) {
      return new Taking.Unreadable();
    } catch (VaultFault e) {
      throw Faults.of(e);
    }
    return switch (taken) {
      case ObjectFolder.Taken.Stopped s -> new Taking.Stopped();
      case ObjectFolder.Taken.NoSpace n -> new Taking.NoSpace(n.needed(), n.free());
      case ObjectFolder.Taken.SourceFailed f -> new Taking.Unreadable();
      case ObjectFolder.Taken.Stored stored -> {
        if (progress.stopped() || !fits.test(type)) {
          abandon(List.of(stored.object()));
          yield progress.stopped() ? new Taking.Stopped() : new Taking.NotAPicture();
        }
        AttachedFile file =
            new AttachedFile(
                stored.object().facts().sha256(),
                stored.object().facts().size(),
                AttachedFile.keptName(from.name()),
                type);
        yield named(stored.object(), () -> record.apply(file));
      }
    };
  }

  static ObjectFolder.Progress told(Progress progress, long size) {
    return done -> {
      progress.done(done, Math.max(size, done));
      return !progress.stopped();
    };
  }

  private Taking named(StoredObject object, Supplier<RecordId> writing) {
    try {
      return new Taking.Taken(together(List.of(object), writing));
    } catch (CaseworkFault e) {
      if (e.code() == CaseworkFault.Code.DISK_FULL) {
        return new Taking.NoSpace(
            ObjectFolder.needed(object.facts().size()), station.folder().free());
      }
      throw e;
    }
  }

  /** Writes what names the objects, and claims them; when nothing was written they go again. */
  <T> T together(List<StoredObject> objects, Supplier<T> writing) {
    synchronized (ledger) {
      objects.forEach(this::needs);
      return claiming(objects, writing);
    }
  }

  /**
   * Claims the objects while many changes are written, between which others may write: whoever
   * writes asks under the ledger's lock what each of them {@link #needs}.
   */
  public void whileTaking(List<StoredObject> objects, Runnable writing) {
    claiming(
        objects,
        () -> {
          writing.run();
          return objects.size();
        });
  }

  public void needs(StoredObject o) {
    if (station.objects().find(o.scope(), o.compartment(), o.facts().sha256()).isEmpty()) {
      // Another act took in the very same content at the same time, failed and removed it.
      throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
    }
  }

  private <T> T claiming(List<StoredObject> objects, Supplier<T> writing) {
    T written;
    try {
      written = writing.get();
    } catch (JournalFault | VaultFault | CaseworkFault e) {
      // Of the act that failed nothing counts. After any other fault it may, and the next start
      // decides.
      if (!(e instanceof CaseworkFault f && f.code().saved())) {
        try {
          abandon(objects);
        } catch (CaseworkFault left) {
          // On a full disk they cannot go either: the next start sees to that.
          e.addSuppressed(left);
        }
      }
      throw e;
    }
    try {
      station.objects().claim(objects);
    } catch (VaultFault e) {
      throw Faults.of(e);
    }
    return written;
  }

  /** Removes objects again, but for those that a record names. */
  public void abandon(List<StoredObject> objects) {
    try {
      synchronized (ledger) {
        station.objects().abandon(objects.stream().filter(o -> !isNamed(o)).toList());
      }
    } catch (VaultFault e) {
      throw Faults.of(e);
    }
  }

  /**
   * At the start: an object that the last run took in stays if the journal names it, else it goes.
   */
  public void settle() {
    for (StoredObject o : station.objects().unclaimed()) {
      if (isNamed(o)) {
        station.objects().claim(List.of(o));
      } else {
        station.objects().abandon(List.of(o));
      }
    }
  }

  /** Whether any revision of its scope names an object, also one that was replaced since. */
  private boolean isNamed(StoredObject object) {
    Set<String> digests = new HashSet<>();
    for (Records.Row record : station.view().records().inScope(object.scope())) {
      for (Records.RevisionRow row : station.view().records().revisions(record.id())) {
        if (row.compartment() == object.compartment()) {
          station.journal().revision(row.at()).map(AttachedFile::in).stream()
              .flatMap(List::stream)
              .forEach(f -> digests.add(f.digest()));
        }
      }
    }
    return digests.contains(object.facts().sha256());
  }

  /** Passes a file on and keeps its first bytes, to know what it is. */
  private static final class Head extends FilterInputStream {
    private final byte[] head = new byte[ContentType.HEAD];
    private int filled;

    Head(InputStream from) {
      super(from);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int n = super.read(to, offset, length);
      if (n > 0 && filled < head.length) {
        int part = Math.min(n, head.length - filled);
        System.arraycopy(to, offset, head, filled, part);
        filled += part;
      }
      return n;
    }

    String type() {
      return ContentType.of(head, filled);
    }
  }
}
