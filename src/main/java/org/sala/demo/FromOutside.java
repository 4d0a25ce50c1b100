package org.sala.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.sala.casework.packages.take.StandaloneCheck;
import org.sala.casework.station.Tools;

/** Somebody who has nothing but the authority's certificate judges the packages of the night. */
final class FromOutside {
  private final Tools tools;
  private final Path folder;

  FromOutside(Tools tools, Path folder) {
    this.tools = tools;
    this.folder = folder;
  }

  /** How many packages in a folder are genuine by the revocation lists of the night. */
  int genuine(Path usb) throws IOException {
    return genuine(usb, folder.resolve("check").resolve("crl.pem"));
  }

  /** Returns how many packages in a folder are genuine by lists that were made later. */
  int genuine(Path usb, Path lists) throws IOException {
    int genuine = 0;
    try (var files = Files.newDirectoryStream(usb, "*.sala")) {
      for (Path f : files) {
        if (genuineOne(f, lists)) {
          genuine++;
        }
      }
    }
    return genuine;
  }

  /** Whether a package of which one bit was turned is refused. */
  boolean refusesAltered(Path usb) throws IOException {
    Path spoiled = folder.resolve("altered.sala");
    try (var files = Files.newDirectoryStream(usb, "*.sala")) {
      byte[] bytes = Files.readAllBytes(files.iterator().next());
      bytes[bytes.length / 2] ^= 1;
      Files.write(spoiled, bytes);
    }
    boolean refused = !genuineOne(spoiled);
    Files.delete(spoiled);
    return refused;
  }

  private boolean genuineOne(Path file) {
    return genuineOne(file, folder.resolve("check").resolve("crl.pem"));
  }

  private boolean genuineOne(Path file, Path lists) {
    Path check = folder.resolve("check");
    return StandaloneCheck.with(
            check.resolve("headquarters-identity.txt"),
            check.resolve("authority.pem"),
            Optional.of(lists))
        .check(file, Instant.now(tools.clock()))
        .genuine();
  }
}
