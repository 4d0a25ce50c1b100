package org.sala.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import javafx.scene.image.Image;

/** Pictures that are packed and written beside the FX thread, while it draws the next one. */
final class Drying {
  /** A picture of the largest window is five megabytes before it is packed. */
  private static final int MOST = 8;

  private final Path folder;
  private final Semaphore room = new Semaphore(MOST);
  private final Queue<CompletableFuture<Void>> wet = new ConcurrentLinkedQueue<>();

  Drying(Path folder) {
    this.folder = folder;
  }

  /**
   * Begins to write a picture; waits where too many are being written.
   *
   * @param image that nobody changes any more
   * @return where it will lie
   */
  Path write(Image image, String name) {
    Path file = folder.resolve(name + ".png");
    room.acquireUninterruptibly();
    wet.add(
        CompletableFuture.runAsync(
            () -> {
              try {
                Files.createDirectories(folder);
                Files.write(file, Png.encode(image));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } finally {
                room.release();
              }
            }));
    return file;
  }

  /**
   * Waits until all that was begun is written.
   *
   * @throws java.util.concurrent.CompletionException if one could not be
   */
  void untilDry() {
    for (CompletableFuture<Void> one = wet.poll(); one != null; one = wet.poll()) {
      one.join();
    }
  }
}
