package org.sala.ui.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds again of which message words were made. What is kept by the words that somebody read is
 * found by it whichever language is spoken by then.
 */
public final class Origins {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final int FEW = 3;
  private static final Origins ALL = new Origins();

  private final Map<String, Properties> words =
      Texts.LANGUAGES.stream().collect(Collectors.toMap(l -> l, Texts::read));
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, List<String>> alike = new HashMap<>();
  private final List<Shape> shapes = new ArrayList<>();

  /**
   * The message that words were made of.
   *
   * @param key the first of those that say the same in any language, so that it is one in all
   * @param values what stands in its places
   * @param spoken its words in every language
   */
  public record Origin(String key, List<String> values, List<String> spoken) {
    public Origin {
      values = List.copyOf(values);
      spoken = List.copyOf(spoken);
    }
  }

  /**
   * A message with places.
   *
   * @param between what stands before, between and behind them
   */
  private record Shape(String key, int said, List<Integer> places, List<String> between) {
    /** A pattern takes long to make: only where both ends fit. */
    Optional<Matcher> match(String words) {
      if (!words.startsWith(between.getFirst()) || !words.endsWith(between.getLast())) {
        return Optional.empty();
      }
      String whole = between.stream().map(Pattern::quote).collect(Collectors.joining("(.+)"));
      return Optional.of(Pattern.compile(whole, Pattern.DOTALL).matcher(words))
          .filter(Matcher::matches);
    }
  }

  private Origins() {
    Map<String, String> first = new HashMap<>();
    for (Properties language : words.values()) {
      Map<String, String> said = new HashMap<>();
      for (String key : language.stringPropertyNames()) {
        String text = language.getProperty(key);
        if (text.indexOf('{') >= 0 && PLACE.matcher(text).find()) {
          shape(key, text);
        } else {
          join(first, key, said.computeIfAbsent(text, any -> key));
        }
      }
    }
    shapes.sort(Comparator.comparingInt(Shape::said).reversed().thenComparing(Shape::key));
    first
        .keySet()
        .forEach(k -> alike.computeIfAbsent(root(first, k), r -> new ArrayList<>()).add(k));
    for (Properties language : words.values()) {
      first.keySet().forEach(k -> keys.put(language.getProperty(k, k), root(first, k)));
    }
  }

  /** Joins two messages that say the same in some language: from then on they are one. */
  private static void join(Map<String, String> first, String one, String other) {
    String a = root(first, one);
    String b = root(first, other);
    boolean before = a.compareTo(b) < 0;
    first.put(before ? b : a, before ? a : b);
    first.putIfAbsent(before ? a : b, before ? a : b);
  }

  private static String root(Map<String, String> first, String key) {
    String at = key;
    while (!first.getOrDefault(at, at).equals(at)) {
      at = first.getOrDefault(at, at);
    }
    return at;
  }

  private void shape(String key, String text) {
    List<String> between = List.of(PLACE.split(text.replace("''", "'"), -1));
    int said = between.stream().mapToInt(String::length).sum();
    // What is nearly nothing but places would be found in everything.
    if (said > FEW && !text.contains(",choice,")) {
      shapes.add(
          new Shape(
              key,
              said,
              PLACE.matcher(text).results().map(r -> text.charAt(r.start() + 1) - '0').toList(),
              between));
    }
  }

  /**
   * The message that these words were made of; empty where they are nobody's but somebody's own.
   */
  public static Optional<Origin> of(String words) {
    return ALL.find(words);
  }

  private Optional<Origin> find(String said) {
    String key = keys.get(said);
    if (key != null) {
      List<String> spoken =
          alike.getOrDefault(key, List.of()).stream()
              .flatMap(k -> words.values().stream().map(l -> l.getProperty(k, k)))
              .distinct()
              .sorted()
              .toList();
      return Optional.of(new Origin(key, List.of(), spoken));
    }
    for (Shape shape : shapes) {
      Optional<Matcher> made = shape.match(said);
      if (made.isPresent()) {
        return Optional.of(new Origin(shape.key(), values(shape, made.get()), List.of(said)));
      }
    }
    return Optional.empty();
  }

  /** By their number, for languages put them into orders of their own. */
  private static List<String> values(Shape shape, Matcher made) {
    Map<Integer, String> values = new TreeMap<>();
    for (int i = 0; i < shape.places().size(); i++) {
      values.put(shape.places().get(i), made.group(i + 1));
    }
    return List.copyOf(values.values());
  }
}
