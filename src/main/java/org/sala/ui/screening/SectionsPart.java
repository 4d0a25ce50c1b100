package org.sala.ui.screening;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Given;
import org.sala.form.AskIn;
import org.sala.form.Indicator;
import org.sala.form.Section;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** The parts of the interview, and what was heard in this one without asking. */
final class SectionsPart {
  /** Every tick has this before the name of what it stands for. */
  static final String TICK = "heard-";

  /** Where a part, a question and a tick lead. */
  record Ways(Consumer<Section> go, Consumer<Indicator> ask, BiConsumer<Indicator, Given> hear) {}

  private final InterviewModel model;
  private final Here here;
  private final Ways ways;
  private final boolean low;
  private final VBox all;
  private final Node open;
  private final ScrollPane scroll;
  private final Node node;

  /**
   * @param low whether the window is low: then each part has one line, and the ticks stand right
   *     below the part that is open, so that nobody scrolls while somebody speaks
   */
  SectionsPart(InterviewModel model, Here here, Ways ways, boolean low) {
    this.model = model;
    this.here = here;
    this.ways = ways;
    this.low = low;
    VBox all = new VBox(low ? 4 : 8);
    VBox heard = heard();
    if (!low) {
      all.getChildren().add(Nodes.label(here.t("screening.sections"), "strong"));
    }
    Node open = heard;
    for (Section s : model.sections()) {
      Node part = section(s);
      all.getChildren().add(part);
      if (low && s.equals(model.section())) {
        open = part;
        all.getChildren().add(heard);
      }
    }
    if (!low) {
      all.getChildren().add(heard);
    }
    this.all = all;
    this.open = open;
    scroll = Nodes.side(all, 230);
    VBox card = Nodes.card(scroll);
    if (low) {
      card.getStyleClass().add("low");
    }
    VBox.setVgrow(scroll, Priority.ALWAYS);
    this.node = card;
  }

  private VBox heard() {
    VBox heard = new VBox(low ? 2 : 8);
    List<Indicator> listed = model.page().catalogue().orElseThrow().of(model.section());
    if (!listed.isEmpty()) {
      heard
          .getChildren()
          .add(
              low
                  ? Nodes.label(here.t("screening.heard.here"), "caption")
                  : Nodes.label(here.t("screening.heard.here"), "strong", "above"));
      listed.forEach(i -> heard.getChildren().add(heard(i)));
    }
    return heard;
  }

  /** Drawn anew at the same place it stays scrolled as it was; else what is open is in sight. */
  void after(SectionsPart last) {
    if (last.low == low && last.scroll.getViewportBounds().getHeight() > 0) {
      scroll.setVvalue(last.scroll.getVvalue());
    } else {
      reveal();
    }
  }

  /** What is open stands at the top where not everything has room. */
  void reveal() {
    if (!low) {
      return;
    }
    InvalidationListener look =
        o -> {
          double more = all.getHeight() - scroll.getViewportBounds().getHeight();
          if (more > 0) {
            scroll.setVvalue(Math.min(1, open.getLayoutY() / more));
          }
        };
    all.heightProperty().addListener(look);
    open.layoutYProperty().addListener(look);
    scroll.viewportBoundsProperty().addListener(look);
  }

  Node node() {
    return node;
  }

  private Node section(Section s) {
    boolean current = s.equals(model.section());
    Button button = new Button(s.title().in(here.texts().language()));
    button.getStyleClass().setAll("button", "section");
    if (current) {
      button.getStyleClass().add("here");
    }
    button.setMaxWidth(low ? Region.USE_PREF_SIZE : Double.MAX_VALUE);
    button.setOnAction(e -> ways.go().accept(s));
    String counts = counts(s);
    button.setAccessibleText(button.getText() + ", " + counts);
    String looks = current ? "accent" : "muted";
    if (low) {
      FlowPane line = new FlowPane(8, 0, button, Nodes.line(counts, looks, "small"));
      line.setRowValignment(VPos.BASELINE);
      return line;
    }
    return new VBox(button, Nodes.label(counts, looks));
  }

  private String counts(Section s) {
    if (!model.page().begun(s)) {
      return here.t("screening.notbegun");
    }
    int declined = model.page().indicators(s, Set.of("declined")).size();
    return here.t(
        "screening.counts", model.page().heard(s).size(), model.page().open(s).size(), declined);
  }

  private Node heard(Indicator i) {
    Given now = standing(i);
    CheckBox tick = new CheckBox(i.heardLabel().in(here.texts().language()));
    tick.setWrapText(true);
    tick.setMinHeight(CheckBox.USE_PREF_SIZE);
    tick.setId(TICK + i.node());
    tick.setSelected(now.code().equals("yes"));
    tick.setOnAction(
        e -> {
          Given stands = standing(i);
          ways.hear()
              .accept(
                  i,
                  // What the officer saw stays, whatever becomes of the answer.
                  tick.isSelected()
                      ? heard(i, stands)
                      : new Given("", stands.words(), "", "", "", stands.through(), stands.seen()));
        });
    HBox line = Nodes.row(tick, Nodes.spring());
    if (model.page().question(i).isPresent()) {
      Button question = Nodes.button("›", "", () -> ways.ask().accept(i), "plain");
      question.setAccessibleText(here.t("screening.ask.this", tick.getText()));
      question.setTooltip(new Tooltip(question.getAccessibleText()));
      line.getChildren().add(question);
    }
    VBox box = new VBox(line);
    String below = below(i, now);
    if (!below.isEmpty()) {
      box.getChildren().add(Nodes.label(below, "muted", "small", "indented"));
    }
    return box;
  }

  /** What the person told came in the interview's language; what the officer saw, in none. */
  private Given heard(Indicator i, Given stands) {
    boolean told = i.askIn() != AskIn.OBSERVE;
    return new Given(
        "yes",
        stands.words(),
        way(i),
        told ? model.page().language() : "",
        "",
        told ? model.page().interpreter() : "",
        stands.seen());
  }

  private Given standing(Indicator i) {
    return model.stands(model.page().catalogue().orElseThrow().path(i));
  }

  /**
   * How it came, where the tick does not say it already: a line that a tick brings would push all
   * the others down, and whoever ticks on would tick what was not heard.
   */
  private String below(Indicator i, Given now) {
    if (!now.code().equals("yes")) {
      return now.code().isEmpty() ? notAsked(i) : here.texts().code("answer", now.code());
    }
    boolean said = now.came().equals(way(i)) && notAsked(i).isEmpty();
    return said ? "" : here.texts().code("came", now.came());
  }

  private static String way(Indicator i) {
    return i.askIn() == AskIn.OBSERVE ? "observed" : "volunteered";
  }

  private String notAsked(Indicator i) {
    return i.askIn() == AskIn.FIRST ? "" : here.t("screening.askin." + i.askIn());
  }
}
