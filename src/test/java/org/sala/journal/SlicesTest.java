package org.sala.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Slices read ahead come in order, and no reading goes on behind the one who takes them. */
class SlicesTest {
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicReference<Thread> reader = new AtomicReference<>();

  private void many(Consumer<List<Committed>> to) {
    reader.set(Thread.currentThread());
    for (int i = 0; i < 100; i++) {
      read.incrementAndGet();
      to.accept(List.of());
    }
  }

  @Test
  void eachIsGivenOutOnTheThreadThatCalledAndTheReaderHasEnded() {
    List<Thread> takers = new ArrayList<>();
    Slices.through(this::many, slice -> takers.add(Thread.currentThread()));
    assertThat(takers).hasSize(100).containsOnly(Thread.currentThread());
    assertThat(reader.get().isAlive()).isFalse();
  }

  @Test
  void whatCameBeforeAFaultOfTheReaderIsGivenOutFirst() {
    AtomicInteger taken = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Slices.through(
                    to -> {
                      to.accept(List.of());
                      to.accept(List.of());
                      throw new JournalFault(JournalFault.Code.DAMAGED, "spoiled");
                    },
                    slice -> taken.incrementAndGet()))
        .isInstanceOf(JournalFault.class);
    assertThat(taken).hasValue(2);
  }

  @Test
  void aTakerThatFailsStopsTheReading() {
    assertThatThrownBy(
            () ->
                Slices.through(
                    this::many,
                    slice -> {
                      throw new IllegalStateException("no more");
                    }))
        .hasMessage("no more");
    assertThat(reader.get().isAlive()).isFalse();
    assertThat(read).hasValueLessThan(100);
  }

  @Test
  void anInterruptedTakerTakesAllAndStaysInterrupted() {
    AtomicInteger taken = new AtomicInteger();
    Thread.currentThread().interrupt();
    Slices.through(this::many, slice -> taken.incrementAndGet());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(taken).hasValue(100);
  }
}
