package org.sala.bench.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a program under test said of its acts, line by line: {@code begin} before it starts one,
 * {@code done} when it has told the officer that it is saved. What was begun may be there or not,
 * as a whole; what is done must be there.
 */
final class Facts {
  private final Map<String, Long> begun = new LinkedHashMap<>();
  private final Map<String, Long> done = new LinkedHashMap<>();
  private final List<String> kept = new ArrayList<>();
  private final Map<Long, List<String>> imports = new LinkedHashMap<>();

  /** Takes a line; anything else that a program prints is passed over. */
  void hear(String line) {
    String[] words = line.split(" ", 4);
    if (words.length < 3) {
      return;
    }
    switch (words[0]) {
      case "begin" -> begun.put(words[1], Long.parseLong(words[2]));
      case "done" -> done.put(words[1], Long.parseLong(words[2]));
      case "kept" -> kept.add(words[1] + " " + words[2]);
      case "import" -> imports.put(Long.parseLong(words[1]), List.of(words[2].split(",")));
      default -> {
        // Not ours.
      }
    }
  }

  /** Returns a copy of the facts, as they stand at a moment. */
  Facts copy() {
    Facts copy = new Facts();
    copy.begun.putAll(begun);
    copy.done.putAll(done);
    copy.kept.addAll(kept);
    copy.imports.putAll(imports);
    return copy;
  }

  long begun(String what) {
    return begun.getOrDefault(what, 0L);
  }

  long done(String what) {
    return done.getOrDefault(what, 0L);
  }

  /** What has numbers: {@code add}, {@code edit/<record>}, {@code passphrase}, {@code import}. */
  List<String> numbered() {
    return List.copyOf(begun.keySet());
  }

  /** Things that must be there: {@code exhibit <id>}, {@code parcel <id>}. */
  List<String> kept() {
    return List.copyOf(kept);
  }

  /** Whom an import brings: all of them or nobody. */
  Map<Long, List<String>> imports() {
    return imports;
  }

  /** How many acts were told as saved. */
  long acknowledged() {
    return done.values().stream().mapToLong(Long::longValue).sum() + kept.size();
  }
}
