package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.sala.journal.Checkpoint;
import org.sala.journal.FileOpener;
import org.sala.journal.Journal;
import org.sala.journal.Sample;
import org.sala.journal.SegmentJournal;
import org.sala.journal.TableJournal;

/** The two journals: what holds of one is tested of both. */
enum Journals {
  FILES {
    @Override
    Optional<Journal> open(
        Path folder, Sample sample, Sample.Keyring keyring, Optional<Checkpoint> from) {
      SegmentJournal.Opening opening =
          from.isPresent()
              ? sample.open(folder, from.get(), r -> {})
              : sample.open(folder, keyring, FileOpener.disk(), r -> {});
      return opening instanceof SegmentJournal.Opening.Opened o
          ? Optional.of(o.journal())
          : Optional.empty();
    }

    private Path last(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        return files.sorted().toList().getLast();
      }
    }

    @Override
    void flipABit(Path folder, Random random) {
      try {
        Path file = last(folder);
        byte[] bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    byte[] everything(Path folder) {
      try {
        return Files.readAllBytes(last(folder));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },

  TABLE {
    private final Map<Path, ServerAddress> known = new HashMap<>();

    @Override
    Optional<Journal> open(
        Path folder, Sample sample, Sample.Keyring keyring, Optional<Checkpoint> from) {
      return sample.open(ServerFrames.open(address(folder)), keyring, from)
              instanceof TableJournal.Opening.Opened o
          ? Optional.of(o.journal())
          : Optional.empty();
    }

    private ServerAddress address(Path folder) {
      return known.computeIfAbsent(
          folder,
          f -> {
            ServerAddress address = TestServer.database();
            ServerSchema.make(address);
            return address;
          });
    }

    @Override
    void flipABit(Path folder, Random random) {
      String table = random.nextInt(4) == 0 ? "segment" : "frame";
      String column =
          table.equals("segment") ? "header" : random.nextBoolean() ? "clear" : "sealed";
      String key = table.equals("segment") ? "number" : "sequence";
      int bit = random.nextInt(8 * 24);
      TestServer.say(
          address(folder),
          "alter table sala." + table + " disable trigger all",
          "update sala.%1$s set %2$s = set_bit(%2$s, %3$d, 1 - get_bit(%2$s, %3$d)) where %4$s in (select %4$s from sala.%1$s order by random() limit 1)"
              .formatted(table, column, bit, key));
    }

    @Override
    byte[] everything(Path folder) {
      return TestServer.bytes(
          address(folder),
          "select string_agg(clear || sealed, ''::bytea order by sequence) from sala.frame");
    }
  };

  /** Opens the journal of a folder; empty where it is found damaged. */
  abstract Optional<Journal> open(
      Path folder, Sample sample, Sample.Keyring keyring, Optional<Checkpoint> from);

  Journal open(Path folder, Sample sample) {
    Optional<Journal> journal = open(folder, sample, new Sample.Keyring(), Optional.empty());
    assertThat(journal).isPresent();
    return journal.orElseThrow();
  }

  /** Changes one bit behind the journal's back. */
  abstract void flipABit(Path folder, Random random);

  /** All bytes of it that somebody finds who has its disk. */
  abstract byte[] everything(Path folder);
}
