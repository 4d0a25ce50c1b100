package org.sala.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One question of the triage, as its table says it.
 *
 * @param code names the answer in the record, and so never changes
 * @param how what the officer is told beside it
 */
public record TriageQuestion(String code, Asked asked, Wording question, Wording how) {
  /** The way to an answer. */
  public enum Asked {
    ALOUD,
    /** The answer is words: a yes or no would say nothing. */
    WORDS,
    /** Answered by pointing at the turned screen. */
    POINTED,
    /** Nobody is asked; the officer sees it. */
    OBSERVED
  }

  private static final List<TriageQuestion> ALL =
      CatalogueTables.questions(CatalogueFiles.resource("triage/questions.csv").orElseThrow());

  /** By question and language; see {@link #unreviewed}. */
  private static final Map<String, Map<String, String>> UNREVIEWED =
      CatalogueTables.unreviewed(CatalogueFiles.resource("triage/unreviewed.csv").orElseThrow());

  public TriageQuestion {
    if (!code.matches("[qo][1-9]")) {
      throw new FormFault(FormFault.Code.BAD_CATALOGUE, "triage question " + code);
    }
  }

  /** Returns all questions in their order, and after them what is only observed. */
  public static List<TriageQuestion> all() {
    return ALL;
  }

  /**
   * The question in a language in which no native speaker has reviewed it. It is for the
   * interpreter alone, and so no part of {@link #question}: it is never put before the person, and
   * never printed or written down as what was asked.
   *
   * @param language ISO 639-1
   */
  public Optional<String> unreviewed(String language) {
    return Optional.ofNullable(UNREVIEWED.getOrDefault(code, Map.of()).get(language));
  }

  public static TriageQuestion of(String code) {
    return ALL.stream()
        .filter(q -> q.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new FormFault(FormFault.Code.BAD_CATALOGUE, "triage question " + code));
  }
}
