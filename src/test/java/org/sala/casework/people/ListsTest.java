package org.sala.casework.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.search.Found;
import org.sala.domain.ListPage;
import org.sala.domain.ListQuery;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * Lists come page by page: whole, in order, and the same whichever way the view chose to find them.
 */
class ListsTest {
  /** More than the view sorts at once: a filter that all of them meet is walked. */
  private static final int MANY = 2_600;

  @TempDir static Path folder;
  private static Desk desk;

  @BeforeAll
  static void crowd() {
    desk = Desks.create(folder.resolve("lists"), "Officer One Example", "one");
    Random random = new Random(11);
    for (int from = 0; from < MANY; from += 200) {
      desk.people()
          .register(
              IntStream.range(from, from + 200)
                  .mapToObj(i -> person(i, name(random), i % 7 == 0 ? "" : "Common Example"))
                  .toList());
    }
  }

  @AfterAll
  static void lock() {
    desk.close();
  }

  private static String name(Random random) {
    return "Bakotelu".substring(0, 2 + random.nextInt(6)) + " " + (char) ('a' + random.nextInt(26));
  }

  private static People.NewPerson person(int number, String name, String roman) {
    return new People.NewPerson("L-" + number, name, roman, "", "", "th");
  }

  private static ListQuery window(String filter, String sort, boolean down, int offset, int most) {
    return new ListQuery(filter, sort, down, offset, most);
  }

  /** Every page in its order, each from where the one before ended. */
  private static List<People.PersonLine> walked(
      String filter, String sort, boolean down, int most, Runnable between) {
    List<People.PersonLine> all = new ArrayList<>();
    Optional<ListQuery.Mark> after = Optional.empty();
    while (true) {
      ListPage<People.PersonLine> page =
          desk.people().page(new ListQuery(filter, sort, down, after, 0, most));
      all.addAll(page.rows());
      if (page.rows().size() < most) {
        return all;
      }
      after = page.end();
      between.run();
    }
  }

  private static List<RecordId> ids(List<People.PersonLine> lines) {
    return lines.stream().map(People.PersonLine::id).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'', wristband, false", "'', changed, true", "'', name, false", "'', arrived, false",
    "'', arrived, true", "com, wristband, false", "com, name, true", "bako, wristband, true",
    "l-25, wristband, false", "com ba, changed, true", "com ba, arrived, false"
  })
  void pagesThatFollowEachOtherAreTheListAndSoAreWindowsCountedFromItsStart(
      String filter, String sort, boolean down) {
    List<People.PersonLine> once = walked(filter, sort, down, 10_000, () -> {});
    assertThat(once).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(desk.people().count(filter)).isEqualTo(once.size());
    assertThat(ids(walked(filter, sort, down, 170, () -> {}))).isEqualTo(ids(once));
    int middle = once.size() / 2;
    assertThat(ids(desk.people().page(window(filter, sort, down, middle, 60)).rows()))
        .isEqualTo(ids(once.subList(middle, Math.min(once.size(), middle + 60))));
  }

  @Test
  void theOrderIsTheOneThatWasAskedFor() {
    Function<People.PersonLine, String> number = People.PersonLine::wristband;
    assertThat(walked("com", "wristband", false, 300, () -> {}))
        .isSortedAccordingTo(Comparator.comparing(number));
    assertThat(walked("", "wristband", true, 300, () -> {}))
        .isSortedAccordingTo(Comparator.comparing(number).reversed());
  }

  /** What is found by walking is what is found by sorting: the same words, few or many. */
  @Test
  void everyWordThatWasTypedHasToBeginOne() {
    Set<RecordId> common = new HashSet<>(ids(walked("common", "name", false, 500, () -> {})));
    Set<RecordId> begun = new HashSet<>(ids(walked("bakotel", "name", false, 500, () -> {})));
    Set<RecordId> both = new HashSet<>(common);
    both.retainAll(begun);
    assertThat(common).hasSizeGreaterThan(2_000);
    assertThat(begun).hasSizeBetween(50, 2_000);
    assertThat(new HashSet<>(ids(walked("bakotel COMM", "name", false, 500, () -> {}))))
        .isEqualTo(both);
    assertThat(desk.people().count("comm bakotel")).isEqualTo(both.size());
    assertThat(desk.people().count("ommon")).as("from the beginning of a word").isZero();
  }

  @Test
  void aCountStopsWhereItIsToldTo() {
    assertThat(desk.people().count("common", 100)).isEqualTo(100);
    assertThat(desk.people().count("", 100)).as("all are counted for nothing").isGreaterThan(2_000);
  }

  @ParameterizedTest
  @CsvSource({"'', changed, true", "'', wristband, false", "com, wristband, false"})
  void insertsWhileSomebodyPagesLoseNothingAndRepeatNothing(
      String filter, String sort, boolean down) {
    List<RecordId> before = ids(walked(filter, sort, down, 10_000, () -> {}));
    int[] next = {0};
    List<RecordId> seen =
        ids(
            walked(
                filter,
                sort,
                down,
                150,
                () ->
                    desk.people()
                        .register(
                            IntStream.range(0, 3)
                                .mapToObj(
                                    i ->
                                        person(
                                            next[0]++ * 37 % 9_000, "Newly Come", "Common Example"))
                                .toList())));
    assertThat(seen).doesNotHaveDuplicates().containsAll(before);
  }

  @Test
  void aRowThatWasEditedMeanwhileIsNotMetTwice() {
    List<People.PersonLine> first =
        desk.people().page(window("", "wristband", false, 0, 50)).rows();
    List<RecordId> seen =
        ids(
            walked(
                "",
                "wristband",
                false,
                200,
                () ->
                    desk.people().edit(first.getFirst().id(), Map.of("sex", Value.text("f")), "")));
    assertThat(seen).doesNotHaveDuplicates();
  }

  @Test
  void theSearchFindsTheExactWordFirstAmongVeryMany() {
    assertThat(desk.search().find("L-25", 10).getFirst())
        .isInstanceOfSatisfying(
            Found.Person.class, p -> assertThat(p.line().wristband()).isEqualTo("L-25"));
    assertThat(desk.search().find("comm bako", 10)).hasSize(10);
    assertThat(desk.search().find("nobodysname", 10)).isEmpty();
  }
}
