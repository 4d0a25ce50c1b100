package org.sala.ui.screening;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.casework.screening.ScreeningPage;
import org.sala.ui.text.Texts;

/** What was written at a question, in all versions, in one line. */
final class AnswerVersions {
  private AnswerVersions() {}

  static String of(ScreeningPage page, String path, Texts texts) {
    return page.answers().getOrDefault(path, List.of()).stream()
        .map(
            g ->
                Stream.of(
                        g.code().isEmpty() ? "" : texts.code("answer", g.code()),
                        g.words(),
                        g.came().isEmpty() ? "" : texts.code("came", g.came()),
                        g.seen())
                    .filter(w -> !w.isBlank())
                    .collect(Collectors.joining(" · ")))
        .collect(Collectors.joining(" / "));
  }
}
