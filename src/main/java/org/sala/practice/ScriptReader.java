package org.sala.practice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sala.form.AskIn;
import org.sala.form.Catalogue;
import org.sala.form.Indicator;
import org.sala.form.Reading;
import org.sala.form.Section;
import org.sala.form.Wording;

/** Reads a script, and goes on after a mistake so that all are named at once. */
final class ScriptReader {
  private static final String FIRST_LINE = "sala-script 1";
  private static final int MOST_BYTES = 1 << 20;

  /** In which languages every word of a script has to be there. */
  private static final List<String> LANGUAGES = List.of("en", "th");

  private static final Pattern HEAD =
      Pattern.compile("(id|version|catalogue|age|sex|language) (\\S{1,60})");
  private static final Pattern WORDS =
      Pattern.compile("(?:(name|about|manner|ask) )?([a-z]{2}) (.{1,2000})");
  private static final Pattern BLOCK =
      Pattern.compile("(invited|asked|leading) (\\S{1,60})(?: ([a-z]{1,20}))?");

  private final List<String> findings = new ArrayList<>();
  private final Map<String, String> head = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> of = new LinkedHashMap<>();
  private final List<Block> blocks = new ArrayList<>();
  private Optional<Block> open = Optional.empty();
  private int line;

  /** One answer of the person, as it stands in the file. */
  private static final class Block {
    private final String kind;
    private final String about;
    private final String reading;
    private final int line;
    private final Set<String> shows = new LinkedHashSet<>();
    private final Map<String, Map<String, String>> words = new LinkedHashMap<>();

    Block(String kind, String about, String reading, int line) {
      this.kind = kind;
      this.about = about;
      this.reading = reading;
      this.line = line;
    }

    Wording words(String of) {
      return new Wording(words.getOrDefault(of, Map.of()));
    }
  }

  private ScriptReader() {}

  /**
   * A script from its bytes, held against the catalogue that it names.
   *
   * @throws ScriptFault with everything that is wrong
   */
  static Script read(byte[] bytes, java.util.function.Function<String, Catalogue> catalogues) {
    return new ScriptReader().script(bytes, catalogues);
  }

  private Script script(byte[] bytes, java.util.function.Function<String, Catalogue> catalogues) {
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\r?\n", -1);
    if (bytes.length > MOST_BYTES || !lines[0].equals(FIRST_LINE)) {
      throw new ScriptFault(List.of("line 1: it begins with \"" + FIRST_LINE + "\""));
    }
    for (line = 2; line <= lines.length; line++) {
      String text = lines[line - 1].strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        line(text);
      }
    }
    for (String need : List.of("id", "version", "catalogue", "age", "sex", "language")) {
      if (!head.containsKey(need)) {
        findings.add("it names no " + need);
      }
    }
    if (!head.getOrDefault("age", "").matches("[0-9]{1,2}")) {
      findings.add("an age is a number of years");
    }
    whole("name", of.getOrDefault("name", Map.of()), 1);
    whole("about", of.getOrDefault("about", Map.of()), 1);
    stop();
    check(catalogues.apply(head.getOrDefault("catalogue", "")));
    stop();
    return made();
  }

  private void stop() {
    if (!findings.isEmpty()) {
      throw new ScriptFault(findings);
    }
  }

  private void line(String text) {
    Matcher h = HEAD.matcher(text);
    Matcher b = BLOCK.matcher(text);
    Matcher w = WORDS.matcher(text);
    if (text.startsWith("shows ") && open.isPresent()) {
      open.get().shows.addAll(Arrays.asList(text.substring(6).strip().split(" +")));
    } else if (b.matches()) {
      Block block =
          new Block(b.group(1), b.group(2), Optional.ofNullable(b.group(3)).orElse(""), line);
      if (blocks.stream().anyMatch(o -> o.kind.equals(block.kind) && o.about.equals(block.about))) {
        found(line, block.kind + " " + block.about + " stands there twice");
      }
      blocks.add(block);
      open = Optional.of(block);
    } else if (h.matches() && open.isEmpty()) {
      if (head.put(h.group(1), h.group(2)) != null) {
        found(line, h.group(1) + " stands there twice");
      }
    } else if (w.matches()) {
      words(Optional.ofNullable(w.group(1)).orElse(""), w.group(2), w.group(3));
    } else {
      found(line, "not a line of a script");
    }
  }

  private void words(String kind, String language, String text) {
    Map<String, Map<String, String>> to = open.map(b -> b.words).orElse(of);
    boolean may =
        open.map(
                b ->
                    kind.isEmpty()
                        || kind.equals("manner") && !b.kind.equals("leading")
                        || kind.equals("ask") && b.kind.equals("leading"))
            .orElse(kind.equals("name") || kind.equals("about"));
    if (!may) {
      found(line, "no place for " + kind);
    } else if (to.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(language, text) != null) {
      found(line, kind + " " + language + " stands there twice");
    }
  }

  private void found(int at, String what) {
    findings.add("line " + at + ": " + what);
  }

  private void whole(String what, Map<String, String> words, int at) {
    for (String language : LANGUAGES) {
      if (!words.containsKey(language)) {
        found(at, what + " is not there in " + language);
      }
    }
  }

  private void check(Catalogue catalogue) {
    List<String> parts = catalogue.sections().stream().map(Section::node).toList();
    List<String> codes = catalogue.indicators().stream().map(Indicator::code).toList();
    for (Block b : blocks) {
      boolean part = b.kind.equals("invited");
      if (!(part ? parts : codes).contains(b.about)) {
        found(b.line, "unknown " + (part ? "part " : "indicator ") + b.about);
      }
      b.shows.stream()
          .filter(s -> !codes.contains(s))
          .forEach(s -> found(b.line, "unknown indicator " + s));
      if (b.kind.equals("asked") ? reading(b.reading).isEmpty() : !b.reading.isEmpty()) {
        found(b.line, b.kind + " with a reading that is none: " + b.reading);
      }
      whole(b.kind + " " + b.about, b.words.getOrDefault("", Map.of()), b.line);
      if (b.kind.equals("leading")) {
        whole("the question", b.words.getOrDefault("ask", Map.of()), b.line);
      }
      if (b.words.containsKey("manner")) {
        whole("manner", b.words.getOrDefault("manner", Map.of()), b.line);
      }
    }
    for (String part : parts) {
      if (of("invited").noneMatch(b -> b.about.equals(part))) {
        findings.add("nothing is told in " + part);
      }
    }
    for (Indicator i : catalogue.indicators()) {
      if (i.askIn() == AskIn.FIRST && of("asked").noneMatch(b -> b.about.equals(i.code()))) {
        findings.add("no answer to " + i.code());
      }
    }
    contradictions();
  }

  /** Finds contradictions: what is told freely holds also when it is asked about. */
  private void contradictions() {
    for (Block told : of("invited").toList()) {
      of("asked")
          .filter(b -> told.shows.contains(b.about) && !b.reading.equals("yes"))
          .forEach(b -> found(b.line, b.about + " is told freely, and not so when asked"));
    }
  }

  private java.util.stream.Stream<Block> of(String kind) {
    return blocks.stream().filter(b -> b.kind.equals(kind));
  }

  private static Optional<Reading> reading(String word) {
    return Arrays.stream(Reading.values())
        .filter(r -> r != Reading.NOT_ASKED && r.code().equals(word))
        .findFirst();
  }

  private Script made() {
    Map<String, Script.Invited> invited = new LinkedHashMap<>();
    of("invited")
        .forEach(
            b -> invited.put(b.about, new Script.Invited(b.words(""), b.words("manner"), b.shows)));
    Map<String, Script.Asked> asked = new LinkedHashMap<>();
    of("asked")
        .forEach(
            b ->
                asked.put(
                    b.about,
                    new Script.Asked(
                        reading(b.reading).orElseThrow(), b.words(""), b.words("manner"))));
    Map<String, Script.Leading> leading = new LinkedHashMap<>();
    of("leading")
        .forEach(b -> leading.put(b.about, new Script.Leading(b.words("ask"), b.words(""))));
    return new Script(
        head.getOrDefault("id", ""),
        head.getOrDefault("version", ""),
        head.getOrDefault("catalogue", ""),
        Integer.parseInt(head.getOrDefault("age", "0")),
        head.getOrDefault("sex", ""),
        head.getOrDefault("language", ""),
        new Wording(of.getOrDefault("name", Map.of())),
        new Wording(of.getOrDefault("about", Map.of())),
        invited,
        asked,
        leading);
  }
}
