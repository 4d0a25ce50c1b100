package org.sala.ui.people;

import java.util.List;
import java.util.Map;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.route.Here;

/** How a name came into Latin letters, and how sure an alias is. */
final class NameSource {
  private static final String SCHEME = "scheme";
  private static final String GRADE = "grade";
  private static final List<String> SCHEMES = List.of("", "passport", "official", "heard", "other");
  private static final List<String> GRADES = List.of("", "said", "presumed", "established");

  private final Choice scheme;
  private final Choice grade;

  /**
   * @param was as it stands; what a newer station may have written stays
   */
  NameSource(Form form, Here here, Value.Parts was) {
    scheme = choice(form, here, SCHEME, "person.scheme", SCHEMES, was);
    grade = choice(form, here, GRADE, "person.grade", GRADES, was);
    scheme.setId("name-scheme");
    grade.setId("name-grade");
  }

  private static Choice choice(
      Form form, Here here, String key, String label, List<String> codes, Value.Parts was) {
    Choice choice = form.add(here.t(label), new Choice(codes, c -> here.texts().code(key, c)));
    String code = was.text(key).orElse("");
    if (!choice.getItems().contains(code)) {
      choice.getItems().add(code);
    }
    choice.setValue(code);
    return choice;
  }

  /** Whether there is something to say of what is added or changed. */
  static boolean fits(String family) {
    return family.equals("name") || family.equals("alias");
  }

  /** Enables scheme and grade where the family is a name's; neither is asked of what is no name. */
  void enable(String family) {
    scheme.setDisable(!fits(family));
    grade.setDisable(!family.equals("alias"));
  }

  /** What was chosen; nothing of what was not. */
  void into(Map<String, String> parts) {
    put(parts, SCHEME, scheme);
    put(parts, GRADE, grade);
  }

  private static void put(Map<String, String> parts, String key, Choice choice) {
    if (!choice.isDisabled() && !choice.getValue().isEmpty()) {
      parts.put(key, choice.getValue());
    }
  }
}
