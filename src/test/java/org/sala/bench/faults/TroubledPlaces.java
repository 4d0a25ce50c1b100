package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

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

  /** No room is left for the journal of the workspace there, as long as somebody says so. */
  public static Path noRoomForTheJournal(Path workspace, BooleanSupplier full) {
    return noRoom(workspace, Set.of("journal"), full);
  }

  /** No room is left for some folders of the workspace there, as long as somebody says so. */
  public static Path noRoom(Path workspace, Set<String> folders, BooleanSupplier full) {
    return new FaultyDisk(
            new Disturbance() {
              @Override
              public int before(Act act, Path file, int length) throws IOException {
                boolean there =
                    folders.stream().anyMatch(f -> file.startsWith(workspace.resolve(f)));
                if (WRITES.contains(act) && there && full.getAsBoolean()) {
                  throw new IOException("No space left on device");
                }
                return length;
              }
            })
        .path(workspace);
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
