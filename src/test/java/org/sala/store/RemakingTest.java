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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.journal.Committed;
import org.sala.journal.Sample;
import org.sala.journal.SegmentJournal;
import org.sala.store.file.DatabaseFile;

/** A view whose file turns out to be damaged while it is in use is made anew, and work goes on. */
class RemakingTest {
  @TempDir Path folder;
  private final Sample sample = new Sample(9);

  private View.Remaking remaking(SegmentJournal journal, Path fresh) {
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
        journal.quietly(work);
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
}
