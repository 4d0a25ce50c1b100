package org.sala.store;

import java.util.Map;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/** The name that a list shows: the first that was written, with its romanisation. */
record Names(String shown, String roman, String key) {

  static Names of(Map<String, FieldState> fields) {
    for (FieldState f : fields.values()) {
      if (f.key().startsWith("name/") && f.value() instanceof Value.Parts parts) {
        String text = cut(parts.text("text").orElse(""));
        String roman = cut(parts.text("roman").orElse(""));
        return new Names(text, roman, cut(Folding.fold(roman.isEmpty() ? text : roman)));
      }
    }
    return new Names("", "", "");
  }

  private static String cut(String text) {
    return text.length() <= 400 ? text : text.substring(0, 400);
  }

  @Override
  public String toString() {
    return "Names";
  }
}
