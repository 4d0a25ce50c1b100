package org.sala.casework.people;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Stored;
import org.sala.merge.FieldState;

/** What a place was called, as far as spelling makes no other place of it. */
@BehindTheDesk
public final class SiteName {
  private SiteName() {}

  /** Spellings that differ in capitals, width or spaces alone are one place. */
  public static String folded(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }

  /** Returns the folded spelling of a field; empty where nothing was said. */
  public static String folded(Map<String, FieldState> fields, String key) {
    return folded(Stored.text(fields, key).orElse(""));
  }

  /**
   * Returns the folded spellings of all versions of a field, each once; an empty one where nothing
   * was said, or one version says nothing. Where versions differ all of them hold until it is
   * decided.
   */
  public static List<String> all(Map<String, FieldState> fields, String key) {
    return values(fields, key).map(SiteName::folded).distinct().toList();
  }

  /** Returns a field as it was typed in the version whose spelling is folded to that. */
  public static String typed(Map<String, FieldState> fields, String key, String folded) {
    return values(fields, key).filter(v -> folded(v).equals(folded)).findFirst().orElse("");
  }

  private static Stream<String> values(Map<String, FieldState> fields, String key) {
    FieldState state = fields.get(key);
    return state == null ? Stream.of("") : state.values().stream().map(v -> v.asText().orElse(""));
  }
}
