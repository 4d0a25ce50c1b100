package org.sala.ui.forms;

import java.util.List;
import java.util.Optional;
import org.sala.casework.forms.FormPage;
import org.sala.form.Question;

/** Where a form stands: which question is on the screen. It knows no scene. */
final class FormModel {
  private FormPage page;
  private int at;

  FormModel(FormPage page) {
    this.page = page;
    // One that is closed, or cannot be run here, is only read.
    this.at = page.line().closed() || !page.runs() ? questions().size() : first();
  }

  /**
   * Returns the question where the form was left, else the first question that nothing stands at
   * yet.
   */
  private int first() {
    int left = index(page.place());
    if (left >= 0) {
      return left;
    }
    for (int i = 0; i < questions().size(); i++) {
      Question q = questions().get(i);
      if (asks(q) && page.at(q.path()).isEmpty()) {
        return i;
      }
    }
    return 0;
  }

  /** Whether something can be answered here. */
  static boolean asks(Question q) {
    return !(q instanceof Question.Invitation) && !(q instanceof Question.OnceMore);
  }

  /** How many questions nothing stands at: neither an answer nor why there is none. */
  long unanswered() {
    return questions().stream().filter(q -> asks(q) && page.at(q.path()).isEmpty()).count();
  }

  private int index(String path) {
    for (int i = 0; i < questions().size(); i++) {
      if (questions().get(i).path().equals(path)) {
        return i;
      }
    }
    return -1;
  }

  /** Takes what is saved now; the place stays the same question, wherever it stands now. */
  void show(FormPage now) {
    String here = path();
    boolean end = atEnd();
    page = now;
    int again = index(here);
    at = end ? questions().size() : again >= 0 ? again : Math.min(at, questions().size());
  }

  FormPage page() {
    return page;
  }

  List<Question> questions() {
    return page.questions();
  }

  /** The question on the screen; empty once all were gone through. */
  Optional<Question> current() {
    return atEnd() ? Optional.empty() : Optional.of(questions().get(at));
  }

  /** Returns the path of the question on the screen; empty at the end. */
  String path() {
    return current().map(Question::path).orElse("");
  }

  boolean atEnd() {
    return at >= questions().size();
  }

  /** Returns the number of the question on the screen, from 1. */
  int number() {
    return at + 1;
  }

  void next() {
    at = Math.min(at + 1, questions().size());
  }

  /** Goes back by one; the first question stays. */
  void back() {
    at = Math.max(at - 1, 0);
  }

  /** Goes to a question, if it is shown now. */
  void go(String path) {
    int there = index(path);
    if (there >= 0) {
      at = there;
    }
  }

  /** Goes to the first question of one of a repeated group. */
  void into(String group, int number) {
    questions().stream()
        .map(Question::path)
        .filter(p -> p.startsWith(group + "[" + number + "]"))
        .findFirst()
        .ifPresent(this::go);
  }
}
