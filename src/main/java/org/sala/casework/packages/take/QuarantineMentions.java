package org.sala.casework.packages.take;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sala.casework.packages.files.PackageFiles;
import org.sala.casework.packages.register.PackageDetails;
import org.sala.casework.packages.register.PackageMention;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.AuditEntry;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.merge.FieldState;
import org.sala.parcel.Authentic;
import org.sala.parcel.Finding;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.Sink;
import org.sala.parcel.Verdict;

/**
 * Finds the packages in quarantine that hold something of a person or a case. Nothing of them is
 * written down, so they are read; the files in them are not.
 */
@BehindTheDesk
public final class QuarantineMentions {
  private final Station station;
  private final Ledger ledger;

  public QuarantineMentions(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * Returns the packages that hold it, and those of which nobody can say that they do not: they
   * cannot be read to their end, and come from a station that wrote of it.
   *
   * @param writers stations that wrote something of it
   */
  public List<PackageMention> of(ScopeId scope, Set<StationId> writers) {
    List<PackageMention> found = new ArrayList<>();
    station
        .view()
        .records()
        .fields(station.view().arrivals().withDigests(lying()))
        .forEach(
            (id, f) -> {
              if (holds(file(f), scope, writers)) {
                found.add(one(id, f));
              }
            });
    return found;
  }

  /** What the files that lie there are known by: few of all that ever came. */
  private List<String> lying() {
    try (Stream<Path> files = Files.list(station.folder().folder("quarantine"))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(".sala"))
          .map(n -> n.substring(0, n.length() - ".sala".length()))
          .toList();
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  private Path file(Map<String, FieldState> f) {
    return new PackageFiles(station)
        .in("quarantine", Stored.text(f, "digest").orElse("none") + ".sala");
  }

  private PackageMention one(RecordId id, Map<String, FieldState> f) {
    return new PackageMention(
        id,
        PackageDetails.peer(station, f),
        Stored.whole(f, "sequence"),
        PackageState.of(f, PackageState.REFUSED));
  }

  private boolean holds(Path file, ScopeId scope, Set<StationId> writers) {
    Looking looking = new Looking(scope);
    try {
      Verdict verdict = new PackageReading(station, ledger).verify(file, looking, looking);
      boolean theirs =
          verdict.header().map(ParcelHeader::station).filter(writers::contains).isPresent();
      return looking.found || !verdict.sound() && theirs;
    } catch (CaseworkFault e) {
      if (e.code() == CaseworkFault.Code.STOPPED) {
        return looking.found;
      }
      throw e;
    }
  }

  /** Looks at each change, and stops where the files begin: all changes come before them. */
  private static final class Looking implements Sink, Progress {
    private final ScopeId scope;
    private boolean found;
    private boolean through;

    Looking(ScopeId scope) {
      this.scope = scope;
    }

    @Override
    public void header(ParcelHeader header) {
      // Comes with the verdict.
    }

    @Override
    public void change(Authentic change) {
      found |= change.change().revisions().stream().anyMatch(r -> r.scope().equals(scope));
    }

    @Override
    public void doubted(Authentic change, Finding.Code doubt) {
      change(change);
    }

    @Override
    public void audit(AuditEntry entry) {
      // Not asked for.
    }

    @Override
    public OutputStream attachment(Enclosed file) {
      through = true;
      return OutputStream.nullOutputStream();
    }

    @Override
    public void done(long bytes, long ofBytes) {
      // Nobody listens.
    }

    @Override
    public boolean stopped() {
      return through;
    }
  }
}
