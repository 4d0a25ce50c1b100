package org.sala.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sala.crypto.CadesSignature;
import org.sala.crypto.Certificate;
import org.sala.crypto.Sha256;
import org.sala.crypto.SigningKey;
import org.sala.domain.AuditEntry;
import org.sala.domain.Fingerprint;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.wire.AuditWire;

/** Crafted packages whose entries, signature or manifest are not as they should be. */
class RefusalsTest extends Crafted {
  @Test
  void whatIsCraftedWithNothingWrongIsGenuine() throws Exception {
    assertThat(agency.verifyPlain(folder, container()).findings()).isEmpty();
  }

  /** What is letter for letter ours is not parsed; the same in other letters is. */
  @Test
  void aManifestCountsByWhatItSays() throws Exception {
    Map<String, byte[]> digests = new LinkedHashMap<>();
    parts.stream().filter(Part::listed).forEach(p -> digests.put(p.name(), Sha256.of(p.content())));
    List<Certificate> chain = List.of(agency.officer, agency.issuing.certificate());
    String ours = new String(Manifest.write(digests), StandardCharsets.UTF_8);
    byte[] spaced = ours.replace(">\n<", ">\n\n  <").getBytes(StandardCharsets.UTF_8);
    assertThat(agency.verifyPlain(folder, container(agency.key, chain, spaced)).findings())
        .isEmpty();
    digests.remove(Layout.AUDIT);
    byte[] fewer = Manifest.write(digests);
    assertThat(agency.verifyPlain(folder, container(agency.key, chain, fewer)).findings())
        .contains(Finding.of(Finding.Code.ENTRY_UNDECLARED, Layout.AUDIT));
    byte[] twice =
        ours.replace("</asic:ASiCManifest>", ours.substring(ours.indexOf("<asic:DataObject")))
            .getBytes(StandardCharsets.UTF_8);
    assertThat(agency.verifyPlain(folder, container(agency.key, chain, twice)).findings())
        .containsExactly(Finding.of(Finding.Code.MANIFEST_UNREADABLE));
  }

  @Test
  void aSignatureByAnotherKeyThanItsCertificatesIsWrong() throws Exception {
    SigningKey other = SigningKey.generate(agency.random);
    Verdict v =
        agency.verifyPlain(
            folder, container(other, List.of(agency.officer, agency.issuing.certificate())));
    assertThat(v.findings()).extracting(Finding::code).contains(Finding.Code.SIGNATURE_WRONG);
    assertThat(v.sound()).as("nobody can admit it").isFalse();
  }

  @Test
  void aSignatureThatIsNoneIsToldApart() throws Exception {
    Map<String, byte[]> digests = new LinkedHashMap<>();
    parts.stream().filter(Part::listed).forEach(p -> digests.put(p.name(), Sha256.of(p.content())));
    List<Part> all = new ArrayList<>(parts);
    all.add(new Part(Manifest.NAME, Manifest.write(digests), false));
    all.add(new Part(Layout.SIGNATURE, new byte[200], false));
    assertThat(findings(zip(all))).containsExactly(Finding.Code.SIGNATURE_UNREADABLE);
  }

  @Test
  void anExpiredSignersPackageIsSoundAndInDoubt() throws Exception {
    Certificate expired =
        agency.issuing.certify(
            agency.key.verifying(),
            "EX-0007",
            "field",
            "Agency of Examples",
            Agency.NOW.minus(Duration.ofDays(60)),
            Duration.ofDays(30));
    Verdict v =
        agency.verifyPlain(
            folder, container(agency.key, List.of(expired, agency.issuing.certificate())));
    assertThat(v.findings())
        .extracting(Finding::code)
        .containsExactly(Finding.Code.SIGNER_OUT_OF_TIME);
    assertThat(v.kind()).isEqualTo(Verdict.Kind.IN_DOUBT);
    assertThat(v.sound()).isTrue();
  }

  @Test
  void aChangeByAKeyThatWasSentWithoutACertificateIsOnlyInDoubt() throws Exception {
    SigningKey colleague = SigningKey.generate(agency.random);
    agency.changes.set(1, agency.change(colleague, 2));
    ParcelHeader h = agency.header();
    replace(Layout.REVISIONS, lines());
    replace(
        Layout.HEADER,
        new String(keys(h, List.of(colleague.verifying().spki())).write(), StandardCharsets.UTF_8));
    Verdict v = agency.verifyPlain(folder, container());
    assertThat(v.findings())
        .containsExactly(new Finding(Finding.Code.CHANGE_AUTHOR_NOT_ENROLLED, "2"));
    assertThat(v.sound()).isTrue();
    byte[] bad = agency.changes.get(1).signature().clone();
    bad[bad.length - 1] ^= 1;
    var change = agency.changes.get(1);
    agency.changes.set(1, new org.sala.domain.Change(change.header(), bad, change.pieces()));
    replace(Layout.REVISIONS, lines());
    assertThat(findings(container())).containsExactly(Finding.Code.CHANGE_SIGNATURE_WRONG);
  }

  private static ParcelHeader keys(ParcelHeader h, List<byte[]> keys) {
    return new ParcelHeader(
        h.format(),
        h.id(),
        h.station(),
        h.incarnation(),
        h.addressee(),
        h.sequence(),
        h.previous(),
        h.recipients(),
        h.purpose(),
        h.protection(),
        h.created(),
        h.changes(),
        0,
        0,
        h.auditHead(),
        "",
        h.authors(),
        keys,
        Map.of());
  }

  @Test
  void anUndeclaredEntryIsNamed() throws Exception {
    byte[] more = "more".getBytes(StandardCharsets.UTF_8);
    parts.add(parts.size() - 1, new Part("objects/" + Sha256.hex(more), more, false));
    assertThat(findings(container())).containsExactly(Finding.Code.ENTRY_UNDECLARED);
  }

  @Test
  void aMissingEntryIsNamed() throws Exception {
    Map<String, byte[]> digests = new LinkedHashMap<>();
    parts.stream().filter(Part::listed).forEach(p -> digests.put(p.name(), Sha256.of(p.content())));
    byte[] manifest = Manifest.write(digests);
    List<Part> all = new ArrayList<>(parts);
    all.removeIf(p -> p.name().startsWith("objects/"));
    all.add(new Part(Manifest.NAME, manifest, false));
    byte[] signature =
        CadesSignature.sign(
            manifest,
            agency.key,
            List.of(agency.officer, agency.issuing.certificate()),
            Agency.NOW);
    all.add(new Part(Layout.SIGNATURE, signature, false));
    assertThat(findings(zip(all))).containsExactly(Finding.Code.ENTRY_MISSING);
    all.removeLast();
    assertThat(findings(zip(all))).containsExactly(Finding.Code.ENTRY_MISSING);
  }

  @Test
  void entriesInAnotherOrderAreNamed() throws Exception {
    parts.add(2, parts.removeLast());
    assertThat(findings(container())).contains(Finding.Code.ENTRY_OUT_OF_ORDER);
  }

  @Test
  void pathsThatLeadElsewhereAreNamed() throws Exception {
    for (String name :
        List.of("/etc/passwd", "..\\x.txt", "objects/../x", "C:x", "objects/ab", "a/b/c/d/e")) {
      List<Part> before = List.copyOf(parts);
      part(name, "x", true);
      assertThat(findings(container())).as(name).contains(Finding.Code.ENTRY_NAME);
      parts.clear();
      parts.addAll(before);
    }
  }

  @Test
  void tooManyEntriesEndTheReading() throws Exception {
    byte[] none = new byte[0];
    for (int i = 0; i < Layout.MOST_ENTRIES; i++) {
      parts.add(parts.size() - 1, new Part(String.format("objects/%064x", i + 1L), none, false));
    }
    assertThat(findings(container())).contains(Finding.Code.TOO_MANY_ENTRIES);
  }

  @Test
  void anEntryThatWouldFillTheMemoryEndsTheReading() throws Exception {
    parts.removeLast();
    parts.add(new Part(Layout.README, new byte[Layout.MOST_IN_MEMORY + 1], true));
    assertThat(findings(container())).contains(Finding.Code.ENTRY_TOO_LARGE);
  }

  @Test
  void aBombIsNoEntryOfThisProfile() throws Exception {
    byte[] good = container();
    byte[] deflated = good.clone();
    deflated[8] = 8;
    assertThat(findings(deflated)).contains(Finding.Code.DIRECTORIES_DIFFER);
    byte[] claims = good.clone();
    int at = new String(good, StandardCharsets.ISO_8859_1).indexOf("objects/") - 30;
    Arrays.fill(claims, at + 18, at + 22, (byte) 0x7f);
    assertThat(findings(claims)).as("a size that the file does not have").isNotEmpty();
  }

  @Test
  void whatIsTooDeepIsUnreadableAndNothingWorse() throws Exception {
    String deep = "[".repeat(5000) + "]".repeat(5000);
    replace(Layout.REVISIONS, "{\"change\":" + deep + "}\n" + lines());
    assertThat(findings(container()))
        .containsOnly(Finding.Code.CHANGE_UNREADABLE, Finding.Code.COUNT_DIFFERS);
    replace(Layout.HEADER, "{\"format\":1,\"notes\":" + deep + "}");
    assertThat(findings(container())).contains(Finding.Code.HEADER_UNREADABLE);
  }

  @Test
  void aMillionBadLinesAreCountedAndNotAllKept() throws Exception {
    replace(Layout.REVISIONS, "x\n".repeat(1_000_000));
    assertThat(findings(container())).hasSizeLessThan(200);
  }

  @Test
  void aManifestOrAnAuditThatCannotBeReadIsNamed() throws Exception {
    replace(Layout.AUDIT, "no entry\n");
    assertThat(findings(container()))
        .containsOnly(Finding.Code.AUDIT_UNREADABLE, Finding.Code.COUNT_DIFFERS);
    List<Part> all = new ArrayList<>(parts);
    byte[] nonsense =
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
            .getBytes(StandardCharsets.UTF_8);
    all.add(new Part(Manifest.NAME, nonsense, false));
    byte[] signature =
        CadesSignature.sign(
            nonsense,
            agency.key,
            List.of(agency.officer, agency.issuing.certificate()),
            Agency.NOW);
    all.add(new Part(Layout.SIGNATURE, signature, false));
    assertThat(findings(zip(all))).contains(Finding.Code.MANIFEST_UNREADABLE);
  }

  @Test
  void fewerOrMoreChangesThanWereCountedAreNamed() throws Exception {
    agency.changes.removeLast();
    replace(Layout.REVISIONS, lines());
    replace(
        Layout.HEADER,
        new String(agency.header().write(), StandardCharsets.UTF_8)
            .replace("\"changes\":2", "\"changes\":3"));
    assertThat(findings(container())).containsExactly(Finding.Code.COUNT_DIFFERS);
  }

  @Test
  void whatHidesBetweenEntriesOrInASecondDirectoryIsNamed() throws Exception {
    byte[] good = container();
    String text = new String(good, StandardCharsets.ISO_8859_1);
    int second = text.indexOf("PK\u0003\u0004", 10);
    byte[] between = new byte[good.length + 3];
    System.arraycopy(good, 0, between, 0, second);
    System.arraycopy(good, second, between, second + 3, good.length - second);
    assertThat(findings(between)).contains(Finding.Code.DATA_BETWEEN);
    byte[] renamed = good.clone();
    renamed[text.lastIndexOf(Layout.README) + 1] = 'e';
    assertThat(findings(renamed)).contains(Finding.Code.DIRECTORIES_DIFFER);
  }

  /** It is read before anybody knows who sealed it, and whoever reads keeps it until then. */
  @Test
  void anAuditWithoutEndIsRefusedAndNotHandedOn() throws Exception {
    IncarnationId run = agency.ids.incarnation();
    byte[] entry =
        AuditWire.write(
            run,
            1,
            "0".repeat(64),
            AuditEntry.Act.VIEWED,
            new Fingerprint("ab".repeat(32)),
            Optional.empty(),
            Optional.empty(),
            Moment.of("2026-01-01T00:00:00Z"),
            "0".repeat(64));
    byte[] line = AuditWire.writeLine(AuditWire.read(entry, new byte[32]));
    int fit = (64 << 20) / line.length;
    replace(Layout.AUDIT, (new String(line, StandardCharsets.UTF_8) + "\n").repeat(fit + 5));
    AtomicInteger handed = new AtomicInteger();
    Verdict verdict = agency.verifyPlain(folder, container(), counting(handed));
    assertThat(verdict.sound()).isFalse();
    assertThat(verdict.findings())
        .contains(Finding.of(Finding.Code.AUDIT_TOO_LONG, Integer.toString(fit + 1)));
    assertThat(handed).hasValue(fit);
  }

  private static Sink counting(AtomicInteger handed) {
    Sink nothing = Sink.nothing();
    return new Sink() {
      @Override
      public void header(ParcelHeader header) {
        nothing.header(header);
      }

      @Override
      public void change(Authentic change) {
        nothing.change(change);
      }

      @Override
      public void audit(AuditEntry entry) {
        handed.incrementAndGet();
      }

      @Override
      public OutputStream attachment(Enclosed file) throws IOException {
        return nothing.attachment(file);
      }
    };
  }
}
