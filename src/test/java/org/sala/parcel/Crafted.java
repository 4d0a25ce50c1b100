package org.sala.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sala.crypto.CadesSignature;
import org.sala.crypto.Certificate;
import org.sala.crypto.Sha256;
import org.sala.crypto.SigningKey;
import org.sala.domain.wire.ChangeWire;

/**
 * Packages crafted entry by entry, each with one thing wrong and everything else right: with its
 * own signature, manifest and directory.
 */
abstract class Crafted {
  final Agency agency = new Agency();
  final List<Part> parts = new ArrayList<>();
  @TempDir Path folder;

  record Part(String name, byte[] content, boolean listed) {}

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

  String lines() {
    StringBuilder lines = new StringBuilder();
    agency.changes.forEach(
        c ->
            lines.append(new String(ChangeWire.writeLine(c), StandardCharsets.UTF_8)).append('\n'));
    return lines.toString();
  }

  void part(String name, String content, boolean listed) {
    parts.add(new Part(name, content.getBytes(StandardCharsets.UTF_8), listed));
  }

  void replace(String name, String content) {
    parts.replaceAll(
        p ->
            p.name().equals(name)
                ? new Part(name, content.getBytes(StandardCharsets.UTF_8), p.listed())
                : p);
  }

  byte[] container() {
    return container(agency.key, List.of(agency.officer, agency.issuing.certificate()));
  }

  byte[] container(SigningKey key, List<Certificate> chain) {
    return container(key, chain, manifest());
  }

  byte[] manifest() {
    Map<String, byte[]> digests = new LinkedHashMap<>();
    parts.stream().filter(Part::listed).forEach(p -> digests.put(p.name(), Sha256.of(p.content())));
    return Manifest.write(digests);
  }

  byte[] container(SigningKey key, List<Certificate> chain, byte[] manifest) {
    return zip(signed(key, chain, manifest));
  }

  /** All parts, with the manifest and its signature behind them. */
  List<Part> signed(SigningKey key, List<Certificate> chain, byte[] manifest) {
    List<Part> all = new ArrayList<>(parts);
    all.add(new Part(Manifest.NAME, manifest, false));
    all.add(
        new Part(Layout.SIGNATURE, CadesSignature.sign(manifest, key, chain, Agency.NOW), false));
    return all;
  }

  static byte[] zip(List<Part> all) {
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

  List<Finding.Code> findings(byte[] container) throws Exception {
    Verdict v = agency.verifyPlain(folder, container);
    assertThat(v.genuine()).isFalse();
    return v.findings().stream().map(Finding::code).toList();
  }
}
