package org.sala.parcel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A ZIP file as other programs may write it (APPNOTE 6.3): both directories say the same, and one
 * thing is not of the strict profile.
 */
final class LooseZip {
  private LooseZip() {}

  /** What is loose, and at which entry. */
  enum Way {
    NOTHING(""),
    EXTRA_FIELD(Layout.README),
    DATA_DESCRIPTOR(Layout.README),
    ENTRY_COMMENT(Layout.README),
    ARCHIVE_COMMENT(""),
    DOS_TIME(Layout.README),
    ZIP64_ON_MIMETYPE(Layout.MIMETYPE),
    UTF8_FLAG(Layout.README),
    NEWER_VERSION(Layout.README),
    TEXT_ATTRIBUTE(Layout.README),
    UNIX_RIGHTS(Layout.README);

    private final String entry;

    Way(String entry) {
      this.entry = entry;
    }
  }

  /** What both directories say of one entry. */
  private record Says(Way way, String name, byte[] content, long crc, int offset) {
    boolean is(Way other) {
      return way == other && name.equals(way.entry);
    }

    byte[] extra() {
      if (is(Way.EXTRA_FIELD)) {
        // An extended timestamp, as Info-ZIP writes it.
        return ZipFormat.buffer(9).putInt(0x0005_5455).put((byte) 1).putInt(1).array();
      }
      return is(Way.ZIP64_ON_MIMETYPE)
          ? ZipFormat.buffer(20)
              .putInt(0x0010_0001)
              .putLong(content.length)
              .putLong(content.length)
              .array()
          : new byte[0];
    }

    byte[] comment() {
      return (is(Way.ENTRY_COMMENT) ? "a word" : "").getBytes(StandardCharsets.US_ASCII);
    }

    short version() {
      return (short) (is(Way.ZIP64_ON_MIMETYPE) || is(Way.NEWER_VERSION) ? 45 : 20);
    }

    /** What stands alike in both directories. */
    byte[] alike(boolean local) {
      boolean behind = is(Way.DATA_DESCRIPTOR);
      int size = is(Way.ZIP64_ON_MIMETYPE) ? -1 : content.length;
      return ZipFormat.buffer(26)
          .putShort(version())
          .putShort((short) (behind ? 8 : is(Way.UTF8_FLAG) ? 0x800 : 0))
          .putShort((short) 0)
          .putInt((0x0021 << 16) + (is(Way.DOS_TIME) ? 0x6000 : 0))
          .putInt(behind && local ? 0 : (int) crc)
          .putInt(behind && local ? 0 : size)
          .putInt(behind && local ? 0 : size)
          .putShort((short) name.length())
          .putShort((short) extra().length)
          .array();
    }
  }

  static byte[] zip(List<Crafted.Part> parts, Way way) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Crafted.Part p : parts) {
      CRC32 crc = new CRC32();
      crc.update(p.content());
      Says says = new Says(way, p.name(), p.content(), crc.getValue(), out.size());
      out.writeBytes(little(ZipFormat.LOCAL));
      out.writeBytes(says.alike(true));
      out.writeBytes(name(p));
      out.writeBytes(says.extra());
      out.writeBytes(p.content());
      if (says.is(Way.DATA_DESCRIPTOR)) {
        ByteBuffer descriptor = ZipFormat.buffer(16).putInt(0x08074b50).putInt((int) says.crc());
        out.writeBytes(descriptor.putInt(p.content().length).putInt(p.content().length).array());
      }
      directory.writeBytes(central(says));
    }
    int start = out.size();
    out.writeBytes(directory.toByteArray());
    byte[] comment = (way == Way.ARCHIVE_COMMENT ? "a word" : "").getBytes(StandardCharsets.UTF_8);
    out.writeBytes(
        ZipFormat.buffer(22)
            .putInt(ZipFormat.END)
            .putInt(0)
            .putShort((short) parts.size())
            .putShort((short) parts.size())
            .putInt(directory.size())
            .putInt(start)
            .putShort((short) comment.length)
            .array());
    out.writeBytes(comment);
    return out.toByteArray();
  }

  private static byte[] central(Says says) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(little(ZipFormat.CENTRAL));
    boolean unix = says.is(Way.UNIX_RIGHTS);
    int madeBy = says.version() + (unix ? 3 << 8 : 0);
    out.writeBytes(ZipFormat.buffer(2).putShort((short) madeBy).array());
    out.writeBytes(says.alike(false));
    out.writeBytes(
        ZipFormat.buffer(14)
            .putShort((short) says.comment().length)
            .putShort((short) 0)
            .putShort((short) (says.is(Way.TEXT_ATTRIBUTE) ? 1 : 0))
            .putInt(unix ? 0100644 << 16 : 0)
            .putInt(says.offset())
            .array());
    out.writeBytes(says.name().getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(says.extra());
    out.writeBytes(says.comment());
    return out.toByteArray();
  }

  private static byte[] name(Crafted.Part p) {
    return p.name().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] little(int number) {
    return ZipFormat.buffer(4).putInt(number).array();
  }
}
