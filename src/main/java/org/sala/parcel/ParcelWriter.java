package org.sala.parcel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.sala.crypto.Age;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.CadesSignature;
import org.sala.crypto.Certificate;
import org.sala.crypto.Sha256;
import org.sala.crypto.SigningKey;
import org.sala.disk.Disk;
import org.sala.disk.DiskFull;
import org.sala.disk.WholeFile;

/** Writes a package into a file, atomically: what lies there is whole or is not there. */
public final class ParcelWriter {
  private final SigningKey key;
  private final List<Certificate> chain;
  private final List<AgeRecipient> recipients;
  private final boolean lasting;

  /**
   * @param chain the sealing officer's certificate, then its issuers
   */
  public ParcelWriter(SigningKey key, List<Certificate> chain, List<AgeRecipient> recipients) {
    this(key, chain, recipients, true);
  }

  /**
   * @param chain the sealing officer's certificate, then its issuers
   * @param lasting whether what is written has to outlast a power cut where it lies: not where it
   *     goes elsewhere at once
   */
  public ParcelWriter(
      SigningKey key, List<Certificate> chain, List<AgeRecipient> recipients, boolean lasting) {
    this.lasting = lasting;
    this.key = key;
    this.chain = List.copyOf(chain);
    this.recipients = List.copyOf(recipients);
  }

  /** What was written. */
  public record Written(String digest, long size) {}

  /**
   * Writes the package beside {@code file} and moves it there when it is whole, and synced where it
   * has to last.
   *
   * @return SHA-256 and length of the file
   */
  public Written write(
      ParcelHeader header, Source source, Path file, Instant at, Progress progress) {
    MessageDigest digest = Sha256.start();
    try (WholeFile out = WholeFile.beside(Disk.real(), file)) {
      OutputStream uncloseable = new DigestOutputStream(out.content(), digest);
      OutputStream age =
          header.purpose() == Purpose.TRAINING
              ? Age.encryptForPractice(recipients, uncloseable)
              : Age.encrypt(recipients, uncloseable);
      try (OutputStream sealed = new Behind(age)) {
        new Container(sealed, progress).write(header, source, at);
      }
      // The name has to last as well: the journal says next that the package is sealed.
      out.keep(file, lasting);
      return new Written(HexFormat.of().formatHex(digest.digest()), Files.size(file));
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private static ParcelFault fault(IOException e) {
    return new ParcelFault(DiskFull.is(e) ? ParcelFault.Code.DISK_FULL : ParcelFault.Code.IO, e);
  }

  /** The container inside: entries one after the other, then the directory. */
  private final class Container {
    private final OutputStream out;
    private final Progress progress;
    private final List<ZipFormat.Entry> entries = new ArrayList<>();
    private final Map<String, byte[]> digests = new LinkedHashMap<>();
    private long offset;
    private long attached;
    private long total;

    Container(OutputStream out, Progress progress) {
      this.out = out;
      this.progress = progress;
    }

    void write(ParcelHeader header, Source source, Instant at) throws IOException {
      total = source.attachments().stream().mapToLong(Source.Attachment::size).sum();
      entry(Layout.MIMETYPE, Layout.MIMETYPE_TEXT.getBytes(StandardCharsets.US_ASCII));
      digests.clear();
      entry(Layout.HEADER, header.write());
      lines(Layout.REVISIONS, source::changes);
      lines(Layout.AUDIT, source::audit);
      for (Source.Attachment a : source.attachments()) {
        attachment(a);
      }
      if (source.contents().isPresent()) {
        entry(Layout.CONTENTS, source.contents().get());
      }
      entry(Layout.README, readme());
      byte[] manifest = Manifest.write(digests);
      entry(Manifest.NAME, manifest);
      entry(Layout.SIGNATURE, CadesSignature.sign(manifest, key, chain, at));
      long start = offset;
      for (ZipFormat.Entry e : entries) {
        raw(ZipFormat.central(e));
      }
      raw(ZipFormat.end(entries.size(), offset - start, start));
    }

    private void entry(String name, byte[] content) throws IOException {
      CRC32 crc = new CRC32();
      crc.update(content);
      begin(new ZipFormat.Entry(name, content.length, crc.getValue(), offset));
      raw(content);
      digests.put(name, Sha256.of(content));
    }

    /** Counts in a first pass, writes in a second; both must give the same bytes. */
    private void lines(String name, Consumer<Consumer<byte[]>> give) throws IOException {
      Counter first = new Counter(null);
      give.accept(line -> first.line(unlessStopped(line)));
      begin(new ZipFormat.Entry(name, first.size, first.crc.getValue(), offset));
      Counter second = new Counter(out);
      give.accept(line -> second.line(unlessStopped(line)));
      second.rethrow();
      if (second.size != first.size || second.crc.getValue() != first.crc.getValue()) {
        throw new IOException("the lines changed while they were written");
      }
      offset += second.size;
      digests.put(name, second.digest.digest());
    }

    private void attachment(Source.Attachment a) throws IOException {
      String name = Layout.OBJECTS + a.digest();
      begin(new ZipFormat.Entry(name, a.size(), a.crc(), offset));
      MessageDigest digest = Sha256.start();
      byte[] buffer = new byte[256 * 1024];
      long size = 0;
      try (InputStream in = opened(a)) {
        for (int n = read(in, buffer, a); n >= 0; n = read(in, buffer, a)) {
          if (progress.stopped()) {
            throw new ParcelFault(ParcelFault.Code.STOPPED, "sealing");
          }
          digest.update(buffer, 0, n);
          out.write(buffer, 0, n);
          size += n;
          progress.done(attached + size, total);
        }
      }
      byte[] found = digest.digest();
      if (size != a.size() || !HexFormat.of().formatHex(found).equals(a.digest())) {
        throw new ParcelFault(ParcelFault.Code.EXHIBIT_CHANGED, a.digest());
      }
      offset += size;
      attached += size;
      digests.put(name, found);
    }

    private static InputStream opened(Source.Attachment a) {
      try {
        return a.open().open();
      } catch (IOException e) {
        throw new ParcelFault(ParcelFault.Code.EXHIBIT_CHANGED, a.digest(), e);
      }
    }

    /** What cannot be read back is not what was taken in, as opposed to a disk that is full. */
    private static int read(InputStream in, byte[] to, Source.Attachment a) {
      try {
        return in.read(to);
      } catch (IOException e) {
        throw new ParcelFault(ParcelFault.Code.EXHIBIT_CHANGED, a.digest(), e);
      }
    }

    /** Returns a line, unless the writing was stopped: there may be a million of them. */
    private byte[] unlessStopped(byte[] line) {
      if (progress.stopped()) {
        throw new ParcelFault(ParcelFault.Code.STOPPED, "sealing");
      }
      return line;
    }

    private void begin(ZipFormat.Entry e) throws IOException {
      if (progress.stopped()) {
        throw new ParcelFault(ParcelFault.Code.STOPPED, "sealing");
      }
      entries.add(e);
      raw(ZipFormat.local(e));
    }

    private void raw(byte[] bytes) throws IOException {
      out.write(bytes);
      offset += bytes.length;
    }
  }

  private static byte[] readme() throws IOException {
    try (InputStream in = ParcelWriter.class.getResourceAsStream("README.txt")) {
      if (in == null) {
        throw new IOException("README.txt is missing");
      }
      return in.readAllBytes();
    }
  }

  /** Counts lines, and writes them where there is somewhere to write to. */
  private static final class Counter {
    private final @org.jspecify.annotations.Nullable OutputStream to;
    private final CRC32 crc = new CRC32();
    private final MessageDigest digest = Sha256.start();
    private long size;
    private @org.jspecify.annotations.Nullable IOException failed;

    Counter(@org.jspecify.annotations.Nullable OutputStream to) {
      this.to = to;
    }

    void line(byte[] line) {
      byte[] whole = java.util.Arrays.copyOf(line, line.length + 1);
      whole[line.length] = '\n';
      crc.update(whole);
      digest.update(whole);
      size += whole.length;
      if (to != null && failed == null) {
        try {
          to.write(whole);
        } catch (IOException e) {
          failed = e;
        }
      }
    }

    void rethrow() throws IOException {
      if (failed != null) {
        throw failed;
      }
    }
  }
}
