package org.sala.casework.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.sala.carrier.Carrier;
import org.sala.carrier.FolderCarrier;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.PackageLists;
import org.sala.casework.station.Progress;

/**
 * Makes room on a stick, when somebody asks for it: packages of this workspace that a verified
 * receipt names, or that a station has said that it took, go from there if they are the very files
 * that were sealed. They stay in the outbox. What nobody has receipted, what waits, what came from
 * others and what is not what it should be stays.
 */
final class Cleaning {
  private final Packages packages;

  Cleaning(Packages packages) {
    this.packages = packages;
  }

  /** What would go, by name and size; nothing is read or removed yet. */
  Cleaned would(FolderCarrier carrier) throws IOException {
    List<String> names = new ArrayList<>();
    long bytes = 0;
    for (PackageLists.Receipted p : there(carrier)) {
      names.add(p.fileName());
      bytes += p.size();
    }
    return new Cleaned(names, bytes);
  }

  /**
   * Takes them away, one after the other: a stick that is pulled out in between has lost whole
   * packages that are receipted, and nothing else.
   */
  Cleaned over(FolderCarrier carrier, Progress progress) throws IOException {
    List<PackageLists.Receipted> receipted = packages.lines().receipted();
    long all = there(carrier).stream().mapToLong(PackageLists.Receipted::size).sum();
    List<String> names = new ArrayList<>();
    long bytes = 0;
    for (PackageLists.Receipted p : receipted) {
      if (progress.stopped()) {
        return new Cleaned(names, bytes);
      }
      OptionalLong freed = carrier.remove(p.fileName(), p.digest(), read -> !progress.stopped());
      if (freed.isPresent()) {
        names.add(p.fileName());
        bytes += freed.getAsLong();
        progress.done(Math.min(bytes, all), all);
      }
    }
    return new Cleaned(names, bytes);
  }

  private List<PackageLists.Receipted> there(FolderCarrier carrier) throws IOException {
    Map<String, Long> sizes = new HashMap<>();
    for (Carrier.Waiting w : carrier.waiting()) {
      sizes.put(w.name(), w.size());
    }
    return packages.lines().receipted().stream()
        .filter(p -> Objects.equals(sizes.get(p.fileName()), p.size()))
        .toList();
  }
}
