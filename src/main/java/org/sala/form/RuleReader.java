package org.sala.form;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a rule file line by line, and goes on after a mistake so that all are named at once. */
final class RuleReader {
  private static final String FIRST_LINE = "sala-rules 1";
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_LINES = 5_000;
  private static final int MOST_FINDINGS = 100;

  private static final Pattern DIMENSION =
      Pattern.compile("dimension ([a-z][a-z_]{0,63}) at (/[^ :]{1,500}): (.+)");
  private static final Pattern INDICATOR =
      Pattern.compile("indicator ([A-Z][0-9]{1,2}\\.[0-9]{2}) in ([a-z_]{1,64}): (.+)");
  private static final Pattern ANSWER =
      Pattern.compile("answer (/[^ ]{1,500}) for ([^ ]{1,16}): (.+)");
  private static final Pattern SAYS = Pattern.compile("(\\S{1,64}) = ([a-z_]{1,16})");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,6})?");

  private final byte[] bytes;
  private final Map<String, Dimension> dimensions = new LinkedHashMap<>();
  private final Map<String, IndicatorRule> indicators = new LinkedHashMap<>();
  private final List<AnswerRule> answers = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private int line;

  RuleReader(byte[] bytes) {
    this.bytes = bytes;
  }

  RuleFile read() {
    List<String> lines = lines();
    if (!lines.getFirst().equals(FIRST_LINE)) {
      throw new FormFault(
          FormFault.Code.BAD_CATALOGUE, "line 1: the first line is \"" + FIRST_LINE + "\"");
    }
    for (line = 2; line <= lines.size() && findings.size() < MOST_FINDINGS; line++) {
      String text = lines.get(line - 1).strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        line(text);
      }
    }
    if (!findings.isEmpty()) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, findings);
    }
    return new RuleFile(dimensions, indicators, answers);
  }

  private List<String> lines() {
    if (bytes.length > MOST_BYTES) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, "rules of more than 1 MiB");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      List<String> lines = Arrays.asList(text.split("\r?\n", -1));
      if (lines.size() > MOST_LINES) {
        throw new FormFault(FormFault.Code.BAD_CATALOGUE, "rules of more than 5,000 lines");
      }
      return lines;
    } catch (CharacterCodingException e) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, "rules that are not UTF-8");
    }
  }

  private void line(String text) {
    Matcher dimension = DIMENSION.matcher(text);
    Matcher indicator = INDICATOR.matcher(text);
    Matcher answer = ANSWER.matcher(text);
    if (dimension.matches()) {
      dimension(dimension.group(1), dimension.group(2), dimension.group(3));
    } else if (indicator.matches()) {
      indicator(indicator.group(1), indicator.group(2), indicator.group(3));
    } else if (answer.matches()) {
      answer(answer.group(1), answer.group(2), answer.group(3));
    } else {
      found("neither a dimension nor an indicator nor an answer");
    }
  }

  private void dimension(String code, String group, String words) {
    Set<Dimension.Role> roles = EnumSet.noneOf(Dimension.Role.class);
    for (String word : words.split(" ")) {
      word(Dimension.Role.class, word, "role").ifPresent(roles::add);
    }
    if (roles.contains(Dimension.Role.FOLLOW_UP) && roles.size() > 1) {
      found("follow_up stands alone: such a dimension is never counted");
    }
    if (dimensions.put(code, new Dimension(code, group, roles)) != null) {
      found("dimension " + code + " stands here twice");
    }
  }

  private void indicator(String code, String dimension, String words) {
    if (!dimensions.containsKey(dimension)) {
      found("unknown dimension " + dimension);
    }
    Clauses c = new Clauses();
    for (String clause : words.split(", ")) {
      c.read(clause);
    }
    if (c.adult.isEmpty() || c.child.isEmpty() || c.ask.isEmpty()) {
      found("an indicator says adult, child and ask");
      return;
    }
    IndicatorRule rule =
        new IndicatorRule(
            code,
            dimension,
            c.defines.contains("means"),
            c.defines.contains("purpose"),
            c.act,
            c.underEighteen,
            c.adult.get(),
            c.child.get(),
            c.ask.get(),
            Set.copyOf(c.care),
            line);
    if (indicators.put(code, rule) != null) {
      found("indicator " + code + " stands here twice");
    }
  }

  /** What is said of one indicator, word by word. */
  private final class Clauses {
    private Optional<Strength> adult = Optional.empty();
    private Optional<Strength> child = Optional.empty();
    private Optional<AskIn> ask = Optional.empty();
    private final Set<Care> care = EnumSet.noneOf(Care.class);
    private List<String> defines = List.of();
    private boolean act;
    private boolean underEighteen;

    void read(String clause) {
      List<String> words = Arrays.asList(clause.strip().split(" "));
      List<String> rest = words.subList(1, words.size());
      String only = rest.size() == 1 ? rest.getFirst() : "";
      switch (words.getFirst()) {
        case "adult" -> adult = word(Strength.class, only, "strength");
        case "child" -> child = word(Strength.class, only, "strength");
        case "ask" -> ask = word(AskIn.class, only, "place to ask");
        case "care" -> rest.forEach(w -> word(Care.class, w, "care").ifPresent(care::add));
        case "defines" -> {
          defines = rest;
          if (rest.isEmpty() || !List.of("means", "purpose").containsAll(rest)) {
            found("it defines means, purpose or both");
          }
        }
        case "shows" -> {
          act = only.equals("act");
          underEighteen = only.equals("under_18");
          if (!act && !underEighteen) {
            found("an indicator shows act or under_18");
          }
        }
        default -> found("unknown word " + words.getFirst());
      }
    }
  }

  private void answer(String path, String indicator, String words) {
    List<AnswerRule.Says> says = new ArrayList<>();
    for (String part : words.split(", ")) {
      Matcher m = SAYS.matcher(part.strip());
      if (!m.matches()) {
        found("not an answer with what it says: " + part.strip());
        continue;
      }
      try {
        says.add(new AnswerRule.Says(term(m.group(1)), Reading.of(m.group(2))));
      } catch (FormFault e) {
        found("unknown reading " + m.group(2) + ", or a number that is none");
      }
    }
    answers.add(new AnswerRule(path, indicator, says, line));
  }

  private static Term term(String word) {
    if (word.startsWith(">=")) {
      return new Term.AtLeast(number(word.substring(2)));
    }
    if (word.startsWith("<")) {
      return new Term.Below(number(word.substring(1)));
    }
    return new Term.Choice(word);
  }

  private static BigDecimal number(String word) {
    if (!NUMBER.matcher(word).matches()) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "number");
    }
    return new BigDecimal(word);
  }

  private <E extends Enum<E>> Optional<E> word(Class<E> type, String word, String what) {
    for (E e : type.getEnumConstants()) {
      if (e.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(e);
      }
    }
    found("unknown " + what + " " + word);
    return Optional.empty();
  }

  private void found(String what) {
    findings.add("line " + line + ": " + what);
  }
}
