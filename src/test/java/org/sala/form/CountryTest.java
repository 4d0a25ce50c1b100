package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person hears first, by the law of the country: it stands in the catalogue. */
class CountryTest {
  private static final List<String> LANGUAGES =
      List.of("en", "th", "km", "lo", "my", "vi", "zh", "id");

  /** What a wording in the language is written in, and nothing else but signs. */
  private static final Map<String, String> SCRIPTS =
      Map.of(
          "th", "[\u0e00-\u0e7f ]+",
          "km", "[\u1780-\u17ff ,?]+",
          "lo", "[\u0e80-\u0eff ,.?]+",
          "my", "[\u1000-\u109f ]+",
          "zh", "[\u4e00-\u9fff，。：？、]+",
          "vi", "[A-Za-z\u00c0-\u1ef9 .,:?]+",
          "id", "[A-Za-z .,:?]+");

  private static String file() {
    return new String(
        BuiltIn.file("scam-compound", "5", "country.txt").orElseThrow(), StandardCharsets.UTF_8);
  }

  private static Country read(String text) {
    return CountryReader.read("country.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void bothScreeningsTellTheSameInEveryLanguageOfTheHalls() {
    Country country = Catalogue.scamCompound().country();
    assertThat(BuiltIn.newest("labour").country()).isEqualTo(country);
    List<Wording> all = new ArrayList<>(country.wordings());
    assertThat(all).as("six points, the rights elsewhere, two silent questions").hasSize(9);
    for (Wording w : all) {
      assertThat(w.byLanguage().keySet()).containsExactlyInAnyOrderElementsOf(LANGUAGES);
      SCRIPTS.forEach(
          (language, script) -> assertThat(w.in(language)).as(language).matches(script));
    }
    for (String language : LANGUAGES) {
      assertThat(all.stream().map(w -> w.in(language))).as(language).doesNotHaveDuplicates();
    }
  }

  @Test
  void nobodyIsToldOfTheRightsOfAnotherCountry() {
    Country country = Catalogue.scamCompound().country();
    for (String where : List.of("", "TH", "KH")) {
      assertThat(country.statement(where))
          .extracting(Country.Point::code)
          .containsExactly("purpose", "readers", "limits", "refuse", "rights", "record");
    }
    assertThat(country.statement("").get(4).text().in("en")).contains("In Thailand");
    assertThat(country.statement("KH").get(4).text().in("en")).doesNotContain("Thailand");
    assertThat(country.numbers("TH")).hasSize(3);
    assertThat(country.numbers("KH")).isEmpty();
    assertThat(country.identifies("KH")).isEmpty();
  }

  @Test
  void anOlderCatalogueTellsWhatCameWithSalaAndNobodyHasReviewedThat() {
    Catalogue before = BuiltIn.version("scam-compound", "4");
    assertThat(before.country()).isEqualTo(Catalogue.scamCompound().country());
    assertThat(before.reviewedOpening("th")).isFalse();
    assertThat(before.reviewedOpening("en")).isTrue();
  }

  private static Catalogue reviewed(String country) {
    return Catalogue.read(
        name ->
            switch (name) {
              case "catalogue.txt" ->
                  BuiltIn.file("scam-compound", "5", name)
                      .map(
                          b ->
                              new String(b, StandardCharsets.UTF_8) + "reviewed km by R. Example\n")
                      .map(t -> t.getBytes(StandardCharsets.UTF_8));
              case "country.txt" -> Optional.of(country.getBytes(StandardCharsets.UTF_8));
              default -> BuiltIn.file("scam-compound", "5", name);
            });
  }

  @Test
  void aReviewedLanguageMayStandOnTheTurnedScreenAndHasToBeThereWhole() {
    assertThat(reviewed(file()).reviewedOpening("km")).isTrue();
    assertThat(reviewed(file()).reviewedOpening("lo")).isFalse();
    String lacking = file().replaceFirst("(?m)^km .*\n", "");
    assertThatThrownBy(() -> reviewed(lacking))
        .isInstanceOfSatisfying(
            FormFault.class,
            f ->
                assertThat(f.findings())
                    .containsExactly("country.txt: km is reviewed, and words are missing in it"));
  }

  @Test
  void whatIsNotWholeIsRefusedWithAllThatIsWrong() {
    String good = file();
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    wrong.put(good.replace("sala-country 1", "sala-country 2"), List.of("line 1"));
    wrong.put(good.replace("country TH\n", ""), List.of("a country is needed"));
    wrong.put(good.replace("tell refuse\n", "tell other\n"), List.of("tell refuse is missing"));
    wrong.put(
        good.replace("tell rights elsewhere\n", "tell more\n"),
        List.of("tell rights elsewhere is missing"));
    wrong.put(good.replace("silent officer\n", "silent nobody\n"), List.of("silent"));
    wrong.put(good.replace("identifies\n", ""), List.of("who identifies victims"));
    wrong.put(good.replace("en police\n", ""), List.of("call 191 needs words in English"));
    wrong.put(good + "colour red\n", List.of("not a line of this file"));
    wrong.put(good + "en \u202edesrever\n", List.of("hidden"));
    wrong.put(good + "tell record\nen again\n", List.of("stands there twice"));
    wrong.put(
        good + "call 1\n" + "call 100\nen a\ncall 101\nen b\ncall 102\nen c\ncall 103\nen d\n",
        List.of("not a line of this file", "at most 6 numbers"));
    wrong.forEach(
        (text, words) ->
            assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                    FormFault.class,
                    f ->
                        words.forEach(
                            w -> assertThat(String.join("\n", f.findings())).contains(w))));
  }
}
