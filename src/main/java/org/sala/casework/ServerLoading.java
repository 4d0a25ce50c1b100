package org.sala.casework;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sala.casework.station.Progress;
import org.sala.journal.Committed;
import org.sala.journal.FrameCopy;
import org.sala.journal.FrameRows;
import org.sala.store.ServerAddress;
import org.sala.store.ServerEntries;
import org.sala.store.ServerFrames;
import org.sala.store.ServerKept;

/**
 * Carries what a headquarters is onto a server that holds none, or a beginning of this one. Each
 * step may be done again: what is there already stays.
 */
final class ServerLoading implements AutoCloseable {
  private static final int AT_ONCE = 5_000;
  private static final int SCOPE_NAME = 17;

  private final ServerFrames frames;
  private final ServerKept kept;
  private final Progress progress;

  /**
   * Connects.
   *
   * @param progress a stop keeps what is done for the next time
   */
  ServerLoading(ServerAddress address, Progress progress) {
    this.progress = progress;
    this.frames = ServerFrames.open(address);
    boolean ready = false;
    try {
      this.kept = ServerKept.open(address);
      ready = true;
    } finally {
      if (!ready) {
        frames.close();
      }
    }
  }

  /** Thrown where somebody stopped the loading. */
  static final class StopException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void on(Progress step, long done, long of) {
    step.done(done, of);
    if (step.stopped()) {
      throw new StopException();
    }
  }

  /** Whether this login may make the view, and so become an importer. */
  boolean mayFollow() {
    return frames.mayFollow();
  }

  /**
   * The journal, read through before and afterwards.
   *
   * @param seen hears of all changes before anything is written
   */
  FrameCopy.Outcome frames(FrameCopy copy, FrameRows from, Consumer<List<Committed>> seen) {
    Progress reading = progress.step(0, 3);
    Progress writing = progress.step(1, 3);
    long last = from.end().last();
    return copy.copy(
        from,
        frames,
        run -> {
          seen.accept(run);
          on(reading, run.getLast().sequence(), last);
        },
        (done, of) -> {
          writing.done(done, of);
          return !writing.stopped();
        });
  }

  /** Keys of scopes; false where others lie there under the same names. */
  boolean scopeKeys(List<byte[]> entries) {
    try (ServerEntries table = kept.scopeKeys()) {
      return carried(entries, table, SCOPE_NAME);
    }
  }

  /** The index of attached files; false where the server did not keep it. */
  boolean objects(List<byte[]> entries) {
    try (ServerEntries table = kept.objects()) {
      return carried(entries, table, Integer.MAX_VALUE);
    }
  }

  private static boolean carried(List<byte[]> entries, ServerEntries table, int name) {
    // Both tombstones of an erased scope have one name, and one of them says it.
    Map<ByteBuffer, byte[]> named = new LinkedHashMap<>();
    for (byte[] e : entries) {
      named.putIfAbsent(ByteBuffer.wrap(Arrays.copyOf(e, Math.min(name, e.length))), e);
    }
    List<byte[]> all = List.copyOf(named.values());
    for (int i = 0; i < all.size(); i += AT_ONCE) {
      table.append(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
    }
    Set<ByteBuffer> there =
        table.behind(0).stream()
            .map(r -> ByteBuffer.wrap(r.entry()))
            .collect(Collectors.toCollection(HashSet::new));
    return all.stream().map(ByteBuffer::wrap).allMatch(there::contains);
  }

  /**
   * What came of files.
   *
   * @param spoiled whose bytes are not what their names say; they were not carried
   */
  record Files(long kept, long spoiled) {}

  /** Sealed files, each under the digest of its bytes. */
  Files files(List<Path> files) throws IOException {
    Progress step = progress.step(2, 3);
    long carried = 0;
    long spoiled = 0;
    for (Path file : files) {
      String digest = Shelf.digest(file);
      String name = String.valueOf(file.getFileName());
      if (name.length() == digest.length() && !name.equals(digest)) {
        spoiled++;
      } else {
        kept.keep(HexFormat.of().parseHex(digest), file);
        carried++;
      }
      on(step, carried + spoiled, files.size());
    }
    kept.settle();
    return new Files(carried, spoiled);
  }

  @Override
  public void close() {
    try (frames) {
      kept.close();
    }
  }
}
