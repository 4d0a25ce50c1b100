package org.sala.casework.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.domain.Value;

/**
 * What stands at one place of a screening: the code, the person's own words, how they came and how
 * it was asked. Each may be empty; an empty code is not asked, and never a no.
 *
 * @param code one of {@link #CODES}
 * @param words as the person said them, in the language spoken
 * @param came one of {@link #WAYS}
 * @param asked the language that it was asked from: the one on the screen where its wording is
 *     reviewed, otherwise the one that the interpreter asked from; the interview's where the person
 *     told it unasked
 * @param how one of {@link #HOWS}
 * @param through the interpreter's number; empty where nobody interpreted
 * @param seen what the officer saw, apart from what it may mean
 */
public record Given(
    String code, String words, String came, String asked, String how, String through, String seen) {
  /** The stored answers; "later" counts as not asked. */
  public static final List<String> CODES = List.of("", "yes", "no", "unknown", "declined", "later");

  /** How an answer can have come, from the freest to the least free. */
  public static final List<String> WAYS =
      List.of("", "volunteered", "open", "direct", "document", "observed");

  /** How a question can have been asked: as it is written, or in the officer's own words. */
  public static final List<String> HOWS = List.of("", "written", "own");

  public static final Given NOTHING = new Given("", "", "", "");

  /** An answer of which nobody wrote down how it was asked. */
  public Given(String code, String words, String came, String asked) {
    this(code, words, came, asked, "", "", "");
  }

  public Given {
    if (!CODES.contains(code) || !WAYS.contains(came) || !HOWS.contains(how)) {
      throw new IllegalArgumentException("no such answer, or it cannot have come so");
    }
  }

  /** Whether nothing is there. */
  public boolean empty() {
    return code.isEmpty() && words.isBlank() && seen.isBlank();
  }

  /** Returns this answer with what the officer saw. */
  public Given with(String observed) {
    return new Given(code, words, came, asked, how, through, observed);
  }

  /** Returns this answer as one that was asked in a language and through somebody. */
  public Given asked(String language, String interpreter) {
    return new Given(code, words, came, language, how, interpreter, seen);
  }

  /** The answer alone: what the officer saw is a field of its own ({@link Observed}). */
  Value toValue() {
    if (code.isEmpty() && words.isBlank()) {
      return Value.Nothing.HERE;
    }
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("code", code);
    parts.put("words", words.strip());
    parts.put("came", came);
    parts.put("asked", asked);
    Map.of("how", how, "through", through)
        .forEach(
            (key, text) -> {
              if (!text.isEmpty()) {
                parts.put(key, text);
              }
            });
    return Value.parts(parts);
  }

  /**
   * Reads an answer, whoever wrote it: a code or a way that is not known counts as none. What was
   * seen stood in it once.
   */
  static Given of(Value value) {
    if (!(value instanceof Value.Parts p)) {
      return NOTHING;
    }
    String code = p.text("code").filter(CODES::contains).orElse("");
    String came = p.text("came").filter(WAYS::contains).orElse("");
    String how = p.text("how").filter(HOWS::contains).orElse("");
    return new Given(
        code,
        p.text("words").orElse(""),
        came,
        p.text("asked").orElse(""),
        how,
        p.text("through").orElse(""),
        p.text("seen").orElse(""));
  }

  @Override
  public String toString() {
    return "Given";
  }
}
