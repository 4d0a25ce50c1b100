package org.sala.casework.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sala.domain.AuditEntry;
import org.sala.domain.Fingerprint;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;

class AuditTailTest {
  private final AuditTail tail = new AuditTail();
  private final List<AuditEntry> journal = new ArrayList<>();
  private int read;

  private List<Long> behind(long number) {
    return tail
        .behind(
            number,
            () -> {
              read++;
              return journal.stream().toList();
            })
        .stream()
        .map(AuditEntry::number)
        .toList();
  }

  private void write(long from, long to) {
    List<AuditEntry> more =
        LongStream.rangeClosed(from, to).mapToObj(AuditTailTest::entry).toList();
    journal.addAll(more);
    tail.written(more);
  }

  private static AuditEntry entry(long number) {
    return new AuditEntry(
        new byte[0],
        new byte[0],
        new IncarnationId(new UUID(0, 1)),
        number,
        "0".repeat(64),
        AuditEntry.Act.SEALED,
        new Fingerprint("0".repeat(64)),
        Optional.empty(),
        Optional.empty(),
        Moment.of("2026-11-01T00:00:00+07:00"),
        "0".repeat(64));
  }

  @Test
  void theJournalIsReadOnceAndWhatIsWrittenSinceIsKnown() {
    write(1, 4);
    assertThat(behind(0)).containsExactly(1L, 2L, 3L, 4L);
    write(5, 6);
    assertThat(behind(3)).containsExactly(4L, 5L, 6L);
    assertThat(behind(6)).isEmpty();
    assertThat(read).isEqualTo(1);
  }

  @Test
  void whereLessIsCountersignedThanWasBeforeTheJournalSaysAgain() {
    write(1, 5);
    behind(4);
    assertThat(behind(2)).containsExactly(3L, 4L, 5L);
  }

  @Test
  void whatNobodyIsSureOfIsReadAgain() {
    write(1, 2);
    behind(0);
    journal.add(entry(3));
    tail.forget();
    assertThat(behind(0)).containsExactly(1L, 2L, 3L);
  }
}
