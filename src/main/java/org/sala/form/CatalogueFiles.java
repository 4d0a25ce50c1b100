package org.sala.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The files of a catalogue, byte for byte.
 *
 * @param files by name, in the order of their names
 */
record CatalogueFiles(CatalogueManifest manifest, Map<String, byte[]> files) {
  CatalogueFiles {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /**
   * @param reader gives the bytes of a file of that name; empty if there is none
   * @throws FormFault if a file that the catalogue names is missing
   */
  static CatalogueFiles read(Function<String, Optional<byte[]>> reader) {
    CatalogueManifest manifest = CatalogueManifest.read(need(reader, CatalogueManifest.FILE));
    Map<String, byte[]> files = new TreeMap<>();
    for (String name : manifest.files()) {
      files.put(name, need(reader, name));
    }
    return new CatalogueFiles(manifest, files);
  }

  /** The files of one version that comes with Sala. */
  static CatalogueFiles builtIn(String id, String version) {
    return read(name -> resource("catalogues/" + id + "/" + version + "/" + name));
  }

  byte[] file(String name) {
    return need(n -> Optional.ofNullable(files.get(n)), name);
  }

  /**
   * SHA-256 over the canonical bytes: for each file, in the order of their names, the SHA-256 of
   * its bytes in hex, two spaces, its name and a line feed. {@code sha256sum * | sha256sum} gives
   * the same.
   */
  String digest() {
    StringBuilder canonical = new StringBuilder();
    files.forEach(
        (name, bytes) ->
            canonical.append(Form.sha256(bytes)).append("  ").append(name).append('\n'));
    return Form.sha256(canonical.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] need(Function<String, Optional<byte[]>> reader, String name) {
    return reader
        .apply(name)
        .orElseThrow(
            () -> new FormFault(FormFault.Code.BAD_CATALOGUE, "the file " + name + " is missing"));
  }

  static Optional<byte[]> resource(String name) {
    try (InputStream in = CatalogueFiles.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
