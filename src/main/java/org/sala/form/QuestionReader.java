package org.sala.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.RangeQuestion;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.form.api.FormEntryPrompt;
import org.jspecify.annotations.Nullable;

/** Makes Sala's questions of what JavaRosa would show. */
final class QuestionReader {
  private static final String GUIDANCE = "guidance";

  private final FormDef form;
  private final FormEntryModel model;
  private final Layout layout;
  private final FormTexts texts;

  QuestionReader(FormEntryModel model, Layout layout, FormTexts texts) {
    this.form = model.getForm();
    this.model = model;
    this.layout = layout;
    this.texts = texts;
  }

  Question asked(FormIndex index) {
    FormEntryPrompt prompt = model.getQuestionPrompt(index);
    TreeReference at = index.getReference();
    Question.Head head =
        new Question.Head(
            layout.path(at),
            texts.of(
                prompt.getQuestion().getTextID(), prompt.getQuestion().getLabelInnerText(), "", at),
            texts.of(
                prompt.getQuestion().getHelpTextID(), prompt.getQuestion().getHelpText(), "", at),
            texts.of(prompt.getQuestion().getHelpTextID(), null, GUIDANCE, at),
            groups(index),
            prompt.isRequired());
    if (prompt.isReadOnly()) {
      String shown = prompt.getAnswerText();
      return new Question.Invitation(head, shown == null ? "" : shown);
    }
    return switch (prompt.getControlType()) {
      case Constants.CONTROL_SELECT_ONE -> new Question.ChooseOne(head, choices(prompt, at));
      case Constants.CONTROL_SELECT_MULTI -> new Question.ChooseSeveral(head, choices(prompt, at));
      case Constants.CONTROL_RANK -> new Question.PutInOrder(head, choices(prompt, at));
      case Constants.CONTROL_TRIGGER -> new Question.Confirm(head);
      case Constants.CONTROL_RANGE -> range(head, prompt);
      case Constants.CONTROL_IMAGE_CHOOSE -> new Question.Attach(head, Question.FileKind.PHOTO);
      case Constants.CONTROL_AUDIO_CAPTURE -> new Question.Attach(head, Question.FileKind.SOUND);
      case Constants.CONTROL_VIDEO_CAPTURE -> new Question.Attach(head, Question.FileKind.FILM);
      case Constants.CONTROL_FILE_CAPTURE, Constants.CONTROL_UPLOAD ->
          new Question.Attach(head, Question.FileKind.ANY);
      default -> typed(head, prompt.getDataType());
    };
  }

  private static Question typed(Question.Head head, int type) {
    return switch (type) {
      case Constants.DATATYPE_INTEGER -> new Question.HowMany(head, true);
      case Constants.DATATYPE_DECIMAL -> new Question.HowMany(head, false);
      case Constants.DATATYPE_DATE -> new Question.WhichDay(head);
      case Constants.DATATYPE_TIME -> new Question.WhichHour(head);
      case Constants.DATATYPE_DATE_TIME -> new Question.WhichInstant(head);
      default -> new Question.InWords(head);
    };
  }

  private static Question range(Question.Head head, FormEntryPrompt prompt) {
    RangeQuestion q = (RangeQuestion) prompt.getQuestion();
    return new Question.OnRange(
        head,
        or(q.getRangeStart(), BigDecimal.ZERO),
        or(q.getRangeEnd(), BigDecimal.TEN),
        or(q.getRangeStep(), BigDecimal.ONE),
        prompt.getDataType() == Constants.DATATYPE_INTEGER);
  }

  private static BigDecimal or(@Nullable BigDecimal given, BigDecimal usual) {
    return given == null ? usual : given;
  }

  /** Here a repeated group may stand once more, if the form lets people say how often. */
  Optional<Question> onceMore(FormIndex index) {
    TreeReference next = index.getReference();
    Optional<GroupDef> repeat = layout.repeat(next);
    if (repeat.isEmpty() || repeat.get().noAddRemove || repeat.get().getCountReference() != null) {
      return Optional.empty();
    }
    String numbered = layout.path(next);
    return Optional.of(
        new Question.OnceMore(
            new Question.Head(
                numbered.substring(0, numbered.lastIndexOf('[')),
                texts.of(repeat.get().getTextID(), repeat.get().getLabelInnerText(), "", next),
                Wording.NONE,
                Wording.NONE,
                groups(index),
                false),
            next.getMultLast()));
  }

  /** Choices are asked for anew each time: another answer may have changed them. */
  private List<Question.Choice> choices(FormEntryPrompt prompt, TreeReference at) {
    List<Question.Choice> choices = new ArrayList<>();
    for (SelectChoice c : prompt.getSelectChoices()) {
      choices.add(
          new Question.Choice(
              c.getValue(), texts.of(c.getTextID(), c.getLabelInnerText(), "", at)));
    }
    return choices;
  }

  private List<Wording> groups(FormIndex index) {
    List<Wording> titles = new ArrayList<>();
    for (IFormElement element : form.explodeIndex(index)) {
      if (element instanceof GroupDef g) {
        Wording title = texts.of(g.getTextID(), g.getLabelInnerText(), "", index.getReference());
        if (!title.byLanguage().isEmpty()) {
          titles.add(title);
        }
      }
    }
    return titles;
  }
}
