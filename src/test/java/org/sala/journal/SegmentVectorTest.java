package org.sala.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.crypto.Secret;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.Compartment;
import org.sala.domain.IncarnationId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.wire.AuditWire;
import org.sala.domain.wire.ChangeWire;

/** A segment of the journal that was written once ({@code docs/formats/journal.md}). */
class SegmentVectorTest {
  private static final Path VECTORS = Path.of("src/test/resources");
  private static final String SEGMENT = "segment-00000001";

  /** Where the header has the salt, of which all keys of the segment come. */
  private static final int SALT = 52;

  @TempDir Path folder;
  private final Properties says = new Properties();
  private final List<Change> changes = new ArrayList<>();
  private AuditEntry audit;
  private byte[] vector;

  @BeforeEach
  void load() throws IOException {
    for (String of : List.of("vault", "formats")) {
      Path file = VECTORS.resolve(of).resolve("vectors.properties");
      says.load(new StringReader(Files.readString(file)));
    }
    Path formats = VECTORS.resolve("formats");
    Files.readAllLines(formats.resolve("revisions.jsonl"))
        .forEach(l -> changes.add(ChangeWire.readLine(l.getBytes(StandardCharsets.UTF_8))));
    audit =
        AuditWire.readLine(
            Files.readString(formats.resolve("audit.jsonl"))
                .strip()
                .getBytes(StandardCharsets.UTF_8));
    vector = Files.readAllBytes(formats.resolve("journal").resolve(SEGMENT));
  }

  private SegmentJournal open(Path in) {
    SegmentJournal.Opening opening =
        SegmentJournal.open(
            in,
            new SegmentJournal.Identity(
                StationId.of(says.getProperty("station")),
                IncarnationId.of(says.getProperty("incarnation"))),
            new SegmentJournal.Tools(
                secret("workspaceKey"), new Keyring(), FileOpener.disk(), new SameSalt(vector)),
            seen -> {});
    assertThat(opening).isInstanceOf(SegmentJournal.Opening.Opened.class);
    return ((SegmentJournal.Opening.Opened) opening).journal();
  }

  private Secret secret(String key) {
    return Secret.of(HexFormat.of().parseHex(says.getProperty(key)));
  }

  @Test
  void theSegmentIsReadAsItWasWritten() throws IOException {
    Files.write(folder.resolve(SEGMENT), vector);
    List<Change> read = new ArrayList<>();
    List<AuditEntry> entries = new ArrayList<>();
    try (SegmentJournal journal = open(folder)) {
      journal.replay(0, run -> run.forEach(c -> read.add(c.change())));
      journal.replayAudit(entries::add);
      assertThat(journal.check()).isEmpty();
      assertThat(journal.head()).isEqualTo(says.getProperty("journalHead"));
    }
    assertThat(read).isEqualTo(changes);
    assertThat(entries).extracting(AuditEntry::bytes).containsExactly(audit.bytes());
    assertThat(entries).extracting(AuditEntry::mac).containsExactly(audit.mac());
  }

  @Test
  void theSameUnderTheSameSaltIsWrittenToTheSameBytes() throws IOException {
    try (SegmentJournal journal = open(folder)) {
      journal.append(changes, List.of(audit));
    }
    assertThat(Files.readAllBytes(folder.resolve(SEGMENT))).isEqualTo(vector);
  }

  /** Draws the salt that the vector has. */
  private static final class SameSalt extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] salt;

    SameSalt(byte[] segment) {
      this.salt = Arrays.copyOfRange(segment, SALT, SALT + 32);
    }

    @Override
    public void nextBytes(byte[] bytes) {
      assertThat(bytes).hasSize(salt.length);
      System.arraycopy(salt, 0, bytes, 0, salt.length);
    }
  }

  /** The scope of the vectors. */
  private final class Keyring implements ScopeKeyring {
    @Override
    public Optional<Secret> find(ScopeId scope, Compartment compartment) {
      // A piece that was kept back has no scope.
      return scope.equals(ScopeId.of(says.getProperty("scope")))
          ? Optional.of(
              secret(
                  compartment == Compartment.PROTECTION
                      ? "scopeProtectionKey"
                      : "scopeInvestigationKey"))
          : Optional.empty();
    }

    @Override
    public void ensure(List<Wanted> wanted) {
      // They are there.
    }
  }
}
