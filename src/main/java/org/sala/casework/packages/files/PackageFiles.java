package org.sala.casework.packages.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.sala.carrier.CarrierFault;
import org.sala.carrier.FolderCarrier;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Sharing;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.disk.Disk;
import org.sala.domain.FileNames;
import org.sala.merge.FieldState;

/**
 * Where the sealed packages lie that leave, and those that came and wait: in folders of the
 * workspace. Where several programs share a headquarters they are kept for all, and brought here
 * when they are asked for.
 */
@BehindTheDesk
public final class PackageFiles {
  /** Says in the record of a package that came that its file is kept. */
  public static final String ORIGINAL = "original";

  private final Station station;

  public PackageFiles(Station station) {
    this.station = station;
  }

  /** A package that was sealed here, by what is written down of it. */
  public Path leaving(Map<String, FieldState> f) {
    return brought(
        in("outbox", Stored.text(f, "fileName").orElse("none")),
        Stored.text(f, "digest").orElse(""));
  }

  /**
   * A name stands in a record, which any laptop may have written: it leads into no other folder.
   */
  public Path in(String folder, String name) {
    boolean plain = FileNames.harmless(name).equals(name);
    return station.folder().folder(folder).resolve(plain ? name : "none");
  }

  /**
   * A package that came and was kept as it came. Of one that was taken in but for some changes
   * whatever ended the program right then has left the original alone.
   */
  public Path waiting(String digest) {
    Path waits = in("quarantine", digest + ".sala");
    Path taken = in("originals", digest + ".sala");
    return !Files.exists(waits) && Files.exists(taken) ? taken : brought(waits, digest);
  }

  /** A package that was taken in, as it came. */
  public Path original(String digest) {
    Path waited = in("quarantine", digest + ".sala");
    return Files.exists(waited) ? waited : brought(in("originals", digest + ".sala"), digest);
  }

  /** Whether the file of a package that was taken in can be expected here: not after an erasure. */
  public boolean hasOriginal(Map<String, FieldState> f) {
    return f.containsKey(ORIGINAL)
        && (station.state().sharing().isPresent()
            || Files.exists(original(Stored.text(f, "digest").orElse("none"))));
  }

  /** Keeps a package that waits as it came. */
  public void keepWaiting(Path file, String digest) {
    keep(file, digest, "quarantine");
    share(file, digest);
  }

  /**
   * Where a package is written to while it is read for the first time: in a folder of this
   * workspace where it will be kept whatever becomes of it, and otherwise nowhere.
   */
  public IncomingFile arriving() {
    if (!station.state().flag("isHeadquarters") || station.state().sharing().isPresent()) {
      return IncomingFile.nowhere();
    }
    try {
      return IncomingFile.at(
          station.folder().folder("tmp").resolve(station.ids().record() + ".part"));
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  /** Keeps what was refused as it came, while there is room for such. */
  public void keepRefused(IncomingFile copy, Path file, String digest) {
    try {
      if (new RefusedFileQuota(station).haveRoomFor(Files.size(file))) {
        keepWaiting(copy, file, digest);
      }
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  /** Keeps a package that waits as it came. */
  public void keepWaiting(IncomingFile copy, Path file, String digest) {
    if (kept(copy, digest, "quarantine").isEmpty()) {
      keepWaiting(file, digest);
    }
  }

  /**
   * Keeps a package that is taken in as it came: the records tell what was in it, its file alone
   * tells a court what was sent. Where programs share a headquarters it lies with the server and in
   * nobody's folder.
   *
   * @param copy what was written while it was read
   * @return where the bytes lie that were verified
   */
  public Path keepOriginal(IncomingFile copy, Path file, String digest) {
    Optional<Path> here = kept(copy, digest, "originals");
    if (here.isPresent()) {
      return here.get();
    }
    if (station.state().sharing().isPresent()) {
      share(file, digest);
    } else {
      keep(file, digest, "originals");
    }
    return file;
  }

  /**
   * Keeps a package that is taken in, before what says so is written: a server takes the file
   * beside the import.
   */
  public Path keepOriginal(IncomingFile copy, Path file, String digest, TrailingWork beside) {
    if (station.state().sharing().isEmpty()) {
      return keepOriginal(copy, file, digest);
    }
    beside.beside(() -> share(file, digest));
    return file;
  }

  private Optional<Path> kept(IncomingFile copy, String digest, String folder) {
    try {
      return copy.keep(station.folder().folder(folder), digest + ".sala");
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  /**
   * Copies the file, encrypted to this station as it is, into a folder of the workspace; nothing of
   * it is shown.
   */
  private void keep(Path file, String digest, String folder) {
    try {
      new FolderCarrier(station.folder().folder(folder))
          .send(file, digest + ".sala", digest, bytes -> true);
    } catch (CarrierFault e) {
      // What carries it is this workspace's own disk.
      throw e.why() == CarrierFault.Why.FULL
          ? new CaseworkFault(CaseworkFault.Code.DISK_FULL, e)
          : Faults.of(e);
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  /** Whether a package that is sealed here stays in this folder, and has to last here. */
  public boolean staysHere() {
    return station.state().sharing().isEmpty();
  }

  /** Where a package is sealed: where it stays, or on its way to where it is kept for all. */
  public Path sealing(String name) {
    return station.folder().folder(staysHere() ? "outbox" : "tmp").resolve(name);
  }

  /** Keeps what was sealed. Where it is kept for all it is brought here when it is asked for. */
  public void keepSealed(Path file, String digest) {
    if (staysHere()) {
      return;
    }
    share(file, digest);
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  /** Keeps a file for all who share; it is in its folder already. */
  private void share(Path file, String digest) {
    Optional<Sharing> sharing = station.state().sharing();
    if (sharing.isPresent()) {
      try {
        sharing.get().files().keep(digest, file);
      } catch (IOException e) {
        throw Faults.of(e);
      }
    }
  }

  private Path brought(Path file, String digest) {
    Optional<Sharing> sharing = station.state().sharing();
    if (sharing.isPresent() && digest.matches("[0-9a-f]{64}") && !Files.exists(file)) {
      Path beside =
          file.resolveSibling(file.getFileName() + "." + station.ids().record() + ".part");
      try {
        if (sharing.get().files().fetch(digest, beside)) {
          Disk.real().replace(beside, file);
        }
      } catch (IOException e) {
        throw Faults.of(e);
      }
    }
    return file;
  }
}
