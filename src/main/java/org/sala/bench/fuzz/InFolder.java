package org.sala.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A parser's input as a file in a folder of its own, in which reading must change nothing. */
final class InFolder {
  private final Path folder;
  private final Path file;

  InFolder(Path folder, String name) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.file = folder.resolve(name);
  }

  /** Reads the file. */
  interface Reader {
    void read(Path file) throws Exception;
  }

  Path folder() {
    return folder;
  }

  /**
   * Writes it, has it read, and looks at what is there then.
   *
   * @throws AssertionError when anything in the folder is not as it was
   */
  void read(byte[] input, Reader reader) throws Exception {
    Files.write(file, input);
    try {
      reader.read(file);
    } finally {
      unchanged(input);
    }
  }

  private void unchanged(byte[] input) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> there = all.filter(f -> !f.equals(folder)).toList();
      if (!there.equals(List.of(file)) || !Arrays.equals(Files.readAllBytes(file), input)) {
        throw new AssertionError("reading has written");
      }
    }
  }
}
