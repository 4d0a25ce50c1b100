package org.sala.ui.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.sala.form.Answer;
import org.sala.form.Question;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** One or several of the choices, or all of them in an order; each is saved as it is chosen. */
final class ChoiceEntry implements Entry {
  /** Digits beyond are for the three answers that are none. */
  private static final int DIGITS = 7;

  /** More than these stand in two columns, so that they are seen without scrolling. */
  private static final int ONE_COLUMN = 5;

  private final Question question;
  private final List<Question.Choice> choices;
  private final Consumer<Answer> say;
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final List<String> chosen = new ArrayList<>();
  private final GridPane node = new GridPane(8, 8);

  ChoiceEntry(
      Question question, Optional<Answer> stands, String spoken, Here here, Consumer<Answer> say) {
    this.question = question;
    this.say = say;
    this.choices =
        switch (question) {
          case Question.ChooseOne q -> q.choices();
          case Question.ChooseSeveral q -> q.choices();
          case Question.PutInOrder q -> q.choices();
          default -> List.of();
        };
    switch (stands.orElse(null)) {
      case Answer.Chosen c -> chosen.add(c.code());
      case Answer.Several s -> chosen.addAll(s.codes());
      case null, default -> {
        // Nothing is chosen yet, or it was said why not.
      }
    }
    int columns = choices.size() > ONE_COLUMN ? 2 : 1;
    for (int c = 0; c < columns; c++) {
      ColumnConstraints share = new ColumnConstraints();
      share.setPercentWidth(100.0 / columns);
      node.getColumnConstraints().add(share);
    }
    int rows = (choices.size() + columns - 1) / columns;
    for (int i = 0; i < choices.size(); i++) {
      node.add(button(i, spoken, here), i / rows, i % rows);
    }
  }

  private ToggleButton button(int i, String spoken, Here here) {
    Question.Choice choice = choices.get(i);
    String own = choice.label().in(spoken.isEmpty() ? here.texts().language() : spoken);
    String officers = choice.label().in(here.texts().language());
    String words = own.equals(officers) ? own : own + " · " + officers;
    ToggleButton button = new ToggleButton(rank(choice.code()) + words);
    if (i < DIGITS) {
      button.setGraphic(Nodes.line(String.valueOf(i + 1), "key-hint"));
      button.setContentDisplay(ContentDisplay.RIGHT);
      button.setGraphicTextGap(8);
    }
    button.setWrapText(true);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setId("choice-" + choice.code());
    button.setSelected(chosen.contains(choice.code()));
    button.setOnAction(e -> choose(i));
    buttons.add(button);
    return button;
  }

  private String rank(String code) {
    return question instanceof Question.PutInOrder && chosen.contains(code)
        ? chosen.indexOf(code) + 1 + ". "
        : "";
  }

  private void choose(int i) {
    String code = choices.get(i).code();
    if (question instanceof Question.ChooseOne) {
      chosen.clear();
      chosen.add(code);
      say.accept(new Answer.Chosen(code));
      return;
    }
    if (!chosen.remove(code)) {
      chosen.add(code);
    }
    // In the form's order, so that the same choices are the same answer; a ranking has its own.
    List<String> codes =
        question instanceof Question.PutInOrder
            ? List.copyOf(chosen)
            : choices.stream().map(Question.Choice::code).filter(chosen::contains).toList();
    say.accept(new Answer.Several(codes));
  }

  @Override
  public boolean digit(int digit) {
    if (digit < 1 || digit > Math.min(DIGITS, choices.size())) {
      return false;
    }
    choose(digit - 1);
    return true;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node target() {
    return buttons.stream()
        .filter(ToggleButton::isSelected)
        .findFirst()
        .or(() -> buttons.stream().findFirst())
        .<Node>map(b -> b)
        .orElse(node);
  }
}
