package org.sala.casework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.sala.crypto.Sha256;
import org.sala.store.ServerKept;
import org.sala.store.StoreFault;
import org.sala.vault.SharedFiles;

/** Sealed files on a server; what comes from there is checked against its name. */
final class Shelf implements SharedFiles {
  private final ServerKept kept;

  Shelf(ServerKept kept) {
    this.kept = kept;
  }

  @Override
  public void keep(String sha256, Path file) throws IOException {
    try {
      kept.keep(HexFormat.of().parseHex(sha256), file);
    } catch (StoreFault e) {
      throw new IOException("the server did not take a file", e);
    }
  }

  @Override
  public boolean fetch(String sha256, Path to) throws IOException {
    boolean whole = false;
    try {
      whole = kept.fetch(HexFormat.of().parseHex(sha256), to) && digest(to).equals(sha256);
      return whole;
    } catch (StoreFault e) {
      throw new IOException("the server did not give a file", e);
    } finally {
      if (!whole) {
        Files.deleteIfExists(to);
      }
    }
  }

  /** SHA-256 of a file, hexadecimal. */
  static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.hex(in);
    }
  }
}
