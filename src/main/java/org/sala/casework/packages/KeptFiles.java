package org.sala.casework.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Sharing;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.merge.FieldState;

/**
 * Where the sealed packages lie that leave, and those that came and wait: in folders of the
 * workspace. Where several programs share a headquarters they are kept for all, and brought here
 * when they are asked for.
 */
final class KeptFiles {
  private final Station station;

  KeptFiles(Station station) {
    this.station = station;
  }

  /** A package that was sealed here, by what is written down of it. */
  Path leaving(Map<String, FieldState> f) {
    return brought(
        station.folder().folder("outbox").resolve(Stored.text(f, "fileName").orElse("none")),
        Stored.text(f, "digest").orElse(""));
  }

  /** A package that came and was kept as it came. */
  Path waiting(String digest) {
    return brought(station.folder().folder("quarantine").resolve(digest + ".sala"), digest);
  }

  /** Keeps a file for all who share; it is in its folder already. */
  void share(Path file, String digest) {
    Optional<Sharing> sharing = station.state().sharing();
    if (sharing.isPresent()) {
      try {
        sharing.get().files().keep(digest, file);
      } catch (IOException e) {
        throw new CaseworkFault(CaseworkFault.Code.IO, e);
      }
    }
  }

  private Path brought(Path file, String digest) {
    Optional<Sharing> sharing = station.state().sharing();
    if (sharing.isPresent() && !digest.isEmpty() && !Files.exists(file)) {
      Path beside =
          file.resolveSibling(file.getFileName() + "." + station.ids().record() + ".part");
      try {
        if (sharing.get().files().fetch(digest, beside)) {
          Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        }
      } catch (IOException e) {
        throw new CaseworkFault(CaseworkFault.Code.IO, e);
      }
    }
    return file;
  }
}
