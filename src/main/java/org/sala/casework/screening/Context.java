package org.sala.casework.screening;

import java.util.List;
import java.util.Map;
import org.sala.domain.Value;

/**
 * A fact that nobody asks for, as it stands in a screening: how it came, and the words. It is
 * protected, and no rule reads it.
 *
 * @param came one of {@link #WAYS}
 * @param words as the person said it, or what the document is
 */
public record Context(String came, String words) {
  /**
   * How somebody may know of a fact: only what was volunteered or stands in a document; nothing is
   * asked for it.
   */
  public static final List<String> WAYS = List.of("volunteered", "document");

  /** A fact of which nothing stands there. */
  public static final Context NOTHING = new Context("", "");

  public Context {
    if (!came.isEmpty() && !WAYS.contains(came)) {
      throw new IllegalArgumentException("it cannot have come so");
    }
  }

  Value toValue() {
    return came.isEmpty()
        ? Value.Nothing.HERE
        : Value.parts(Map.of("came", came, "words", words.strip()));
  }

  /** Reads one, whoever wrote it: a way that is not known counts as nothing. */
  static Context of(Value value) {
    return value instanceof Value.Parts p
        ? new Context(p.text("came").filter(WAYS::contains).orElse(""), p.text("words").orElse(""))
        : NOTHING;
  }

  @Override
  public String toString() {
    return "Context";
  }
}
