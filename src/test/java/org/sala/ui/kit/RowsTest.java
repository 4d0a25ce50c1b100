package org.sala.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a long list asks for, and what it does with answers that come late. */
class RowsTest {
  private static final RowSource.Order ALL = new RowSource.Order("", "name", false);

  /** Answers when it is told to, from rows that are the words of their order and place. */
  private static final class Slow implements RowSource<String, Integer> {
    private final Deque<Runnable> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private int rows = 1_000;
    private int version;
    private boolean broken;

    @Override
    public void page(Wanted<Integer> w, Answer<Page<String, Integer>> answer) {
      int from = w.after().orElse(0) + w.offset();
      asked.add(w.order().filter() + from + (w.after().isPresent() ? "+" : ""));
      int to = Math.min(rows, from + w.limit());
      List<String> page =
          IntStream.range(from, to).mapToObj(i -> w.order().filter() + i + "v" + version).toList();
      boolean fails = broken;
      answers.add(
          () -> {
            if (fails) {
              answer.failed("the disk");
            } else {
              answer.came(new Page<>(page, Optional.of(to)));
            }
          });
    }

    @Override
    public void count(Order order, BooleanSupplier awaited, Answer<Count> answer) {
      int n = rows;
      answers.add(() -> answer.came(new Count(n, false)));
    }

    void answerAll() {
      while (!answers.isEmpty()) {
        answers.poll().run();
      }
    }
  }

  private final Slow source = new Slow();
  private final Rows<String, Integer> rows = new Rows<>(source);

  private String at(int i) {
    return rows.get(i).row().orElse("coming");
  }

  @Test
  void aLongListReadsOnlyWhatIsLookedAt() {
    rows.show(ALL);
    source.answerAll();
    assertThat(rows).hasSize(1_000);
    assertThat(rows.stateProperty().get()).isEqualTo(Rows.State.COUNTED);
    assertThat(at(0)).isEqualTo("0v0");
    assertThat(at(700)).isEqualTo("coming");
    assertThat(source.asked).containsExactly("0", "660");
    source.answerAll();
    assertThat(at(700)).isEqualTo("700v0");
  }

  @Test
  void whatFollowsAPageIsAskedFromWhereThatEnded() {
    rows.show(ALL);
    source.answerAll();
    rows.get(Rows.PAGE);
    assertThat(source.asked.getLast()).isEqualTo("60+");
  }

  @Test
  void anOlderAnswerNeverOverwritesANewerOne() {
    rows.show(ALL);
    Runnable late = source.answers.poll();
    rows.show(new RowSource.Order("b", "name", false));
    source.answerAll();
    late.run();
    assertThat(at(3)).isEqualTo("b3v0");
    assertThat(rows.order().filter()).isEqualTo("b");
  }

  @Test
  void nobodyAsksForWhatTheEyeHasLeftBehind() {
    rows.show(ALL);
    source.answerAll();
    for (int i = 100; i < 1_000; i += 50) {
      rows.get(i);
    }
    source.answerAll();
    assertThat(source.asked).hasSizeLessThan(6);
    assertThat(at(950)).isEqualTo("950v0");
  }

  @Test
  void aRefreshKeepsThePlacesAndShowsTheRowsAsTheyAreNow() {
    rows.show(ALL);
    source.answerAll();
    Slot<String> first = rows.get(0);
    source.version = 1;
    source.rows = 1_200;
    rows.refresh(0, 12);
    assertThat(at(0)).as("until the answer is there").isEqualTo("0v0");
    source.answerAll();
    assertThat(rows.get(0)).isSameAs(first);
    assertThat(at(0)).isEqualTo("0v1");
    assertThat(rows).hasSize(1_200);
  }

  @Test
  void aListThatHasBecomeShorterEndsWhereItEnds() {
    rows.show(ALL);
    source.answerAll();
    rows.get(999);
    source.answerAll();
    source.rows = 70;
    rows.refresh(980, 999);
    source.answerAll();
    assertThat(rows).hasSize(70);
  }

  @Test
  void rowsOfAnotherOrderAreNeverTakenForThoseOfThisOne() {
    rows.show(ALL);
    source.answerAll();
    rows.get(200);
    source.answerAll();
    assertThat(at(200)).isEqualTo("200v0");
    rows.show(new RowSource.Order("c", "name", false));
    source.answerAll();
    assertThat(at(200)).isEqualTo("coming");
  }

  @Test
  void nothingIsAskedForAListThatWasClosed() {
    rows.show(ALL);
    rows.close();
    source.answerAll();
    assertThat(rows).isEmpty();
  }

  @Test
  void aPageThatCannotBeReadIsSaidAndAskedForAgainOnlyWhereSomebodyWishes() {
    rows.show(ALL);
    source.answerAll();
    source.broken = true;
    rows.get(400);
    source.answerAll();
    assertThat(rows.stateProperty().get()).isEqualTo(Rows.State.FAILED);
    assertThat(rows.trouble()).isEqualTo("the disk");
    assertThat(at(0)).as("what is there stays").isEqualTo("0v0");
    rows.get(600);
    assertThat(source.answers).as("no storm of questions that fail").isEmpty();
    source.broken = false;
    rows.retry();
    source.answerAll();
    assertThat(at(400)).isEqualTo("400v0");
    assertThat(rows.stateProperty().get()).isEqualTo(Rows.State.COUNTED);
  }

  @Test
  void rowsOfBeforeNeverStandUnderAFilterWhoseAnswerFailed() {
    rows.show(ALL);
    source.answerAll();
    source.broken = true;
    rows.show(new RowSource.Order("c", "name", false));
    source.answerAll();
    assertThat(rows).isEmpty();
    assertThat(rows.stateProperty().get()).isEqualTo(Rows.State.FAILED);
    source.broken = false;
    rows.retry();
    source.answerAll();
    assertThat(at(2)).isEqualTo("c2v0");
    assertThat(rows).hasSize(1_000);
  }
}
