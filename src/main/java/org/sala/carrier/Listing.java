package org.sala.carrier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whole files that lie on a carrier, by name: all of them, or a part where there are more than
 * anybody should hold at once.
 *
 * @param after the part begins behind this name; empty at the beginning
 * @param next behind which name the next part begins; empty where this is the last one
 */
public record Listing(String after, List<Carrier.Waiting> files, Optional<String> next) {
  /** How many files are one part at most. */
  static final int MOST = 100_000;

  public Listing {
    files = List.copyOf(files);
  }

  /** Whether a file of this name would be in it. */
  public boolean covers(String name) {
    return name.compareTo(after) > 0 && next.filter(n -> name.compareTo(n) > 0).isEmpty();
  }

  /** Whether there are other parts. */
  public boolean isPart() {
    return !after.isEmpty() || next.isPresent();
  }

  /** Gathers the first files behind a name, in whichever order they come. */
  static final class Gathering {
    private final String after;
    private final int most;
    private final TreeMap<String, Carrier.Waiting> files = new TreeMap<>();
    private Optional<String> next = Optional.empty();

    Gathering(String after, int most) {
      this.after = after;
      this.most = most;
    }

    /**
     * Returns whether a file belongs to this part, and keeps in mind where the next part begins.
     */
    boolean wants(String name) {
      if (name.compareTo(after) <= 0) {
        return false;
      }
      boolean wanted = files.size() < most || name.compareTo(files.lastKey()) <= 0;
      if (!wanted) {
        next = Optional.of(files.lastKey());
      }
      return wanted;
    }

    void add(Carrier.Waiting file) {
      files.put(file.name(), file);
      if (files.size() > most) {
        files.pollLastEntry();
        next = Optional.of(files.lastKey());
      }
    }

    /**
     * Says that the carrier was looked through no farther than to this name, whatever lies behind.
     */
    void endsAt(String name) {
      next = Optional.of(name);
    }

    boolean isFull() {
      return next.isPresent();
    }

    Listing listing() {
      return new Listing(after, new ArrayList<>(files.values()), next);
    }
  }
}
