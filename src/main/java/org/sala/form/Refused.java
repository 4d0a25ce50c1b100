package org.sala.form;

import java.util.ArrayList;
import java.util.List;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;

/** Finds everything in a form that Sala does not run, so that none is ever run half. */
final class Refused {
  private final List<String> found = new ArrayList<>();

  private Refused() {}

  static void unlessRunnable(FormDef form) {
    Refused refused = new Refused();
    refused.look(form, form);
    if (!refused.found.isEmpty()) {
      throw new FormFault(FormFault.Code.NOT_SUPPORTED, refused.found);
    }
  }

  private void look(FormDef form, IFormElement element) {
    if (element instanceof QuestionDef q) {
      look(form, q);
    }
    List<IFormElement> children = element.getChildren();
    if (children != null) {
      children.forEach(child -> look(form, child));
    }
  }

  private void look(FormDef form, QuestionDef q) {
    TreeReference place = (TreeReference) q.getBind().getReference();
    TreeElement node = form.getMainInstance().getTemplatePath(place);
    if (node == null) {
      found.add("question without a place at " + place.toString(false));
      return;
    }
    switch (q.getControlType()) {
      case Constants.CONTROL_SELECT_ONE,
          Constants.CONTROL_SELECT_MULTI,
          Constants.CONTROL_RANK,
          Constants.CONTROL_TRIGGER,
          Constants.CONTROL_UPLOAD,
          Constants.CONTROL_IMAGE_CHOOSE,
          Constants.CONTROL_AUDIO_CAPTURE,
          Constants.CONTROL_VIDEO_CAPTURE,
          Constants.CONTROL_FILE_CAPTURE -> {
        // these are run, whatever the type of their place
      }
      case Constants.CONTROL_RANGE -> {
        if (node.getDataType() != Constants.DATATYPE_INTEGER
            && node.getDataType() != Constants.DATATYPE_DECIMAL) {
          found.add("range without a number at " + place.toString(false));
        }
      }
      case Constants.CONTROL_INPUT, Constants.CONTROL_TEXTAREA -> {
        if (!typed(node.getDataType())) {
          found.add(type(node.getDataType()) + " at " + place.toString(false));
        }
      }
      default -> found.add("control " + q.getControlType() + " at " + place.toString(false));
    }
  }

  private static boolean typed(int type) {
    return AnswerData.textual(type)
        || type == Constants.DATATYPE_INTEGER
        || type == Constants.DATATYPE_DECIMAL
        || type == Constants.DATATYPE_DATE
        || type == Constants.DATATYPE_TIME
        || type == Constants.DATATYPE_DATE_TIME;
  }

  private static String type(int type) {
    return switch (type) {
      case Constants.DATATYPE_GEOPOINT -> "place on a map";
      case Constants.DATATYPE_GEOTRACE, Constants.DATATYPE_GEOSHAPE -> "line or area on a map";
      default -> "type " + type;
    };
  }
}
