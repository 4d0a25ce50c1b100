package org.sala.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The peers that are programs of their own. */
final class Outside {
  private Outside() {}

  /** Whether all of them can be started here. */
  static boolean has(List<String> programs) {
    List<String> path = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
    return programs.stream()
        .allMatch(p -> path.stream().anyMatch(d -> Files.isExecutable(Path.of(d, p))));
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

  /** The most memory that this program has had so far, where the system tells. */
  static String mostResident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return "memory not known here";
    }
    return Files.readAllLines(status).stream()
        .filter(l -> l.startsWith("VmHWM:"))
        .map(l -> l.replaceAll("\\D", ""))
        .findFirst()
        .map(kb -> "at most " + Long.parseLong(kb) / 1024 + " MiB resident, the bench included")
        .orElse("memory not known here");
  }
}
