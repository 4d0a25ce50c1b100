package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** The view is only a view: what it lacks or has too much of is settled from the journal, told. */
class RebuildTest {
  @TempDir Path folder;

  private static final class Hearing implements Progress {
    private final List<Long> done = new ArrayList<>();
    private final int stopAt;

    Hearing(int stopAt) {
      this.stopAt = stopAt;
    }

    @Override
    public void done(long bytes, long ofBytes) {
      assertThat(bytes).isLessThanOrEqualTo(ofBytes);
      done.add(bytes);
    }

    @Override
    public boolean stopped() {
      return done.size() >= stopAt;
    }
  }

  private Workplace.Entry unlock(Path there, Progress progress) {
    return new Workplace(there, Desks.CHEAP)
        .telling(progress)
        .unlock("one", "phrase of one".toCharArray());
  }

  private static void copy(Path from, Path to) throws Exception {
    Files.createDirectories(to);
    try (Stream<Path> old = Files.list(to)) {
      for (Path f : old.toList()) {
        Files.delete(f);
      }
    }
    try (Stream<Path> files = Files.list(from)) {
      for (Path f : files.toList()) {
        Files.copy(f, to.resolve(f.getFileName()));
      }
    }
  }

  @Test
  void anOlderCopyOfTheViewPutBackAsAWholeIsRecognisedAndRebuilt() throws Exception {
    Path there = folder.resolve("s");
    Path kept = folder.resolve("kept");
    RecordId caseId;
    try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
      caseId = desk.cases().open(new Cases.NewCase("First", "rescue", "normal", "", ""));
    }
    copy(there.resolve("db"), kept);
    Hearing quiet = new Hearing(100);
    try (Desk desk = ((Workplace.Entry.Entered) unlock(there, quiet)).desk()) {
      assertThat(quiet.done).as("nothing is rebuilt after a clean close").isEmpty();
      desk.cases().edit(caseId, Map.of("title", Value.text("Second")), "");
    }
    copy(kept, there.resolve("db"));
    Hearing hearing = new Hearing(100);
    try (Desk desk = ((Workplace.Entry.Entered) unlock(there, hearing)).desk()) {
      assertThat(hearing.done).as("rebuilt from the first change on").containsExactly(3L);
      assertThat(desk.cases().find(caseId).orElseThrow().title()).isEqualTo("Second");
    }
  }

  @Test
  void aStoppedRebuildLosesNothingAndGoesOnTheNextTime() throws Exception {
    Path there = folder.resolve("s");
    try (Desk desk = Desks.create(there, "Officer One Example", "one")) {
      for (int i = 0; i < 3; i++) {
        desk.people().register(List.of(new People.NewPerson("A-" + i, "", "", "", "", "")));
      }
    }
    try (Stream<Path> files = Files.list(there.resolve("db"))) {
      for (Path f : files.toList()) {
        Files.delete(f);
      }
    }
    assertThat(unlock(there, new Hearing(0))).isInstanceOf(Workplace.Entry.Stopped.class);
    Hearing on = new Hearing(100);
    Workplace.Entry entry = unlock(there, on);
    assertThat(entry).isInstanceOf(Workplace.Entry.Entered.class);
    assertThat(on.done).containsExactly(4L);
    try (Desk desk = ((Workplace.Entry.Entered) entry).desk()) {
      assertThat(desk.people().count("")).isEqualTo(3);
    }
  }
}
