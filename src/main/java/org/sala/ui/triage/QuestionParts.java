package org.sala.ui.triage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.sala.casework.people.People;
import org.sala.casework.screening.Interpreters;
import org.sala.domain.Value;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** What belongs to one question alone: how an age is read, the language, people still inside. */
final class QuestionParts {
  private final TriageScreen.Doing doing;
  private final Clock clock;
  private final Here here;
  private final Work.Line line;
  private final List<Interpreters.Interpreter> interpreters;
  private final StillInside inside;
  private People.PersonLine person;

  /**
   * @param said runs when somebody who is still inside is being written down
   */
  QuestionParts(
      TriageScreen.Known known,
      TriageScreen.Doing doing,
      Clock clock,
      Here here,
      Work.Line line,
      Runnable said) {
    this.person = known.line();
    this.interpreters = known.interpreters();
    this.doing = doing;
    this.clock = clock;
    this.here = here;
    this.line = line;
    this.inside =
        new StillInside(
            here,
            line,
            known.sheet().inside(),
            one -> doing.triages().inside(known.line().id(), one),
            said);
  }

  /** Returns the number of the interpreter as it stands. */
  String interpreter() {
    return person.interpreter();
  }

  Optional<Node> of(String question, TextField words) {
    inside.close();
    return switch (question) {
      case "q3" -> Optional.of(age(words));
      case "q4" -> Optional.of(LanguagePart.of(person, interpreters, here, this::write));
      case StillInside.QUESTION -> Optional.of(inside.open());
      default -> Optional.empty();
    };
  }

  /** People who are still inside. */
  StillInside inside() {
    return inside;
  }

  private Label age(TextField words) {
    LocalDate today = LocalDate.now(clock);
    Label reading = Nodes.line(QuestionCard.reading(words.getText(), today, here), "strong");
    reading.setId("age-reading");
    words
        .textProperty()
        .addListener((o, was, is) -> reading.setText(QuestionCard.reading(is, today, here)));
    return reading;
  }

  private void write(Map<String, Value> fields) {
    if (fields.isEmpty()) {
      return;
    }
    line.act(
        () -> {
          doing.people().edit(person.id(), fields, "");
          return doing.people().find(person.id()).orElseThrow();
        },
        p -> person = p);
  }
}
