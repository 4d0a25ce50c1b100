package org.sala.casework.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.carrier.Carrier;
import org.sala.casework.station.Station;
import org.sala.domain.Value;
import org.sala.vault.Settings;

/**
 * Files on carriers that were looked at and need not be brought again: for others, our own, taken
 * in, or bad. A new content under an old name, another officer's keys and a changed trust list make
 * a file new.
 */
final class Seen implements AutoCloseable {
  private final Settings settings;
  private final Map<String, Set<String>> seen = new HashMap<>();

  Seen(Station station) {
    this.settings =
        new Settings(
            station.folder().folder("settings"),
            "carriers seen",
            station.keys(),
            station.tools().random());
    settings
        .read()
        .parts()
        .forEach(
            (id, value) -> {
              if (value instanceof Value.Listing all) {
                Set<String> marks = new HashSet<>();
                all.items().forEach(i -> i.asText().ifPresent(marks::add));
                seen.put(id, marks);
              }
            });
  }

  /** Whether it was, for good or for this day. */
  synchronized boolean has(String carrier, Carrier.Waiting what, String eyes, LocalDate today) {
    Set<String> marks = seen.getOrDefault(carrier, Set.of());
    String mark = mark(what, eyes);
    return marks.contains(mark) || marks.contains(mark + " " + today);
  }

  synchronized void add(String carrier, Carrier.Waiting what, String eyes) {
    seen.computeIfAbsent(carrier, c -> new HashSet<>()).add(mark(what, eyes));
  }

  /** It need not be brought again on this day. */
  synchronized void add(String carrier, Carrier.Waiting what, String eyes, LocalDate today) {
    Set<String> marks = seen.computeIfAbsent(carrier, c -> new HashSet<>());
    String mark = mark(what, eyes) + " ";
    marks.removeIf(m -> m.startsWith(mark));
    marks.add(mark + today);
  }

  /** Keeps what still lies there, and writes where something has changed. */
  synchronized void keep(String carrier, List<Carrier.Waiting> there, int before) {
    Set<String> marks = seen.getOrDefault(carrier, Set.of());
    if (marks.size() == before) {
      return;
    }
    Set<String> names = new HashSet<>();
    there.forEach(w -> names.add(w.name()));
    marks.removeIf(m -> !names.contains(m.substring(0, m.indexOf(' '))));
    Map<String, Value> all = new HashMap<>();
    seen.forEach((id, s) -> all.put(id, Value.texts(new ArrayList<>(s))));
    settings.write(new Value.Parts(all));
  }

  synchronized int count(String carrier) {
    return seen.getOrDefault(carrier, Set.of()).size();
  }

  private static String mark(Carrier.Waiting what, String eyes) {
    return what.name() + " " + what.size() + " " + what.mark() + " " + eyes;
  }

  @Override
  public void close() {
    settings.close();
  }
}
