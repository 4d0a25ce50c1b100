package org.sala.casework;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.domain.IncarnationId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.journal.Checkpoint;
import org.sala.vault.SealedFile;

/**
 * What a station knows of itself and whom it trusts; kept in the authenticated {@code state} file.
 */
final class StationState {
  private final SealedFile file;
  private final Map<String, Value> parts;

  private StationState(SealedFile file, Map<String, Value> parts) {
    this.file = file;
    this.parts = parts;
  }

  static StationState create(
      SealedFile file,
      StationId station,
      IncarnationId incarnation,
      ScopeId scope,
      byte[] viewKey,
      String language) {
    StationState state = new StationState(file, new LinkedHashMap<>());
    state.parts.put("station", Value.text(station.toString()));
    state.parts.put("incarnation", Value.text(incarnation.toString()));
    state.parts.put("scope", Value.text(scope.toString()));
    state.parts.put("language", Value.text(language));
    state.newViewKey(viewKey);
    return state;
  }

  /** Empty when the file is not there. */
  static Optional<StationState> read(SealedFile file) {
    return file.read().map(p -> new StationState(file, new LinkedHashMap<>(p.parts())));
  }

  StationId station() {
    return StationId.of(text("station").orElseThrow());
  }

  IncarnationId incarnation() {
    return IncarnationId.of(text("incarnation").orElseThrow());
  }

  ScopeId scope() {
    return ScopeId.of(text("scope").orElseThrow());
  }

  byte[] viewKey() {
    return HexFormat.of().parseHex(text("viewKey").orElseThrow());
  }

  synchronized void newViewKey(byte[] key) {
    set("viewKey", Value.text(HexFormat.of().formatHex(key)));
  }

  /** How far the journal was found whole; empty before the first time. */
  Optional<Checkpoint> journalRead() {
    return text("journalRead").flatMap(Checkpoint::of);
  }

  synchronized void journalRead(Checkpoint upTo) {
    if (!journalRead().equals(Optional.of(upTo))) {
      set("journalRead", Value.text(upTo.text()));
    }
  }

  Optional<String> text(String key) {
    return parts.get(key) instanceof Value.Text t ? Optional.of(t.text()) : Optional.empty();
  }

  Optional<Value.Parts> parts(String key) {
    return parts.get(key) instanceof Value.Parts p ? Optional.of(p) : Optional.empty();
  }

  Set<String> names() {
    return Set.copyOf(parts.keySet());
  }

  long whole(String key) {
    return parts.get(key) instanceof Value.Whole w ? w.number() : 0;
  }

  boolean flag(String key) {
    return parts.get(key) instanceof Value.Flag f && f.yes();
  }

  List<String> texts(String key) {
    List<String> all = new ArrayList<>();
    if (parts.get(key) instanceof Value.Listing l) {
      l.items().forEach(i -> i.asText().ifPresent(all::add));
    }
    return all;
  }

  List<Value.Parts> listing(String key) {
    List<Value.Parts> all = new ArrayList<>();
    if (parts.get(key) instanceof Value.Listing l) {
      l.items()
          .forEach(
              i -> {
                if (i instanceof Value.Parts p) {
                  all.add(p);
                }
              });
    }
    return all;
  }

  synchronized void set(String key, Value value) {
    parts.put(key, value);
    file.write(new Value.Parts(parts));
  }

  synchronized void set(Map<String, Value> values) {
    parts.putAll(values);
    file.write(new Value.Parts(parts));
  }
}
