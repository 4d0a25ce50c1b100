package org.sala.report;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
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

  private static final double[] SCALES = {1, 2, 1.5, 3, 0.5};

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

  /**
   * Reads a code in an image as it is, then larger and smaller: what a dense code lacks is often
   * half a dot.
   */
  private static Optional<String> in(BufferedImage image) {
    for (double scale : SCALES) {
      if (scale * scale * image.getWidth() * image.getHeight() <= MOST_PIXELS) {
        LuminanceSource light = light(scale == 1 ? image : scaled(image, scale));
        for (Binarizer b :
            List.of(new HybridBinarizer(light), new GlobalHistogramBinarizer(light))) {
          Optional<String> text = in(b);
          if (text.isPresent()) {
            return text;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static BufferedImage scaled(BufferedImage image, double scale) {
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = scaled.createGraphics();
    try {
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      g.drawImage(image, 0, 0, width, height, null);
    } finally {
      g.dispose();
    }
    return scaled;
  }

  private static LuminanceSource light(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }

  private static Optional<String> in(Binarizer image) {
    try {
      return Optional.of(
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(image),
                  Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "UTF-8"))
              .getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }
}
