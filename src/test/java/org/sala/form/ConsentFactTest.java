package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked each by itself, and the words of the card, stand in the catalogue. */
class ConsentFactTest {
  private static final List<String> LANGUAGES =
      List.of("en", "th", "km", "lo", "my", "vi", "zh", "id");

  private static String file(String name) {
    return new String(
        BuiltIn.file("scam-compound", Catalogue.scamCompound().version(), name).orElseThrow(),
        StandardCharsets.UTF_8);
  }

  private static Catalogue with(String name, String text) {
    return Catalogue.read(
        n ->
            n.equals(name)
                ? Optional.of(text.getBytes(StandardCharsets.UTF_8))
                : BuiltIn.file("scam-compound", Catalogue.scamCompound().version(), n));
  }

  private static void refused(String name, String text, String finding) {
    assertThatThrownBy(() -> with(name, text))
        .isInstanceOfSatisfying(
            FormFault.class, f -> assertThat(f.findings()).anyMatch(w -> w.contains(finding)));
  }

  @Test
  void everyScreeningAsksSevenThingsInEveryLanguageOfTheHalls() {
    for (String id : List.of("scam-compound", "labour")) {
      List<ConsentFact> facts = BuiltIn.newest(id).consents();
      assertThat(facts).extracting(ConsentFact::code).isEqualTo(ConsentFact.CODES);
      for (ConsentFact f : facts) {
        assertThat(LANGUAGES.stream().map(l -> f.text().in(l)).distinct())
            .as(f.code())
            .hasSameSizeAs(LANGUAGES);
      }
    }
    assertThat(BuiltIn.version("scam-compound", "5").consents())
        .as("who was asked with an older one was not asked this")
        .isEmpty();
    assertThat(BuiltIn.newest("needs").consents()).isEmpty();
  }

  @Test
  void anAgencySaysThemInItsOwnWordsAndLeavesNoneOut() {
    String own = file("consents.txt").replace("en May I write down", "en May I put on paper");
    assertThat(with("consents.txt", own).consents().get(1).text().in("en")).contains("on paper");
    refused(
        "consents.txt",
        file("consents.txt").replace("consent copies", "consent everything"),
        "consent copies is missing");
    refused(
        "consents.txt",
        file("consents.txt").replace("consent copies", "consent everything"),
        "everything is none of");
    refused(
        "consents.txt",
        file("consents.txt").replace("en May I write down", "xx May I write down"),
        "needs words in English");
    refused("consents.txt", "sala-consents 2\n", "begins with");
  }

  @Test
  void theCardIsInEveryLanguageAndNamesNothing() {
    CardWords card = Catalogue.scamCompound().card();
    for (String l : LANGUAGES) {
      assertThat(card.line(CardWords.Line.ASK, l, "Nok Example")).contains("Nok Example");
      assertThat(card.line(CardWords.Line.SHARED, l, "x")).doesNotContain("{}");
      assertThat(card.knows("shelter", l)).isNotBlank();
      assertThat(card.knows("Agency of Nowhere", l))
          .as("no agency by its name")
          .isEqualTo(card.line(CardWords.Line.OTHER, l));
    }
    refused("card.txt", file("card.txt").replace("en Ask for: {}", "en Ask"), "one place {}");
    refused("card.txt", file("card.txt").replace("en nobody else", "en nobody {}"), "no place {}");
    refused("card.txt", file("card.txt").replace("line back", "line bank"), "not a line");
  }

  @Test
  void aLanguageThatIsReviewedIsThereWhole() {
    String reviewed = file("catalogue.txt") + "reviewed fr by Somebody Example\n";
    refused("catalogue.txt", reviewed, "fr is reviewed, and words are missing in it");
  }
}
