package org.sala.casework.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.sala.carrier.FolderCarrier;
import org.sala.casework.packages.Packages;

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

  Cleaned over(FolderCarrier carrier) throws IOException {
    List<String> names = new ArrayList<>();
    long bytes = 0;
    for (Packages.PackageLine p : packages.list()) {
      if (p.outgoing() && p.state() == Packages.State.RECEIVED) {
        OptionalLong freed = carrier.remove(p.fileName(), packages.details(p.id()).digest());
        if (freed.isPresent()) {
          names.add(p.fileName());
          bytes += freed.getAsLong();
        }
      }
    }
    return new Cleaned(names, bytes);
  }
}
