package org.sala.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads vectors: a case a line, cells between bars, remarks after a hash sign. */
final class Lines {
  private Lines() {}

  static List<String[]> of(String resource) {
    try (InputStream in = Lines.class.getResourceAsStream("/crypto/" + resource)) {
      if (in == null) {
        throw new IllegalStateException(resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.startsWith("#") && !l.isBlank())
          .map(l -> l.split("\\|", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
