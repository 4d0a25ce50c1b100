package org.sala.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.crypto.Secret;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Piece;
import org.sala.domain.ScopeId;

class SegmentJournalTest {
  private final Sample sample = new Sample(11);
  @TempDir Path folder;

  private List<Change> read(Path from) {
    List<Change> all = new ArrayList<>();
    SegmentJournal.Opening opening =
        sample.open(
            from,
            new Sample.Keyring(),
            FileOpener.disk(),
            run -> run.forEach(c -> all.add(c.change())));
    assertThat(opening).isInstanceOf(SegmentJournal.Opening.Opened.class);
    ((SegmentJournal.Opening.Opened) opening).journal().close();
    return all;
  }

  @Test
  void whatWasAppendedReadsBackAfterReopening() {
    List<Change> written = new ArrayList<>();
    for (int opening = 0; opening < 3; opening++) {
      try (SegmentJournal journal = sample.open(folder)) {
        for (int i = 0; i < 5; i++) {
          Change c = sample.change(3);
          Committed committed = journal.append(List.of(c)).getFirst();
          written.add(c);
          assertThat(committed.sequence()).isEqualTo(written.size());
          assertThat(journal.revision(committed.pieces().get(1))).contains(c.revisions().get(1));
        }
      }
    }
    assertThat(read(folder)).isEqualTo(written);
    assertThat(folder.toFile().list()).as("a reopened segment is never appended to").hasSize(3);
  }

  @Test
  void aRevisionWhoseKeyIsNotHeldIsWithheldAndTheRestReads() {
    Change one = sample.change(2);
    Change two = sample.change(1);
    try (SegmentJournal journal = sample.open(folder)) {
      journal.append(List.of(one, two));
    }
    Sample.Keyring keyring = new Sample.Keyring();
    keyring.deny(one.revisions().getFirst().scope());
    List<Change> all = new ArrayList<>();
    sample.open(folder, keyring, FileOpener.disk(), run -> run.forEach(c -> all.add(c.change())));
    assertThat(all).hasSize(2);
    assertThat(all.getFirst().pieces()).allMatch(p -> p instanceof Piece.Withheld);
    assertThat(all.getLast()).isEqualTo(two);
  }

  @Test
  void aFrameWhoseScopeWasAlteredIsDamagedAndNotWithheld() throws Exception {
    Change change = sample.change(2);
    Path segment = folder.resolve(SegmentHeader.fileName(1));
    Sample.Keyring without = new Sample.Keyring();
    without.deny(change.revisions().getFirst().scope());
    try (SegmentJournal journal = sample.open(folder)) {
      Position at = journal.append(List.of(change)).getFirst().pieces().getFirst();
      byte[] whole = Files.readAllBytes(segment);
      for (int bit = 0; bit < Frame.CLEAR * 8; bit++) {
        byte[] spoiled = whole.clone();
        spoiled[(int) at.offset() + bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(segment, spoiled);
        assertThatThrownBy(() -> journal.revision(at)).isInstanceOf(JournalFault.class);
        if (opened(without) instanceof SegmentJournal.Opening.Opened o) {
          try (Journal blind = o.journal()) {
            assertThatThrownBy(() -> blind.revision(at)).isInstanceOf(JournalFault.class);
          }
        }
      }
      Files.write(segment, whole);
      assertThat(journal.revision(at)).contains(change.revisions().getFirst());
      try (Journal blind = ((SegmentJournal.Opening.Opened) opened(without)).journal()) {
        assertThat(blind.revision(at)).isEmpty();
      }
    }
  }

  private SegmentJournal.Opening opened(Sample.Keyring keyring) {
    return sample.open(folder, keyring, FileOpener.disk(), run -> {});
  }

  @Test
  void aTornTailIsIgnoredAndWorkGoesOn() throws Exception {
    Change kept = sample.change(2);
    try (SegmentJournal journal = sample.open(folder)) {
      journal.append(List.of(kept));
    }
    Path segment = folder.resolve(SegmentHeader.fileName(1));
    byte[] whole = Files.readAllBytes(segment);
    long committed = whole.length;
    try (SegmentJournal journal = sample.open(folder)) {
      journal.append(List.of(sample.change(2)));
    }
    byte[] second = Files.readAllBytes(folder.resolve(SegmentHeader.fileName(2)));
    for (int cut = 0; cut < second.length - 1; cut += 37) {
      Files.write(folder.resolve(SegmentHeader.fileName(2)), java.util.Arrays.copyOf(second, cut));
      assertThat(read(folder)).containsExactly(kept);
    }
    assertThat(committed).isPositive();
  }

  @Test
  void zerosAheadOfTheEndAreNothingAndGoWhenTheSegmentIsEnded() throws Exception {
    List<Change> written = new ArrayList<>();
    Path there = Files.createDirectory(folder.resolve("journal"));
    Path killed = Files.createDirectory(folder.resolve("killed"));
    Path segment = there.resolve(SegmentHeader.fileName(1));
    long ahead;
    long end;
    try (SegmentJournal journal = sample.open(there)) {
      for (int i = 0; i < 40; i++) {
        Change c = sample.change(3);
        journal.append(List.of(c));
        written.add(c);
      }
      ahead = Files.size(segment);
      end = journal.checkpoint().offset();
      // As a kill leaves it.
      Files.copy(segment, killed.resolve(segment.getFileName()));
    }
    assertThat(ahead - end).isBetween(1L, (long) SegmentWriter.AHEAD);
    assertThat(segment).hasSize(end);
    assertThat(read(killed)).isEqualTo(written);
    assertThat(read(there)).isEqualTo(written);
  }

  @Test
  void everyFlippedBitIsFoundOrLosesNothingAcknowledged() throws Exception {
    List<Change> written = new ArrayList<>();
    Path segment = folder.resolve(SegmentHeader.fileName(1));
    long lastRun = 0;
    try (SegmentJournal journal = sample.open(folder)) {
      for (int i = 0; i < 6; i++) {
        lastRun = i == 0 ? 0 : journal.checkpoint().offset();
        written.add(sample.change(2));
        journal.append(List.of(written.getLast()));
      }
    }
    byte[] whole = Files.readAllBytes(segment);
    Random random = new Random(3);
    for (int trial = 0; trial < 500; trial++) {
      byte[] spoiled = whole.clone();
      int at = random.nextInt(whole.length);
      spoiled[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(segment, spoiled);
      List<Change> all = new ArrayList<>();
      SegmentJournal.Opening opening =
          sample.open(
              folder,
              new Sample.Keyring(),
              FileOpener.disk(),
              run -> run.forEach(c -> all.add(c.change())));
      if (opening instanceof SegmentJournal.Opening.Opened) {
        // Only a spoiled last run looks like a torn tail; the checkpoint or the view's sequence
        // gives it away.
        assertThat((long) at).isGreaterThanOrEqualTo(lastRun);
        assertThat(all).isEqualTo(written.subList(0, 5));
      }
    }
  }

  @Test
  void aCheckpointSparesWhatLiesBeforeAndGivesACutOffEndAway() throws Exception {
    Change one = sample.change(2);
    Change two = sample.change(2);
    Change three = sample.change(1);
    Checkpoint known;
    try (SegmentJournal journal = sample.open(folder)) {
      journal.append(List.of(one, two));
      known = journal.checkpoint();
      journal.append(List.of(three));
    }
    assertThat(Checkpoint.of(known.text())).contains(known);
    assertThat(Checkpoint.of("1 2 nonsense")).isEmpty();
    List<Change> seen = new ArrayList<>();
    SegmentJournal.Opening opening =
        sample.open(folder, known, run -> run.forEach(c -> seen.add(c.change())));
    SegmentJournal journal = ((SegmentJournal.Opening.Opened) opening).journal();
    assertThat(seen).containsExactly(three);
    assertThat(journal.last()).isEqualTo(3);
    assertThat(journal.check()).isEmpty();
    List<Change> all = new ArrayList<>();
    journal.replay(0, run -> run.forEach(c -> all.add(c.change())));
    assertThat(all).containsExactly(one, two, three);
    journal.close();

    Path segment = folder.resolve(SegmentHeader.fileName(1));
    byte[] whole = Files.readAllBytes(segment);
    byte[] spoiled = whole.clone();
    spoiled[SegmentHeader.LENGTH + 70] ^= 1;
    Files.write(segment, spoiled);
    SegmentJournal later =
        ((SegmentJournal.Opening.Opened) sample.open(folder, known, r -> {})).journal();
    assertThat(later.check()).as("found by the check").isPresent();
    assertThatThrownBy(() -> later.replay(0, r -> {})).isInstanceOf(JournalFault.class);
    later.close();

    Files.write(segment, java.util.Arrays.copyOf(whole, (int) known.offset() - 1));
    assertThat(sample.open(folder, known, r -> {}))
        .isInstanceOf(SegmentJournal.Opening.Damaged.class);
    Files.delete(segment);
    assertThat(sample.open(folder, known, r -> {}))
        .isInstanceOf(SegmentJournal.Opening.Damaged.class);
  }

  @Test
  void aRunThatCouldNotBeSealedLeavesNothingForTheNextOne() {
    Sample.Keyring keyring = new Sample.Keyring();
    Change denied = sample.change(2);
    Change good = sample.change(2);
    keyring.deny(denied.revisions().getFirst().scope());
    SegmentJournal journal =
        ((SegmentJournal.Opening.Opened) sample.open(folder, keyring, FileOpener.disk(), r -> {}))
            .journal();
    assertThatThrownBy(() -> journal.append(List.of(denied))).isInstanceOf(JournalFault.class);
    journal.append(List.of(good));
    journal.close();
    assertThat(read(folder)).containsExactly(good);
  }

  @Test
  void aRunInWhichTheMemoryGaveOutLeavesNothingForTheNextOne() {
    for (int n = 0; n < 12; n++) {
      goesOnWithoutMemory("write" + n, new FaultyDisk(n).outOfMemory(), new Sample.Keyring());
      goesOnWithoutMemory(
          "sync" + n, FaultyDisk.failingSync(n).outOfMemory(), new Sample.Keyring());
      goesOnWithoutMemory("key" + n, new FaultyDisk(Integer.MAX_VALUE), new FailingOnce(n));
    }
  }

  private void goesOnWithoutMemory(String name, FaultyDisk disk, ScopeKeyring keyring) {
    Path there = folder.resolve(name);
    there.toFile().mkdir();
    List<Change> acknowledged = new ArrayList<>();
    boolean failed = false;
    try (Journal journal =
        ((SegmentJournal.Opening.Opened) sample.open(there, keyring, disk, r -> {})).journal()) {
      for (int i = 0; i < 12; i++) {
        Change c = sample.change(2);
        try {
          journal.append(List.of(c));
          acknowledged.add(c);
        } catch (OutOfMemoryError e) {
          failed = true;
          disk.free();
        }
      }
    }
    assertThat(failed).as(name).isTrue();
    assertThat(read(there)).as(name).isEqualTo(acknowledged);
  }

  /** A keyring at whose n-th question the memory gives out, in the middle of a run. */
  private static final class FailingOnce implements ScopeKeyring {
    private final ScopeKeyring all = new Sample.Keyring();
    private int left;

    FailingOnce(int questions) {
      left = questions;
    }

    @Override
    public Optional<Secret> find(ScopeId scope, Compartment compartment) {
      if (left-- == 0) {
        throw new OutOfMemoryError("asked for");
      }
      return all.find(scope, compartment);
    }

    @Override
    public void ensure(List<Wanted> wanted) {
      all.ensure(wanted);
    }
  }

  @Test
  void aRunWhoseSyncFailedDoesNotCountOnceWorkHasGoneOn() {
    for (int n = 1; n < 6; n++) {
      Path there = folder.resolve("eio" + n);
      there.toFile().mkdir();
      FaultyDisk disk = FaultyDisk.failingSync(n);
      SegmentJournal journal =
          ((SegmentJournal.Opening.Opened) sample.open(there, new Sample.Keyring(), disk, r -> {}))
              .journal();
      List<Change> acknowledged = new ArrayList<>();
      boolean failed = false;
      for (int i = 0; i < 8; i++) {
        Change c = sample.change(2);
        try {
          journal.append(List.of(c));
          acknowledged.add(c);
        } catch (JournalFault e) {
          assertThat(e.code()).isEqualTo(JournalFault.Code.IO);
          failed = true;
          disk.free();
        }
      }
      journal.close();
      assertThat(failed).isTrue();
      assertThat(read(there)).isEqualTo(acknowledged);
    }
  }

  @Test
  void aMissingOrSwappedSegmentIsFound() throws Exception {
    for (int i = 0; i < 3; i++) {
      try (SegmentJournal journal = sample.open(folder)) {
        journal.append(List.of(sample.change(1)));
      }
    }
    Path two = folder.resolve(SegmentHeader.fileName(2));
    byte[] bytes = Files.readAllBytes(two);
    Files.delete(two);
    assertThat(sample.open(folder, new Sample.Keyring(), FileOpener.disk(), r -> {}))
        .isInstanceOf(SegmentJournal.Opening.Damaged.class);
    Files.write(two, new byte[bytes.length]);
    assertThat(sample.open(folder, new Sample.Keyring(), FileOpener.disk(), r -> {}))
        .isInstanceOf(SegmentJournal.Opening.Damaged.class);
    Files.write(two, Files.readAllBytes(folder.resolve(SegmentHeader.fileName(1))));
    assertThat(sample.open(folder, new Sample.Keyring(), FileOpener.disk(), r -> {}))
        .isInstanceOf(SegmentJournal.Opening.Damaged.class);
    byte[] newer = bytes.clone();
    newer[7] = '2';
    Files.write(two, newer);
    assertThat(sample.open(folder, new Sample.Keyring(), FileOpener.disk(), r -> {}))
        .isInstanceOf(SegmentJournal.Opening.TooNew.class);
  }

  @Test
  void aJournalOfManySegmentsIsOpenedByItsLastAndHoldsFewFilesOpen() throws Exception {
    List<Change> written = new ArrayList<>();
    List<Position> places = new ArrayList<>();
    Checkpoint known = Checkpoint.START;
    for (int i = 0; i < 3 * Segments.OPEN; i++) {
      try (SegmentJournal journal = sample.open(folder, known)) {
        Change c = sample.change(1);
        places.add(journal.append(List.of(c)).getFirst().pieces().getFirst());
        written.add(c);
        known = journal.checkpoint();
      }
    }
    Path early = folder.resolve(SegmentHeader.fileName(2));
    byte[] whole = Files.readAllBytes(early);
    byte[] spoiled = whole.clone();
    spoiled[50] ^= 1;
    Files.write(early, spoiled);
    try (SegmentJournal journal = sample.open(folder, known)) {
      assertThat(journal.check()).as("found when it is read").contains(new Position(2, 0));
      assertThatThrownBy(() -> journal.revision(places.get(1))).isInstanceOf(JournalFault.class);
      Files.write(early, whole);
      assertThat(journal.check()).isEmpty();
      for (int i = 0; i < places.size(); i++) {
        assertThat(journal.revision(places.get(i))).contains(written.get(i).revisions().getFirst());
      }
      if (Files.isDirectory(Path.of("/proc/self/fd"))) {
        assertThat(openFiles()).isLessThanOrEqualTo(Segments.OPEN);
      }
    }
    assertThat(read(folder)).isEqualTo(written);
  }

  private long openFiles() throws IOException {
    long open = 0;
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      for (Path f : all.filter(Files::isSymbolicLink).toList()) {
        open += Files.readSymbolicLink(f).startsWith(folder.toRealPath()) ? 1 : 0;
      }
    }
    return open;
  }

  @Test
  void aSegmentThatCouldNotBeMadeIsNotLeftBehind() {
    try (SegmentJournal journal =
        ((SegmentJournal.Opening.Opened)
                sample.open(folder, new Sample.Keyring(), new FaultyDisk(0), r -> {}))
            .journal()) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> journal.append(List.of(sample.change(1))))
            .isInstanceOf(JournalFault.class);
      }
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFullDiskLosesNothingAndWorkGoesOnWhenSpaceIsBack() {
    for (int n = 0; n < 12; n++) {
      Path there = folder.resolve("full" + n);
      there.toFile().mkdir();
      FaultyDisk disk = new FaultyDisk(n);
      SegmentJournal journal =
          ((SegmentJournal.Opening.Opened) sample.open(there, new Sample.Keyring(), disk, r -> {}))
              .journal();
      List<Change> acknowledged = new ArrayList<>();
      boolean failed = false;
      for (int i = 0; i < 12; i++) {
        Change c = sample.change(2);
        try {
          journal.append(List.of(c));
          acknowledged.add(c);
        } catch (JournalFault e) {
          assertThat(e.code()).isEqualTo(JournalFault.Code.DISK_FULL);
          failed = true;
          disk.free();
        }
      }
      journal.close();
      assertThat(failed).isTrue();
      assertThat(read(there)).isEqualTo(acknowledged);
    }
  }

  @Test
  void aFullDiskIsKnownInTheWordsOfWindowsAsWell() {
    FaultyDisk disk = new FaultyDisk(1).saying("There is not enough space on the disk");
    try (SegmentJournal journal =
        ((SegmentJournal.Opening.Opened) sample.open(folder, new Sample.Keyring(), disk, r -> {}))
            .journal()) {
      assertThatThrownBy(() -> journal.append(List.of(sample.change(2))))
          .isInstanceOfSatisfying(
              JournalFault.class, e -> assertThat(e.code()).isEqualTo(JournalFault.Code.DISK_FULL));
    }
  }

  @Test
  void killingTheProgramLosesNothingAcknowledged() throws Exception {
    for (int kill = 0; kill < 4; kill++) {
      Path there = folder.resolve("kill" + kill);
      there.toFile().mkdir();
      assertThat(lostByKilling(there, 20 + 15 * kill, false)).isEmpty();
    }
  }

  @Test
  void theCheckGoesRedOnAProgramThatAcknowledgesTooEarly() throws Exception {
    Set<ChangeId> lost = new HashSet<>();
    for (int kill = 0; kill < 12 && lost.isEmpty(); kill++) {
      Path there = folder.resolve("early" + kill);
      there.toFile().mkdir();
      lost.addAll(lostByKilling(there, 11 + 2 * kill, true));
    }
    assertThat(lost).isNotEmpty();
  }

  private Set<ChangeId> lostByKilling(Path there, int after, boolean tooEarly) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                AppendingProgram.class.getName(),
                there.toString()));
    if (tooEarly) {
      command.add("early");
    }
    Process program =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Set<ChangeId> acknowledged = new HashSet<>();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < after; i++) {
        acknowledged.add(ChangeId.of(said.readLine()));
      }
      program.destroyForcibly();
    }
    program.waitFor();
    Set<ChangeId> kept = new HashSet<>();
    read(there).forEach(c -> kept.add(c.id()));
    acknowledged.removeAll(kept);
    return acknowledged;
  }

  @Test
  void aClosedJournalShowsNothing() {
    SegmentJournal journal = sample.open(folder);
    Position at = journal.append(List.of(sample.change(1))).getFirst().pieces().getFirst();
    assertThat(journal.revision(at)).isPresent();
    journal.close();
    assertThatThrownBy(() -> journal.revision(at)).isInstanceOf(JournalFault.class);
  }

  @Test
  void aClosedJournalRefusesPositionsItDoesNotHave() {
    try (SegmentJournal journal = sample.open(folder)) {
      journal.append(List.of(sample.change(1)));
      assertThatThrownBy(() -> journal.revision(new Position(9, 0)))
          .isInstanceOf(JournalFault.class);
      assertThatThrownBy(() -> journal.revision(new Position(1, 3)))
          .isInstanceOf(JournalFault.class);
    }
  }

  /** Thousands of headers take a while, and whoever saves meanwhile does not wait for them. */
  @Test
  void lengthsAreReadWhileSomebodyHoldsTheJournal() {
    for (int opening = 0; opening < 3; opening++) {
      try (SegmentJournal journal = sample.open(folder)) {
        journal.append(List.of(sample.change(2)));
      }
    }
    try (SegmentJournal journal = sample.open(folder)) {
      Checkpoint end = journal.checkpoint();
      Map<String, Long> lengths = new LinkedHashMap<>();
      journal.quietly(
          () ->
              lengths.putAll(
                  CompletableFuture.supplyAsync(() -> journal.lengths(end))
                      .orTimeout(1, TimeUnit.MINUTES)
                      .join()));
      assertThat(lengths).hasSize(3);
      lengths.forEach((name, length) -> assertThat(folder.resolve(name)).hasSize(length));
    }
  }
}
