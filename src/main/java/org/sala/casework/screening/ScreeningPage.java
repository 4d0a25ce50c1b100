package org.sala.casework.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Opening;
import org.sala.casework.station.Seen;
import org.sala.domain.AgeGroup;
import org.sala.domain.Moment;
import org.sala.form.Answer;
import org.sala.form.Catalogue;
import org.sala.form.Indicator;
import org.sala.form.Question;
import org.sala.form.Section;

/**
 * One screening as it stands, with the form that it was begun with.
 *
 * @param person who it is, by number
 * @param catalogue with the form for somebody of this age; empty when this laptop has another
 *     version of the form: it is then only read
 * @param questions what the form shows now
 * @param answers by path, those of every version when versions differ
 * @param keptBack protected answers exist that this officer may not read
 * @param context facts that nobody asks for, by their code
 * @param place the path where it was stopped; empty where it was not
 * @param guardian who is there for a child; empty where nobody has to be
 * @param sealedFor the integrity recipient for whom answers that may name officials are sealed when
 *     it is closed; empty where they stay at this station
 * @param seen which versions of its fields this page shows
 * @param differing fields beside the answers of which versions differ, with all values
 */
public record ScreeningPage(
    Screenings.Line line,
    People.PersonLine person,
    String formId,
    String formVersion,
    Optional<Catalogue> catalogue,
    List<Question> questions,
    Map<String, List<Given>> answers,
    boolean keptBack,
    Screenings.Setting setting,
    String interpreterEngagedBy,
    String interpreterConflicts,
    Opening opening,
    Ending ending,
    Optional<Moment> lastBreak,
    Optional<Moment> goneOn,
    String place,
    Optional<AgeGroup> ageSaid,
    boolean actAdded,
    Map<String, Context> context,
    String note,
    String stopped,
    String guardian,
    Optional<String> sealedFor,
    Seen seen,
    List<Cases.Shown> differing) {

  public ScreeningPage {
    questions = List.copyOf(questions);
    answers = Map.copyOf(answers);
    context = Map.copyOf(context);
    differing = List.copyOf(differing);
  }

  /** Returns the versions by which an answer stands here, as {@link Seen} writes them. */
  public String by(String path) {
    return seen.by(AnswerFields.key(path));
  }

  /**
   * Returns the versions by which what the officer saw stands here, as {@link Seen} writes them.
   */
  public String seenBy(String path) {
    return seen.by(Observed.key(path));
  }

  /** Returns how the page stood when words were begun at a path that are put back now. */
  public Seen begun(String path, String words, String observed) {
    return seen.with(AnswerFields.key(path), words).with(Observed.key(path), observed);
  }

  /** The language that it is held in; may be empty. */
  public String language() {
    return setting.language();
  }

  /** The interpreter's number; empty where there is none. */
  public String interpreter() {
    return setting.interpreter();
  }

  /**
   * Since when the person has been sitting here without a break, in milliseconds of the epoch;
   * empty where the beginning is not known.
   */
  public Optional<Long> sittingSince() {
    Optional<Long> rested = goneOn.or(() -> lastBreak).map(m -> m.instant().toEpochMilli());
    return rested.or(line::beganMillis);
  }

  /** What stands at a path; the first of several versions. */
  public Given at(String path) {
    List<Given> all = answers.get(path);
    return all == null || all.isEmpty() ? Given.NOTHING : all.getFirst();
  }

  public Given at(Indicator indicator) {
    return at(catalogue.orElseThrow().path(indicator));
  }

  /** Whether any version of the answer says yes: where two differ, neither is left out. */
  public boolean saysYes(Indicator indicator) {
    return answers.getOrDefault(catalogue.orElseThrow().path(indicator), List.of()).stream()
        .anyMatch(g -> g.code().equals("yes"));
  }

  /** Whether the answer at a path was written differently on two laptops. */
  public boolean disputed(String path) {
    return answers.getOrDefault(path, List.of()).size() > 1;
  }

  /** The question that the form shows for an indicator now, if it shows one. */
  public Optional<Question.ChooseOne> question(Indicator indicator) {
    String path = catalogue.orElseThrow().path(indicator);
    return questions.stream()
        .filter(q -> q.path().equals(path) && q instanceof Question.ChooseOne)
        .map(q -> (Question.ChooseOne) q)
        .findFirst();
  }

  /** Where a section's invitation stands; what the person told then is kept there. */
  public static String opening(Section section) {
    return section.group() + "/opening";
  }

  /** The indicators of a section that were answered yes, however that came. */
  public List<Indicator> heard(Section section) {
    return indicators(section, Set.of("yes"));
  }

  /** What was told in a section: what was answered yes, and whatever has words beside it. */
  public List<Indicator> told(Section section) {
    List<Indicator> found = new ArrayList<>(catalogue.orElseThrow().of(section));
    found.removeIf(i -> at(i).words().isBlank() && !at(i).code().equals("yes"));
    return found;
  }

  /** Returns the indicators of a section that have one of these codes. */
  public List<Indicator> indicators(Section section, Set<String> codes) {
    List<Indicator> found = new ArrayList<>(catalogue.orElseThrow().of(section));
    found.removeIf(i -> !codes.contains(at(i).code()));
    return found;
  }

  /** The questions of a section that nothing stands at yet, in the form's order. */
  public List<Indicator> open(Section section) {
    List<Indicator> found = indicators(section, Set.of("", "later"));
    found.removeIf(i -> question(i).isEmpty());
    return found;
  }

  /** Whether anything was told or answered in a section. */
  public boolean begun(Section section) {
    return answers.entrySet().stream()
        .filter(e -> e.getKey().startsWith(section.group() + "/"))
        .flatMap(e -> e.getValue().stream())
        .anyMatch(g -> !g.empty());
  }

  /**
   * How old the person counts for the rules. A child anywhere is a child; adult only where an age
   * is written and nothing speaks against it; all else is in doubt.
   */
  public AgeGroup ageGroup() {
    return ageGroup(person, ageSaid);
  }

  static AgeGroup ageGroup(People.PersonLine person, Optional<AgeGroup> ageSaid) {
    if (person.certainlyChild() || ageSaid.filter(AgeGroup.CHILD::equals).isPresent()) {
      return AgeGroup.CHILD;
    }
    boolean doubted = !person.surelyAdult() || ageSaid.filter(AgeGroup.UNKNOWN::equals).isPresent();
    return doubted ? AgeGroup.UNKNOWN : AgeGroup.ADULT;
  }

  /** The answers as the form takes them; the first of several versions. */
  static Map<String, Answer> asForm(Map<String, List<Given>> answers) {
    Map<String, Answer> first = new LinkedHashMap<>();
    allOf(answers).forEach((path, all) -> first.put(path, all.getFirst()));
    return first;
  }

  /** Words at a question that nobody has answered yet: they are kept, and are no answer to it. */
  private static boolean onlyWords(String path, Given g) {
    return g.code().isEmpty() && path.matches(".*/[A-Z][0-9]_[0-9]{2}");
  }

  /** The answers as the form takes them, in every version. */
  static Map<String, List<Answer>> allOf(Map<String, List<Given>> answers) {
    Map<String, List<Answer>> all = new LinkedHashMap<>();
    answers.forEach(
        (path, given) -> {
          List<Answer> said =
              given.stream()
                  .filter(g -> !g.empty() && !onlyWords(path, g))
                  .map(ScreeningPage::asForm)
                  .toList();
          if (!said.isEmpty()) {
            all.put(path, said);
          }
        });
    return all;
  }

  private static Answer asForm(Given g) {
    return g.code().isEmpty() ? new Answer.Words(g.words()) : new Answer.Chosen(g.code());
  }

  @Override
  public String toString() {
    return "ScreeningPage[" + line.id() + "]";
  }
}
