package org.sala.report;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** QR codes (ISO/IEC 18004): made from text, and read out of a picture file. */
public final class QrCode {
  /** Beside what a telephone's camera makes there is no need for more. */
  private static final long MOST_PIXELS = 40_000_000;

  private QrCode() {}

  /**
   * The modules of a code, true where it is dark, without a quiet zone.
   *
   * @throws IllegalArgumentException when the text is longer than any code holds
   */
  public static boolean[][] of(String text) {
    try {
      ByteMatrix matrix =
          Encoder.encode(
                  text, ErrorCorrectionLevel.L, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
              .getMatrix();
      boolean[][] modules = new boolean[matrix.getHeight()][matrix.getWidth()];
      for (int row = 0; row < modules.length; row++) {
        for (int column = 0; column < modules[row].length; column++) {
          modules[row][column] = matrix.get(column, row) == 1;
        }
      }
      return modules;
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }

  /**
   * The text of the code in a PNG, JPEG, GIF or BMP file; empty where there is none, or the picture
   * is none that can be looked at.
   */
  public static Optional<String> in(byte[] picture) {
    // Not by ImageIO's own way, which puts what it reads into a file.
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        // Asked before it is decoded: a hostile picture claims a billion pixels in a few bytes.
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
          return Optional.empty();
        }
        return in(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Codecs throw what they like at a spoiled picture.
      return Optional.empty();
    }
  }

  private static Optional<String> in(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    try {
      return Optional.of(
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(
                      new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
                  Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "UTF-8"))
              .getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }
}
