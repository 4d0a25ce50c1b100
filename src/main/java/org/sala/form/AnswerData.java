package org.sala.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.MultipleItemsData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.xform.util.XFormAnswerDataParser;
import org.sala.domain.PartialDate;

/** An answer in JavaRosa's words, if it is of the kind that the place takes. */
final class AnswerData {
  private AnswerData() {}

  /**
   * @param asked the question, or null where nobody is asked and whoever marks it knows the codes
   * @return empty for an answer that says why there is none
   * @throws FormFault if the place takes another kind of answer
   */
  static Optional<IAnswerData> of(
      Answer answer, Optional<QuestionDef> asked, int type, String path) {
    if (answer instanceof Answer.Without
        || answer instanceof Answer.Day d
            && d.date().precision() == PartialDate.Precision.UNKNOWN) {
      return Optional.empty();
    }
    int control = asked.map(QuestionDef::getControlType).orElse(Constants.CONTROL_UNTYPED);
    if (!fits(answer, control, type)) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "kind of answer at " + path);
    }
    return Optional.of(
        switch (answer) {
          case Answer.Chosen c -> new SelectOneData(new Selection(c.code()));
          case Answer.Several s -> new MultipleItemsData(selections(s));
          case Answer.Words w -> new StringData(w.text());
          case Answer.Amount a -> number(a, type, path);
          case Answer.Day d -> parsed(d.date().earliest().toString(), type, path);
          case Answer.Hour h ->
              parsed(h.time() + (h.time().getSecond() == 0 ? ":00" : ""), type, path);
          case Answer.Instant i -> parsed(i.when().toString(), type, path);
          case Answer.Attached a -> new StringData(a.reference());
          case Answer.Confirmed _ -> new StringData("OK");
          case Answer.Without _ -> throw new IllegalStateException();
          case Answer.Times _ ->
              throw new FormFault(FormFault.Code.UNKNOWN_WORD, "kind of answer at " + path);
        });
  }

  private static boolean fits(Answer answer, int control, int type) {
    boolean typed = control == Constants.CONTROL_INPUT || control == Constants.CONTROL_TEXTAREA;
    return switch (answer) {
      case Answer.Chosen _ ->
          control == Constants.CONTROL_SELECT_ONE || control == Constants.CONTROL_UNTYPED;
      case Answer.Several _ ->
          control == Constants.CONTROL_SELECT_MULTI || control == Constants.CONTROL_RANK;
      case Answer.Words _ ->
          // An instance document has words at every place; those of a choice are looked up.
          control == Constants.CONTROL_UNTYPED || typed && textual(type);
      case Answer.Amount _ ->
          (typed || control == Constants.CONTROL_RANGE)
              && (type == Constants.DATATYPE_INTEGER || type == Constants.DATATYPE_DECIMAL);
      case Answer.Day _ -> typed && type == Constants.DATATYPE_DATE;
      case Answer.Hour _ -> typed && type == Constants.DATATYPE_TIME;
      case Answer.Instant _ -> typed && type == Constants.DATATYPE_DATE_TIME;
      case Answer.Attached _ ->
          control == Constants.CONTROL_UPLOAD
              || control == Constants.CONTROL_IMAGE_CHOOSE
              || control == Constants.CONTROL_AUDIO_CAPTURE
              || control == Constants.CONTROL_VIDEO_CAPTURE
              || control == Constants.CONTROL_FILE_CAPTURE;
      case Answer.Confirmed _ -> control == Constants.CONTROL_TRIGGER;
      case Answer.Without _ -> true;
      case Answer.Times _ -> false;
    };
  }

  /** Whether words are what a field of this type takes. */
  static boolean textual(int type) {
    return type == Constants.DATATYPE_TEXT
        || type == Constants.DATATYPE_NULL
        || type == Constants.DATATYPE_BARCODE;
  }

  private static List<Selection> selections(Answer.Several several) {
    List<Selection> all = new ArrayList<>();
    several.codes().forEach(c -> all.add(new Selection(c)));
    return all;
  }

  private static IAnswerData number(Answer.Amount a, int type, String path) {
    try {
      return type == Constants.DATATYPE_INTEGER
          ? new IntegerData(a.number().intValueExact())
          : new DecimalData(a.number().doubleValue());
    } catch (ArithmeticException e) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "whole number at " + path);
    }
  }

  private static IAnswerData parsed(String text, int type, String path) {
    IAnswerData data = XFormAnswerDataParser.getAnswerData(text, type);
    if (data == null) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "date or time at " + path);
    }
    return data;
  }
}
