package org.sala.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A refused form says why in Thai; what only the library says stays in its words. */
class FormFindingsTest {
  private final Texts thai = Texts.in("th", ZoneId.of("Asia/Bangkok"));
  private final Texts english = Texts.in("en", ZoneId.of("Asia/Bangkok"));

  @Test
  void whatKeepsAFormFromBeingRunIsSaidInTheOfficersLanguageWithItsPlace() {
    String said = "choices or data from outside the form at <instance>, line 12";
    assertThat(FormFindings.of(said, english)).isEqualTo(said);
    assertThat(FormFindings.of(said, thai))
        .contains("<instance>", "12", "นอกแบบฟอร์ม")
        .doesNotContain("choices", " line ");
    assertThat(FormFindings.of("function pulldata() at /a/b, line 3", thai))
        .contains("pulldata()", "/a/b", "3")
        .doesNotContain("function");
    assertThat(FormFindings.of("place on a map at /a/b", thai))
        .doesNotContain("map")
        .contains("/a/b");
    assertThat(FormFindings.of("not well-formed XML", thai)).doesNotContain("well-formed");
    String library = "XPath evaluation: type mismatch.\nIt expected a number";
    assertThat(FormFindings.of(library, thai)).isEqualTo(library.replace('\n', ' '));
  }

  /** Whoever finds something more in forms gives it words. */
  @Test
  void everythingThatIsFoundInTheTextOfAFormHasThaiWords() throws Exception {
    Properties words = Texts.load("th");
    for (String source : List.of("FormScan", "Refused", "FormText")) {
      String java = Files.readString(Path.of("src/main/java/org/sala/form/" + source + ".java"));
      List<String> found =
          Pattern.compile("(?:found\\(|found\\.add\\(|NOT_A_FORM, )\"([^\"]+?)(?: at )?\"")
              .matcher(java)
              .results()
              .map(m -> m.group(1).strip())
              .filter(w -> !w.equals("control"))
              .toList();
      assertThat(found).as(source).isNotEmpty();
      assertThat(found)
          .as(source)
          .allSatisfy(w -> assertThat(words).containsKey("formFound." + FormFindings.key(w)));
    }
  }
}
