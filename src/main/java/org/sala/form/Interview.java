package org.sala.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.InvalidReferenceException;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.jspecify.annotations.Nullable;
import org.sala.form.FormScan.Messages;

/**
 * A form that is being filled. Its whole state is its answers; JavaRosa only says what is relevant
 * and what may stand where. Belongs to one thread.
 */
public final class Interview {
  /** A form that shows more than this has a repeat that never ends. */
  private static final int MOST_STEPS = 50_000;

  private final FormDef form;
  private final FormEntryModel model;
  private final FormEntryController walk;
  private final Layout layout;
  private final CountedRepeats counted;
  private final FormTexts texts;
  private final QuestionReader reader;
  private final Map<String, Messages> messages;
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  /** Answers that have no place as the form stands; they are among the others as well. */
  private final Map<String, Answer> waiting = new LinkedHashMap<>();

  /**
   * What stood at a place before it was first answered: the form may begin with something there.
   */
  private final Map<String, @Nullable IAnswerData> initial = new HashMap<>();

  Interview(FormDef form, Map<String, Messages> messages, Map<String, Answer> answers) {
    this.form = form;
    this.model = new FormEntryModel(form, FormEntryModel.REPEAT_STRUCTURE_LINEAR);
    this.walk = new FormEntryController(model);
    this.layout = new Layout(form);
    this.texts = new FormTexts(form);
    this.counted = new CountedRepeats(form, model, layout);
    this.reader = new QuestionReader(model, layout, texts);
    this.messages = messages;
    open(answers);
  }

  private void open(Map<String, Answer> given) {
    given.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> e.getKey().length()))
        .forEach(e -> waiting.put(e.getKey(), e.getValue()));
    settle();
    counted.drop();
    // A repeat was taken away, is counted by the form, or is in a group that does not count now:
    // what was said in it is kept.
    waiting.forEach((path, answer) -> known(path, answer));
    answers.putAll(waiting);
  }

  /**
   * Puts what waits where it belongs, as far as it has a place: some answers make others relevant,
   * and those that stand in a repeat come after it.
   */
  private void settle() {
    int before = -1;
    while (!waiting.isEmpty() && waiting.size() != before) {
      before = waiting.size();
      waiting.entrySet().removeIf(e -> !(e.getValue() instanceof Answer.Times) && placed(e));
      waiting.entrySet().removeIf(e -> e.getValue() instanceof Answer.Times && placed(e));
      // The form itself adds the repeats that it counts while it is gone through.
      steps(index -> {}, index -> {});
    }
  }

  private boolean placed(Map.Entry<String, Answer> e) {
    TreeReference place = layout.place(e.getKey());
    boolean there =
        e.getValue() instanceof Answer.Times t
            ? exists(place) && (standing(place) >= t.count() || next(place).isPresent())
            : exists(place);
    return there && set(e.getKey(), e.getValue());
  }

  /**
   * Brings it to other answers, as far as that can be done step by step; what it shows then is what
   * it would show if it were opened with them.
   *
   * @return false if it has to be opened anew: answers in repeated groups, for one, wait for each
   *     other; it is then good for nothing else
   */
  public boolean become(Map<String, Answer> wanted) {
    for (Map<String, Answer> some : List.of(answers, wanted)) {
      for (Map.Entry<String, Answer> e : some.entrySet()) {
        if (e.getKey().contains("[") || e.getValue() instanceof Answer.Times) {
          return false;
        }
      }
    }
    for (String path : List.copyOf(answers.keySet())) {
      if (!wanted.containsKey(path)) {
        form.setValue(initial.remove(path), layout.place(path), true);
        answers.remove(path);
      }
    }
    for (Map.Entry<String, Answer> e : wanted.entrySet()) {
      if (!e.getValue().equals(answers.get(e.getKey()))) {
        if (!exists(layout.place(e.getKey()))) {
          return false;
        }
        set(e.getKey(), e.getValue());
      }
    }
    return true;
  }

  /** The answers as they stand, also those that have become irrelevant. */
  public Map<String, Answer> answers() {
    return Map.copyOf(answers);
  }

  /** Paths of answers that count for nothing now; they are shown in grey and never dropped. */
  public Set<String> irrelevant() {
    Set<String> found = new LinkedHashSet<>();
    for (String path : answers.keySet()) {
      TreeElement node = form.getMainInstance().resolveReference(layout.place(path));
      if (node == null || !node.isRelevant()) {
        found.add(path);
      }
    }
    return found;
  }

  /** What is asked at a place, whether it is shown now or not; nothing where nothing is asked. */
  public Wording textAt(String path) {
    TreeReference place = layout.place(path);
    return exists(place)
        ? layout
            .asked(place)
            .map(q -> texts.of(q.getTextID(), q.getLabelInnerText(), "", place))
            .orElse(Wording.NONE)
        : Wording.NONE;
  }

  /** The languages that the form can be shown in, in its order; every text has them all. */
  public List<String> languages() {
    return texts.languages();
  }

  /** What is to be shown now, in the form's order. */
  public List<Question> questions() {
    List<Question> found = new ArrayList<>();
    steps(
        index -> found.add(reader.asked(index)),
        index -> reader.onceMore(index).ifPresent(found::add));
    return found;
  }

  private void steps(Consumer<FormIndex> asked, Consumer<FormIndex> repeat) {
    walk.jumpToIndex(FormIndex.createBeginningOfFormIndex());
    int steps = 0;
    int event = walk.stepToNextEvent();
    while (event != FormEntryController.EVENT_END_OF_FORM) {
      if (++steps > MOST_STEPS) {
        throw new FormFault(FormFault.Code.NOT_SUPPORTED, "more than 50,000 steps");
      }
      if (event == FormEntryController.EVENT_QUESTION) {
        asked.accept(model.getFormIndex());
      } else if (event == FormEntryController.EVENT_PROMPT_NEW_REPEAT) {
        repeat.accept(model.getFormIndex());
      }
      event = walk.stepToNextEvent();
    }
  }

  /**
   * Puts an answer where it belongs.
   *
   * @throws FormFault if there is no such place, or it takes another kind of answer
   */
  public Put put(String path, Answer answer) {
    TreeReference place = layout.place(path);
    if (!exists(place)) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "path " + path);
    }
    if (!(answer instanceof Answer.Times)) {
      if (!offered(path, place, answer)) {
        throw new FormFault(FormFault.Code.UNKNOWN_WORD, "choice at " + path);
      }
      Optional<IAnswerData> data = data(path, place, answer);
      if (data.isPresent() && !form.evaluateConstraint(place, data.get())) {
        return new Put.Against(texts.message(messages(place).constraint(), place));
      }
    }
    set(path, answer);
    waiting.remove(path);
    if (counted.drop()) {
      // What was said there is kept, and stands there again when it is counted again.
      answers.forEach(
          (at, said) -> {
            if (!exists(layout.place(at))) {
              waiting.put(at, said);
            }
          });
    }
    settle();
    return new Put.Stands();
  }

  /**
   * Puts in an answer that is known to be right.
   *
   * @throws FormFault also if a constraint speaks against it
   */
  public void answer(String path, Answer answer) {
    if (put(path, answer) instanceof Put.Against) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "constraint at " + path);
    }
  }

  /**
   * Goes through the whole form once more: a constraint is not looked at again by itself when
   * another answer changes.
   */
  public List<Problem> validate() {
    List<Problem> found = new ArrayList<>();
    for (Question q : questions()) {
      if (q instanceof Question.Invitation || q instanceof Question.OnceMore) {
        continue;
      }
      TreeReference place = layout.place(q.path());
      Answer answer = answers.get(q.path());
      boolean open =
          answer == null || answer instanceof Answer.Without w && w.why() == Answer.Why.LATER;
      if (open && q.head().required()) {
        found.add(
            new Problem(
                q.path(), Problem.Kind.REQUIRED, texts.message(messages(place).required(), place)));
      } else if (answer != null && !codesOf(q).containsAll(codes(answer))) {
        found.add(new Problem(q.path(), Problem.Kind.NOT_OFFERED, Wording.NONE));
      } else if (answer != null) {
        data(q.path(), place, answer)
            .filter(d -> !form.evaluateConstraint(place, d))
            .ifPresent(
                d ->
                    found.add(
                        new Problem(
                            q.path(),
                            Problem.Kind.CONSTRAINT,
                            texts.message(messages(place).constraint(), place))));
      }
    }
    return found;
  }

  private Messages messages(TreeReference place) {
    return messages.getOrDefault(place.genericize().toString(false), Messages.NONE);
  }

  private boolean set(String path, Answer answer) {
    TreeReference place = layout.place(path);
    if (answer instanceof Answer.Times times) {
      stand(path, place, times.count());
    } else {
      if (!answers.containsKey(path)) {
        initial.put(path, form.getMainInstance().resolveReference(place).getValue());
      }
      form.setValue(data(path, place, answer).orElse(null), place, true);
    }
    answers.put(path, answer);
    return true;
  }

  /** Repeats are added and taken away at the end only: a number means the same one for ever. */
  private void stand(String path, TreeReference place, int count) {
    if (layout.repeat(place).isEmpty()) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "no repeat at " + path);
    }
    int stands = standing(place);
    if (count < stands) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "fewer repeats at " + path);
    }
    while (stands < count) {
      FormIndex next =
          next(place)
              .orElseThrow(
                  () -> new FormFault(FormFault.Code.UNKNOWN_WORD, "no repeat at " + path));
      try {
        form.createNewRepeat(next);
      } catch (InvalidReferenceException e) {
        throw new FormFault(FormFault.Code.UNKNOWN_WORD, "no repeat at " + path);
      }
      stands++;
    }
  }

  /** Where the next one of a repeated group would stand, if it counts now. */
  private Optional<FormIndex> next(TreeReference place) {
    walk.jumpToIndex(FormIndex.createBeginningOfFormIndex());
    String generic = place.genericize().toString(false);
    int event = walk.stepToNextEvent();
    while (event != FormEntryController.EVENT_END_OF_FORM) {
      if (event == FormEntryController.EVENT_PROMPT_NEW_REPEAT) {
        FormIndex index = model.getFormIndex();
        TreeReference here = index.getReference();
        if (here.genericize().toString(false).equals(generic)
            && here.getParentRef().equals(place.getParentRef())) {
          return Optional.of(index);
        }
      }
      event = walk.stepToNextEvent();
    }
    return Optional.empty();
  }

  private int standing(TreeReference place) {
    TreeElement parent = form.getMainInstance().resolveReference(place.getParentRef());
    return parent == null ? 0 : parent.getChildMultiplicity(place.getNameLast());
  }

  private boolean exists(TreeReference place) {
    if (layout.repeat(place).isPresent()) {
      return form.getMainInstance().resolveReference(place.getParentRef()) != null;
    }
    TreeElement node = form.getMainInstance().resolveReference(place);
    return node != null && !node.hasChildren();
  }

  /** An answer may wait for a repeat that is not there, but not for a place that cannot be. */
  private void known(String path, Answer answer) {
    boolean place =
        answer instanceof Answer.Times
            ? layout.repeat(layout.place(path)).isPresent()
            : path.contains("[") && layout.asked(layout.place(path)).isPresent();
    if (!place) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "path " + path);
    }
  }

  private Optional<IAnswerData> data(String path, TreeReference place, Answer answer) {
    TreeElement node = form.getMainInstance().resolveReference(place);
    return AnswerData.of(answer, layout.asked(place), node.getDataType(), path);
  }

  /** A place that is not asked has no choices of its own; whoever marks it knows the codes. */
  private boolean offered(String path, TreeReference place, Answer answer) {
    Set<String> codes = codes(answer);
    Optional<QuestionDef> asked = layout.asked(place);
    if (codes.isEmpty() || asked.isEmpty()) {
      return true;
    }
    if (asked.get().getDynamicChoices() == null) {
      return codes.stream().allMatch(c -> asked.get().getChoiceForValue(c) != null);
    }
    return questions().stream()
        .filter(q -> q.path().equals(path))
        .anyMatch(q -> codesOf(q).containsAll(codes));
  }

  private static Set<String> codes(Answer answer) {
    return switch (answer) {
      case Answer.Chosen c -> Set.of(c.code());
      case Answer.Several s -> Set.copyOf(s.codes());
      default -> Set.of();
    };
  }

  private static Set<String> codesOf(Question q) {
    List<Question.Choice> choices =
        switch (q) {
          case Question.ChooseOne c -> c.choices();
          case Question.ChooseSeveral c -> c.choices();
          case Question.PutInOrder c -> c.choices();
          default -> List.of();
        };
    Set<String> codes = new LinkedHashSet<>();
    choices.forEach(c -> codes.add(c.code()));
    return codes;
  }
}
