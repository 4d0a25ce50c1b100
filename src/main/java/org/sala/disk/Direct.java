package org.sala.disk;

import java.nio.file.OpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way around the system's cache, for what is long or has to come from the medium itself. Reads
 * and writes begin and end at whole blocks then, and not every file system can.
 */
public final class Direct {
  /** Opens a file that way; empty where the JDK does not have it. */
  public static final Optional<OpenOption> OPTION = option();

  private Direct() {}

  // Named by its name: the JDK supports it, and its compiler warns of it in a way that nothing
  // ends.
  private static Optional<OpenOption> option() {
    try {
      return Stream.of(Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants())
          .filter(o -> o.toString().equals("DIRECT"))
          .map(OpenOption.class::cast)
          .findFirst();
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }
}
