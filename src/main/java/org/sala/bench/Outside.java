package org.sala.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the peers that are programs of their own. */
final class Outside {
  private Outside() {}

  /** Returns whether all of the programs can be started here. */
  static boolean has(List<String> programs) {
    List<String> path = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
    return programs.stream()
        .allMatch(p -> path.stream().anyMatch(d -> Files.isExecutable(Path.of(d, p))));
  }

  /**
   * Has the disk take what is still on its way to it: who writes next would pay for what the last
   * one left behind.
   */
  static void settleDisk() throws IOException, InterruptedException {
    seconds("sync");
  }

  /** Seconds from its start to its end; it has to succeed. */
  static double seconds(String... command) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(command[0] + " did not succeed");
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
