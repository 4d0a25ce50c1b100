package org.sala.form;

import java.util.Map;

/**
 * A text in several languages; a language that is missing falls back to English, and where there is
 * no English to what the form shows by default, which stands under the empty key.
 */
public record Wording(Map<String, String> byLanguage) {
  /** A wording that says nothing. */
  public static final Wording NONE = new Wording(Map.of());

  public Wording {
    byLanguage = Map.copyOf(byLanguage);
  }

  /** The text in a language (ISO 639-1), or in English, or as the form shows it by default. */
  public String in(String language) {
    for (String key : new String[] {language, "en", ""}) {
      String text = byLanguage.get(key);
      if (text != null && !text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
