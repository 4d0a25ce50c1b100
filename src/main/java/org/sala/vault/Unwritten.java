package org.sala.vault;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Drafts that the disk did not take, sealed as they would lie there. It belongs to the program and
 * not to an unlock: what is in it outlives a lock, and goes with the program.
 */
public final class Unwritten {
  private final Map<String, byte[]> sealed = new HashMap<>();

  synchronized void keep(Path folder, String name, byte[] content) {
    sealed.put(at(folder, name), content);
  }

  synchronized Optional<byte[]> of(Path folder, String name) {
    return Optional.ofNullable(sealed.get(at(folder, name)));
  }

  synchronized void drop(Path folder, String name) {
    sealed.remove(at(folder, name));
  }

  /** The names of what is kept for a folder. */
  synchronized List<String> names(Path folder) {
    String start = at(folder, "");
    return sealed.keySet().stream()
        .filter(k -> k.startsWith(start))
        .map(k -> k.substring(start.length()))
        .toList();
  }

  private static String at(Path folder, String name) {
    return folder + "\n" + name;
  }
}
