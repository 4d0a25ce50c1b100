package org.sala.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.crypto.VerifyingKey;
import org.sala.domain.wire.AuditWire;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.Json;
import org.sala.domain.wire.RevisionWire;

/**
 * A revision, a change and an audit entry whose bytes were written once ({@code
 * docs/formats/journal.md}): signatures, ids and keys hang on every one of them.
 */
class WireVectorsTest {
  private static final Path VECTORS = Path.of("src/test/resources/formats");

  private final Properties says = new Properties();

  @BeforeEach
  void load() throws IOException {
    says.load(new StringReader(Files.readString(VECTORS.resolve("vectors.properties"))));
  }

  private static byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(VECTORS.resolve(file));
  }

  private static List<byte[]> lines(String file) throws IOException {
    return Files.readAllLines(VECTORS.resolve(file)).stream()
        .map(l -> l.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private StationId station() {
    return StationId.of(says.getProperty("station"));
  }

  private Fingerprint author() {
    return new Fingerprint(says.getProperty("author"));
  }

  @Test
  void theRevisionIsReadAndWrittenAgainToTheSameBytes() throws Exception {
    byte[] bytes = bytes("revision.json");
    Revision read = RevisionWire.read(bytes);
    assertThat(read.id().hex())
        .isEqualTo(says.getProperty("revision"))
        .isEqualTo(Sha256.hex(bytes));
    assertThat(read.record()).isEqualTo(RecordId.of(says.getProperty("record")));
    assertThat(Maker.is(station(), read.record())).isTrue();
    assertThat(RevisionWire.wrote(station(), author(), read)).isTrue();
    byte[] nonce = Base64.getDecoder().decode(Json.readParts(bytes).text("nonce").orElseThrow());
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("zzNew", Value.flag(true));
    fields.put("status", Value.text("open"));
    fields.put("title", Value.text("ด่าน R-7"));
    assertThat(
            RevisionWire.write(
                    RecordId.of(says.getProperty("record")),
                    "case",
                    List.of(),
                    ScopeId.of(says.getProperty("scope")),
                    Compartment.INVESTIGATION,
                    fields,
                    Optional.of("a reason"),
                    nonce)
                .bytes())
        .isEqualTo(bytes);
    assertThat(Maker.nonceOf(station(), author(), Arrays.copyOf(Arrays.copyOf(nonce, 10), 16)))
        .isEqualTo(nonce);
  }

  @Test
  void theHeaderIsReadAndWrittenAgainToTheSameBytes() throws Exception {
    byte[] bytes = bytes("header.json");
    ChangeHeader read = ChangeWire.readHeader(bytes);
    assertThat(read.id()).isEqualTo(ChangeId.of(says.getProperty("change")));
    assertThat(Maker.is(station(), read.id())).isTrue();
    assertThat(
            ChangeWire.writeHeader(
                    ChangeId.of(says.getProperty("change")),
                    author(),
                    station(),
                    IncarnationId.of(says.getProperty("incarnation")),
                    1,
                    Moment.of("2026-11-24T10:12:11.123+07:00[Asia/Bangkok]"),
                    new Hlc(1_795_000_000_000L, 0),
                    List.of(
                        new RevisionId(says.getProperty("revision")),
                        new RevisionId(says.getProperty("keptBack"))))
                .bytes())
        .isEqualTo(bytes);
  }

  @Test
  void theLinesOfAPackageAreReadAndWrittenAgainToTheSameBytes() throws Exception {
    VerifyingKey key =
        VerifyingKey.ofSpki(Base64.getDecoder().decode(says.getProperty("authorSpki")));
    assertThat(key.fingerprint()).isEqualTo(says.getProperty("author"));
    for (byte[] line : lines("revisions.jsonl")) {
      Change change = ChangeWire.readLine(line);
      assertThat(ChangeWire.writeLine(change)).isEqualTo(line);
      assertThat(key.verify(change.header().bytes(), change.signature())).isTrue();
    }
    Change first = ChangeWire.readLine(lines("revisions.jsonl").getFirst());
    assertThat(first.header().bytes()).isEqualTo(bytes("header.json"));
    assertThat(first.pieces())
        .containsExactly(
            new Piece.Whole(RevisionWire.read(bytes("revision.json"))),
            new Piece.Withheld(new RevisionId(says.getProperty("keptBack"))));
  }

  @Test
  void theAuditEntryIsReadAndWrittenAgainToTheSameBytes() throws Exception {
    byte[] line = lines("audit.jsonl").getFirst();
    AuditEntry read = AuditWire.readLine(line);
    assertThat(AuditWire.writeLine(read)).isEqualTo(line);
    assertThat(Sha256.hex(read.bytes())).isEqualTo(says.getProperty("auditDigest"));
    try (Secret key = Secret.of(HexFormat.of().parseHex(says.getProperty("auditKey")))) {
      assertThat(key.mac(read.bytes())).isEqualTo(read.mac());
    }
    assertThat(
            AuditWire.write(
                IncarnationId.of(says.getProperty("incarnation")),
                1,
                "0".repeat(64),
                AuditEntry.Act.UNLOCKED,
                author(),
                Optional.of(RecordId.of(says.getProperty("record"))),
                Optional.of("detail"),
                Moment.of("2026-11-24T10:12:11.123+07:00[Asia/Bangkok]"),
                "0".repeat(64)))
        .isEqualTo(read.bytes());
  }
}
