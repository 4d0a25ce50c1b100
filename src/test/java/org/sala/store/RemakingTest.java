package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.domain.wire.RevisionWire;
import org.sala.journal.Committed;
import org.sala.journal.Sample;
import org.sala.journal.SegmentJournal;
import org.sala.store.file.DatabaseFile;

/** A view whose file turns out to be damaged while it is in use is made anew, and work goes on. */
class RemakingTest {
  @TempDir Path folder;
  private final Sample sample = new Sample(9);

  private View.Remaking remaking(SegmentJournal journal, Path fresh) {
    return remaking(journal, fresh, journal::quietly);
  }

  private static View.Remaking remaking(
      SegmentJournal journal, Path fresh, Consumer<Runnable> quietly) {
    return new View.Remaking() {
      @Override
      public ViewFile fresh() {
        return Views.ready(fresh);
      }

      @Override
      public void replay(Consumer<List<Committed>> to) {
        journal.replay(0, to);
      }

      @Override
      public void quietly(Runnable work) {
        quietly.accept(work);
      }

      @Override
      public boolean isRoom() {
        return false;
      }
    };
  }

  /** Everything but the first blocks becomes noise, behind the back of the open database. */
  private static void spoil(Path db) throws IOException {
    try (Stream<Path> files = Files.list(db)) {
      Path data = files.filter(f -> f.toString().endsWith(".mv.db")).findFirst().orElseThrow();
      try (FileChannel out = FileChannel.open(data, StandardOpenOption.WRITE)) {
        for (long at = 16_384; at < out.size(); at += 512) {
          out.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), at);
        }
      }
    }
  }

  private static long rows(View view) {
    return view.records().ofKind("case").size();
  }

  @Test
  void readingAndWritingGoOnAfterTheFileWasSpoiledInUse() throws Exception {
    Path db = Files.createDirectories(folder.resolve("db"));
    Path fresh = Files.createDirectories(folder.resolve("fresh"));
    try (SegmentJournal journal = sample.open(Files.createDirectories(folder.resolve("j")))) {
      journal.append(Stream.generate(() -> sample.change(4)).limit(400).toList());
      try (View view = Views.view(Views.ready(db), journal)) {
        journal.replay(0, view::follow);
      }
      ViewFile file = Views.ready(db);
      spoil(db);
      View view =
          new View(file, Backing.of(journal::revision), Optional.of(remaking(journal, fresh)));
      assertThat(rows(view))
          .as("whoever comes upon the damage hears nothing of it")
          .isEqualTo(1600);
      assertThat(view.isSound()).isTrue();
      assertThat(fresh).isNotEmptyDirectory();
      view.follow(journal.append(List.of(sample.change(4))));
      assertThat(rows(view)).isEqualTo(1604);
      assertThat(view.applied()).isEqualTo(401);
      view.close();
    }
  }

  /** H2 closes its store when a thread of its own comes upon a fault. */
  private static void giveUp(ViewFile file) throws SQLException {
    try (Connection connection = file.connect()) {
      MVStore store = DatabaseFile.of(connection);
      assertThatThrownBy(() -> store.panic(new MVStoreException(3, "no such chunk")))
          .isInstanceOf(MVStoreException.class);
      // The connection went with its database.
    } catch (SQLException e) {
      assertThat(e.getErrorCode()).isIn(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.GENERAL_ERROR_1);
    }
  }

  @Test
  void aDatabaseThatClosedItselfIsMadeAnewBySomebodyWhoReadsAndBySomebodyWhoWrites()
      throws Exception {
    Path db = Files.createDirectories(folder.resolve("db"));
    Path fresh = Files.createDirectories(folder.resolve("fresh"));
    Path again = Files.createDirectories(folder.resolve("again"));
    try (SegmentJournal journal = sample.open(Files.createDirectories(folder.resolve("j")))) {
      journal.append(Stream.generate(() -> sample.change(4)).limit(50).toList());
      try (View view = Views.view(Views.ready(db), journal)) {
        journal.replay(0, view::follow);
      }
      ViewFile file = Views.ready(db);
      View view =
          new View(file, Backing.of(journal::revision), Optional.of(remaking(journal, fresh)));
      assertThat(rows(view)).isEqualTo(200);
      giveUp(file);
      assertThat(rows(view)).isEqualTo(200);
      assertThat(fresh).isNotEmptyDirectory();
      view.close();

      ViewFile other = Views.ready(fresh);
      View writing =
          new View(other, Backing.of(journal::revision), Optional.of(remaking(journal, again)));
      giveUp(other);
      writing.follow(journal.append(List.of(sample.change(4))));
      assertThat(rows(writing)).isEqualTo(204);
      assertThat(writing.isSound()).isTrue();
      writing.close();
    }
  }

  @Test
  void aSavedChangeIsInTheViewThatWasMadeAnewWhileItWasFollowed() throws Exception {
    Path db = Files.createDirectories(folder.resolve("db"));
    Path fresh = Files.createDirectories(folder.resolve("fresh"));
    try (SegmentJournal journal = sample.open(Files.createDirectories(folder.resolve("j")))) {
      journal.append(Stream.generate(() -> sample.change(4)).limit(400).toList());
      try (View view = Views.view(Views.ready(db), journal)) {
        journal.replay(0, view::follow);
      }
      ViewFile file = Views.ready(db);
      spoil(db);
      View view =
          new View(file, Backing.of(journal::revision), Optional.of(remaking(journal, fresh)));
      List<Committed> run = journal.append(List.of(sample.change(4)));
      view.follow(run);
      assertThat(view.applied()).isEqualTo(401);
      assertThat(rows(view)).isEqualTo(1604);
      view.close();
    }
  }

  /** An edit of a case. */
  private static Revision edit(int number, Optional<Revision> on) {
    byte[] nonce = new byte[16];
    nonce[0] = (byte) number;
    return RevisionWire.write(
        RecordId.of("01932b5c-7c3e-7d4a-8b1a-0123456789ab"),
        "case",
        on.map(r -> List.of(r.id())).orElse(List.of()),
        ScopeId.of("0b8c6c0e-65a6-4b43-9f3b-0d3f5a1e2c22"),
        Compartment.INVESTIGATION,
        Map.of("title", Value.text("Title " + number)),
        Optional.empty(),
        nonce);
  }

  @Test
  void somebodyWhoReadsMakesItAnewWhileSomebodyWritesAndReadsFromTheJournal() throws Exception {
    Path db = Files.createDirectories(folder.resolve("db"));
    Path fresh = Files.createDirectories(folder.resolve("fresh"));
    Nonsense by = new Nonsense(4);
    CountDownLatch writes = new CountDownLatch(1);
    CountDownLatch quiet = new CountDownLatch(1);
    Revision first = edit(0, Optional.empty());
    SegmentJournal journal = sample.open(Files.createDirectories(folder.resolve("j")));
    ViewFile file = Views.ready(db);
    Backing meeting =
        Backing.of(
            at -> {
              // Within its transaction, and asks the journal when that is kept quiet.
              writes.countDown();
              await(quiet);
              return journal.revision(at);
            });
    View.Remaking remaking =
        remaking(
            journal,
            fresh,
            work ->
                journal.quietly(
                    () -> {
                      quiet.countDown();
                      work.run();
                    }));
    View view = new View(file, meeting, Optional.of(remaking));
    view.follow(journal.append(List.of(by.change(List.of(first)))));
    view.follow(journal.append(List.of(by.change(List.of(edit(1, Optional.of(first)))))));
    List<Committed> fork = journal.append(List.of(by.change(List.of(edit(2, Optional.of(first))))));
    ExecutorService two = Executors.newFixedThreadPool(2, daemons());
    Future<?> writer = two.submit(() -> view.follow(fork));
    await(writes);
    giveUp(file);
    Future<Long> reader = two.submit(() -> rows(view));
    assertThat(reader.get(2, TimeUnit.MINUTES)).isEqualTo(1);
    writer.get(2, TimeUnit.MINUTES);
    assertThat(view.applied()).isEqualTo(3);
    two.shutdown();
    view.close();
    journal.close();
  }

  /** Two who wait for each other keep no other test from its end. */
  private static ThreadFactory daemons() {
    return work -> {
      Thread thread = new Thread(work);
      thread.setDaemon(true);
      return thread;
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
