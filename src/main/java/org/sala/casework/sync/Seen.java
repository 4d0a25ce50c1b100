package org.sala.casework.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sala.carrier.Carrier;
import org.sala.carrier.Listing;
import org.sala.casework.station.Station;
import org.sala.domain.Value;
import org.sala.vault.Settings;

/**
 * Files on carriers that were looked at and need not be brought again: for others, our own, taken
 * in, or bad. A new content under an old name, another officer's keys and a changed trust list make
 * a file new.
 */
final class Seen implements AutoCloseable {
  private static final String FOR_GOOD = "";

  /** A mark, and until when it holds where that is not for good. */
  private static final Pattern LINE =
      Pattern.compile("(.+?)(?: ([0-9]{4}-[0-9]{2}-[0-9]{2}|week -?[0-9]+))?", Pattern.DOTALL);

  /** What is remembered of one carrier; the oldest goes, and is looked at once more. */
  private static final int MOST = 1_000_000;

  private final int most;
  private final Settings settings;
  private final Map<String, Map<String, String>> seen = new HashMap<>();
  private final Set<String> changed = new HashSet<>();
  private final Map<String, Hindered> hindered = new HashMap<>();
  private final Map<String, String> turns = new HashMap<>();

  Seen(Station station) {
    this(station, MOST);
  }

  /**
   * @param most how many files of one carrier are remembered
   */
  Seen(Station station, int most) {
    this.most = most;
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
                Map<String, String> marks = new LinkedHashMap<>();
                all.items().forEach(i -> i.asText().ifPresent(t -> put(marks, t)));
                seen.put(id, marks);
              }
            });
  }

  private static void put(Map<String, String> marks, String line) {
    Matcher read = LINE.matcher(line);
    if (read.matches()) {
      put(marks, read.group(1), read.group(2) == null ? FOR_GOOD : read.group(2));
    }
  }

  /** Puts a mark: what is known for good stays so; of two other times the later word counts. */
  private static void put(Map<String, String> marks, String mark, String until) {
    marks.merge(mark, until, (was, is) -> was.equals(FOR_GOOD) ? was : is);
  }

  /** What did not get on there since the program began. */
  synchronized Hindered hindered(String carrier) {
    return hindered.computeIfAbsent(carrier, c -> new Hindered());
  }

  /** Behind which name the next look at a carrier begins that holds more than one look takes. */
  synchronized String turn(String carrier) {
    return turns.getOrDefault(carrier, "");
  }

  /** A part was gone through: the next look has the next one, and after the last the first. */
  synchronized void turn(String carrier, Listing there) {
    turns.put(carrier, there.next().orElse(""));
  }

  /** Returns whether a file was looked at: for good, for this week or for this day. */
  synchronized boolean has(String carrier, Carrier.Waiting what, String eyes, LocalDate today) {
    String until = seen.getOrDefault(carrier, Map.of()).get(mark(what, eyes));
    return until != null
        && (until.equals(FOR_GOOD)
            || until.equals(today.toString())
            || until.equals(week(what, today)));
  }

  /** Each file has a day of its own on which its week begins: not all are asked for on one. */
  private static String week(Carrier.Waiting what, LocalDate today) {
    int day = Math.floorMod(what.name().hashCode(), 7);
    return "week " + Math.floorDiv(today.toEpochDay() + day, 7);
  }

  synchronized void add(String carrier, Carrier.Waiting what, String eyes) {
    add(carrier, mark(what, eyes), FOR_GOOD);
  }

  /** Remembers that a file need not be brought again on this day. */
  synchronized void addForDay(String carrier, Carrier.Waiting what, String eyes, LocalDate today) {
    add(carrier, mark(what, eyes), today.toString());
  }

  /** Remembers that a file need not be asked for again until its next week begins. */
  synchronized void addForWeek(String carrier, Carrier.Waiting what, String eyes, LocalDate today) {
    add(carrier, mark(what, eyes), week(what, today));
  }

  private void add(String carrier, String mark, String until) {
    Map<String, String> marks = seen.computeIfAbsent(carrier, c -> new LinkedHashMap<>());
    put(marks, mark, until);
    if (marks.size() > most) {
      marks.remove(marks.keySet().iterator().next());
    }
    changed.add(carrier);
  }

  /** Keeps what still lies there, and writes where something has changed. */
  synchronized void keep(String carrier, Listing there) {
    if (!changed.remove(carrier)) {
      return;
    }
    Map<String, String> marks = seen.getOrDefault(carrier, Map.of());
    Set<String> names = new HashSet<>();
    there.files().forEach(w -> names.add(w.name()));
    marks
        .keySet()
        .removeIf(
            m -> {
              String name = m.substring(0, m.indexOf(' '));
              return there.covers(name) && !names.contains(name);
            });
    Map<String, Value> all = new HashMap<>();
    seen.forEach(
        (id, s) -> {
          List<String> lines = new ArrayList<>(s.size());
          s.forEach((mark, until) -> lines.add(until.isEmpty() ? mark : mark + " " + until));
          all.put(id, Value.texts(lines));
        });
    settings.write(new Value.Parts(all));
  }

  private static String mark(Carrier.Waiting what, String eyes) {
    return what.name() + " " + what.size() + " " + what.mark() + " " + eyes;
  }

  @Override
  public void close() {
    settings.close();
  }
}
