package org.sala.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sala.casework.ServerLogin;
import org.sala.casework.station.Tools;
import org.sala.domain.Words;

/**
 * What {@code app} hands to the commands.
 *
 * @param measuring empty in an installed Sala: the measurements stay in the checkout
 */
public record Ports(
    Tools tools,
    Languages languages,
    Desktop desktop,
    Demonstration demonstration,
    Optional<Measuring> measuring) {

  /** The words that stand on paper. */
  public interface Languages {
    /** Returns all languages that there are (ISO 639-1), the first by default. */
    List<String> all();

    Words in(String language);
  }

  /** Opens the window. */
  public interface Desktop {
    /**
     * Blocks until the window is closed; returns an exit code.
     *
     * @param parcel a package to check as soon as somebody has unlocked
     * @param server where the workspace goes from now on; empty to go where it went before
     */
    int open(Path workspace, Optional<Path> parcel, Optional<ServerLogin> server);
  }

  /** Plays the working night. */
  public interface Demonstration {
    /**
     * Plays the demonstration in a folder.
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

  /** Finds the measurements where they are there. */
  public interface Measures {
    Measuring with(Tools tools);
  }

  /** Measures this machine and Sala on it. */
  public interface Measuring {
    /** What can be asked. */
    Set<String> letters();

    /**
     * Measures in a folder.
     *
     * @param say hears how it goes
     * @param found hears each figure as soon as it is known
     */
    List<Measured> measure(Wanted wanted, Consumer<String> say, Consumer<Measured> found);

    /** Faults done on purpose. */
    Trials trials();

    /**
     * Looks for the demonstration's words in what it left.
     *
     * @param demo where it was played
     * @param others folders that are searched as well
     * @return whether none was found
     */
    boolean leaks(Path demo, List<Path> others, Consumer<String> say) throws IOException;

    /**
     * What is asked.
     *
     * @param quick the smallest sizes
     * @param percent how much of the full sizes
     * @param runs alternating runs of each pair
     */
    record Wanted(Set<String> letters, boolean quick, int percent, int runs, Path folder) {}
  }
}
