package org.sala.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.instance.TreeReference;

/**
 * Knows which places a form asks for and which of its groups repeat. A path names the number of
 * every repeated group, from 1, and no other number.
 */
final class Layout {
  private static final String STEP = "[A-Za-z_][A-Za-z0-9_.-]*(\\[[1-9][0-9]{0,4}\\])?";

  private final Map<String, QuestionDef> asked = new HashMap<>();
  private final Map<String, GroupDef> repeats = new HashMap<>();

  Layout(FormDef form) {
    look(form);
  }

  private void look(IFormElement element) {
    switch (element) {
      case QuestionDef q -> asked.put(place(q), q);
      case GroupDef g when g.getRepeat() -> repeats.put(place(g), g);
      default -> {
        // a form, or a group that only groups
      }
    }
    List<IFormElement> children = element.getChildren();
    if (children != null) {
      children.forEach(this::look);
    }
  }

  private static String place(IFormElement element) {
    return ((TreeReference) element.getBind().getReference()).genericize().toString(false);
  }

  Optional<QuestionDef> asked(TreeReference place) {
    return Optional.ofNullable(asked.get(place.genericize().toString(false)));
  }

  Optional<GroupDef> repeat(TreeReference place) {
    return Optional.ofNullable(repeats.get(place.genericize().toString(false)));
  }

  /** Whether the form counts any of its repeats by another answer. */
  boolean counts() {
    return repeats.values().stream().anyMatch(g -> g.getCountReference() != null);
  }

  /** The path of a place. */
  String path(TreeReference place) {
    StringBuilder path = new StringBuilder();
    StringBuilder generic = new StringBuilder();
    for (int i = 0; i < place.size(); i++) {
      path.append('/').append(place.getName(i));
      generic.append('/').append(place.getName(i));
      if (repeats.containsKey(generic.toString())) {
        path.append('[').append(place.getMultiplicity(i) + 1).append(']');
      }
    }
    return path.toString();
  }

  /**
   * The place of a path.
   *
   * @throws FormFault if it is written otherwise than {@link #path} does; the place need not exist
   */
  TreeReference place(String path) {
    if (path.length() > 2_000 || !path.matches("(/" + STEP + "){1,64}")) {
      throw new FormFault(FormFault.Code.UNKNOWN_WORD, "path");
    }
    TreeReference place = TreeReference.rootRef();
    StringBuilder generic = new StringBuilder();
    String[] steps = path.substring(1).split("/");
    for (int i = 0; i < steps.length; i++) {
      int bracket = steps[i].indexOf('[');
      String name = bracket < 0 ? steps[i] : steps[i].substring(0, bracket);
      generic.append('/').append(name);
      // The last step may name a repeated group as a whole.
      boolean numbered = repeats.containsKey(generic.toString()) && i < steps.length - 1;
      if (numbered != bracket > 0) {
        throw new FormFault(FormFault.Code.UNKNOWN_WORD, "path " + path);
      }
      int number =
          bracket < 0
              ? 1
              : Integer.parseInt(steps[i].substring(bracket + 1, steps[i].length() - 1));
      place.add(name, number - 1);
    }
    return place;
  }
}
