package org.sala.casework.packages.take;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sala.casework.packages.files.Space;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;

/** The space on this disk that taking packages in needs. */
@BehindTheDesk
public final class IntakeSpace {
  /** Bytes that a revision takes in the view while much is written (decision 158). */
  private static final long VIEW = 8 << 10;

  private final Station station;

  public IntakeSpace(Station station) {
    this.station = station;
  }

  /** Bytes that taking files in needs at most, and that are free here. */
  public Space forFiles(List<Path> files) {
    // What is in them, what is made of it, and at headquarters the file itself.
    int times = station.state().flag("isHeadquarters") ? 3 : 2;
    try {
      long needed = 1 << 20;
      for (Path f : files) {
        needed += Files.size(f) * times;
      }
      return new Space(needed, station.folder().free());
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  /**
   * Bytes that the view of what a package brings may need, and that are free: a view that has no
   * room can neither be finished nor made anew. A hundred thousand revisions made it 780 MB longer.
   */
  Space forView(Arrival arrival) {
    boolean elsewhere = station.state().sharing().isPresent();
    return new Space(elsewhere ? 0 : arrival.pieces() * VIEW, station.folder().free());
  }
}
