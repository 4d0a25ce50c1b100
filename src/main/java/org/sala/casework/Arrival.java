package org.sala.casework;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.parcel.Finding;
import org.sala.parcel.ParcelFault;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.ParcelReader;
import org.sala.parcel.Sink;
import org.sala.parcel.Verdict;

/**
 * What a sound package holds.
 *
 * @param certain changes whose authors are beyond doubt
 */
record Arrival(
    Path file,
    Verdict verdict,
    ParcelHeader header,
    List<Change> certain,
    List<Doubted> doubted,
    List<AuditEntry> audit) {

  Arrival {
    certain = List.copyOf(certain);
    doubted = List.copyOf(doubted);
    audit = List.copyOf(audit);
  }

  /** A change that somebody has to decide on. */
  record Doubted(Change change, Doubt doubt) {}

  String fileName() {
    return String.valueOf(file.getFileName());
  }

  /** All changes, whoever wrote them. */
  List<Change> all() {
    List<Change> all = new ArrayList<>(certain);
    doubted.forEach(d -> all.add(d.change()));
    return all;
  }

  /** What is in doubt about the package as a whole. */
  List<Doubt> doubts() {
    return verdict.findings().stream()
        .filter(f -> !f.aboutOneChange())
        .flatMap(f -> Doubt.of(f.code()).stream())
        .distinct()
        .toList();
  }

  /** Reads a file again; what is collected counts only if it is the very file that was verified. */
  static Arrival read(Path file, Verdict verified, ParcelReader reader, Progress progress) {
    Collecting sink = new Collecting();
    Verdict again;
    try {
      again = reader.read(file, sink, progress.inParcel());
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    } catch (ParcelFault e) {
      throw Packages.sorted(e);
    }
    if (!again.sound() || !again.digest().equals(verified.digest())) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    }
    return new Arrival(
        file, again, again.header().orElseThrow(), sink.certain, sink.doubted, sink.audit);
  }

  private static final class Collecting implements Sink {
    private final List<Change> certain = new ArrayList<>();
    private final List<Doubted> doubted = new ArrayList<>();
    private final List<AuditEntry> audit = new ArrayList<>();

    @Override
    public void header(ParcelHeader header) {
      // Known from the first reading.
    }

    @Override
    public void change(Change change) {
      certain.add(change);
    }

    @Override
    public void doubted(Change change, Finding.Code code) {
      Optional<Doubt> doubt = Doubt.of(code);
      doubt.ifPresent(d -> doubted.add(new Doubted(change, d)));
    }

    @Override
    public void audit(AuditEntry entry) {
      audit.add(entry);
    }

    @Override
    public OutputStream attachment(String digest, long size) {
      return OutputStream.nullOutputStream();
    }
  }
}
