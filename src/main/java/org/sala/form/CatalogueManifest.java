package org.sala.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a catalogue consists of, as its {@code catalogue.txt} says; format in {@code
 * docs/formats/catalogue.md}.
 *
 * @param forms the file of each form by whom it is for
 * @param texts the file of each of its {@link Text}s, where it has one
 * @param protectedAnswers whether every answer belongs to the protected part of its record
 * @param reviewers who has reviewed the wording, by language
 * @param integrity who alone may read answers that may name officials; empty where they stay
 */
record CatalogueManifest(
    String id,
    String version,
    Map<For, String> forms,
    Map<Text, String> texts,
    boolean protectedAnswers,
    Map<String, String> reviewers,
    Optional<IntegrityRecipient> integrity) {
  /** The file that names all others. */
  static final String FILE = "catalogue.txt";

  private static final String FIRST_LINE = "sala-catalogue 1";
  private static final int MOST_BYTES = 64 << 10;
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,40}";
  private static final Pattern ID = Pattern.compile("id (" + NAME + ")");
  private static final Pattern VERSION = Pattern.compile("version ([0-9]{1,9})");
  private static final Pattern FORM =
      Pattern.compile("form (everyone|adult|child) (" + NAME + "\\.xml)");
  private static final Pattern TEXT =
      Pattern.compile("(rules|country|facts|consents|card|windows) (" + NAME + "\\.txt)");
  private static final Pattern ANSWERS = Pattern.compile("answers (protected)");
  private static final Pattern REVIEWED = Pattern.compile("reviewed ([a-z]{2,3}) by (.{1,200})");

  private static final Pattern INTEGRITY = Pattern.compile("integrity (\\S{1,100}) for (.{1,120})");

  /** Whom a form is for. */
  enum For {
    EVERYONE,
    ADULT,
    CHILD
  }

  /** What stands beside the forms, a file each. */
  enum Text {
    /** What follows from answers; a form without it is one that nothing is concluded from. */
    RULES,
    /** What holds in the country. */
    COUNTRY,
    /** What is never asked and never counted. */
    FACTS,
    /** What a person is asked to agree to, each by itself, before a rested screening. */
    CONSENTS,
    /** The words of the card that a person takes along. */
    CARD,
    /** How long money can be called back. */
    WINDOWS;

    static Text of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  CatalogueManifest {
    texts = Map.copyOf(texts);
    forms = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    reviewers = Map.copyOf(reviewers);
  }

  /**
   * Reads a manifest.
   *
   * @throws FormFault with everything that is wrong, each with its line
   */
  static CatalogueManifest read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, FILE + " of more than 64 KiB");
    }
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\r?\n", -1);
    List<String> findings = new ArrayList<>();
    if (!lines[0].equals(FIRST_LINE)) {
      throw new FormFault(
          FormFault.Code.BAD_CATALOGUE, FILE + " line 1: it begins with \"" + FIRST_LINE + "\"");
    }
    Map<String, String> single = new LinkedHashMap<>();
    Map<Text, String> texts = new EnumMap<>(Text.class);
    Map<For, String> forms = new LinkedHashMap<>();
    Map<String, String> reviewers = new LinkedHashMap<>();
    Map<String, String> integrity = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i].strip();
      Matcher form = FORM.matcher(line);
      Matcher reviewed = REVIEWED.matcher(line);
      Matcher sealedFor = INTEGRITY.matcher(line);
      Matcher text = TEXT.matcher(line);
      boolean twice;
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      } else if (form.matches()) {
        twice = forms.put(audience(form.group(1)), form.group(2)) != null;
      } else if (text.matches()) {
        twice = texts.put(Text.of(text.group(1)), text.group(2)) != null;
      } else if (reviewed.matches()) {
        twice = reviewers.put(reviewed.group(1), reviewed.group(2)) != null;
      } else if (sealedFor.matches()) {
        twice = integrity.put(sealedFor.group(1), sealedFor.group(2).strip()) != null;
        if (!IntegrityRecipient.isKey(sealedFor.group(1))) {
          findings.add(FILE + " line " + (i + 1) + ": not the public key of an age recipient");
        }
      } else {
        Optional<String[]> word = single(line);
        if (word.isEmpty()) {
          findings.add(FILE + " line " + (i + 1) + ": not a line of a catalogue");
          continue;
        }
        twice = single.put(word.get()[0], word.get()[1]) != null;
      }
      if (twice) {
        findings.add(FILE + " line " + (i + 1) + ": stands there twice");
      }
    }
    if (!single.containsKey("id") || !single.containsKey("version")) {
      findings.add(FILE + ": an id and a version are needed");
    }
    if (forms.containsKey(For.EVERYONE) ? forms.size() > 1 : !forms.containsKey(For.ADULT)) {
      findings.add(
          FILE + ": one form for everyone, or one for adults and perhaps one for children");
    }
    if (new TreeSet<>(forms.values()).size() != forms.size()) {
      findings.add(FILE + ": two forms in one file");
    }
    if (new TreeSet<>(texts.values()).size() != texts.size()) {
      findings.add(FILE + ": two of its texts in one file");
    }
    if (integrity.size() > IntegrityRecipient.MOST_KEYS
        || new TreeSet<>(integrity.values()).size() > 1) {
      findings.add(FILE + ": one integrity recipient, with at most four keys");
    }
    if (!findings.isEmpty()) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, findings);
    }
    return new CatalogueManifest(
        single.getOrDefault("id", ""),
        single.getOrDefault("version", ""),
        forms,
        texts,
        single.containsKey("answers"),
        reviewers,
        integrity.values().stream()
            .findFirst()
            .map(name -> new IntegrityRecipient(name, List.copyOf(integrity.keySet()))));
  }

  private static Optional<String[]> single(String line) {
    for (Pattern p : List.of(ID, VERSION, ANSWERS)) {
      Matcher m = p.matcher(line);
      if (m.matches()) {
        return Optional.of(new String[] {line.substring(0, line.indexOf(' ')), m.group(1)});
      }
    }
    return Optional.empty();
  }

  private static For audience(String word) {
    return switch (word) {
      case "adult" -> For.ADULT;
      case "child" -> For.CHILD;
      default -> For.EVERYONE;
    };
  }

  /**
   * Returns a catalogue's file as another version, sealed for another integrity recipient.
   *
   * @param bytes of a {@code catalogue.txt} that was read before
   * @param to empty where such answers are to stay at the station again
   */
  static byte[] renewed(byte[] bytes, int version, Optional<IntegrityRecipient> to) {
    List<String> lines = new ArrayList<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).strip().split("\r?\n", -1)) {
      if (VERSION.matcher(line.strip()).matches()) {
        lines.add("version " + version);
      } else if (!INTEGRITY.matcher(line.strip()).matches()) {
        lines.add(line);
      }
    }
    to.ifPresent(r -> r.keys().forEach(k -> lines.add("integrity " + k + " for " + r.name())));
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Returns all files of the catalogue, in the order of their names. */
  List<String> files() {
    TreeSet<String> all = new TreeSet<>(forms.values());
    all.addAll(texts.values());
    all.add(FILE);
    return List.copyOf(all);
  }

  /** The file of one of its texts; empty where it has none. */
  Optional<String> text(Text which) {
    return Optional.ofNullable(texts.get(which));
  }

  /** The form for adults, or for everyone. */
  String first() {
    return Optional.ofNullable(forms.get(For.EVERYONE))
        .or(() -> Optional.ofNullable(forms.get(For.ADULT)))
        .orElseThrow();
  }
}
