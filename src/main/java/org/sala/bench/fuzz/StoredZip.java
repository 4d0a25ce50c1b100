package org.sala.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** The ZIP profile of {@code docs/formats/package.md}: stored, of 1 January 1980. */
final class StoredZip {
  private StoredZip() {}

  /** The entries of one that is right, in their order. */
  static Map<String, byte[]> entries(byte[] container) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    var in = ByteBuffer.wrap(container).order(ByteOrder.LITTLE_ENDIAN);
    while (in.getInt(in.position()) == 0x04034b50) {
      int at = in.position();
      byte[] content = new byte[in.getInt(at + 22)];
      byte[] name = new byte[in.getShort(at + 26)];
      in.position(at + 30).get(name).get(content);
      entries.put(new String(name, StandardCharsets.US_ASCII), content);
    }
    return entries;
  }

  /** Returns a ZIP file that is right, with these entries. */
  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    entries.forEach(
        (name, content) -> {
          CRC32 crc = new CRC32();
          crc.update(content);
          byte[] common =
              little(26)
                  .putShort((short) 20)
                  .putInt(0)
                  .putInt(0x0021 << 16)
                  .putInt((int) crc.getValue())
                  .putInt(content.length)
                  .putInt(content.length)
                  .putInt(name.length())
                  .array();
          byte[] named = name.getBytes(StandardCharsets.US_ASCII);
          directory.writeBytes(little(6).putInt(0x02014b50).putShort((short) 20).array());
          directory.writeBytes(common);
          directory.writeBytes(little(14).putInt(10, out.size()).array());
          directory.writeBytes(named);
          out.writeBytes(little(4).putInt(0x04034b50).array());
          out.writeBytes(common);
          out.writeBytes(named);
          out.writeBytes(content);
        });
    int start = out.size();
    out.writeBytes(directory.toByteArray());
    out.writeBytes(
        little(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) entries.size())
            .putShort((short) entries.size())
            .putInt(directory.size())
            .putInt(start)
            .array());
    return out.toByteArray();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
