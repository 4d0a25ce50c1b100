package org.sala.bench.swarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  /** Packages that leave, wait and came, and keys: what a backup holds beside the small files. */
  private static final List<String> FOLDERS = List.of("outbox", "quarantine", "originals", "keys");

  /** Without any package: a laptop that is lost with its outbox is the worse one. */
  static Kept of(Path root, WorkspaceKeys keys, OfficerKeys officer, MemoryJournal journal) {
    return of(root, keys, officer, journal, List.of());
  }

  /** With all packages that lie there. */
  static Kept whole(Path root, WorkspaceKeys keys, OfficerKeys officer, MemoryJournal journal) {
    return of(root, keys, officer, journal, FOLDERS);
  }

  private static Kept of(
      Path root,
      WorkspaceKeys keys,
      OfficerKeys officer,
      MemoryJournal journal,
      List<String> folders) {
    try {
      Map<String, byte[]> files = new LinkedHashMap<>();
      for (String name : FILES) {
        Path file = root.resolve(name);
        if (Files.exists(file)) {
          files.put(name, Files.readAllBytes(file));
        }
      }
      for (String folder : folders) {
        try (Stream<Path> inside = Files.list(root.resolve(folder))) {
          for (Path file : inside.filter(Files::isRegularFile).toList()) {
            files.put(folder + "/" + file.getFileName(), Files.readAllBytes(file));
          }
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
        Path file = root.resolve(f.getKey());
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        Files.write(file, f.getValue());
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
