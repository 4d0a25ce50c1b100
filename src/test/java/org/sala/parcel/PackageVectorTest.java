package org.sala.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.crypto.Age;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.Certificate;
import org.sala.crypto.RevocationList;
import org.sala.crypto.Sha256;
import org.sala.crypto.Trust;
import org.sala.domain.AuditEntry;
import org.sala.domain.wire.AuditWire;
import org.sala.domain.wire.ChangeWire;

/** A package that was sealed once ({@code docs/formats/package.md}). */
class PackageVectorTest {
  private static final Path VECTORS = Path.of("src/test/resources/formats");
  private static final Path PACKAGE = VECTORS.resolve("package.sala");

  private final Properties says = new Properties();
  private AgeIdentity reader;

  @BeforeEach
  void load() throws IOException {
    says.load(new StringReader(Files.readString(VECTORS.resolve("vectors.properties"))));
    reader = AgeIdentity.of(says.getProperty("reader"));
  }

  private static String text(String file) throws IOException {
    return Files.readString(VECTORS.resolve(file));
  }

  @Test
  void thePackageIsGenuineAndBringsWhatWasSealed() throws Exception {
    Trust trust =
        new Trust(
            Certificate.ofPem(text("authority.pem")),
            Certificate.ofPem(text("issuing.pem")),
            RevocationList.ofPem(text("crl.pem")));
    Kept kept = new Kept();
    Verdict verdict =
        new ParcelReader(List.of(reader), trust, Instant.parse(says.getProperty("at")))
            .read(PACKAGE, kept);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.genuine()).isTrue();
    assertThat(verdict.revocationChecked()).isTrue();
    assertThat(verdict.digest()).isEqualTo(says.getProperty("packageSha256"));
    assertThat(verdict.signer().map(Certificate::number)).contains("EX-0007");
    assertThat(String.join("", kept.changes)).isEqualTo(text("revisions.jsonl"));
    assertThat(String.join("", kept.audit)).isEqualTo(text("audit.jsonl"));
    assertThat(kept.attached.toString(StandardCharsets.UTF_8))
        .isEqualTo(says.getProperty("attachedText"));
  }

  /** What no chance is in: the header, the manifest, and the ZIP around the entries. */
  @Test
  void headerManifestAndContainerAreWrittenAgainToTheSameBytes() throws Exception {
    byte[] container;
    try (InputStream in = Age.decrypt(List.of(reader), Files.newInputStream(PACKAGE))) {
      container = in.readAllBytes();
    }
    Map<String, byte[]> entries = new LinkedHashMap<>();
    ContainerReader walked = ContainerReader.again(new ByteArrayInputStream(container));
    assertThat(walked.walk(new Entries(entries))).isTrue();
    assertThat(entries.keySet())
        .containsExactly(
            "mimetype",
            "parcel.json",
            "revisions.jsonl",
            "audit.jsonl",
            "objects/" + says.getProperty("attached"),
            "README.txt",
            "META-INF/ASiCManifest.xml",
            "META-INF/signature.p7s");
    byte[] header = entries.getOrDefault("parcel.json", new byte[0]);
    assertThat(ParcelHeader.read(header))
        .isInstanceOfSatisfying(
            ParcelHeader.Reading.Good.class, g -> assertThat(g.header().write()).isEqualTo(header));
    Map<String, byte[]> digests = new LinkedHashMap<>();
    entries.forEach(
        (name, content) -> {
          if (EntryKind.of(name).orElseThrow().isListed()) {
            digests.put(name, Sha256.of(content));
          }
        });
    assertThat(Manifest.write(digests)).isEqualTo(entries.get(Manifest.NAME));
    List<Crafted.Part> parts = new ArrayList<>();
    entries.forEach((name, content) -> parts.add(new Crafted.Part(name, content, false)));
    assertThat(Crafted.zip(parts)).isEqualTo(container);
  }

  private record Entries(Map<String, byte[]> to) implements ContainerReader.Entries {
    @Override
    public boolean begin(ZipFormat.Entry entry) {
      to.put(entry.name(), new byte[0]);
      return true;
    }

    @Override
    public void content(String name, byte[] bytes, int length, boolean last) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(to.getOrDefault(name, new byte[0]));
      all.write(bytes, 0, length);
      to.put(name, all.toByteArray());
    }
  }

  private static final class Kept implements Sink {
    private final List<String> changes = new ArrayList<>();
    private final List<String> audit = new ArrayList<>();
    private final ByteArrayOutputStream attached = new ByteArrayOutputStream();

    @Override
    public void header(ParcelHeader header) {
      // Compared in the other test.
    }

    @Override
    public void change(Authentic change) {
      changes.add(line(ChangeWire.writeLine(change.change())));
    }

    @Override
    public void audit(AuditEntry entry) {
      audit.add(line(AuditWire.writeLine(entry)));
    }

    @Override
    public OutputStream attachment(Enclosed file) {
      return attached;
    }

    private static String line(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8) + "\n";
    }
  }
}
