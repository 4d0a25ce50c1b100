package org.sala.casework.packages.take;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.exhibits.Attachments;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.crypto.ObjectWriter;
import org.sala.domain.AttachedFile;
import org.sala.parcel.AttachmentSink;
import org.sala.parcel.ParcelFault;
import org.sala.parcel.ParcelReader;
import org.sala.vault.Intake;
import org.sala.vault.ObjectFolder;
import org.sala.vault.ScopeKeys;
import org.sala.vault.StoredObject;
import org.sala.vault.VaultFault;

/**
 * The files of a package on their way in: encrypted under this station's own keys as they are read,
 * and unclaimed until the changes that name them are taken. Where they come while the package is
 * read for the first time, nothing is known of it but that each change names an author who is
 * enrolled; a file that is not taken in the end, and whatever else was not, is gone when this is
 * closed.
 */
final class IncomingAttachments implements AttachmentSink, AutoCloseable {
  private final Station station;
  private final Attachments attachments;
  private final Map<String, Set<Attachments.Place>> wanted = new HashMap<>();
  private final List<Coming> coming = new ArrayList<>();
  private final Map<String, List<StoredObject>> kept = new HashMap<>();

  private record Coming(String digest, Attachments.Place place, Intake intake) {}

  IncomingAttachments(Station station, Ledger ledger) {
    this.station = station;
    this.attachments = new Attachments(station, ledger);
  }

  /** A change names a file that comes behind it. */
  void want(Arrival.Named f) {
    if (!isHere(f.place(), f.file()) && !isErased(f.place())) {
      wanted.computeIfAbsent(f.file().digest(), d -> new LinkedHashSet<>()).add(f.place());
    }
  }

  /**
   * Takes in these files alone: of what came already nothing else stays, and the rest is read for.
   */
  private void only(List<Arrival.Named> files) throws IOException {
    wanted.clear();
    files.forEach(this::want);
    for (Coming c : List.copyOf(coming)) {
      boolean right = c.intake().finish().sha256().equals(c.digest());
      Set<Attachments.Place> places = wanted.getOrDefault(c.digest(), Set.of());
      if (right && places.remove(c.place())) {
        if (places.isEmpty()) {
          wanted.remove(c.digest());
        }
      } else {
        coming.remove(c);
        c.intake().close();
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

  /**
   * Puts the files that are taken in safely on the disk; for those that did not come with the first
   * reading the package is read once more, and must be the very file that was verified.
   */
  void read(List<Arrival.Named> files, Arrival arrival, ParcelReader reader, Progress progress) {
    try {
      only(files);
      if (wanted.isEmpty()) {
        return;
      }
      int before = coming.size();
      reader.attachments(arrival.file(), arrival.verdict(), this, progress.inParcel());
      for (Coming c : coming.subList(before, coming.size())) {
        wanted.remove(c.intake().finish().sha256());
      }
      if (!wanted.isEmpty()) {
        // The reader refuses a package that lacks a file; this one changed in between.
        throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
      }
    } catch (IOException e) {
      throw Faults.of(e);
    } catch (VaultFault e) {
      throw Faults.of(e);
    } catch (ParcelFault e) {
      throw Faults.of(e);
    }
  }

  @Override
  public OutputStream attachment(Enclosed file) throws IOException {
    String digest = file.digest();
    Set<Attachments.Place> places = wanted.getOrDefault(digest, Set.of());
    if (ObjectFolder.needed(file.size() * Math.max(1, places.size())) > station.folder().free()) {
      throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
    }
    List<Intake> mine = new ArrayList<>();
    for (Attachments.Place p : places) {
      Intake intake = station.objects().begin(p.scope(), p.compartment(), said(file));
      coming.add(new Coming(digest, p, intake));
      mine.add(intake);
    }
    return new ToAll(mine);
  }

  /**
   * What need not be counted twice: nothing is kept before the verdict, which tells if it is so.
   */
  private static Optional<ObjectWriter.Plain> said(Enclosed file) {
    return file.compared()
        ? Optional.of(new ObjectWriter.Plain(file.digest(), file.crc32()))
        : Optional.empty();
  }

  /**
   * Makes the files part of the workspace with the changes that the work writes. It may write them
   * some at a time: a file that a change of it names stays when the work ends halfway, and the
   * others go again.
   */
  void together(Runnable writing) {
    try {
      for (Coming c : coming) {
        StoredObject object = c.intake().keep();
        kept.computeIfAbsent(object.facts().sha256(), d -> new ArrayList<>()).add(object);
      }
    } catch (IOException e) {
      attachments.abandon(objects());
      throw Faults.of(e);
    } catch (VaultFault e) {
      attachments.abandon(objects());
      throw Faults.of(e);
    }
    attachments.whileTaking(objects(), writing);
  }

  /** Asked under the ledger's lock, before a change is written that names the file. */
  void needs(String digest) {
    kept.getOrDefault(digest, List.of()).forEach(attachments::needs);
  }

  private List<StoredObject> objects() {
    return kept.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public void close() {
    try {
      for (Coming c : coming) {
        c.intake().close();
      }
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  /**
   * Writes the same bytes to each of several intakes: one content may belong to several cases,
   * under a key of each.
   */
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
