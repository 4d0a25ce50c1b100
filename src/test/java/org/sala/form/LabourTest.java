package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.sala.domain.AgeGroup;

/** The screening on the ILO and European Commission's lists, held against the lists themselves. */
class LabourTest {
  private static final Catalogue LABOUR = BuiltIn.newest("labour");

  private static Explanation explain(AgeGroup age, String... yes) {
    Map<String, Reading> readings = new HashMap<>();
    for (String code : yes) {
      readings.put(code, Reading.YES);
    }
    return Rules.explain(LABOUR, new Account(age, readings, false));
  }

  @Test
  void everyIndicatorOfBothListsWeighsWhatTheListSays() throws IOException {
    Map<String, CSVRecord> adults = new HashMap<>();
    Map<String, CSVRecord> children = new HashMap<>();
    for (CSVRecord r : lists()) {
      (r.get("set").equals("adult_labour") ? adults : children).put(r.get("code"), r);
    }
    assertThat(LABOUR.indicators().stream().map(Indicator::code))
        .containsExactlyInAnyOrderElementsOf(adults.keySet());
    for (Indicator i : LABOUR.indicators()) {
      CSVRecord adult = adults.get(i.code());
      assertThat(i.dimension().code()).isEqualTo(adult.get("dimension"));
      assertThat(i.adult().name()).isEqualToIgnoringCase(adult.get("strength"));
      assertThat(i.officerWords().in("en")).isEqualTo(adult.get("indicator_own_words"));
      assertThat(i.officerWords().in("th")).isNotEqualTo(i.officerWords().in("en"));
      CSVRecord child = children.get(i.code());
      assertThat(i.child().name())
          .as(i.code())
          .isEqualToIgnoringCase(child == null ? "not_scored" : child.get("strength"));
    }
    assertThat(children.keySet()).isSubsetOf(adults.keySet());
  }

  private static List<CSVRecord> lists() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (InputStream in = LabourTest.class.getResourceAsStream("labour/ilo_labour_indicators.csv");
        CSVParser parser =
            CSVParser.parse(new InputStreamReader(in, StandardCharsets.UTF_8), format)) {
      return parser.getRecords();
    }
  }

  @Test
  void aPositiveMeansAndAPositiveExploitationRefer() {
    Explanation e = explain(AgeGroup.ADULT, "D1.01", "D1.02", "D4.01", "D4.02");
    assertThat(e.result()).isEqualTo(Result.PRESUMED_VICTIM_REFER);
    assertThat(e.meansBasis()).containsExactly("D1.01", "D1.02");
    assertThat(e.purposeBasis()).containsExactly("D4.01", "D4.02");
    assertThat(e.act()).isTrue();
    assertThat(e.forcedLabour()).as("nothing is known of control there").isFalse();
  }

  @Test
  void controlAtTheDestinationMakesItForcedLabour() {
    Explanation e = explain(AgeGroup.ADULT, "D5.01", "D5.03", "D4.01", "D4.03");
    assertThat(e.forcedLabour()).isTrue();
    assertThat(e.result()).isEqualTo(Result.PRESUMED_VICTIM_REFER);
  }

  @Test
  void noIndicatorOfTheListsDefinesAnElementAlone() {
    assertThat(explain(AgeGroup.ADULT, "D5.04").result())
        .isEqualTo(Result.SOME_INDICATIONS_FOLLOW_UP);
    assertThat(explain(AgeGroup.ADULT, "D4.01", "D4.02").result())
        .isEqualTo(Result.EXPLOITATION_WITHOUT_ESTABLISHED_MEANS);
  }

  @Test
  void theChildsWeightsCountUnderEighteenAndInDoubt() {
    assertThat(explain(AgeGroup.ADULT, "D1.10", "D1.02").means()).isFalse();
    for (AgeGroup age : List.of(AgeGroup.CHILD, AgeGroup.UNKNOWN)) {
      Explanation e = explain(age, "D1.10", "D1.02");
      assertThat(e.means()).as("misled about schooling is strong for a child").isTrue();
      assertThat(e.childProtectionReferral()).isTrue();
      assertThat(explain(age, "D4.01", "D4.02").result())
          .as("a child needs no means")
          .isEqualTo(Result.PRESUMED_VICTIM_REFER);
    }
  }

  @Test
  void whatCouldBeHeldAgainstThePersonIsNeverAsked() {
    List<Indicator> incriminating =
        LABOUR.indicators().stream().filter(i -> i.care().contains(Care.INCRIMINATING)).toList();
    assertThat(incriminating).isNotEmpty();
    assertThat(incriminating)
        .allSatisfy(
            i -> {
              assertThat(i.askIn()).isNotEqualTo(AskIn.FIRST);
              assertThat(i.question().in("en")).isEmpty();
            });
  }
}
