package org.sala.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.sala.casework.Tools;

/** What {@code app} hands to the commands. */
public record Ports(Tools tools, Desktop desktop, Demonstration demonstration) {

  /** Opens the window. */
  public interface Desktop {
    /** Blocks until the window is closed; returns an exit code. */
    int open(Path workspace);
  }

  /** Plays the working night. */
  public interface Demonstration {
    /**
     * Plays it in a folder.
     *
     * @param say hears a line for each step
     * @return what went wrong; empty when all of it truly happened
     */
    Optional<String> play(Path folder, Consumer<String> say);

    /**
     * Renders the screens of what was played.
     *
     * @return false when the font libraries are missing
     */
    boolean pictures(Path folder, Consumer<String> say);
  }
}
