package org.sala.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A sync before the end helps, hides no failure, and is over when it is closed. */
class EarlySyncTest {
  private static final long MIB = 1 << 20;

  @Test
  void aLongFileIsSyncedWhileItIsWrittenAndAShortOneIsNot() throws Exception {
    CountDownLatch synced = new CountDownLatch(2);
    try (EarlySync early = new EarlySync(synced::countDown)) {
      early.written(100 * MIB);
      while (synced.getCount() > 1) {
        Thread.onSpinWait();
      }
      early.written(20 * MIB);
      early.written(20 * MIB);
      synced.await();
    }
    AtomicInteger times = new AtomicInteger();
    try (EarlySync early = new EarlySync(times::incrementAndGet)) {
      early.written(31 * MIB);
    }
    assertThat(times).hasValue(0);
  }

  @Test
  void aSyncThatFailedIsToldForTheSystemMayNotTellItTwice() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    EarlySync early =
        new EarlySync(
            () -> {
              asked.countDown();
              throw new IOException("the stick is gone");
            });
    early.written(32 * MIB);
    asked.await();
    assertThatThrownBy(early::close)
        .isInstanceOf(IOException.class)
        .hasMessage("the stick is gone");
  }

  @Test
  void closingWaitsForTheSyncThatIsUnderWay() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    EarlySync early =
        new EarlySync(
            () -> {
              begun.countDown();
              try {
                go.await();
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
              done.incrementAndGet();
            });
    early.written(32 * MIB);
    begun.await();
    Thread other = Thread.ofPlatform().start(go::countDown);
    early.close();
    assertThat(done).hasValue(1);
    other.join();
  }
}
