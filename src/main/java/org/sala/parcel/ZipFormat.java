package org.sala.parcel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The records of the strict ZIP profile (APPNOTE 6.3): stored, fixed time, ZIP64 only where needed.
 */
final class ZipFormat {
  static final int LOCAL = 0x04034b50;
  static final int CENTRAL = 0x02014b50;
  static final int END = 0x06054b50;
  static final int END64 = 0x06064b50;
  static final int LOCATOR64 = 0x07064b50;
  static final long LIMIT = 0xffffffffL;

  /** 1 January 1980, the zero of DOS dates. */
  private static final int DATE = 0x0021;

  private ZipFormat() {}

  /** An entry as both directories describe it. */
  record Entry(String name, long size, long crc, long offset) {
    boolean large() {
      return size >= LIMIT;
    }
  }

  static byte[] local(Entry e) {
    byte[] name = e.name().getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = buffer(30 + name.length + (e.large() ? 20 : 0));
    out.putInt(LOCAL).putShort((short) (e.large() ? 45 : 20)).putShort((short) 0);
    out.putShort((short) 0).putShort((short) 0).putShort((short) DATE);
    out.putInt((int) e.crc());
    out.putInt((int) Math.min(e.size(), LIMIT)).putInt((int) Math.min(e.size(), LIMIT));
    out.putShort((short) name.length).putShort((short) (e.large() ? 20 : 0)).put(name);
    if (e.large()) {
      out.putShort((short) 1).putShort((short) 16).putLong(e.size()).putLong(e.size());
    }
    return out.array();
  }

  static byte[] central(Entry e) {
    byte[] name = e.name().getBytes(StandardCharsets.US_ASCII);
    boolean far = e.offset() >= LIMIT;
    int extra = (e.large() ? 16 : 0) + (far ? 8 : 0);
    int extraField = extra == 0 ? 0 : extra + 4;
    int version = extra == 0 ? 20 : 45;
    ByteBuffer out = buffer(46 + name.length + extraField);
    out.putInt(CENTRAL).putShort((short) version).putShort((short) version);
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) DATE);
    out.putInt((int) e.crc());
    out.putInt((int) Math.min(e.size(), LIMIT)).putInt((int) Math.min(e.size(), LIMIT));
    out.putShort((short) name.length).putShort((short) extraField).putShort((short) 0);
    out.putShort((short) 0).putShort((short) 0).putInt(0);
    out.putInt((int) Math.min(e.offset(), LIMIT)).put(name);
    if (extra > 0) {
      out.putShort((short) 1).putShort((short) extra);
      if (e.large()) {
        out.putLong(e.size()).putLong(e.size());
      }
      if (far) {
        out.putLong(e.offset());
      }
    }
    return out.array();
  }

  /** End of the central directory, with its ZIP64 records where a number does not fit. */
  static byte[] end(int entries, long size, long offset) {
    boolean wide = entries >= 0xffff || size >= LIMIT || offset >= LIMIT;
    ByteBuffer out = buffer(22 + (wide ? 76 : 0));
    if (wide) {
      out.putInt(END64).putLong(44).putShort((short) 45).putShort((short) 45);
      out.putInt(0).putInt(0).putLong(entries).putLong(entries).putLong(size).putLong(offset);
      out.putInt(LOCATOR64).putInt(0).putLong(offset + size).putInt(1);
    }
    out.putInt(END).putShort((short) 0).putShort((short) 0);
    out.putShort((short) Math.min(entries, 0xffff)).putShort((short) Math.min(entries, 0xffff));
    out.putInt((int) Math.min(size, LIMIT)).putInt((int) Math.min(offset, LIMIT));
    return out.putShort((short) 0).array();
  }

  static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
