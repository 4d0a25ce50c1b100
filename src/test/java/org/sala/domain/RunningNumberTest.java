package org.sala.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which number comes next, whatever stands in records of others. */
class RunningNumberTest {
  private static final RunningNumber A = new RunningNumber("A-");

  private static long next(int many, String... texts) {
    return RunningNumber.next(many, List.of(A.among(Stream.of(texts))));
  }

  @Test
  void itIsTheHighestByValueAndMadeOfDigitsAlone() {
    assertThat(next(1)).isEqualTo(1);
    assertThat(next(1, "A-9999", "A-10000", "A-017")).isEqualTo(10_001);
    assertThat(next(1, "A-017", "A-017 b", "A-zzzzzzz", "A-", "B-020", "A-٠٩٩", "A--5"))
        .isEqualTo(18);
    assertThat(next(1, "A-3", "A-99999999999999999999999999")).isEqualTo(4);
  }

  @Test
  void aFarNumberThatSomebodyMadeUpDoesNotEndTheCounting() {
    assertThat(next(1, "A-1", "A-2", "A-4", "A-999999")).isEqualTo(3);
    assertThat(next(5, "A-1", "A-2", "A-4", "A-8", "A-999998")).isEqualTo(9);
    assertThat(next(2, "A-999997")).isEqualTo(999_998);
    assertThat(
            RunningNumber.next(
                3, List.of(A.among(Stream.of("A-999999", "A-2")), given(3, 4, 9, Long.MAX_VALUE))))
        .isEqualTo(5);
  }

  @Test
  void whatNoNumberCanBeCountsForNothing() {
    RunningNumber.Given odd = given(Long.MAX_VALUE, -7, 0, 12);
    assertThat(odd.highest()).isEqualTo(12);
    assertThat(RunningNumber.next(4, List.of(odd))).isEqualTo(13);
  }

  private static RunningNumber.Given given(long... numbers) {
    return RunningNumber.Given.of(LongStream.of(numbers).boxed().toList());
  }
}
