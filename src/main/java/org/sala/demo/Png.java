package org.sala.demo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntBinaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** Writes an image as PNG (ISO/IEC 15948): true colour, no filter; spares us a second toolkit. */
final class Png {
  private Png() {}

  static byte[] encode(Image image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return encode(width, height, (x, y) -> pixels[y * width + x]);
  }

  /**
   * @param colour of a place, as alpha, red, green, blue
   */
  static byte[] encode(int width, int height, IntBinaryOperator colour) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    // Screens are mostly even: the fastest way of packing makes them little larger, in a fifth of
    // the time.
    try (Deflater fast = new Deflater(Deflater.BEST_SPEED);
        DeflaterOutputStream out = new DeflaterOutputStream(packed, fast)) {
      byte[] line = new byte[1 + width * 3];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int argb = colour.applyAsInt(x, y);
          line[1 + x * 3] = (byte) (argb >> 16);
          line[2 + x * 3] = (byte) (argb >> 8);
          line[3 + x * 3] = (byte) argb;
        }
        out.write(line);
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(head);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    chunk(file, "IHDR", head.toByteArray());
    chunk(file, "IDAT", packed.toByteArray());
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream to, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    DataOutputStream out = new DataOutputStream(to);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
