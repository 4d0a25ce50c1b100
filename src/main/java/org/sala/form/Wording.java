package org.sala.form;

import java.util.Map;

/** A text in several languages; a language that is missing falls back to English. */
public record Wording(Map<String, String> byLanguage) {
  public Wording {
    byLanguage = Map.copyOf(byLanguage);
  }

  /** The text in a language (ISO 639-1), or in English. */
  public String in(String language) {
    String text = byLanguage.get(language);
    return text == null || text.isEmpty() ? byLanguage.getOrDefault("en", "") : text;
  }
}
