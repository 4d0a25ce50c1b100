package org.sala.casework.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
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
}
