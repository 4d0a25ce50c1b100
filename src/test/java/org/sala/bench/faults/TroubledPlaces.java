package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** Folders on disks that do not do what they should, for whoever shows what is said of them. */
public final class TroubledPlaces {
  private static final Set<Disturbance.Act> WRITES =
      EnumSet.of(
          Disturbance.Act.MAKE,
          Disturbance.Act.WRITE,
          Disturbance.Act.TRUNCATE,
          Disturbance.Act.MOVE,
          Disturbance.Act.MAKE_FOLDER);

  private TroubledPlaces() {}

  /** No room is left on it. */
  public static Path full(Path real) {
    return new FaultyDisk(new FullDisk(1, true)).path(real);
  }

  /** Nothing can be written on it. */
  public static Path readOnly(Path real) {
    return new FaultyDisk(
            new Disturbance() {
              @Override
              public int before(Act act, Path file, int length) throws IOException {
                if (WRITES.contains(act)) {
                  throw new AccessDeniedException("");
                }
                return length;
              }
            })
        .path(real);
  }
}
