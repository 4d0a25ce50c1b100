package org.sala.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What words were made of is found again, and is one in every language. */
class OriginsTest {
  private static final Texts ENGLISH = Texts.in("en", ZoneOffset.UTC);
  private static final Texts THAI = Texts.in("th", ZoneOffset.UTC);

  private static Stream<String> keys() {
    return Texts.load("en").keySet().stream().map(Object::toString).sorted();
  }

  private static boolean hasPlaces(String key) {
    return ENGLISH.t(key).contains("{");
  }

  @Test
  void wordsOfOneMessageAreOneInBothLanguages() {
    assertThat(keys().filter(k -> !hasPlaces(k)))
        .allSatisfy(
            key -> {
              Origins.Origin origin = Origins.of(ENGLISH.t(key)).orElseThrow();
              assertThat(Origins.of(THAI.t(key))).contains(origin);
              assertThat(origin.spoken()).contains(ENGLISH.t(key), THAI.t(key));
            });
  }

  @Test
  void titlesWithANumberInThemAreToo() {
    assertThat(
            Stream.concat(
                keys().filter(k -> k.endsWith(".title") && hasPlaces(k)), Stream.of("part.of")))
        .filteredOn(k -> !ENGLISH.t(k).contains("choice"))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            key -> {
              Optional<Origins.Origin> origin = Origins.of(ENGLISH.t(key, "A-001", "X-7"));
              assertThat(origin.map(Origins.Origin::values).orElse(List.of())).contains("A-001");
              assertThat(Origins.of(THAI.t(key, "A-001", "X-7")).map(Origins.Origin::key))
                  .isEqualTo(origin.map(Origins.Origin::key));
            });
  }

  @Test
  void wordsOfSomebodysOwnHaveNone() {
    assertThat(Origins.of("Look for the blue ledger")).isEmpty();
  }
}
