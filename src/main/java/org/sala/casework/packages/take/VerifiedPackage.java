package org.sala.casework.packages.take;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sala.casework.packages.files.IncomingFile;
import org.sala.casework.packages.files.PackageFiles;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.parcel.Verdict;

/**
 * A package that was read and verified, and of which nothing has been taken in: it can be looked at
 * first, and is not verified once more to be taken. It may wait while another one is taken in;
 * where this station believes others by then, it is verified anew. Not thread-safe.
 */
public final class VerifiedPackage implements AutoCloseable {
  private final Path file;
  private final Station station;
  private final Ledger ledger;
  private Optional<Read> read = Optional.empty();
  private Optional<CaseworkFault> failed = Optional.empty();

  /**
   * What came of reading a package.
   *
   * @param copy what was written down of it on the way
   * @param files those in it that were enciphered on the way
   * @param believed what the verdict follows from beside the file
   */
  record Read(
      Verdict verdict,
      ArrivalGathering gathering,
      IncomingFile copy,
      IncomingAttachments files,
      List<Object> believed) {}

  /** Reads it to its end; what goes wrong is told when it is looked at or taken in. */
  public VerifiedPackage(Path file, Station station, Ledger ledger, Progress progress) {
    this.file = file;
    this.station = station;
    this.ledger = ledger;
    read(progress);
  }

  private void read(Progress progress) {
    read = Optional.empty();
    failed = Optional.empty();
    IncomingFile copy = IncomingFile.nowhere();
    IncomingAttachments files = new IncomingAttachments(station, ledger);
    try {
      List<Object> believed = station.state().believed();
      if (Files.isRegularFile(file) && new IntakeSpace(station).forFiles(List.of(file)).fits()) {
        copy = new PackageFiles(station).arriving();
      }
      ArrivalGathering gathering = new ArrivalGathering(station.state(), files);
      Verdict verdict = new PackageReading(station, ledger).verify(file, gathering, copy, progress);
      read = Optional.of(new Read(verdict, gathering, copy, files, believed));
    } catch (CaseworkFault e) {
      failed = Optional.of(e);
    } finally {
      if (read.isEmpty()) {
        close(copy, files);
      }
    }
  }

  /**
   * Whether it is the package that goes by a name. What could not be read says nothing of itself.
   */
  public boolean is(String fileName) {
    return now(Progress.none())
        .verdict()
        .header()
        .filter(h -> fileName.equals(h.id() + ".sala"))
        .isPresent();
  }

  Path file() {
    return file;
  }

  /**
   * What was read, by what this station believes now.
   *
   * @throws CaseworkFault that it could not be read
   */
  Read now(Progress progress) {
    if (read.isPresent() && !read.get().believed().equals(station.state().believed())) {
      close();
      read(progress);
    }
    if (failed.isPresent()) {
      throw failed.get();
    }
    return read.orElseThrow();
  }

  @Override
  public void close() {
    read.ifPresent(r -> close(r.copy(), r.files()));
  }

  private static void close(IncomingFile copy, IncomingAttachments files) {
    try (files) {
      copy.close();
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }
}
