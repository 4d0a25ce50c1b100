package org.sala.casework.packages.take;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;

/**
 * Packages one after the other: while one is taken in, the next one is read and verified on a
 * thread of its own. Each is closed before the next one is asked for. Not thread-safe.
 */
public final class ImportQueue implements AutoCloseable {
  private final Station station;
  private final Ledger ledger;
  private final Iterator<Path> files;
  private final ExecutorService beside =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("package-next").daemon().factory());
  private Optional<CompletableFuture<VerifiedPackage>> next;

  public ImportQueue(Station station, Ledger ledger, List<Path> files) {
    this.station = station;
    this.ledger = ledger;
    this.files = List.copyOf(files).iterator();
    this.next = ahead();
  }

  private Optional<CompletableFuture<VerifiedPackage>> ahead() {
    if (!files.hasNext()) {
      return Optional.empty();
    }
    Path file = files.next();
    return Optional.of(
        CompletableFuture.supplyAsync(
            () -> new VerifiedPackage(file, station, ledger, Progress.none()), beside));
  }

  /** Whether there is another one. */
  public boolean hasNext() {
    return next.isPresent();
  }

  /** The next one, verified; what is behind it is begun. */
  public VerifiedPackage next() {
    CompletableFuture<VerifiedPackage> now = next.orElseThrow(NoSuchElementException::new);
    try {
      return now.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException r ? r : e;
    } finally {
      next = ahead();
    }
  }

  /** Lets go of the one that was read and not asked for. */
  @Override
  public void close() {
    // What went wrong with one that nobody asked for is nobody's trouble.
    next.ifPresent(n -> n.thenAccept(VerifiedPackage::close).handle((done, e) -> e == null).join());
    beside.shutdown();
  }
}
