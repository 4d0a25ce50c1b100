package org.sala.ui.screening;

import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Given;
import org.sala.casework.screening.SideBySide;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** Two screenings of one person side by side: where answers differ first, and nobody is rated. */
public final class TwoScreen implements Screen {
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();

  public TwoScreen(RecordId first, RecordId second, SideBySide both, Here here) {
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    line.ask(() -> both.of(first, second), this::show);
  }

  private void show(SideBySide.Pair p) {
    Table<SideBySide.Line> table =
        new Table<SideBySide.Line>(Nodes.empty(here.t("two.none"), here.t("two.none.next")))
            .nodes(here.t("two.question"), 270, this::question)
            .nodes(here.t("two.how"), 130, this::how)
            .nodes(here.t("two.first"), 270, l -> answer(l.first()))
            .nodes(here.t("two.second"), 270, l -> answer(l.second()));
    // An answer, how it came, and the person's words: each in a line of its own.
    table.setFixedCellSize(66);
    table.framed().setId("two");
    table.setItems(FXCollections.observableArrayList(p.lines()));
    VBox.setVgrow(table, Priority.ALWAYS);
    HBox heads = new HBox(14, held(p.first(), "two.first"), held(p.second(), "two.second"));
    heads.setMinHeight(HBox.USE_PREF_SIZE);
    page.getChildren()
        .setAll(
            Nodes.header(
                here.t("nav.screening") + " / " + p.person().wristband(),
                here.t("two.title"),
                here.t(
                    "two.below",
                    p.count(SideBySide.How.DIFFERENT),
                    p.count(SideBySide.How.ONE_ONLY),
                    p.count(SideBySide.How.SAME))),
            heads,
            table,
            Nodes.label(here.t("two.rule"), "muted", "small"));
  }

  private VBox held(SideBySide.Held h, String title) {
    String by = h.by().isEmpty() ? here.t("history.other") : h.by();
    VBox card =
        Nodes.card(
            Nodes.row(
                Nodes.line(here.t(title), "strong"),
                Nodes.line(by),
                Nodes.line(h.beganMillis().map(here.texts()::date).orElse(""), "muted")),
            Nodes.label(
                here.t(
                    "two.held",
                    here.texts().code("lang", h.language()),
                    h.interpreter().isEmpty() ? here.t("none") : h.interpreter()),
                "muted",
                "small"));
    if (h.keptBack()) {
      card.getChildren().add(Nodes.label(here.t("review.keptback"), "warning", "small"));
    }
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setPrefWidth(400);
    return card;
  }

  private Node question(SideBySide.Line l) {
    String words = l.words().map(w -> w.in(here.texts().language())).orElse("");
    VBox box = new VBox(1, Nodes.line(l.code(), "mono", "small"));
    if (!words.isEmpty()) {
      box.getChildren().add(Nodes.line(words));
    }
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private Node how(SideBySide.Line l) {
    Badge.Kind kind =
        switch (l.how()) {
          case DIFFERENT -> Badge.Kind.WARNING;
          case ONE_ONLY -> Badge.Kind.INFO;
          case SAME -> Badge.Kind.NEUTRAL;
        };
    return Nodes.row(new Badge(kind, here.texts().code("two", l.how().name())));
  }

  private Node answer(Given g) {
    String code =
        g.code().isEmpty() ? here.t("two.notasked") : here.texts().code("answer", g.code());
    VBox box = new VBox(Nodes.line(code, g.code().isEmpty() ? "muted" : "strong"));
    if (!g.came().isEmpty()) {
      box.getChildren().add(Nodes.line(here.texts().code("came", g.came()), "small"));
    }
    if (!g.words().isEmpty()) {
      box.getChildren().add(Nodes.line(g.words(), "muted", "small"));
    }
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
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
