package org.sala.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.crypto.CadesSignature;
import org.sala.crypto.Certificate;
import org.sala.crypto.Sha256;
import org.sala.crypto.SigningKey;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.Value;
import org.sala.domain.wire.ChangeWire;

/**
 * Packages crafted entry by entry, each with one thing wrong and everything else right: with its
 * own signature, manifest and directory.
 */
class RefusalsTest {
  private final Agency agency = new Agency();
  private final List<Part> parts = new ArrayList<>();
  @TempDir Path folder;

  private record Part(String name, byte[] content, boolean listed) {}

  @BeforeEach
  void asItShouldBe() {
    part(Layout.MIMETYPE, Layout.MIMETYPE_TEXT, false);
    parts.add(new Part(Layout.HEADER, agency.header().write(), true));
    part(Layout.REVISIONS, lines(), true);
    part(Layout.AUDIT, "", true);
    for (byte[] a : agency.attachments) {
      parts.add(new Part("objects/" + Sha256.hex(a), a, true));
    }
    part(Layout.README, "How to check this.", true);
  }

  private String lines() {
    StringBuilder lines = new StringBuilder();
    agency.changes.forEach(
        c ->
            lines.append(new String(ChangeWire.writeLine(c), StandardCharsets.UTF_8)).append('\n'));
    return lines.toString();
  }

  private void part(String name, String content, boolean listed) {
    parts.add(new Part(name, content.getBytes(StandardCharsets.UTF_8), listed));
  }

  private void replace(String name, String content) {
    parts.replaceAll(
        p ->
            p.name().equals(name)
                ? new Part(name, content.getBytes(StandardCharsets.UTF_8), p.listed())
                : p);
  }

  private byte[] container() {
    return container(agency.key, List.of(agency.officer, agency.issuing.certificate()));
  }

  private byte[] container(SigningKey key, List<Certificate> chain) {
    Map<String, byte[]> digests = new LinkedHashMap<>();
    parts.stream().filter(Part::listed).forEach(p -> digests.put(p.name(), Sha256.of(p.content())));
    return container(key, chain, Manifest.write(digests));
  }

  private byte[] container(SigningKey key, List<Certificate> chain, byte[] manifest) {
    List<Part> all = new ArrayList<>(parts);
    all.add(new Part(Manifest.NAME, manifest, false));
    all.add(
        new Part(Layout.SIGNATURE, CadesSignature.sign(manifest, key, chain, Agency.NOW), false));
    return zip(all);
  }

  private static byte[] zip(List<Part> all) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<ZipFormat.Entry> entries = new ArrayList<>();
    for (Part p : all) {
      CRC32 crc = new CRC32();
      crc.update(p.content());
      ZipFormat.Entry e =
          new ZipFormat.Entry(p.name(), p.content().length, crc.getValue(), out.size());
      entries.add(e);
      out.writeBytes(ZipFormat.local(e));
      out.writeBytes(p.content());
    }
    int start = out.size();
    entries.forEach(e -> out.writeBytes(ZipFormat.central(e)));
    out.writeBytes(ZipFormat.end(entries.size(), out.size() - start, start));
    return out.toByteArray();
  }

  private List<Finding.Code> findings(byte[] container) throws Exception {
    Verdict v = agency.verifyPlain(folder, container);
    assertThat(v.genuine()).isFalse();
    return v.findings().stream().map(Finding::code).toList();
  }

  @Test
  void aRevisionThatNamesAFileHasToHaveItInsideInThatSize() throws Exception {
    byte[] inside = agency.attachments.getFirst();
    agency.changes.add(agency.photo(4, Sha256.hex(inside), inside.length));
    parts.clear();
    asItShouldBe();
    assertThat(agency.verifyPlain(folder, container()).findings()).isEmpty();
    agency.changes.add(agency.photo(5, Sha256.hex(inside), inside.length - 1));
    parts.clear();
    asItShouldBe();
    assertThat(findings(container())).containsExactly(Finding.Code.ATTACHMENT_MISSING);
    agency.changes.removeLast();
    agency.changes.add(agency.photo(5, "0".repeat(64), 10));
    parts.clear();
    asItShouldBe();
    Verdict verdict = agency.verifyPlain(folder, container());
    assertThat(verdict.findings())
        .containsExactly(Finding.of(Finding.Code.ATTACHMENT_MISSING, "0".repeat(64)));
    assertThat(verdict.sound()).as("no two officers admit what is not whole").isFalse();
  }

  /**
   * Signed by an officer who may sign, and sealed by a station that is known: refused all the same.
   */
  @ParameterizedTest
  @ValueSource(strings = {"erasure", "admission", "approval", "parcel", "revocation", "agency"})
  void whatNoStationSendsIsRefused(String kind) throws Exception {
    agency.changes.add(agency.of(kind, Map.of("reason", Value.text("Example"))));
    parts.clear();
    asItShouldBe();
    Verdict verdict = agency.verifyPlain(folder, container());
    assertThat(verdict.findings())
        .extracting(Finding::code)
        .containsExactly(Finding.Code.CHANGE_STAYS);
    assertThat(verdict.sound()).as("no two officers admit it").isFalse();
  }

  /** Each purpose with a kind that it brings, and with one that comes by another purpose alone. */
  @ParameterizedTest
  @CsvSource({
    "REPORT, person, bulletin",
    "REPORT, consent, catalogue",
    "REPORT, triage, alarm",
    "REPORT, a-kind-of-a-newer-station, extract",
    "REPORT, deed, copy",
    "FIELD, person, bulletin",
    "FIELD, consent, dossier",
    "FIELD, screening, catalogue",
    "FIELD, a-kind-of-a-newer-station, alarm",
    "RECEIPT, receipt, catalogue",
    "RECEIPT, bulletin, copy",
    "DECISION, question, receipt",
    "DECISION, bulletin, alarm",
    "CATALOGUE, catalogue, bulletin",
    "CATALOGUE, catalogue, a-kind-of-a-newer-station",
    "DANGER, alarm, person",
    "DANGER, alarm, a-kind-of-a-newer-station",
    "PARTNER, extract, person",
    "PARTNER, copy, alarm",
    "PARTNER, receipt, a-kind-of-a-newer-station"
  })
  void whatComesByAnotherPurposeIsRefused(Purpose purpose, String brought, String other)
      throws Exception {
    agency.purpose = purpose;
    agency.changes.clear();
    agency.changes.add(agency.of(brought, Map.of("title", Value.text("Example"))));
    parts.clear();
    asItShouldBe();
    assertThat(agency.verifyPlain(folder, container()).findings()).isEmpty();
    agency.changes.add(agency.of(other, Map.of("title", Value.text("Example"))));
    parts.clear();
    asItShouldBe();
    Verdict verdict = agency.verifyPlain(folder, container());
    assertThat(verdict.findings())
        .containsExactly(new Finding(Finding.Code.CHANGE_OUT_OF_PLACE, "2"));
    assertThat(verdict.sound()).as("no two officers admit it").isFalse();
    assertThat(verdict.bringsTooMuch()).as("told as genuine and not for here").isTrue();
  }

  /** Every kind has its place: what is sent comes home, and what is not comes nowhere else. */
  @Test
  void everyKindThatIsSentComesHomeOrFromHeadquarters() throws Exception {
    for (Kind kind : Kinds.all()) {
      agency.purpose =
          Set.of("bulletin", "catalogue").contains(kind.key())
              ? kind.key().equals("bulletin") ? Purpose.DECISION : Purpose.CATALOGUE
              : Purpose.REPORT;
      agency.changes.clear();
      agency.changes.add(agency.of(kind.key(), Map.of("title", Value.text("Example"))));
      parts.clear();
      asItShouldBe();
      assertThat(agency.verifyPlain(folder, container()).findings().isEmpty())
          .as(kind.key())
          .isEqualTo(kind.sent() || Set.of("dossier", "deed").contains(kind.key()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BULLETIN", "REVOCATION", "ENROLMENT"})
  void aPurposeThatNobodySealsBringsNothing(Purpose purpose) throws Exception {
    agency.purpose = purpose;
    parts.clear();
    asItShouldBe();
    assertThat(findings(container())).containsOnly(Finding.Code.CHANGE_OUT_OF_PLACE);
  }

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
}
