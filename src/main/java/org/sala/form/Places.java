package org.sala.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;

/** What may stand at each place of a form, whether it is shown now or not. */
final class Places {
  /** What kind of answer a place takes. */
  enum Takes {
    ONE_CHOICE,
    CHOICES,
    NUMBER,
    /** Nobody is asked; whoever marks it knows the codes. */
    MARK,
    /** Words, dates, files: nothing that a rule could read. */
    OTHER
  }

  /**
   * One place.
   *
   * @param choices the codes that are offered; empty also where another answer decides
   * @param repeated whether it may stand there more than once
   */
  record Place(Takes takes, Optional<List<String>> choices, boolean repeated) {}

  private final Layout layout;
  private final Map<String, Place> places = new HashMap<>();

  Places(FormDef form) {
    this.layout = new Layout(form);
    look(form.getMainInstance().getRoot(), false);
  }

  Optional<Place> at(String path) {
    return Optional.ofNullable(places.get(path));
  }

  int longest() {
    return places.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  private void look(TreeElement node, boolean repeated) {
    TreeReference at = node.getRef().genericize();
    boolean here = repeated || layout.repeat(at).isPresent();
    if (node.hasChildren()) {
      for (int i = 0; i < node.getNumChildren(); i++) {
        look(node.getChildAt(i), here);
      }
    } else {
      places.put(at.toString(false), place(layout.asked(at), node.getDataType(), here));
    }
  }

  private static Place place(Optional<QuestionDef> asked, int type, boolean repeated) {
    if (asked.isEmpty()) {
      return new Place(Takes.MARK, Optional.empty(), repeated);
    }
    QuestionDef q = asked.get();
    return switch (q.getControlType()) {
      case Constants.CONTROL_SELECT_ONE -> new Place(Takes.ONE_CHOICE, choices(q), repeated);
      case Constants.CONTROL_SELECT_MULTI -> new Place(Takes.CHOICES, choices(q), repeated);
      case Constants.CONTROL_INPUT, Constants.CONTROL_RANGE ->
          new Place(
              type == Constants.DATATYPE_INTEGER || type == Constants.DATATYPE_DECIMAL
                  ? Takes.NUMBER
                  : Takes.OTHER,
              Optional.empty(),
              repeated);
      default -> new Place(Takes.OTHER, Optional.empty(), repeated);
    };
  }

  private static Optional<List<String>> choices(QuestionDef q) {
    return q.getDynamicChoices() == null
        ? Optional.of(q.getChoices().stream().map(SelectChoice::getValue).toList())
        : Optional.empty();
  }
}
