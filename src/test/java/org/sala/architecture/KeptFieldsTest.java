package org.sala.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.sala.ui.route.Dialogs;
import org.sala.ui.route.Drafting;

/** Where a person's words are typed, whoever makes the field has it kept, or asks in a dialog. */
class KeptFieldsTest {
  private static final Set<String> ROOMS =
      Set.of(
          "org.sala.ui.forms",
          "org.sala.ui.screening",
          "org.sala.ui.statement",
          "org.sala.ui.triage");

  /** Whoever is kept by what it stands in, and by whom. */
  private static final Map<String, String> KEPT_BY =
      Map.of(
          "forms.InstantEntry", "forms.QuestionCard",
          "forms.TypedEntry", "forms.QuestionCard",
          "triage.InsidePart", "triage.Sitting",
          "triage.QuestionList", "triage.Sitting");

  @Test
  void noFieldForWordsStandsOutsideADraft() {
    Set<String> makes = new TreeSet<>();
    Set<String> keeps = new TreeSet<>();
    for (JavaClass c : Program.CLASSES) {
      if (!ROOMS.contains(c.getPackageName())) {
        continue;
      }
      if (c.getConstructorCallsFromSelf().stream().anyMatch(KeptFieldsTest::isField)) {
        makes.add(named(c));
      }
      if (c.getMethodCallsFromSelf().stream().anyMatch(KeptFieldsTest::keeps)) {
        keeps.add(named(c));
      }
    }
    assertThat(makes).hasSizeGreaterThan(8);
    assertThat(keeps).containsAll(KEPT_BY.values());
    makes.removeAll(keeps);
    makes.removeAll(KEPT_BY.keySet());
    assertThat(makes).isEmpty();
  }

  private static boolean isField(JavaConstructorCall call) {
    return call.getTargetOwner().isEquivalentTo(TextArea.class)
        || call.getTargetOwner().isEquivalentTo(TextField.class);
  }

  private static boolean keeps(JavaMethodCall call) {
    return call.getTargetOwner().isEquivalentTo(Drafting.class) && call.getName().equals("keep")
        || call.getTargetOwner().isEquivalentTo(Dialogs.class) && call.getName().startsWith("ask");
  }

  /** By its room and its file. */
  private static String named(JavaClass c) {
    return c.getName().substring("org.sala.ui.".length()).replaceFirst("\\$.*", "");
  }
}
