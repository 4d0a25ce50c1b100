package org.sala.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules without a screen, as somebody who does not trust them would try them. */
class ScreeningCommandTest {
  @TempDir Path folder;

  private PracticeCommandsTest.Ran explain(String answers) throws IOException {
    Path file = Files.writeString(folder.resolve("answers"), answers);
    return PracticeCommandsTest.sala(
        "screening",
        "explain",
        "--catalogue",
        "scam-compound",
        "--answers",
        file.toString(),
        "--json");
  }

  @Test
  void answersAreExplainedInTheWordsThatOthersTest() throws IOException {
    PracticeCommandsTest.Ran ran =
        explain(
            """
            {"ageGroup":"adult","indicators":{"S1.01":"yes","S4.01":"yes","S5.01":"yes",
            "S5.03":"declined","S5.05":"unknown"}}\
            """);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("\"result\":\"presumed_victim_refer\"")
        .contains("\"elements\":{\"act\":true,\"means\":true,\"purpose\":true}")
        .contains("\"means\":[\"S1.01\",\"S4.01\",\"S5.01\"]")
        .contains("\"purpose\":[\"S4.01\"]")
        .contains("\"declined\":[\"S5.03\"]")
        .contains("\"unknown\":[\"S5.05\"]")
        .contains("\"clause\":null")
        .contains("\"forcedLabour\":true")
        .contains("\"childProtectionReferral\":false")
        .contains("\"S1.02\"");
  }

  @Test
  void anInstanceOfTheFormGivesTheSameAndAChildNeedsNoMeans() throws IOException {
    PracticeCommandsTest.Ran ran =
        explain(
            "<screening id='scam-compound'><age_group>child</age_group>"
                + "<the_work><S4_02>yes</S4_02></the_work></screening>");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("\"result\":\"presumed_victim_refer\"")
        .contains("\"means\":false")
        .contains("\"childProtectionReferral\":true");
  }

  @Test
  void whatIsNotKnownIsRefusedWithAMessage() throws IOException {
    for (String wrong :
        List.of(
            "{\"ageGroup\":\"adult\",\"indicators\":{\"S9.99\":\"yes\"}}",
            "{\"ageGroup\":\"adult\",\"indicators\":{\"S1.01\":\"perhaps\"}}",
            "{\"ageGroup\":\"old\",\"indicators\":{}}",
            "nothing at all")) {
      PracticeCommandsTest.Ran ran = explain(wrong);
      assertThat(ran.exit()).as(wrong).isEqualTo(Exit.REFUSED);
      assertThat(ran.out()).as(wrong).startsWith("{\"fault\":\"").hasLineCount(1);
      assertThat(ran.err()).as(wrong).isNotBlank().doesNotContain("Exception");
    }
  }

  @Test
  void theDimensionRuleStandsAlone() {
    assertThat(rule("1", "1", "0").out().strip()).isEqualTo("positive");
    assertThat(rule("0", "2", "0").out().strip()).isEqualTo("negative");
    assertThat(rule("-1", "0", "0").exit()).isEqualTo(Exit.USAGE);
  }

  private static PracticeCommandsTest.Ran rule(String strong, String medium, String weak) {
    return PracticeCommandsTest.sala(
        "screening", "rule", "--strong", strong, "--medium", medium, "--weak", weak);
  }
}
