package org.sala.casework.todo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.casework.headquarters.Bulletin;
import org.sala.casework.headquarters.Bulletins;
import org.sala.casework.joining.Question;
import org.sala.casework.joining.Questions;
import org.sala.casework.people.People;
import org.sala.domain.Moment;

/** What this station is asked and told, and what was answered to this headquarters. */
public final class QuestionsToDo {
  private final Questions questions;
  private final Bulletins bulletins;
  private final People people;

  /** Reads what is asked of this station, and what it was told. */
  public QuestionsToDo(Questions questions, Bulletins bulletins, People people) {
    this.questions = questions;
    this.bulletins = bulletins;
    this.people = people;
  }

  /** Nobody at headquarters waits for an answer that nobody here knows of, and the other way. */
  List<ToDo> all() {
    List<ToDo> all = new ArrayList<>();
    questions.waitingHere().forEach(q -> all.add(one(ToDo.What.QUESTION, q, q.at())));
    questions
        .answered()
        .forEach(q -> all.add(one(ToDo.What.ANSWERED, q, q.answered().orElseGet(q::at))));
    bulletins.unread().forEach(b -> all.add(told(b)));
    return all;
  }

  private static ToDo told(Bulletin b) {
    return new ToDo(
        ToDo.What.BULLETIN,
        Optional.empty(),
        Optional.empty(),
        ToDo.Whose.NOBODY,
        "",
        b.at().instant().toEpochMilli(),
        List.of(),
        new ToDo.About.Told(b));
  }

  private ToDo one(ToDo.What what, Question q, Moment since) {
    return new ToDo(
        what,
        q.person().flatMap(people::find),
        Optional.empty(),
        ToDo.Whose.NOBODY,
        "",
        since.instant().toEpochMilli(),
        q.fields(),
        new ToDo.About.Asked(q));
  }
}
