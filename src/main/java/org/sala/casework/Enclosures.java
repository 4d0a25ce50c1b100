package org.sala.casework;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.domain.AttachedFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.Revision;
import org.sala.parcel.ParcelFault;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.ParcelReader;
import org.sala.parcel.Sink;
import org.sala.parcel.Verdict;
import org.sala.vault.Intake;
import org.sala.vault.ObjectFolder;
import org.sala.vault.ScopeKeys;
import org.sala.vault.StoredObject;
import org.sala.vault.VaultFault;

/**
 * The files of a package on their way in: encrypted under this station's own keys as they are read,
 * and no part of the workspace until the changes that name them are taken. Whatever was not taken
 * is gone when this is closed.
 */
final class Enclosures implements AutoCloseable {
  private final Station station;
  private final Attachments attachments;
  private final Map<String, Set<Attachments.Place>> wanted = new HashMap<>();
  private final List<Intake> intakes = new ArrayList<>();

  Enclosures(Station station, Ledger ledger, List<Change> run) {
    this.station = station;
    this.attachments = new Attachments(station, ledger);
    for (Change change : run) {
      for (Revision r : change.revisions()) {
        for (AttachedFile f : AttachedFile.in(r)) {
          Attachments.Place place = new Attachments.Place(r.scope(), r.compartment());
          if (!isHere(place, f) && !isErased(place)) {
            wanted.computeIfAbsent(f.digest(), d -> new LinkedHashSet<>()).add(place);
          }
        }
      }
    }
  }

  private boolean isHere(Attachments.Place place, AttachedFile file) {
    return station.objects().find(place.scope(), place.compartment(), file.digest()).isPresent()
        && !(station.objects().open(place.scope(), place.compartment(), file.digest())
            instanceof ObjectFolder.Opening.Missing);
  }

  private boolean isErased(Attachments.Place place) {
    return station.scopeKeys().standing(place.scope(), place.compartment())
        == ScopeKeys.Standing.ERASED;
  }

  /** Reads the package once more, for its files; it must be the very file that was verified. */
  void read(Arrival arrival, ParcelReader reader, Progress progress) {
    if (wanted.isEmpty()) {
      return;
    }
    Verdict again;
    try {
      again = reader.read(arrival.file(), new Collecting(), progress.inParcel());
      if (!again.sound() || !again.digest().equals(arrival.verdict().digest())) {
        throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
      }
      for (Intake intake : intakes) {
        String digest = intake.finish().sha256();
        wanted.remove(digest);
      }
    } catch (IOException e) {
      throw Faults.of(e);
    } catch (VaultFault e) {
      throw Faults.of(e);
    } catch (ParcelFault e) {
      throw Packages.sorted(e);
    }
    if (!wanted.isEmpty()) {
      // The reader refuses a package that lacks a file; this one changed in between.
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    }
  }

  /** Makes the files part of the workspace together with the changes that the work writes. */
  void together(Runnable writing) {
    List<StoredObject> kept = new ArrayList<>();
    try {
      for (Intake intake : intakes) {
        kept.add(intake.keep());
      }
    } catch (IOException e) {
      attachments.abandon(kept);
      throw Faults.of(e);
    } catch (VaultFault e) {
      attachments.abandon(kept);
      throw Faults.of(e);
    }
    attachments.together(
        kept,
        () -> {
          writing.run();
          return kept.size();
        });
  }

  @Override
  public void close() {
    try {
      for (Intake intake : intakes) {
        intake.close();
      }
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  private final class Collecting implements Sink {
    @Override
    public void header(ParcelHeader header) {
      // Known from the first reading.
    }

    @Override
    public void change(Change change) {
      // Known from the first reading.
    }

    @Override
    public void audit(AuditEntry entry) {
      // Known from the first reading.
    }

    @Override
    public OutputStream attachment(String digest, long size) throws IOException {
      Set<Attachments.Place> places = wanted.getOrDefault(digest, Set.of());
      if (ObjectFolder.needed(size * Math.max(1, places.size())) > station.folder().free()) {
        throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
      }
      List<Intake> mine = new ArrayList<>();
      for (Attachments.Place p : places) {
        Intake intake = station.objects().begin(p.scope(), p.compartment());
        intakes.add(intake);
        mine.add(intake);
      }
      return new ToAll(mine);
    }
  }

  /** The same bytes to each: one content may belong to several cases, under a key of each. */
  private static final class ToAll extends OutputStream {
    private final List<Intake> all;

    ToAll(List<Intake> all) {
      this.all = all;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      for (Intake intake : all) {
        intake.write(from, offset, length);
      }
    }

    /** Lets the file go: a package may bring thousands. */
    @Override
    public void close() throws IOException {
      for (Intake intake : all) {
        intake.finish();
      }
    }
  }
}
