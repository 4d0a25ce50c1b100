package org.sala.bench.swarm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sala.carrier.Carrier;
import org.sala.carrier.CarrierFault;
import org.sala.carrier.Copying;

/**
 * A store as a second way beside the sticks: what lies there is never lost, never there twice and
 * never written over. The line to it is cut, and whoever sent hears the same whether the last byte
 * had arrived or not; and for a while it lies.
 */
final class Shelf implements Carrier {
  private final Map<String, byte[]> whole = new TreeMap<>();
  private @Nullable Boolean cut;
  private @Nullable Lie lie;

  /** How a store lies to whoever fetches. */
  enum Lie {
    /** Whatever is asked for, it gives what lay there first. */
    OLD,
    /** The shelf gives one for another. */
    SWAPPED,
    /** The shelf hides half of what lies there, as one that was set back would. */
    ROLLED_BACK
  }

  void lies(Lie how) {
    lie = how;
  }

  /**
   * Cuts the line at the next sending.
   *
   * @param arrives whether all had arrived before
   */
  void cut(boolean arrives) {
    cut = arrives;
  }

  /** The line holds from now on, and what is said is true. */
  void holds() {
    cut = null;
    lie = null;
  }

  /** Returns whether the store gives something else than what lies there. */
  boolean isLying(String name) {
    return lie != null && !told(name).equals(name);
  }

  /** Under which name that lies which is given for another. */
  private String told(String name) {
    List<String> names = List.copyOf(whole.keySet());
    return switch (lie) {
      case OLD -> names.getFirst();
      case SWAPPED -> names.get((names.indexOf(name) + 1) % names.size());
      case ROLLED_BACK -> name;
      case null -> name;
    };
  }

  boolean has(String name) {
    return whole.containsKey(name);
  }

  @Override
  public Sent send(Path file, String name, String digest, Copying copying) throws IOException {
    if (has(name)) {
      return Sent.THERE;
    }
    Boolean ends = cut;
    cut = null;
    if (ends == null || ends) {
      whole.put(name, Files.readAllBytes(file));
    }
    if (ends != null) {
      throw new CarrierFault(CarrierFault.Why.AWAY);
    }
    return Sent.SENT;
  }

  @Override
  public List<Waiting> waiting() {
    long most = lie == Lie.ROLLED_BACK ? whole.size() / 2 : whole.size();
    return whole.entrySet().stream()
        .limit(most)
        .map(e -> new Waiting(e.getKey(), e.getValue().length, e.getKey()))
        .toList();
  }

  @Override
  public byte[] head(Waiting what, int most) {
    byte[] all = content(what);
    return java.util.Arrays.copyOf(all, Math.min(most, all.length));
  }

  private byte[] content(Waiting what) {
    return Objects.requireNonNull(whole.get(told(what.name())));
  }

  @Override
  public Optional<Path> fetch(Waiting what, Path folder, Copying copying) throws IOException {
    return Optional.of(Files.write(folder.resolve(what.name()), content(what)));
  }

  @Override
  public void close() {
    // What lies there stays.
  }
}
