package org.sala.ui.screening;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.ScreeningPage;
import org.sala.form.Indicator;
import org.sala.form.Section;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** Every answer as it was written down: what was said, in which words, and how it came. */
final class AnswersPart {
  private final ScreeningPage page;
  private final Here here;
  private final Set<String> shown = new LinkedHashSet<>();
  private final VBox node;

  AnswersPart(ScreeningPage page, Here here) {
    this.page = page;
    this.here = here;
    node = Nodes.card(Nodes.label(here.t("second.answers"), "strong"));
    node.setId("answers");
    page.catalogue().ifPresent(c -> c.sections().forEach(this::section));
    // What no form of this laptop has a place for was answered too.
    List<Node> others = new ArrayList<>();
    page.answers().keySet().stream()
        .filter(path -> !shown.contains(path))
        .sorted()
        .forEach(path -> others.addAll(answers(path, Optional.empty())));
    node.getChildren().addAll(others);
    if (node.getChildren().size() == 1) {
      node.getChildren().add(Nodes.label(here.t("second.answers.none"), "muted"));
    }
  }

  Node node() {
    return node;
  }

  private void section(Section s) {
    List<Node> all = new ArrayList<>(answers(ScreeningPage.opening(s), Optional.empty()));
    for (Indicator i : page.catalogue().orElseThrow().of(s)) {
      all.addAll(answers(page.catalogue().orElseThrow().path(i), Optional.of(i)));
    }
    if (!all.isEmpty()) {
      node.getChildren().add(Nodes.label(s.title().in(here.texts().language()), "caption"));
      node.getChildren().addAll(all);
    }
  }

  /** Those of every version, where versions differ. */
  private List<Node> answers(String path, Optional<Indicator> indicator) {
    shown.add(path);
    return page.answers().getOrDefault(path, List.of()).stream()
        .filter(g -> !g.empty())
        .map(g -> answer(g, indicator))
        .toList();
  }

  private Node answer(Given g, Optional<Indicator> indicator) {
    VBox words = new VBox(1);
    String said = g.code().isEmpty() ? "" : here.texts().code("answer", g.code());
    String came = g.came().isEmpty() ? "" : here.texts().code("came", g.came());
    String how = said.isEmpty() || came.isEmpty() ? said + came : said + " · " + came;
    indicator.ifPresent(
        i ->
            words
                .getChildren()
                .add(Nodes.label(i.code() + "  " + i.heardLabel().in(here.texts().language()))));
    if (!how.isEmpty()) {
      words.getChildren().add(Nodes.label(how, "strong", "small"));
    }
    if (!g.words().isBlank()) {
      words.getChildren().add(Nodes.label(here.t("second.answers.words", g.words()), "small"));
    }
    if (!g.seen().isBlank()) {
      words.getChildren().add(Nodes.label(here.t("paper.form.seen", g.seen()), "muted", "small"));
    }
    return words;
  }
}
