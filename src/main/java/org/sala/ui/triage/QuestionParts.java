package org.sala.ui.triage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.sala.casework.people.People;
import org.sala.casework.screening.Interpreters;
import org.sala.casework.screening.Triages;
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
  private final Runnable said;
  private final List<Interpreters.Interpreter> interpreters;
  private final List<Triages.Inside> written;
  private People.PersonLine person;
  private @Nullable InsidePart inside;
  private Map<String, String> typedInside = Map.of();
  private Runnable told = () -> {};

  /**
   * @param said runs when somebody who is still inside was written down
   */
  QuestionParts(
      TriageScreen.Known known,
      TriageScreen.Doing doing,
      Clock clock,
      Here here,
      Work.Line line,
      Runnable said) {
    this.person = known.line();
    this.written = new ArrayList<>(known.sheet().inside());
    this.interpreters = known.interpreters();
    this.doing = doing;
    this.clock = clock;
    this.here = here;
    this.line = line;
    this.said = said;
  }

  /** Returns the number of the interpreter as it stands. */
  String interpreter() {
    return person.interpreter();
  }

  Optional<Node> of(String question, TextField words) {
    inside = null;
    return switch (question) {
      case "q3" -> Optional.of(age(words));
      case "q4" -> Optional.of(LanguagePart.of(person, interpreters, here, this::write));
      case "q5" -> Optional.of(stillInside());
      default -> Optional.empty();
    };
  }

  /** The part for people who are still inside, while its question is open. */
  Optional<InsidePart> inside() {
    return Optional.ofNullable(inside);
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

  private InsidePart stillInside() {
    InsidePart part =
        new InsidePart(
            here,
            List.copyOf(written),
            one -> line.act(() -> doing.triages().inside(person.id(), one), saved -> heard(one)));
    inside = part;
    part.put(
        typedInside,
        () -> {
          typedInside = part.typed();
          told.run();
        });
    return part;
  }

  private void heard(Triages.Inside one) {
    written.add(one);
    inside().ifPresent(i -> i.said(one));
    said.run();
  }

  /** A person inside who is not written down yet, by field. */
  Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>();
    InsidePart.FIELDS.forEach(f -> typed.put(f, typedInside.getOrDefault(f, "")));
    return typed;
  }

  /**
   * Puts back what was kept of a person inside.
   *
   * @return whether there was one
   */
  boolean put(Map<String, String> kept) {
    Map<String, String> inside = new LinkedHashMap<>(typed());
    inside.replaceAll((f, was) -> kept.getOrDefault(f, was));
    typedInside = inside;
    return inside.values().stream().anyMatch(w -> !w.isBlank());
  }

  void changed(Runnable hears) {
    told = hears;
  }
}
