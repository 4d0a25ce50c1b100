package org.sala.bench.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.sala.crypto.Age;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.Certificate;
import org.sala.crypto.Issuer;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Sha256;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Trust;
import org.sala.domain.AttachedFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Hlc;
import org.sala.domain.IdSource;
import org.sala.domain.Moment;
import org.sala.domain.Piece;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.AuditWire;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.RevisionWire;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.ParcelWriter;
import org.sala.parcel.Progress;
import org.sala.parcel.Purpose;
import org.sala.parcel.Source;

/** An invented agency, and a package that one of its officers sealed for one reader. */
final class SealedExample {
  private static final Moment THEN = Moment.of("2026-11-24T03:12:11.123+07:00[Asia/Bangkok]");
  static final Instant NOW = Instant.parse("2026-11-24T03:12:11Z");
  static final Duration YEAR = Duration.ofDays(365);

  private final SecureRandom random = new SecureRandom();
  private final IdSource ids = new IdSource(Clock.systemUTC(), new Random(5));
  private final Issuer authority =
      Issuer.authority(
          SigningKey.generate(random), "Agency of Examples", NOW.minusSeconds(90), YEAR, random);
  final Issuer issuing =
      authority.certifyIssuer(
          SigningKey.generate(random), "Agency of Examples", NOW.minusSeconds(90), YEAR);
  final SigningKey key = SigningKey.generate(random);
  final Certificate officer =
      issuing.certify(
          key.verifying(), "EX-0007", "field", "Agency of Examples", NOW.minusSeconds(90), YEAR);
  final AgeIdentity reader = AgeIdentity.generate();
  final Trust trust =
      new Trust(
          List.of(authority.certificate()),
          List.of(issuing.certificate()),
          List.of(
              issuing.revoke(List.of(), 1, NOW, Duration.ofDays(30)),
              authority.revoke(List.of(), 1, NOW, Duration.ofDays(30))));
  private final byte[] attachment = new byte[2000];
  final List<Change> changes = new ArrayList<>();
  final AuditEntry audit;
  final byte[] sealed;

  SealedExample(Path root) throws IOException {
    new Random(9).nextBytes(attachment);
    changes.add(change(1, Map.of("title", Value.text("Example"))));
    changes.add(
        change(
            2,
            Map.of(
                "photo",
                new AttachedFile(Sha256.hex(attachment), attachment.length, "photo", "image/png")
                    .toValue())));
    byte[] entry =
        AuditWire.write(
            ids.incarnation(),
            1,
            "0".repeat(64),
            AuditEntry.Act.values()[0],
            new Fingerprint(key.verifying().fingerprint()),
            Optional.of(ids.record()),
            Optional.of("detail"),
            THEN,
            "0".repeat(64));
    audit = AuditWire.read(entry, new byte[32]);
    Path file = Files.createDirectories(root.resolve("sealed")).resolve("package.sala");
    new ParcelWriter(key, List.of(officer, issuing.certificate()), List.of(reader.recipient()))
        .write(header(), source(), file, NOW, Progress.none());
    sealed = Files.readAllBytes(file);
  }

  /** The container inside. */
  byte[] plain() throws IOException {
    try (InputStream in = Age.decrypt(List.of(reader), new ByteArrayInputStream(sealed))) {
      return in.readAllBytes();
    } catch (NotAuthenticException e) {
      throw new IOException(e);
    }
  }

  private Change change(long number, Map<String, Value> fields) {
    Revision r =
        RevisionWire.write(
            ids.record(),
            "person",
            List.of(),
            ids.scope(),
            Compartment.INVESTIGATION,
            fields,
            Optional.of("a reason"),
            ids.nonce(new Fingerprint(key.verifying().fingerprint())));
    StationId station = ids.station();
    ChangeHeader h =
        ChangeWire.writeHeader(
            new IdSource(Clock.systemUTC(), random, station).change(),
            new Fingerprint(key.verifying().fingerprint()),
            station,
            ids.incarnation(),
            number,
            THEN,
            new Hlc(number, 0),
            List.of(r.id()));
    return new Change(h, key.sign(h.bytes()), List.of(new Piece.Whole(r)));
  }

  private ParcelHeader header() {
    return new ParcelHeader(
        ParcelHeader.FORMAT,
        "abcdefghijklmnopqrstuvwxyz",
        ids.station(),
        ids.incarnation(),
        ids.station(),
        1,
        "0".repeat(64),
        List.of(reader.recipient().fingerprint()),
        Purpose.REPORT,
        false,
        THEN,
        changes.size(),
        1,
        1,
        "0".repeat(64),
        "",
        List.of(officer.der(), issuing.certificate().der()),
        List.of(),
        Map.of("note", "a note"));
  }

  private Source source() {
    return new Source() {
      @Override
      public void changes(Consumer<byte[]> line) {
        changes.forEach(c -> line.accept(ChangeWire.writeLine(c)));
      }

      @Override
      public void audit(Consumer<byte[]> line) {
        line.accept(AuditWire.writeLine(audit));
      }

      @Override
      public List<Attachment> attachments() {
        CRC32 crc = new CRC32();
        crc.update(attachment);
        return List.of(
            new Attachment(
                Sha256.hex(attachment),
                attachment.length,
                crc.getValue(),
                () -> new ByteArrayInputStream(attachment)));
      }
    };
  }
}
