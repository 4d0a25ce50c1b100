package org.sala.parcel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.sala.crypto.Sha256;

/**
 * Walks through the strict ZIP once. Every header is built anew from what was read and compared
 * byte for byte, so that no two directories can disagree and nothing can hide between entries.
 */
final class ContainerReader {

  /** Takes the content of entries. */
  interface Entries {
    /** A piece of an entry; {@code last} with its end. */
    void content(String name, byte[] bytes, int length, boolean last) throws IOException;

    /** Begins an entry, before its first piece; false stops the walk. */
    boolean begin(ZipFormat.Entry entry) throws IOException;
  }

  private final InputStream in;
  private final Findings findings;
  private final boolean hashing;
  private final Map<String, String> digests = new LinkedHashMap<>();
  private final List<ZipFormat.Entry> entries = new ArrayList<>();
  private long offset;

  private ContainerReader(InputStream in, Findings findings, boolean hashing) {
    this.in = in;
    this.findings = findings;
    this.hashing = hashing;
  }

  /** Makes the reader of a package that nobody has checked yet. */
  static ContainerReader first(InputStream in, Findings findings) {
    return new ContainerReader(in, findings, true);
  }

  /**
   * Makes the reader of a package that was found sound: whoever reads it again has another proof
   * that it is the same.
   */
  static ContainerReader again(InputStream in) {
    return new ContainerReader(in, new Findings(), false);
  }

  /** SHA-256 of each entry by name, in the order of the file; none at another reading. */
  Map<String, String> digests() {
    return digests;
  }

  /** Walks to the end; false when the structure broke and nothing behind could be read. */
  boolean walk(Entries to) throws IOException {
    Set<String> seen = new HashSet<>();
    EntryKind last = EntryKind.MIMETYPE;
    while (true) {
      byte[] fixed = in.readNBytes(4);
      int signature = fixed.length < 4 ? 0 : number(fixed);
      if (signature == ZipFormat.CENTRAL && !entries.isEmpty()) {
        return directory(fixed);
      }
      if (signature != ZipFormat.LOCAL) {
        return broken(entries.isEmpty() ? Finding.Code.NOT_A_CONTAINER : Finding.Code.DATA_BETWEEN);
      }
      if (entries.size() >= Layout.MOST_ENTRIES) {
        return broken(Finding.Code.TOO_MANY_ENTRIES);
      }
      Optional<ZipFormat.Entry> read = local(fixed);
      if (read.isEmpty()) {
        return false;
      }
      ZipFormat.Entry entry = read.get();
      Optional<EntryKind> kind = EntryKind.of(entry.name());
      if (kind.isEmpty()) {
        findings.add(Finding.Code.ENTRY_NAME, entry.name());
        return false;
      }
      if (!seen.add(entry.name())) {
        findings.add(Finding.Code.ENTRY_TWICE, entry.name());
        return false;
      }
      EntryKind here = kind.get();
      if (here.isBefore(last) || entries.isEmpty() && here != EntryKind.MIMETYPE) {
        findings.add(Finding.Code.ENTRY_OUT_OF_ORDER, entry.name());
      }
      last = here.isBefore(last) ? last : here;
      if (!here.isStreamed() && entry.size() > Layout.MOST_IN_MEMORY) {
        findings.add(Finding.Code.ENTRY_TOO_LARGE, entry.name());
        return false;
      }
      entries.add(entry);
      if (!to.begin(entry) || !content(entry, to)) {
        return false;
      }
    }
  }

  private Optional<ZipFormat.Entry> local(byte[] signature) throws IOException {
    byte[] rest = in.readNBytes(26);
    if (rest.length < 26) {
      broken(Finding.Code.NOT_A_CONTAINER);
      return Optional.empty();
    }
    ByteBuffer fixed = ZipFormat.buffer(26).put(rest).flip();
    long crc = Integer.toUnsignedLong(fixed.getInt(10));
    long size = Integer.toUnsignedLong(fixed.getInt(18));
    int nameLength = Short.toUnsignedInt(fixed.getShort(22));
    int extraLength = Short.toUnsignedInt(fixed.getShort(24));
    if (nameLength == 0 || nameLength > 200 || extraLength != 0 && extraLength != 20) {
      broken(Finding.Code.DIRECTORIES_DIFFER);
      return Optional.empty();
    }
    byte[] name = in.readNBytes(nameLength);
    byte[] extra = in.readNBytes(extraLength);
    if (extra.length == 20) {
      size = ZipFormat.buffer(20).put(extra).getLong(4);
    }
    ZipFormat.Entry entry =
        new ZipFormat.Entry(new String(name, StandardCharsets.ISO_8859_1), size, crc, offset);
    byte[] whole =
        ByteBuffer.allocate(30 + name.length + extra.length)
            .put(signature)
            .put(rest)
            .put(name)
            .put(extra)
            .array();
    boolean ascii = entry.name().chars().allMatch(c -> c > 32 && c < 127);
    if (!ascii || size < 0) {
      findings.add(Finding.Code.ENTRY_NAME, entry.name());
      return Optional.empty();
    }
    if (!Arrays.equals(whole, ZipFormat.local(entry))) {
      findings.add(Finding.Code.DIRECTORIES_DIFFER, entry.name());
      return Optional.empty();
    }
    offset += whole.length;
    return Optional.of(entry);
  }

  private boolean content(ZipFormat.Entry entry, Entries to) throws IOException {
    MessageDigest digest = Sha256.start();
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[(int) Math.min(64 * 1024, Math.max(1, entry.size()))];
    long left = entry.size();
    do {
      int n = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
      if (n == 0 && left > 0) {
        return broken(Finding.Code.CUT_OR_ALTERED_OUTSIDE);
      }
      left -= n;
      if (hashing) {
        digest.update(buffer, 0, n);
        crc.update(buffer, 0, n);
      }
      to.content(entry.name(), buffer, n, left == 0);
    } while (left > 0);
    offset += entry.size();
    if (!hashing) {
      return true;
    }
    digests.put(entry.name(), HexFormat.of().formatHex(digest.digest()));
    if (crc.getValue() != entry.crc()) {
      findings.add(Finding.Code.DIGEST_DIFFERS, entry.name());
    }
    return true;
  }

  /** The directory must be the one that follows from the entries, to the byte. */
  private boolean directory(byte[] begun) throws IOException {
    long start = offset;
    byte[] have = begun;
    for (ZipFormat.Entry e : entries) {
      byte[] expected = ZipFormat.central(e);
      byte[] found = Arrays.copyOf(have, expected.length);
      int more = in.readNBytes(found, have.length, expected.length - have.length);
      if (more < expected.length - have.length || !Arrays.equals(found, expected)) {
        findings.add(Finding.Code.DIRECTORIES_DIFFER, e.name());
        return false;
      }
      have = new byte[0];
      offset += expected.length;
    }
    byte[] end = ZipFormat.end(entries.size(), offset - start, start);
    if (!Arrays.equals(in.readNBytes(end.length), end)) {
      return broken(Finding.Code.DIRECTORIES_DIFFER);
    }
    if (in.read() >= 0) {
      return broken(Finding.Code.DATA_BEHIND);
    }
    return true;
  }

  private boolean broken(Finding.Code code) {
    findings.add(code);
    return false;
  }

  private static int number(byte[] four) {
    return ZipFormat.buffer(4).put(four).getInt(0);
  }
}
