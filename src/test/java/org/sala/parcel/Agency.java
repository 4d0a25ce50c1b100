package org.sala.parcel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.sala.crypto.Sha256;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Trust;
import org.sala.domain.AttachedFile;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Hlc;
import org.sala.domain.IdSource;
import org.sala.domain.Moment;
import org.sala.domain.Piece;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.Json;
import org.sala.domain.wire.RevisionWire;

/** An invented agency with an officer who seals packages for one reader. */
final class Agency {
  static final Instant NOW = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
  private static final Duration YEAR = Duration.ofDays(365);

  final SecureRandom random = new SecureRandom();
  final IdSource ids = new IdSource(Clock.systemUTC(), new Random(5));
  final Issuer authority =
      Issuer.authority(
          SigningKey.generate(random), "Agency of Examples", NOW.minusSeconds(90), YEAR, random);
  final Issuer issuing =
      authority.certifyIssuer(
          SigningKey.generate(random), "Agency of Examples", NOW.minusSeconds(90), YEAR);
  final SigningKey key = SigningKey.generate(random);
  final Certificate officer =
      issuing.certify(
          key.verifying(), "EX-0007", "field", "Agency of Examples", NOW.minusSeconds(90), YEAR);
  Purpose purpose = Purpose.REPORT;
  boolean protection;
  final AgeIdentity reader = AgeIdentity.generate();
  final List<Change> changes = new ArrayList<>();
  final List<byte[]> attachments = new ArrayList<>();

  Agency() {
    for (int i = 0; i < 3; i++) {
      changes.add(change(key, i + 1));
    }
    byte[] bytes = new byte[300_000];
    new Random(9).nextBytes(bytes);
    attachments.add(bytes);
  }

  Change change(SigningKey author, long number) {
    return change(author, number, "case", Map.of("title", Value.text("Example " + number)));
  }

  /** A person's photo: a revision that names a file. */
  Change photo(long number, String digest, long size) {
    return change(
        key,
        number,
        "person",
        Map.of("photo", new AttachedFile(digest, size, "photo", "image/png").toValue()));
  }

  /** A case in a change of whose header one part says something else, as another program writes. */
  Change headed(String part, String text) {
    Change like = of("case", Map.of("title", Value.text("Example")));
    Map<String, Value> parts = new LinkedHashMap<>(Json.readParts(like.header().bytes()).parts());
    parts.put(part, Value.text(text));
    ChangeHeader header = ChangeWire.readHeader(Json.write(new Value.Parts(parts)));
    return new Change(header, key.sign(header.bytes()), like.pieces());
  }

  /** A record of some kind, which the agency's own officer signed. */
  Change of(String kind, Map<String, Value> fields) {
    return of(kind, Compartment.INVESTIGATION, fields);
  }

  Change of(String kind, Compartment compartment, Map<String, Value> fields) {
    return change(key, changes.size() + 1, kind, compartment, fields);
  }

  private Change change(SigningKey author, long number, String kind, Map<String, Value> fields) {
    return change(author, number, kind, Compartment.INVESTIGATION, fields);
  }

  private Change change(
      SigningKey author,
      long number,
      String kind,
      Compartment compartment,
      Map<String, Value> fields) {
    Revision r =
        RevisionWire.write(
            ids.record(),
            kind,
            List.of(),
            ids.scope(),
            compartment,
            fields,
            Optional.empty(),
            ids.nonce(new Fingerprint(author.verifying().fingerprint())));
    StationId station = ids.station();
    return signed(
        author, number, station, new IdSource(Clock.systemUTC(), random, station).change(), r);
  }

  /** A change under whichever id. */
  Change signed(SigningKey author, long number, StationId station, ChangeId id, Revision r) {
    ChangeHeader h =
        ChangeWire.writeHeader(
            id,
            new Fingerprint(author.verifying().fingerprint()),
            station,
            ids.incarnation(),
            number,
            Moment.of("2026-11-24T03:12:11.123+07:00[Asia/Bangkok]"),
            new Hlc(number, 0),
            List.of(r.id()));
    return new Change(h, author.sign(h.bytes()), List.of(new Piece.Whole(r)));
  }

  Trust trust(List<String> revoked) {
    return new Trust(
        List.of(authority.certificate()),
        List.of(issuing.certificate()),
        List.of(
            issuing.revoke(revoked, 1, NOW, Duration.ofDays(30)),
            authority.revoke(List.of(), 1, NOW, Duration.ofDays(30))));
  }

  ParcelHeader header() {
    return new ParcelHeader(
        ParcelHeader.FORMAT,
        "abcdefghijklmnopqrstuvwxyz",
        ids.station(),
        ids.incarnation(),
        ids.station(),
        1,
        "0".repeat(64),
        List.of(reader.recipient().fingerprint()),
        purpose,
        protection,
        Moment.of("2026-11-24T03:12:11.123+07:00[Asia/Bangkok]"),
        changes.size(),
        0,
        0,
        "0".repeat(64),
        "",
        List.of(officer.der(), issuing.certificate().der()),
        List.of(),
        Map.of());
  }

  Source source() {
    return new Source() {
      @Override
      public void changes(Consumer<byte[]> line) {
        changes.forEach(c -> line.accept(ChangeWire.writeLine(c)));
      }

      @Override
      public void audit(Consumer<byte[]> line) {
        // None in these packages.
      }

      @Override
      public List<Attachment> attachments() {
        return attachments.stream()
            .map(
                b -> {
                  CRC32 crc = new CRC32();
                  crc.update(b);
                  return new Attachment(
                      Sha256.hex(b), b.length, crc.getValue(), () -> new ByteArrayInputStream(b));
                })
            .toList();
      }
    };
  }

  Path seal(Path folder) {
    return seal(folder, header(), source());
  }

  Path seal(Path folder, ParcelHeader header, Source source) {
    Path file = folder.resolve(header.id() + ".sala");
    new ParcelWriter(key, List.of(officer, issuing.certificate()), List.of(reader.recipient()))
        .write(header, source, file, NOW, Progress.none());
    return file;
  }

  Verdict verify(Path file) throws IOException {
    return verify(file, trust(List.of()));
  }

  Verdict verify(Path file, Trust trust) throws IOException {
    return new ParcelReader(List.of(reader), trust, NOW).read(file, Sink.nothing());
  }

  byte[] plain(Path file) throws Exception {
    try (InputStream in = Age.decrypt(List.of(reader), Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  /**
   * Puts spoiled bytes back into the envelope, as someone could who has the reader's public key.
   */
  Verdict verifyPlain(Path folder, byte[] container) throws IOException {
    return verifyPlain(folder, container, Sink.nothing());
  }

  Verdict verifyPlain(Path folder, byte[] container, Sink sink) throws IOException {
    Path file = folder.resolve("spoiled.sala");
    try (OutputStream out = Age.encrypt(List.of(reader.recipient()), Files.newOutputStream(file))) {
      out.write(container);
    }
    return new ParcelReader(List.of(reader), trust(List.of()), NOW).read(file, sink);
  }
}
