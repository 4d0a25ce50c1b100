package org.sala.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.core.services.locale.Localizer;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.form.api.FormEntryPrompt;
import org.javarosa.model.xform.XPathReference;

/**
 * A form that is being filled. Its whole state is its answers; JavaRosa only says what is relevant
 * and what may stand where. Belongs to one thread.
 */
public final class Interview {
  /** ODK names a language as "ไทย (th)". */
  private static final Pattern LANGUAGE = Pattern.compile(".*\\(([a-z]{2,3})\\)");

  private static final String GUIDANCE = "guidance";

  private final FormDef form;
  private final FormEntryModel model;
  private final FormEntryController walk;
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  Interview(FormDef form, Map<String, Answer> answers) {
    this.form = form;
    this.model = new FormEntryModel(form);
    this.walk = new FormEntryController(model);
    answers.forEach(this::answer);
  }

  /** The answers as they stand, also those that have become irrelevant. */
  public Map<String, Answer> answers() {
    return Map.copyOf(answers);
  }

  /** What is to be shown now, in the form's order. */
  public List<Question> questions() {
    List<Question> found = new ArrayList<>();
    walk.jumpToIndex(FormIndex.createBeginningOfFormIndex());
    int event = walk.stepToNextEvent();
    while (event != FormEntryController.EVENT_END_OF_FORM) {
      if (event == FormEntryController.EVENT_QUESTION) {
        found.add(question(model.getFormIndex()));
      }
      event = walk.stepToNextEvent();
    }
    return found;
  }

  /**
   * Puts an answer where it belongs.
   *
   * @throws FormFault if there is no such place, or the answer may not stand there
   */
  public void answer(String path, Answer answer) {
    TreeReference place = place(path);
    IAnswerData data =
        switch (answer) {
          case Answer.Chosen c -> new SelectOneData(new Selection(c.code()));
          case Answer.Words w -> new StringData(w.text());
        };
    if (answer instanceof Answer.Chosen c && !mayStand(place, c)) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "choice at " + path);
    }
    if (!form.evaluateConstraint(place, data)) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "constraint at " + path);
    }
    form.setValue(data, place, true);
    answers.put(path, answer);
  }

  private TreeReference place(String path) {
    if (!path.matches("(/[A-Za-z_][A-Za-z0-9_.-]*){1,20}")) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "path");
    }
    TreeReference place = XPathReference.getPathExpr(path).getReference();
    TreeElement node = form.getMainInstance().resolveReference(place);
    if (node == null || node.hasChildren()) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "path " + path);
    }
    return place;
  }

  /** A place that is not asked has no choices of its own; whoever marks it knows the codes. */
  private boolean mayStand(TreeReference place, Answer.Chosen answer) {
    org.javarosa.core.model.QuestionDef asked = FormDef.findQuestionByRef(place, form);
    return asked == null
        || asked.getChoices().stream().anyMatch(c -> c.getValue().equals(answer.code()));
  }

  private Question question(FormIndex index) {
    FormEntryPrompt prompt = model.getQuestionPrompt(index);
    String path = index.getReference().genericize().toString(false);
    Wording text = wording(prompt.getQuestion().getTextID(), prompt.getQuestionText(), "");
    Wording guidance = wording(prompt.getQuestion().getHelpTextID(), "", GUIDANCE);
    if (prompt.getControlType() == Constants.CONTROL_SELECT_ONE) {
      List<Question.Choice> choices = new ArrayList<>();
      for (SelectChoice c : prompt.getSelectChoices()) {
        choices.add(
            new Question.Choice(c.getValue(), wording(c.getTextID(), c.getLabelInnerText(), "")));
      }
      return new Question.ChooseOne(path, text, guidance, choices);
    }
    return prompt.isReadOnly()
        ? new Question.Invitation(path, text)
        : new Question.InWords(path, text, guidance);
  }

  private Wording wording(
      @org.jspecify.annotations.Nullable String textId,
      @org.jspecify.annotations.Nullable String plain,
      String kind) {
    Localizer texts = form.getLocalizer();
    if (textId == null || texts == null) {
      return new Wording(plain == null ? Map.of() : Map.of("en", plain));
    }
    Map<String, String> byLanguage = new HashMap<>();
    for (String name : texts.getAvailableLocales()) {
      String text = texts.getRawText(name, kind.isEmpty() ? textId : textId + ";" + kind);
      if (text != null) {
        byLanguage.put(language(name), text);
      }
    }
    return new Wording(byLanguage);
  }

  private static String language(String name) {
    Matcher m = LANGUAGE.matcher(name);
    return m.matches() ? m.group(1) : name.toLowerCase(Locale.ROOT);
  }
}
