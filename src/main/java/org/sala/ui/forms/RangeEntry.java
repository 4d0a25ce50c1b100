package org.sala.ui.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import org.sala.form.Answer;
import org.sala.form.Question;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** A number between two. Nothing is chosen before it was moved: a beginning is no answer. */
final class RangeEntry implements Entry {
  private final Question.OnRange question;
  private final Slider slider;
  private final Label shown = Nodes.line("", "figure");
  private final VBox node;
  private boolean moved;

  RangeEntry(Question.OnRange question, Optional<Answer> stands, Here here) {
    this.question = question;
    double from = question.from().doubleValue();
    double to = question.to().doubleValue();
    slider = new Slider(Math.min(from, to), Math.max(from, to), Math.min(from, to));
    slider.setBlockIncrement(question.step().doubleValue());
    slider.setId("answer-field");
    slider.setAccessibleText(question.text().in(here.texts().language()));
    if (stands.orElse(null) instanceof Answer.Amount a) {
      slider.setValue(a.number().doubleValue());
      shown.setText(a.number().toPlainString());
    } else {
      shown.setText(here.t("none"));
    }
    slider
        .valueProperty()
        .addListener(
            (o, was, is) -> {
              moved = true;
              shown.setText(number().toPlainString());
            });
    node =
        new VBox(
            6,
            shown,
            slider,
            Nodes.row(
                Nodes.line(question.from().toPlainString(), "muted"),
                Nodes.spring(),
                Nodes.line(question.to().toPlainString(), "muted")));
  }

  /** The nearest step. */
  private BigDecimal number() {
    BigDecimal steps =
        BigDecimal.valueOf(slider.getValue())
            .subtract(question.from())
            .divide(question.step(), 0, RoundingMode.HALF_UP);
    return question.from().add(steps.multiply(question.step()));
  }

  @Override
  public Optional<Entered> entered() {
    return moved ? Optional.of(new Entered.Said(new Answer.Amount(number()))) : Optional.empty();
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node target() {
    return slider;
  }
}
