package org.sala.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.domain.Value;

/**
 * A backup that was written once ({@code docs/formats/backup.md}): of the workspace in {@code
 * vault}, with the segment in {@code formats} as its journal.
 */
class BackupVectorTest {
  private static final Path VECTORS = Path.of("src/test/resources");
  private static final Path BACKUP = VECTORS.resolve("formats").resolve("backup.salabackup");
  private static final String SEGMENT = "journal/segment-00000001";

  @TempDir Path folder;
  private final Properties says = new Properties();
  private byte[] segment;

  @BeforeEach
  void load() throws IOException {
    for (String of : new String[] {"vault", "formats"}) {
      Path file = VECTORS.resolve(of).resolve("vectors.properties");
      says.load(new StringReader(Files.readString(file)));
    }
    Sample.copy(VECTORS.resolve("vault"), folder);
    Files.delete(folder.resolve("vectors.properties"));
    segment = Files.readAllBytes(VECTORS.resolve("formats").resolve(SEGMENT));
  }

  private WorkspaceKeys keys() {
    Unlocking opened =
        new KeyFile(folder, Sample.KDF, Sample.RANDOM)
            .unlock(says.getProperty("handle"), says.getProperty("passphrase").toCharArray());
    assertThat(opened).isInstanceOf(Unlocking.Opened.class);
    return ((Unlocking.Opened) opened).keys();
  }

  private Value.Parts madeOf() {
    Map<String, Value> about = new LinkedHashMap<>();
    about.put("made", Value.text(says.getProperty("at")));
    about.put("station", Value.text(says.getProperty("station")));
    about.put("incarnation", Value.text(says.getProperty("incarnation")));
    about.put("journal", Value.text("1 1 " + segment.length + " 2 7 " + "0".repeat(64)));
    return new Value.Parts(about);
  }

  @Test
  void theBackupIsReadAsItIsWrittenDown() throws IOException {
    BackupReader reader = BackupReader.open(BACKUP).orElseThrow();
    assertThat(reader.keyFile()).isEqualTo(Files.readAllBytes(folder.resolve("key.a")));
    Map<String, ByteArrayOutputStream> read = new LinkedHashMap<>();
    BackupReader.Receiver receiver =
        new BackupReader.Receiver() {
          @Override
          public void about(Value.Parts about) {
            assertThat(about).isEqualTo(madeOf());
          }

          @Override
          public OutputStream file(String name, long length) {
            return read.computeIfAbsent(name, n -> new ByteArrayOutputStream());
          }
        };
    assertThat(reader.read(keys().workspace(), receiver, n -> true))
        .isInstanceOf(BackupReader.Outcome.Whole.class);
    assertThat(read.keySet())
        .containsExactly(
            SEGMENT,
            "keys/slab-00000.a",
            "keys/slab-00000.b",
            "objects/" + says.getProperty("objectSealedSha256"),
            "objects/slab-00000.a",
            "objects/slab-00000.b",
            "state.a",
            "state.b");
    read.forEach(
        (name, bytes) ->
            assertThat(bytes.toByteArray())
                .as(name)
                .isEqualTo(name.equals(SEGMENT) ? segment : of(folder.resolve(name))));
  }

  @Test
  void theSameUnderTheSameSaltsIsWrittenToTheSameBytes() throws IOException {
    BackupWriter.Recorded journal =
        new BackupWriter.Recorded() {
          @Override
          public long length() {
            return segment.length;
          }

          @Override
          public void copy(BackupWriter.Taking to) throws IOException {
            to.file(SEGMENT, segment.length);
            to.bytes(segment);
          }
        };
    BackupWriter.Moment moment =
        new BackupWriter.Moment(
            madeOf(),
            Files.readAllBytes(folder.resolve("key.a")),
            journal,
            Runnable::run,
            Optional.empty());
    Path to = folder.resolve("backup").resolve("again.salabackup");
    Files.createDirectories(to.getParent());
    assertThat(
            new BackupWriter(folder, keys(), Sample.repeatable(250))
                .write(moment, to, (done, of) -> true))
        .isInstanceOf(BackupWriter.Outcome.Written.class);
    assertThat(Files.readAllBytes(to)).isEqualTo(Files.readAllBytes(BACKUP));
  }

  private static byte[] of(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
