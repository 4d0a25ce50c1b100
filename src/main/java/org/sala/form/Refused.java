package org.sala.form;

import java.util.ArrayList;
import java.util.List;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.QuestionDef;

/** Finds everything in a form that Sala does not run, so that none is ever run half. */
final class Refused {
  private final List<String> found = new ArrayList<>();

  private Refused() {}

  static void unlessRunnable(FormDef form) {
    Refused refused = new Refused();
    if (form.getNonMainInstances().hasMoreElements()) {
      refused.found.add("another instance in the model");
    }
    refused.look(form);
    if (!refused.found.isEmpty()) {
      throw new FormFault(FormFault.Code.NOT_SUPPORTED, String.join("; ", refused.found));
    }
  }

  private void look(IFormElement element) {
    switch (element) {
      case QuestionDef q -> look(q);
      case GroupDef g when g.getRepeat() -> found.add("repeat at " + place(g));
      default -> {
        for (IFormElement child : children(element)) {
          look(child);
        }
      }
    }
  }

  private void look(QuestionDef q) {
    if (q.getDynamicChoices() != null) {
      found.add("choices from elsewhere at " + place(q));
    }
    switch (q.getControlType()) {
      case Constants.CONTROL_SELECT_ONE, Constants.CONTROL_INPUT -> {
        // these are run
      }
      default -> found.add("control " + q.getControlType() + " at " + place(q));
    }
  }

  private static List<IFormElement> children(IFormElement element) {
    List<IFormElement> children = element.getChildren();
    return children == null ? List.of() : children;
  }

  private static String place(IFormElement element) {
    return String.valueOf(element.getBind() == null ? "" : element.getBind().getReference());
  }
}
