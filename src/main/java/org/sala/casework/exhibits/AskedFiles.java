package org.sala.casework.exhibits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * Files that an officer has asked to be taken in, in one list of the state, until somebody was told
 * what came of each. They are named before the first is read: a lock, another language or a power
 * cut ends the taking, and it is gone on with after the officer's next unlock.
 */
final class AskedFiles {
  private static final String FILES = "files";

  private final Station station;
  private final StationState state;
  private final String name;

  /**
   * @param name of the list
   */
  AskedFiles(Station station, String name) {
    this.station = station;
    this.state = station.state();
    this.name = name;
  }

  /**
   * One that was asked for.
   *
   * @param id of the record that will name it
   * @param lot what was said of all that were asked for together
   * @param own what was said of this one alone
   */
  record One(RecordId id, Path file, Value.Parts lot, Value.Parts own) {
    @Override
    public String toString() {
      return "One[" + id + "]";
    }
  }

  /** A file as it is named, and what is said of it alone. */
  static Value.Parts named(RecordId id, Path file, Map<String, Value> said) {
    Map<String, Value> named = new LinkedHashMap<>(said);
    named.put("id", Value.text(id.toString()));
    named.put("file", Value.text(file.toAbsolutePath().toString()));
    stamp(file).ifPresent(s -> named.put("stamp", Value.text(s)));
    return new Value.Parts(named);
  }

  /** What tells whether a file was changed: its size and its time. */
  static Optional<String> stamp(Path file) {
    try {
      return Optional.of(Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whatever was asked for, by whichever officer. */
  Set<RecordId> ids() {
    return state.listing(name).stream()
        .flatMap(lot -> files(lot).stream())
        .map(AskedFiles::id)
        .collect(Collectors.toSet());
  }

  /**
   * Names what is to be taken in; what was named before stays.
   *
   * @param said of all of them
   */
  List<One> ask(Map<String, Value> said, List<Value.Parts> files) {
    Map<String, Value> lot = new LinkedHashMap<>(said);
    lot.put("officer", Value.text(station.me().hex()));
    lot.put(FILES, new Value.Listing(List.copyOf(files)));
    Value.Parts made = new Value.Parts(lot);
    List<Value> all = new ArrayList<>(state.listing(name));
    all.add(made);
    state.set(name, new Value.Listing(all));
    return in(made);
  }

  /**
   * What this officer asked for and nobody was told of.
   *
   * @param done what of it, of whichever officer, is over for good
   */
  List<One> left(Predicate<One> done) {
    List<One> left = new ArrayList<>();
    Set<RecordId> over = new HashSet<>();
    for (Value.Parts lot : state.listing(name)) {
      boolean mine = lot.text("officer").filter(station.me().hex()::equals).isPresent();
      for (One one : in(lot)) {
        if (done.test(one)) {
          over.add(one.id());
        } else if (mine) {
          left.add(one);
        }
      }
    }
    if (!over.isEmpty()) {
      over(over);
    }
    return left;
  }

  /** Somebody was told what came of these. */
  void over(Set<RecordId> ids) {
    List<Value> all = new ArrayList<>();
    for (Value.Parts lot : state.listing(name)) {
      List<Value.Parts> rest = new ArrayList<>(files(lot));
      rest.removeIf(f -> ids.contains(id(f)));
      if (!rest.isEmpty()) {
        Map<String, Value> parts = new LinkedHashMap<>(lot.parts());
        parts.put(FILES, new Value.Listing(List.copyOf(rest)));
        all.add(new Value.Parts(parts));
      }
    }
    state.set(name, all.isEmpty() ? Value.Nothing.HERE : new Value.Listing(all));
  }

  private static List<One> in(Value.Parts lot) {
    return files(lot).stream()
        .map(f -> new One(id(f), Path.of(f.text("file").orElse("")), lot, f))
        .toList();
  }

  private static List<Value.Parts> files(Value.Parts lot) {
    return lot.parts().get(FILES) instanceof Value.Listing l
        ? l.items().stream()
            .filter(Value.Parts.class::isInstance)
            .map(Value.Parts.class::cast)
            .toList()
        : List.of();
  }

  private static RecordId id(Value.Parts file) {
    return RecordId.of(file.text("id").orElse(""));
  }
}
