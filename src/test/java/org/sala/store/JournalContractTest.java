package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.Piece;
import org.sala.journal.Checkpoint;
import org.sala.journal.Committed;
import org.sala.journal.Journal;
import org.sala.journal.JournalFault;
import org.sala.journal.Sample;

/** What is promised of a journal, wherever it lies. */
@ParameterizedClass
@EnumSource(Journals.class)
class JournalContractTest {
  @Parameter Journals on;
  @TempDir Path folder;
  private final Sample sample = new Sample(77);
  private final Random random = new Random(77);

  private static List<Change> behind(Journal journal, long after) {
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

  @Test
  void whatWasAppendedIsThereAfterReopeningFromAnyPlaceAndBeginning() {
    List<Change> written = new ArrayList<>();
    List<AuditEntry> noted = new ArrayList<>();
    Optional<Checkpoint> left = Optional.empty();
    for (int opening = 0; opening < 4; opening++) {
      try (Journal journal = on.open(folder, sample, new Sample.Keyring(), left).orElseThrow()) {
        for (int run = 0; run < 10; run++) {
          List<Change> changes = new ArrayList<>();
          for (int i = random.nextInt(9); i >= 0; i--) {
            changes.add(sample.change(1 + random.nextInt(4)));
          }
          List<Committed> committed = journal.append(changes);
          written.addAll(changes);
          Committed last = committed.getLast();
          assertThat(last.sequence()).isEqualTo(written.size()).isEqualTo(journal.last());
          for (int i = 0; i < last.pieces().size(); i++) {
            assertThat(journal.revision(last.pieces().get(i)))
                .contains(last.change().revisions().get(i));
          }
          AuditEntry entry = sample.entry(noted.size() + 1, journal.head());
          journal.audit(List.of(entry));
          noted.add(entry);
        }
        for (int i = 0; i < 8; i++) {
          int after = random.nextInt(written.size() + 1);
          assertThat(behind(journal, after)).isEqualTo(written.subList(after, written.size()));
        }
        List<AuditEntry> heard = new ArrayList<>();
        journal.replayAudit(heard::add);
        assertThat(heard).isEqualTo(noted);
        List<AuditEntry> recent = new ArrayList<>();
        journal.replayRecentAudit(recent::add);
        int from = left.isPresent() ? noted.size() - 10 : 0;
        assertThat(recent).isEqualTo(noted.subList(from, noted.size()));
        assertThat(journal.check()).isEmpty();
        left = random.nextBoolean() ? Optional.of(journal.checkpoint()) : Optional.empty();
      }
    }
  }

  @Test
  void whoeverLacksAScopesKeyReadsTheRest() {
    Change one = sample.change(2);
    Change two = sample.change(1);
    try (Journal journal = on.open(folder, sample)) {
      journal.append(List.of(one, two));
    }
    Sample.Keyring keyring = new Sample.Keyring();
    keyring.deny(one.revisions().getFirst().scope());
    try (Journal journal = on.open(folder, sample, keyring, Optional.empty()).orElseThrow()) {
      List<Change> all = behind(journal, 0);
      assertThat(all).hasSize(2);
      assertThat(all.getFirst().pieces()).allMatch(p -> p instanceof Piece.Withheld);
      assertThat(all.getLast()).isEqualTo(two);
    }
  }

  @Test
  void aRunThatFailsLeavesNothingAndTheNextOneCounts() {
    Change bad = sample.change(2);
    Change good = sample.change(2);
    Sample.Keyring keyring = new Sample.Keyring();
    keyring.deny(bad.revisions().getFirst().scope());
    try (Journal journal = on.open(folder, sample, keyring, Optional.empty()).orElseThrow()) {
      journal.append(List.of(sample.change(1)));
      String head = journal.head();
      assertThatThrownBy(() -> journal.append(List.of(good, bad)))
          .isInstanceOfSatisfying(
              JournalFault.class, e -> assertThat(e.code()).isEqualTo(JournalFault.Code.NO_KEY));
      assertThat(journal.head()).isEqualTo(head);
      assertThat(journal.last()).isEqualTo(1);
      assertThat(journal.append(List.of(good)).getFirst().sequence()).isEqualTo(2);
      assertThat(journal.check()).isEmpty();
    }
    try (Journal journal = on.open(folder, sample)) {
      assertThat(behind(journal, 1)).containsExactly(good);
    }
  }

  @Test
  void whatIsWrittenTogetherCountsTogetherOrNotAtAll() {
    Change bad = sample.change(2);
    Change good = sample.change(2);
    Sample.Keyring keyring = new Sample.Keyring();
    keyring.deny(bad.revisions().getFirst().scope());
    AuditEntry noted;
    try (Journal journal = on.open(folder, sample, keyring, Optional.empty()).orElseThrow()) {
      AuditEntry lost = sample.entry(1, journal.head());
      assertThatThrownBy(() -> journal.append(List.of(bad), List.of(lost)))
          .isInstanceOf(JournalFault.class);
      noted = sample.entry(1, journal.head());
      assertThat(journal.append(List.of(good), List.of(noted))).hasSize(1);
    }
    try (Journal journal = on.open(folder, sample)) {
      assertThat(behind(journal, 0)).containsExactly(good);
      List<AuditEntry> heard = new ArrayList<>();
      journal.replayAudit(heard::add);
      assertThat(heard).containsExactly(noted);
      assertThat(journal.check()).isEmpty();
    }
  }

  @Test
  void nothingOfWhatIsWrittenLiesReadable() {
    try (Journal journal = on.open(folder, sample)) {
      journal.append(List.of(sample.change(4)));
      journal.audit(List.of(sample.entry(1, journal.head())));
    }
    byte[] all = on.everything(folder);
    assertThat(all.length).isGreaterThan(500);
    assertThat(new String(all, StandardCharsets.ISO_8859_1))
        .doesNotContain("Title", "title", "Bangkok", "VIEWED", "case");
  }

  @Test
  void aChangedBitIsFoundWhereverItIs() throws Exception {
    for (int trial = 0; trial < 8; trial++) {
      Path there = Files.createDirectory(folder.resolve("t" + trial));
      Checkpoint left;
      try (Journal journal = on.open(there, sample)) {
        for (int i = 0; i < 4; i++) {
          journal.append(List.of(sample.change(2)));
        }
        left = journal.checkpoint();
      }
      on.flipABit(there, random);
      // It begins at its end and finds that damaged, or reads the rest when it is asked to.
      Optional<Journal> opened = on.open(there, sample, new Sample.Keyring(), Optional.of(left));
      if (opened.isPresent()) {
        try (Journal journal = opened.get()) {
          assertThat(journal.check()).as("trial %d", trial).isPresent();
        }
      }
    }
  }
}
