package org.sala.ui.practice;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.practice.Practice;
import org.sala.domain.RecordId;
import org.sala.form.BuiltIn;
import org.sala.form.Catalogue;
import org.sala.form.Section;
import org.sala.practice.Score;
import org.sala.practice.Script;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** The score of one practised interview: what was missed and where it was told, and why. */
public final class ScoreScreen implements Screen {
  private final RecordId id;
  private final Practice practice;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();

  public ScoreScreen(RecordId id, Practice practice, Here here) {
    this.id = id;
    this.practice = practice;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    refresh();
  }

  @Override
  public void refresh() {
    line.ask(() -> practice.round(id), r -> r.ifPresent(this::show));
  }

  private void show(Practice.Round r) {
    Optional<Score> score = r.score();
    String who = r.script().name().in(here.texts().language());
    page.getChildren()
        .setAll(
            Nodes.header(
                here.t("practice.title"),
                here.t("practice.score.title", who),
                here.t("practice.score.below"),
                Nodes.button(
                    here.t("practice.worksheet"),
                    "",
                    () -> here.navigator().go(new Place.Review(id))),
                again()));
    score.ifPresentOrElse(
        s -> page.getChildren().addAll(figures(s), details(r.script(), s)),
        () ->
            page.getChildren()
                .add(
                    Nodes.card(
                        Nodes.empty(here.t("practice.notover"), here.t("practice.notover.next")))));
  }

  private Node again() {
    Button again = Nodes.button(here.t("practice.again"), "Ctrl Enter", this::goOn, "primary");
    again.setId("practise-again");
    return again;
  }

  /** Whoever has read the score practises on. */
  @Override
  public void goOn() {
    here.navigator().go(new Place.Practice());
  }

  private Node figures(Score s) {
    return Nodes.stats(
        Nodes.stat(
            here.t("practice.missed"),
            String.valueOf(s.missed().size()),
            here.t("practice.missed.of", s.found().size() + s.missed().size()),
            !s.missed().isEmpty()),
        Nodes.stat(
            here.t("practice.over"),
            String.valueOf(s.overMarked().size()),
            here.t("practice.over.of"),
            !s.overMarked().isEmpty()),
        Nodes.stat(
            here.t("practice.leading"),
            String.valueOf(s.leading().size()),
            here.t("practice.leading.of"),
            !s.leading().isEmpty()),
        Nodes.stat(
            here.t("practice.time"),
            here.t("practice.minutes", s.time().toMinutes()),
            here.t("practice.time.of"),
            false));
  }

  private Node details(Script script, Score s) {
    Catalogue catalogue = BuiltIn.newest(script.catalogue());
    VBox missed = part("practice.missed", s.missed(), c -> missed(script, catalogue, c), catalogue);
    VBox over = part("practice.over", s.overMarked(), c -> over(script, c), catalogue);
    VBox led = part("practice.leading", s.leading(), c -> led(script, c), catalogue);
    HBox body = new HBox(14, column(missed), column(over, led));
    VBox.setVgrow(body, Priority.ALWAYS);
    return body;
  }

  private static Node column(VBox... parts) {
    Node scroll = Nodes.side(new VBox(14, parts), 480);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private interface Why {
    String of(String code);
  }

  private VBox part(String title, List<String> codes, Why why, Catalogue catalogue) {
    VBox card = Nodes.card(Nodes.label(here.t(title), "strong"));
    if (codes.isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("practice.nothing"), "muted"));
    }
    for (String code : codes) {
      String label =
          catalogue.indicator(code).map(i -> i.heardLabel().in(here.texts().language())).orElse("");
      card.getChildren()
          .add(
              new VBox(
                  2,
                  Nodes.label(code + "  " + label),
                  Nodes.label(why.of(code), "muted", "small")));
    }
    return card;
  }

  /** Where it was told freely, and otherwise what is answered when it is asked. */
  private String missed(Script script, Catalogue catalogue, String code) {
    String language = here.texts().language();
    for (Section s : catalogue.sections()) {
      Script.Invited told = script.invited().get(s.node());
      if (told != null && told.shows().contains(code)) {
        return here.t("practice.told", s.title().in(language), told.words().in(language));
      }
    }
    return said(script, code);
  }

  private String over(Script script, String code) {
    return script.asked().containsKey(code) ? said(script, code) : here.t("practice.nothere");
  }

  private String said(Script script, String code) {
    Script.Asked asked = script.asked().get(code);
    return asked == null ? "" : here.t("practice.said", asked.words().in(here.texts().language()));
  }

  private String led(Script script, String code) {
    Script.Leading leading = script.leading().get(code);
    return leading == null ? "" : leading.question().in(here.texts().language());
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    line.close();
  }
}
