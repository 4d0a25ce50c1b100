package org.sala.bench.swarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.vault.OfficerKeys;
import org.sala.vault.WorkspaceKeys;

/**
 * A workspace at one moment: what a backup holds, what a cloned disk holds, what every history
 * begins from.
 *
 * @param files its small files: key file and state, each kept twice, and the audit's key
 */
record Kept(
    WorkspaceKeys keys, OfficerKeys officer, Map<String, byte[]> files, MemoryJournal journal) {
  private static final List<String> FILES =
      List.of("key.a", "key.b", "state.a", "state.b", "audit");

  static Kept of(Path root, WorkspaceKeys keys, OfficerKeys officer, MemoryJournal journal) {
    try {
      Map<String, byte[]> files = new LinkedHashMap<>();
      for (String name : FILES) {
        Path file = root.resolve(name);
        if (Files.exists(file)) {
          files.put(name, Files.readAllBytes(file));
        }
      }
      return new Kept(keys, officer, files, new MemoryJournal(journal));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lays the files down in a folder. */
  void into(Path root) {
    try {
      Files.createDirectories(root);
      for (Map.Entry<String, byte[]> f : files.entrySet()) {
        Files.write(root.resolve(f.getKey()), f.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "Kept";
  }
}
