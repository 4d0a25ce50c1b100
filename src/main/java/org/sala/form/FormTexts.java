package org.sala.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.core.services.locale.Localizer;
import org.jspecify.annotations.Nullable;

/**
 * All texts of a form in all its languages, read once: JavaRosa copies a whole language for every
 * text that is not of the current one.
 */
final class FormTexts {
  /** ODK names a language as "ไทย (th)". */
  private static final Pattern CODED = Pattern.compile(".*\\(([a-z]{2,3}(-[A-Za-z0-9]+)*)\\)\\s*");

  private static final Pattern ITEXT = Pattern.compile("jr:itext\\('([^']+)'\\)");
  private static final Pattern CODE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]+)*");

  private final FormDef form;
  private final Map<String, Map<String, String>> byLanguage = new LinkedHashMap<>();
  private final String usual;

  /** What was asked for before: a form asks for the same words whenever it is shown. */
  private final Map<String, Wording> read = new HashMap<>();

  FormTexts(FormDef form) {
    this.form = form;
    Localizer texts = form.getLocalizer();
    String first = "";
    if (texts != null) {
      for (String name : texts.getAvailableLocales()) {
        String code = language(name);
        // Two names of one language: the second keeps its own.
        String key = byLanguage.containsKey(code) ? name : code;
        byLanguage.put(key, texts.getLocaleData(name));
        first = name.equals(texts.getDefaultLocale()) ? key : first;
      }
    }
    this.usual = first;
  }

  /** Returns the languages as the form orders them. */
  java.util.List<String> languages() {
    return java.util.List.copyOf(byLanguage.keySet());
  }

  /**
   * One text.
   *
   * @param kind the form of it, as "guidance"; empty for the plain one
   * @param at what its outputs are worked out from
   */
  Wording of(@Nullable String id, @Nullable String plain, String kind, TreeReference at) {
    if (id == null) {
      return plain == null || plain.isEmpty()
          ? Wording.NONE
          : new Wording(Map.of("", filled(plain, at)));
    }
    Wording text = read.computeIfAbsent(id + ";" + kind, key -> written(id, kind));
    if (text.byLanguage().values().stream().noneMatch(FormTexts::hasOutput)) {
      return text;
    }
    Map<String, String> found = new HashMap<>();
    text.byLanguage().forEach((l, words) -> found.put(l, filled(words, at)));
    return new Wording(found);
  }

  /** Returns the wording of a text without its outputs worked out. */
  Wording written(String id, String kind) {
    String key = kind.isEmpty() ? id : id + ";" + kind;
    Map<String, String> found = new HashMap<>();
    byLanguage.forEach(
        (language, texts) -> {
          String text = texts.get(key);
          if (text == null && kind.isEmpty()) {
            text = texts.get(id + ";long");
          }
          if (text != null) {
            found.put(language, text);
          }
        });
    if (!found.containsKey("en") && found.containsKey(usual)) {
      found.put("", found.get(usual));
    }
    return new Wording(found);
  }

  /** A message of a bind: words, or a reference to a text. */
  Wording message(@Nullable String written, TreeReference at) {
    if (written == null) {
      return Wording.NONE;
    }
    Matcher m = ITEXT.matcher(written.strip());
    return m.matches() ? of(m.group(1), null, "", at) : of(null, written, "", at);
  }

  private static boolean hasOutput(String text) {
    return text.contains("${");
  }

  private String filled(String text, TreeReference at) {
    return hasOutput(text) ? form.fillTemplateString(text, at) : text;
  }

  private static String language(String name) {
    Matcher m = CODED.matcher(name);
    if (m.matches()) {
      return m.group(1);
    }
    String word = name.strip().toLowerCase(Locale.ROOT);
    if (CODE.matcher(word).matches()) {
      return word;
    }
    for (String code : Locale.getISOLanguages()) {
      Locale l = Locale.of(code);
      if (l.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(word)
          || l.getDisplayLanguage(l).equalsIgnoreCase(word)) {
        return code;
      }
    }
    return word;
  }
}
