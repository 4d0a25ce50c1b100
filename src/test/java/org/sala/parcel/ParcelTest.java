package org.sala.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Tool;
import org.sala.crypto.Trust;

class ParcelTest {
  private final Agency agency = new Agency();
  @TempDir Path folder;

  private static List<Finding.Code> codes(Verdict v) {
    return v.findings().stream().map(Finding::code).toList();
  }

  @Test
  void aSealedPackageIsGenuine() throws Exception {
    Path file = agency.seal(folder);
    Verdict verdict = agency.verify(file);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.GENUINE);
    assertThat(verdict.revocationChecked()).isTrue();
    assertThat(verdict.signer()).contains(agency.officer);
    assertThat(folder.toFile().list()).as("nothing is left beside it").hasSize(1);
  }

  @Test
  void ageUnzipAndOpensslAgree() throws Exception {
    Path file = agency.seal(folder);
    Files.write(folder.resolve("package.zip"), agency.plain(file));
    assertThat(
            Tool.has("unzip") && Tool.has("openssl") && Tool.has("age")
                || System.getenv("CI") == null)
        .as("the judges are installed where it counts")
        .isTrue();
    if (Tool.has("age")) {
      Files.writeString(folder.resolve("identity.txt"), agency.reader.secret() + "\n");
      Files.delete(folder.resolve("package.zip"));
      Tool.Answer age =
          Tool.run(folder, "age", "-d", "-i", "identity.txt", "-o", "package.zip", file.toString());
      assertThat(age.status()).as(age.text()).isZero();
    }
    if (Tool.has("unzip") && Tool.has("openssl")) {
      Tool.Answer test = Tool.run(folder, "unzip", "-t", "package.zip");
      assertThat(test.status()).as(test.text()).isZero();
      Path unpacked = Files.createDirectory(folder.resolve("package"));
      assertThat(Tool.run(unpacked, "unzip", "../package.zip").status()).isZero();
      Trust trust = agency.trust(List.of());
      Files.writeString(
          unpacked.resolve("authority.pem"),
          agency.authority.certificate().pem()
              + trust.revoked().get(0).pem()
              + trust.revoked().get(1).pem());
      String readme = Files.readString(unpacked.resolve("README.txt"));
      String verify =
          readme.lines().filter(l -> l.contains("openssl cms")).findFirst().orElseThrow().strip();
      Tool.Answer cms = Tool.run(unpacked, "sh", "-c", verify + " -crl_check_all");
      assertThat(cms.text()).contains("CMS Verification successful");
      List<String> compare =
          readme
              .lines()
              .filter(l -> l.contains("sed -n") || l.contains("while read"))
              .map(String::strip)
              .toList();
      Tool.Answer digests = Tool.run(unpacked, "sh", "-c", String.join("\n", compare));
      assertThat(digests.status()).as(digests.text()).isZero();
      assertThat(digests.text()).isBlank();
    }
  }

  @Test
  void aStrangersARevokedAndAForeignPackageAreRefused() throws Exception {
    Path file = agency.seal(folder);
    Verdict stranger = agency.verify(file, new Agency().trust(List.of()));
    assertThat(stranger.kind()).isEqualTo(Verdict.Kind.UNKNOWN_SIGNER);
    assertThat(codes(stranger)).contains(Finding.Code.SIGNER_UNKNOWN);
    Verdict revoked = agency.verify(file, agency.trust(List.of(agency.officer.serial())));
    assertThat(revoked.kind()).isEqualTo(Verdict.Kind.REVOKED);
    assertThat(codes(revoked))
        .contains(Finding.Code.SIGNER_REVOKED, Finding.Code.CHANGE_AUTHOR_REVOKED);
    Verdict other =
        new ParcelReader(List.of(AgeIdentity.generate()), agency.trust(List.of()), Agency.NOW)
            .read(file, Sink.nothing());
    assertThat(other.kind()).isEqualTo(Verdict.Kind.UNREADABLE);
    assertThat(codes(other)).containsExactly(Finding.Code.NOT_ENCRYPTED_FOR_US);
    Verdict unchecked =
        agency.verify(
            file, new Trust(List.of(agency.authority.certificate()), List.of(), List.of()));
    assertThat(unchecked.genuine()).isTrue();
    assertThat(unchecked.revocationChecked()).as("without lists it is not known").isFalse();
  }

  @Test
  void aPackagePassedOnAsIfWrittenToSomeoneElseIsRefused() throws Exception {
    ParcelHeader h = agency.header();
    ParcelHeader foreign =
        new ParcelHeader(
            h.format(),
            h.id(),
            h.station(),
            h.incarnation(),
            h.addressee(),
            h.sequence(),
            h.previous(),
            List.of("ab".repeat(32)),
            h.purpose(),
            h.protection(),
            h.created(),
            h.changes(),
            0,
            0,
            h.auditHead(),
            "",
            h.authors(),
            h.keys(),
            Map.of());
    assertThat(agency.verify(agency.seal(folder, foreign, agency.source())).kind())
        .isEqualTo(Verdict.Kind.WRONG_RECIPIENT);
  }

  @Test
  void aChangeOfSomebodyElseOrWithABadSignatureIsNamed() throws Exception {
    agency.changes.set(1, agency.change(SigningKey.generate(agency.random), 2));
    assertThat(codes(agency.verify(agency.seal(folder))))
        .containsExactly(Finding.Code.CHANGE_AUTHOR_UNKNOWN);
    var good = agency.change(agency.key, 2);
    byte[] bad = good.signature().clone();
    bad[bad.length - 1] ^= 1;
    agency.changes.set(1, new org.sala.domain.Change(good.header(), bad, good.pieces()));
    Files.delete(folder.resolve(agency.header().id() + ".sala"));
    assertThat(codes(agency.verify(agency.seal(folder))))
        .containsExactly(Finding.Code.CHANGE_SIGNATURE_WRONG);
  }

  @Test
  void aNewerFormatIsToldAsSuch() throws Exception {
    ParcelHeader h = agency.header();
    ParcelHeader newer =
        new ParcelHeader(
            2,
            h.id(),
            h.station(),
            h.incarnation(),
            h.addressee(),
            1,
            h.previous(),
            h.recipients(),
            h.purpose(),
            false,
            h.created(),
            3,
            0,
            0,
            h.auditHead(),
            "",
            h.authors(),
            h.keys(),
            Map.of());
    Verdict verdict = agency.verify(agency.seal(folder, newer, agency.source()));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.TOO_NEW);
    assertThat(codes(verdict)).containsExactly(Finding.Code.FORMAT_TOO_NEW);
  }

  @Test
  void namedSpoilingsAreAllFound() throws Exception {
    byte[] good = agency.plain(agency.seal(folder));
    assertThat(agency.verifyPlain(folder, good).genuine()).as("the untouched twin passes").isTrue();
    assertThat(codes(agency.verifyPlain(folder, replaced(good, "Example", "Exempel"))))
        .isNotEmpty();
    assertThat(codes(agency.verifyPlain(folder, replaced(good, "README.txt", "README.TXT"))))
        .contains(Finding.Code.ENTRY_NAME);
    assertThat(codes(agency.verifyPlain(folder, replaced(good, "audit.jsonl", "../../a.txt"))))
        .contains(Finding.Code.ENTRY_NAME);
    assertThat(codes(agency.verifyPlain(folder, replaced(good, "audit.jsonl", "parcel.json"))))
        .contains(Finding.Code.ENTRY_TWICE);
    assertThat(codes(agency.verifyPlain(folder, Arrays.copyOf(good, good.length + 1))))
        .contains(Finding.Code.DATA_BEHIND);
    assertThat(codes(agency.verifyPlain(folder, Arrays.copyOf(good, good.length - 5))))
        .isNotEmpty();
    byte[] front = new byte[good.length + 4];
    System.arraycopy(good, 0, front, 4, good.length);
    assertThat(codes(agency.verifyPlain(folder, front))).contains(Finding.Code.NOT_A_CONTAINER);
    byte[] spoiledObject = good.clone();
    spoiledObject[indexOf(good, "objects/") + 500] ^= 1;
    assertThat(codes(agency.verifyPlain(folder, spoiledObject)))
        .contains(Finding.Code.DIGEST_DIFFERS, Finding.Code.ATTACHMENT_MISNAMED);
    assertThat(
            codes(agency.verifyPlain(folder, "not a zip at all".getBytes(StandardCharsets.UTF_8))))
        .contains(Finding.Code.NOT_A_CONTAINER);
    assertThat(codes(agency.verifyPlain(folder, new byte[0]))).isNotEmpty();
  }

  @Test
  void everyMutationOfTheContainerIsRefused() throws Exception {
    byte[] good = agency.plain(agency.seal(folder));
    Random random = new Random(17);
    for (int trial = 0; trial < 300; trial++) {
      byte[] spoiled = good.clone();
      int at = random.nextInt(good.length);
      spoiled[at] ^= (byte) (1 << random.nextInt(8));
      Verdict v = agency.verifyPlain(folder, spoiled);
      boolean insideSignature = at >= indexOf(good, "META-INF/signature.p7s");
      // A bit of the signature file outside what is signed may be without effect, never a lie.
      assertThat(
              v.genuine()
                  && !(insideSignature && v.signer().equals(java.util.Optional.of(agency.officer))))
          .as("flip at %d", at)
          .isFalse();
    }
  }

  @Test
  void everyFlipAndCutOfTheFileIsRefused() throws Exception {
    Path file = agency.seal(folder);
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(23);
    Path spoiledFile = folder.resolve("flipped.sala");
    for (int trial = 0; trial < 200; trial++) {
      byte[] spoiled = good.clone();
      if (trial % 4 == 0) {
        spoiled = Arrays.copyOf(good, random.nextInt(good.length));
      } else {
        spoiled[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(spoiledFile, spoiled);
      assertThat(agency.verify(spoiledFile).genuine()).isFalse();
    }
    Files.write(spoiledFile, Arrays.copyOf(good, good.length + 3));
    assertThat(agency.verify(spoiledFile).genuine()).isFalse();
    byte[] last = good.clone();
    last[good.length - 1] ^= 1;
    for (byte[] outside : List.of(last, Arrays.copyOf(good, good.length - 1))) {
      Files.write(spoiledFile, outside);
      assertThat(codes(agency.verify(spoiledFile))).contains(Finding.Code.CUT_OR_ALTERED_OUTSIDE);
    }
  }

  @Test
  void anAttachmentThatChangedSinceIntakeEndsTheSealing() {
    Source honest = agency.source();
    Source lying =
        new Source() {
          @Override
          public void changes(java.util.function.Consumer<byte[]> line) {
            honest.changes(line);
          }

          @Override
          public void audit(java.util.function.Consumer<byte[]> line) {
            honest.audit(line);
          }

          @Override
          public List<Attachment> attachments() {
            Attachment a = honest.attachments().getFirst();
            return List.of(
                new Attachment(
                    a.digest(),
                    a.size(),
                    a.crc(),
                    () -> new java.io.ByteArrayInputStream(new byte[(int) a.size()])));
          }
        };
    assertThatThrownBy(() -> agency.seal(folder, agency.header(), lying))
        .isInstanceOf(ParcelFault.class)
        .hasMessageContaining("EXHIBIT_CHANGED");
    assertThat(folder.toFile().list()).as("nothing is left").isEmpty();
  }

  @Test
  void whyItWasNotSealedIsToldThoughTheRestOfItCannotBeTakenAway() {
    ParcelHeader header = agency.header();
    Path part = folder.resolve(header.id() + ".sala.part");
    Source stuck =
        new Source() {
          @Override
          public void changes(java.util.function.Consumer<byte[]> line) {
            try {
              // A folder with something in it stands where the half of the package was.
              Files.deleteIfExists(part);
              Files.createDirectories(part.resolve("in the way"));
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
            throw new ParcelFault(ParcelFault.Code.STOPPED, "sealing");
          }

          @Override
          public void audit(java.util.function.Consumer<byte[]> line) {
            throw new AssertionError("it was stopped before");
          }

          @Override
          public List<Attachment> attachments() {
            return List.of();
          }
        };
    assertThatThrownBy(() -> agency.seal(folder, header, stuck))
        .isInstanceOfSatisfying(
            ParcelFault.class, e -> assertThat(e.code()).isEqualTo(ParcelFault.Code.STOPPED));
    assertThat(part.resolve("in the way")).exists();
  }

  private static byte[] replaced(byte[] in, String what, String with) {
    return new String(in, StandardCharsets.ISO_8859_1)
        .replace(what, with)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int indexOf(byte[] in, String what) {
    return new String(in, StandardCharsets.ISO_8859_1).indexOf(what);
  }
}
