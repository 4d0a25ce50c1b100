package org.sala.casework.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.AnswerFields;
import org.sala.casework.station.Seen;
import org.sala.domain.RecordId;
import org.sala.form.Answer;
import org.sala.form.Problem;
import org.sala.form.Question;
import org.sala.form.RecoveryWindow;
import org.sala.form.Wording;

/**
 * A filled form as it stands, with the very form that it was begun with.
 *
 * @param runs whether that form is here; where it is not, the answers are only read
 * @param languages in which it can be shown
 * @param reviewed those whose wording a native speaker has reviewed
 * @param questions what the form shows now
 * @param answers by path, those of every version when versions differ
 * @param irrelevant what was asked where answers count for nothing now, by path
 * @param problems what speaks against closing it
 * @param keptBack protected answers exist that this officer may not read
 * @param place the path where it was left; may be empty
 * @param toldWho who was told that money has to be called back; empty until somebody was
 * @param windows how long money may be called back, as the catalogue of the form says
 * @param seen which versions of its fields this page shows
 * @param differing fields beside the answers of which versions differ, with all values
 */
public record FormPage(
    Forms.Line line,
    People.PersonLine person,
    Optional<RecordId> caseId,
    boolean runs,
    List<String> languages,
    Set<String> reviewed,
    List<Question> questions,
    Map<String, List<Answer>> answers,
    Map<String, Wording> irrelevant,
    List<Problem> problems,
    boolean keptBack,
    boolean protectedAnswers,
    String language,
    String interpreter,
    String place,
    String toldWho,
    List<RecoveryWindow> windows,
    Seen seen,
    List<Cases.Shown> differing) {

  public FormPage {
    languages = List.copyOf(languages);
    reviewed = Set.copyOf(reviewed);
    questions = List.copyOf(questions);
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    irrelevant = Collections.unmodifiableMap(new LinkedHashMap<>(irrelevant));
    problems = List.copyOf(problems);
    windows = List.copyOf(windows);
    differing = List.copyOf(differing);
  }

  /** What stands at a path; the first of several versions. */
  public Optional<Answer> at(String path) {
    return answers.getOrDefault(path, List.of()).stream().findFirst();
  }

  /** Returns the versions by which an answer stands here, as {@link Seen} writes them. */
  public String by(String path) {
    return seen.by(AnswerFields.key(path));
  }

  /** Returns how the page stood when an answer was begun that is put back now. */
  public Seen begun(String path, String by) {
    return seen.with(AnswerFields.key(path), by);
  }

  /** Whether the answer at a path was written differently on two laptops. */
  public boolean disputed(String path) {
    return answers.getOrDefault(path, List.of()).size() > 1;
  }

  /** Returns what speaks against closing the form at a path. */
  public Optional<Problem> problem(String path) {
    return problems.stream().filter(p -> p.path().equals(path)).findFirst();
  }

  /** The first answer at each path. */
  Map<String, Answer> standing() {
    Map<String, Answer> first = new LinkedHashMap<>();
    answers.forEach((path, all) -> first.put(path, all.getFirst()));
    return first;
  }

  @Override
  public String toString() {
    return "FormPage[" + line.id() + "]";
  }
}
