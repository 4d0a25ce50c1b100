package org.sala.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.Fingerprint;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.wire.AuditWire;

/** From wherever a journal is read again, what comes out is what was written behind it. */
class RereadingTest {
  private final Sample sample = new Sample(53);
  private final Random random = new Random(53);
  @TempDir Path folder;

  @Test
  void whatCameBehindAnyChangeIsGivenOutWhereverReadingBegins() {
    List<Change> written = new ArrayList<>();
    List<AuditEntry> noted = new ArrayList<>();
    for (int opening = 0; opening < 3; opening++) {
      try (SegmentJournal journal = sample.open(folder)) {
        // Enough for several places that are remembered.
        for (int run = 0; run < 60; run++) {
          List<Change> changes = new ArrayList<>();
          for (int i = random.nextInt(12); i >= 0; i--) {
            changes.add(sample.change(1 + random.nextInt(4)));
          }
          journal.append(changes);
          written.addAll(changes);
          if (run % 3 == 0) {
            AuditEntry entry = entry(noted.size() + 1, journal.head());
            journal.audit(List.of(entry));
            noted.add(entry);
          }
        }
        for (int i = 0; i < 40; i++) {
          int after = random.nextInt(written.size() + 1);
          assertThat(behind(journal, after)).isEqualTo(written.subList(after, written.size()));
        }
        List<AuditEntry> heard = new ArrayList<>();
        journal.replayAudit(heard::add);
        assertThat(heard).isEqualTo(noted);
      }
    }
  }

  @Test
  void whatIsWrittenWhileSomebodyReadsIsNotWaitedForAndNotRead() {
    try (SegmentJournal journal = sample.open(folder)) {
      List<Change> written = new ArrayList<>();
      for (int i = 0; i < 700; i++) {
        written.add(sample.change(1));
      }
      journal.append(written);
      List<Change> read = new ArrayList<>();
      journal.replay(
          0,
          run -> {
            Thread other =
                Thread.ofPlatform().start(() -> journal.append(List.of(sample.change(2))));
            try {
              other.join(60_000);
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            assertThat(other.isAlive()).as("a writer that waits for a reader").isFalse();
            run.forEach(c -> read.add(c.change()));
          });
      assertThat(read).isEqualTo(written);
      assertThat(journal.last()).isGreaterThan(written.size());
    }
  }

  @Test
  void onceAllWasReadWhatLiesBehindIsFoundWithoutReadingWhatLiesBefore() throws Exception {
    List<Change> written = new ArrayList<>();
    try (SegmentJournal journal = sample.open(folder)) {
      for (int run = 0; run < 40; run++) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
          changes.add(sample.change(1));
        }
        journal.append(changes);
        written.addAll(changes);
      }
    }
    try (SegmentJournal journal = sample.open(folder)) {
      assertThat(journal.checkBeside(e -> {}, () -> false)).isEmpty();
      Path first;
      try (Stream<Path> files = Files.walk(folder)) {
        first = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
      }
      try (FileChannel file = FileChannel.open(first, StandardOpenOption.WRITE)) {
        file.write(ByteBuffer.allocate(64), 2000);
      }
      int after = written.size() - 60;
      assertThat(behind(journal, after)).isEqualTo(written.subList(after, written.size()));
      assertThatThrownBy(() -> behind(journal, 0)).isInstanceOf(JournalFault.class);
    }
  }

  private static List<Change> behind(SegmentJournal journal, long after) {
    List<Change> read = new ArrayList<>();
    long[] expected = {after};
    journal.replay(
        after,
        run ->
            run.forEach(
                c -> {
                  assertThat(c.sequence()).isEqualTo(++expected[0]);
                  read.add(c.change());
                }));
    return read;
  }

  private AuditEntry entry(long number, String head) {
    return AuditWire.read(
        AuditWire.write(
            IncarnationId.of("0b8c6c0e-65a6-4b43-9f3b-0d3f5a1e2c22"),
            number,
            "0".repeat(64),
            AuditEntry.Act.VIEWED,
            new Fingerprint(sample.key.verifying().fingerprint()),
            Optional.empty(),
            Optional.empty(),
            Moment.of("2026-11-24T03:12:11.123+07:00[Asia/Bangkok]"),
            head),
        new byte[32]);
  }
}
