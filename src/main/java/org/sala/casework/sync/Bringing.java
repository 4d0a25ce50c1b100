package org.sala.casework.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.carrier.Carrier;
import org.sala.casework.packages.Packages;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;

/** Brings what waits on a carrier for a look; taking in is up to who looks. */
final class Bringing {
  private final Station station;
  private final Packages packages;
  private final Seen seen;

  Bringing(Station station, Packages packages, Seen seen) {
    this.station = station;
    this.packages = packages;
    this.seen = seen;
  }

  /**
   * Copies of all that is for this workspace and was not looked at.
   *
   * @throws CaseworkFault {@code STOPPED}; what has come is gone on with the next time
   */
  Brought from(String id, Carrier carrier, Progress progress) throws IOException {
    Unseen unseen = new Unseen(station, packages, seen, id);
    List<Carrier.Waiting> there = carrier.waiting();
    List<Carrier.Waiting> these = new ArrayList<>();
    for (Carrier.Waiting w : there) {
      if (unseen.wants(carrier, w)) {
        these.add(w);
      }
    }
    long all = these.stream().mapToLong(Carrier.Waiting::size).sum();
    if (station.folder().free() < 3 * all + (1 << 20)) {
      throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
    }
    Path inbox = station.folder().folder("inbox");
    List<Path> files = new ArrayList<>();
    long before = 0;
    for (Carrier.Waiting w : these) {
      long done = before;
      Optional<Path> file =
          carrier.fetch(
              w,
              inbox,
              bytes -> {
                progress.done(done + bytes, all);
                return !progress.stopped();
              });
      files.add(file.orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.STOPPED)));
      before += w.size();
    }
    return new Brought(id, files, these, there);
  }

  /** They were looked at, whatever came of it, and are not offered again. */
  void looked(Brought brought) {
    Unseen unseen = new Unseen(station, packages, seen, brought.carrier());
    brought.these().forEach(unseen::past);
    unseen.keep(brought.there());
    for (Path f : brought.files()) {
      try {
        Files.deleteIfExists(f);
      } catch (IOException e) {
        // It lies encrypted as it came, and the next one under its name takes its place.
        continue;
      }
    }
  }
}
