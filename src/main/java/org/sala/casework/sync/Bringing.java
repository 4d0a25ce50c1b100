package org.sala.casework.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sala.carrier.Carrier;
import org.sala.carrier.Listing;
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
   * Copies of what is for this workspace and was not looked at: all of it, but for what does not
   * come and what there is no room for.
   *
   * @throws CaseworkFault {@code STOPPED}; what has come is gone on with the next time
   */
  Brought from(String id, Carrier carrier, Progress progress) throws IOException {
    Tally tally = new Tally();
    Listing there = part(carrier, "", progress);
    Hindered hindered = seen.hindered(id);
    Copies copies = new Copies(new Inbox(station).of(id));
    try {
      Coming coming =
          new Coming(
              new Apart(carrier, station.tools().faults()),
              carrier,
              new Unseen(station, packages, seen, id),
              hindered,
              tally);
      coming.each(there, progress::stopped, copies::want);
      while (copies.wanted.isEmpty() && there.next().isPresent()) {
        there = part(carrier, there.next().get(), progress);
        coming.each(there, progress::stopped, copies::want);
      }
      for (Carrier.Waiting w : copies.wanted) {
        Optional<WhyNot> why =
            new Apart(carrier, station.tools().faults())
                .coming(() -> copies.bring(w, carrier, progress));
        why.ifPresent(
            no -> {
              hindered.add(w, no);
              tally.stuck(w.name(), no);
            });
      }
    } catch (Apart.StoppedException e) {
      throw new CaseworkFault(CaseworkFault.Code.STOPPED);
    } catch (Apart.OverException e) {
      if (copies.files.isEmpty()) {
        throw e;
      }
    }
    return new Brought(id, copies.files, copies.these, there, tally.items());
  }

  private static Listing part(Carrier carrier, String after, Progress progress) throws IOException {
    return carrier
        .list(after, bytes -> !progress.stopped())
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.STOPPED));
  }

  /** What is to come, and what has. */
  private final class Copies {
    private final Path inbox;
    private final List<Carrier.Waiting> wanted = new ArrayList<>();
    private long all;
    private final List<Path> files = new ArrayList<>();
    private final List<Carrier.Waiting> these = new ArrayList<>();
    private long bytes;

    Copies(Path inbox) {
      this.inbox = inbox;
    }

    /** What there is room for, beside what was wanted before; the rest waits for another look. */
    void want(Carrier.Waiting what) {
      Room room = new Room(station);
      room.fits(what.size());
      if (what.size() <= room.left() - all) {
        wanted.add(what);
        all += what.size();
      }
    }

    void bring(Carrier.Waiting what, Carrier from, Progress progress) throws IOException {
      Optional<Path> file =
          from.fetch(
              what,
              inbox,
              more -> {
                progress.done(bytes + more, all);
                return !progress.stopped();
              });
      files.add(file.orElseThrow(Apart.StoppedException::new));
      these.add(what);
      bytes += what.size();
    }
  }

  /**
   * Remembers which files were looked at, whatever came of it, so that they are not offered again.
   */
  void looked(Brought brought, Set<Path> over) {
    Unseen unseen = new Unseen(station, packages, seen, brought.carrier());
    for (int i = 0; i < brought.files().size(); i++) {
      if (over.contains(brought.files().get(i))) {
        unseen.past(brought.these().get(i));
      }
    }
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
