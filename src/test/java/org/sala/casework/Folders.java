package org.sala.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a workspace as somebody with a stick would. */
public final class Folders {
  private Folders() {}

  public static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path f : files.toList()) {
        Path target = to.resolve(from.relativize(f).toString());
        if (Files.isDirectory(f)) {
          Files.createDirectories(target);
        } else {
          Files.copy(f, target);
        }
      }
    }
  }
}
