package org.sala.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.crypto.Age;
import org.sala.crypto.Certificate;
import org.sala.crypto.CertificateRequest;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.RevocationList;
import org.sala.domain.AttachedFile;
import org.sala.domain.DomainFault;
import org.sala.domain.Revision;
import org.sala.domain.wire.AuditWire;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.RevisionWire;
import org.sala.parcel.Finding;
import org.sala.parcel.ParcelReader;
import org.sala.parcel.Sink;
import org.sala.parcel.Verdict;

/** What comes in a package: the file, its container, its entries, and what stands in them. */
final class Packages {
  /** Every line of a package may be 64 MiB, and its reader works on pieces of 256 KiB. */
  private static final long BYTES = 128L << 20;

  private static final List<String> JSON =
      List.of(
          "\"format\":2",
          "\"revisions\":[",
          "\"withheld\":\"",
          "\"kind\":\"person\"",
          "\"photo\":{",
          "\"parents\":[",
          "[[[[[[[[",
          "{\"a\":{\"a\":",
          "1e-40",
          "=",
          "+07:00[Asia/Bangkok]");

  private static final List<String> XML =
      List.of(
          "<asic:DataObjectReference URI=\"",
          "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///x'>]>",
          "<ds:DigestValue>",
          "</asic:ASiCManifest>",
          "&b;",
          "<![CDATA[",
          "<?xml version=\"1.1\"?>",
          "xmlns:a=\"a\"",
          "mimetype",
          "../parcel.json",
          "<a>",
          "</a>");

  /** A verdict is the answer to everything: nothing may be thrown. */
  private static final List<Class<? extends Exception>> NONE = List.of();

  private final SealedExample example;
  private final Map<String, byte[]> entries;
  private final InFolder folder;
  private final byte[] plain;
  private final Set<Finding.Code> overlooked;

  Packages(Path root, SealedExample example) throws IOException {
    this(root, example, Set.of());
  }

  /**
   * @param overlooked what the reader is made not to see: a broken one, on which the check has to
   *     go red
   */
  Packages(Path root, SealedExample example, Set<Finding.Code> overlooked) throws IOException {
    this.overlooked = overlooked;
    this.folder = new InFolder(root.resolve("package"), "package.sala");
    this.example = example;
    this.plain = example.plain();
    this.entries = StoredZip.entries(plain);
  }

  List<Parser> parsers() throws IOException {
    List<byte[]> each = new ArrayList<>();
    List<String> names = List.copyOf(entries.keySet());
    for (int i = 0; i < names.size(); i++) {
      each.add(numbered(i, entries.getOrDefault(names.get(i), new byte[0])));
    }
    byte[] manifest = entries.getOrDefault("META-INF/ASiCManifest.xml", new byte[0]);
    List<byte[]> lines = example.changes.stream().map(ChangeWire::writeLine).toList();
    return List.of(
        new Parser(
            "package", List.of(example.sealed), List.of("-> X25519 ", "---"), this::file, NONE),
        new Parser(
            "container",
            List.of(plain),
            List.of("PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006", "objects/"),
            this::container,
            NONE,
            BYTES),
        new Parser("entry", each, JSON, this::entry, NONE, BYTES),
        new Parser(
            "manifest",
            List.of(manifest),
            XML,
            m -> entry(numbered(names.indexOf("META-INF/ASiCManifest.xml"), m)),
            NONE,
            BYTES),
        new Parser("change", lines, JSON, ChangeWire::readLine, List.of(DomainFault.class)),
        new Parser(
            "revision",
            example.changes.stream()
                .flatMap(c -> c.revisions().stream())
                .map(Revision::bytes)
                .toList(),
            JSON,
            b -> AttachedFile.in(RevisionWire.read(b)),
            List.of(DomainFault.class)),
        new Parser(
            "audit entry",
            List.of(AuditWire.writeLine(example.audit)),
            JSON,
            AuditWire::readLine,
            List.of(DomainFault.class)),
        new Parser(
            "certificate",
            List.of(example.officer.der(), example.issuing.certificate().der()),
            List.of(),
            Packages::certificate,
            List.of(CryptoFault.class)),
        new Parser(
            "revocation list",
            List.of(
                example
                    .issuing
                    .revoke(
                        List.of(example.officer.serial()), 2, SealedExample.NOW, SealedExample.YEAR)
                    .der()),
            List.of(),
            d -> {
              RevocationList list = RevocationList.of(d);
              list.serials();
              list.made();
              list.issuedBy(example.issuing.certificate());
            },
            List.of(CryptoFault.class)),
        new Parser(
            "certificate request",
            List.of(CertificateRequest.make(example.key, "EX-0007").der()),
            List.of(),
            d -> CertificateRequest.of(d).number(),
            List.of(NotAuthenticException.class, CryptoFault.class)));
  }

  private void file(byte[] input) throws Exception {
    folder.read(
        input,
        f -> {
          if (genuine(f) && !Arrays.equals(input, example.sealed)) {
            throw spoiledAndGenuine();
          }
        });
  }

  private boolean genuine(Path file) throws IOException {
    Verdict verdict =
        new ParcelReader(List.of(example.reader), example.trust, SealedExample.NOW)
            .read(file, Sink.nothing());
    return verdict.genuine()
        || !overlooked.isEmpty()
            && verdict.signer().isPresent()
            && verdict.findings().stream().allMatch(f -> overlooked.contains(f.code()));
  }

  private static AssertionError spoiledAndGenuine() {
    return new AssertionError("a spoiled package is called genuine");
  }

  private void container(byte[] input) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream age = Age.encrypt(List.of(example.reader.recipient()), out)) {
      age.write(input);
    }
    folder.read(
        out.toByteArray(),
        f -> {
          if (genuine(f) && !sameUpToTheSignature(input)) {
            throw spoiledAndGenuine();
          }
        });
  }

  /** What the signature's own encoding holds beyond what it signs may change without a lie. */
  private boolean sameUpToTheSignature(byte[] container) {
    byte[] name = "META-INF/signature.p7s".getBytes(StandardCharsets.US_ASCII);
    int at = 0;
    while (!Arrays.equals(plain, at, at + name.length, name, 0, name.length)) {
      at++;
    }
    return container.length >= at && Arrays.equals(container, 0, at - 30, plain, 0, at - 30);
  }

  private static void certificate(byte[] der) {
    Certificate c = Certificate.of(der);
    c.number();
    c.role();
    c.agency();
    c.issues();
    c.selfIssued();
    c.key().fingerprint();
  }

  private static byte[] numbered(int number, byte[] content) {
    byte[] all = new byte[content.length + 1];
    all[0] = (byte) number;
    System.arraycopy(content, 0, all, 1, content.length);
    return all;
  }

  /** One entry spoiled, all around it right: its number first, then its content. */
  private void entry(byte[] input) throws Exception {
    if (input.length == 0) {
      return;
    }
    List<String> names = List.copyOf(entries.keySet());
    Map<String, byte[]> all = new LinkedHashMap<>(entries);
    all.put(
        names.get(Math.floorMod(input[0], names.size())),
        Arrays.copyOfRange(input, 1, input.length));
    container(StoredZip.zip(all));
  }
}
