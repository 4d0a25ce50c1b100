package org.sala.form;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long money that was sent in one way may still be called back, and whom to call. It stands in
 * the catalogue of the form that asks for the way.
 *
 * @param rail as the defrauded person's form names it
 * @param lasts from the moment of sending; empty where no time is fixed
 * @param call whom to call and what for
 * @param source where the time comes from; nothing where none is fixed
 */
public record RecoveryWindow(String rail, Optional<Duration> lasts, Wording call, Wording source) {
  private static final String FIRST_LINE = "sala-windows 1";
  private static final String RAIL = "[a-z][a-z0-9_]{0,40}";
  private static final Pattern WINDOW =
      Pattern.compile("window (" + RAIL + ") (none|[1-9][0-9]{0,6})");
  private static final Pattern SOURCE = Pattern.compile("source (" + RAIL + ")");

  /** The place of the question that asks for the way. */
  private static final String ASKED_AT = "/defrauded/transfer/rail";

  /** Longer ones are nothing that has to be done tonight. */
  private static final Duration SHORT = Duration.ofDays(7);

  /**
   * Reads the file of them: one for each way that the form offers, and none for another.
   *
   * @param file its name, for what is said of it
   * @throws FormFault with everything that is wrong
   */
  static List<RecoveryWindow> read(String file, byte[] bytes, Form form) {
    WordedParts read =
        WordedParts.read(
            file,
            bytes,
            FIRST_LINE,
            l -> WINDOW.matcher(l).matches() || SOURCE.matcher(l).matches());
    List<String> offered =
        form.place(ASKED_AT).flatMap(Places.Place::choices).stream().flatMap(List::stream).toList();
    List<RecoveryWindow> windows = new ArrayList<>();
    for (Map.Entry<String, Map<String, String>> part : read.parts().entrySet()) {
      String head = part.getKey();
      if (!part.getValue().containsKey("en")) {
        read.wrong(head + " needs words in English");
      }
      Matcher window = WINDOW.matcher(head);
      if (window.matches()) {
        String rail = window.group(1);
        Optional<Duration> lasts =
            window.group(2).equals("none")
                ? Optional.empty()
                : Optional.of(Duration.ofMinutes(Long.parseLong(window.group(2))));
        Map<String, String> source = read.parts().getOrDefault("source " + rail, Map.of());
        if (windows.stream().anyMatch(w -> w.rail().equals(rail))) {
          read.wrong(rail + " has two windows");
        }
        if (!offered.contains(rail)) {
          read.wrong(rail + " is no way that the form offers");
        }
        if (lasts.isPresent() == source.isEmpty()) {
          read.wrong(rail + " has a source where it has a time, and only there");
        }
        windows.add(
            new RecoveryWindow(rail, lasts, new Wording(part.getValue()), new Wording(source)));
      }
    }
    for (String rail : offered) {
      if (windows.stream().noneMatch(w -> w.rail().equals(rail))) {
        read.wrong("window " + rail + " is missing");
      }
    }
    read.parts().keySet().stream()
        .map(SOURCE::matcher)
        .filter(Matcher::matches)
        .map(m -> m.group(1))
        .filter(r -> windows.stream().noneMatch(w -> w.rail().equals(r)))
        .forEach(r -> read.wrong("source " + r + " has no window"));
    read.check();
    return List.copyOf(windows);
  }

  /** Returns the window of a way of sending; empty for a way that they do not know. */
  public static Optional<RecoveryWindow> of(String rail, List<RecoveryWindow> all) {
    return all.stream().filter(w -> w.rail().equals(rail)).findFirst();
  }

  /** Returns whether the window is over so soon that somebody has to act tonight. */
  public boolean isShort() {
    return lasts.filter(d -> d.compareTo(SHORT) <= 0).isPresent();
  }

  static List<Wording> wordings(List<RecoveryWindow> all) {
    List<Wording> words = new ArrayList<>();
    for (RecoveryWindow w : all) {
      words.add(w.call());
      w.lasts().ifPresent(l -> words.add(w.source()));
    }
    return words;
  }
}
