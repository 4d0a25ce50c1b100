package org.sala.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A code as dense as an agency's card is read out of a small picture, whatever its text is. */
class QrCodeTest {
  private static final double[] DOTS = {3.1, 4.4, 5.7, 8};

  @Test
  void denseCodesAreReadOutOfSmallPictures() throws IOException {
    for (int seed = 0; seed < 32; seed++) {
      byte[] bytes = new byte[700];
      new Random(seed).nextBytes(bytes);
      String text = Base64.getEncoder().encodeToString(bytes);
      double dot = DOTS[seed % DOTS.length];
      assertThat(QrCode.in(picture(QrCode.of(text), dot))).as("%s at %s", seed, dot).contains(text);
    }
  }

  @Test
  void aPictureWithoutACodeHasNone() throws IOException {
    assertThat(QrCode.in(picture(new boolean[40][40], 3))).isEmpty();
    assertThat(QrCode.in(new byte[] {1, 2, 3})).isEmpty();
  }

  private static byte[] picture(boolean[][] modules, double dot) throws IOException {
    int size = (int) Math.ceil((modules.length + 12) * dot);
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, size, size);
    g.setColor(Color.BLACK);
    for (int y = 0; y < modules.length; y++) {
      for (int x = 0; x < modules.length; x++) {
        if (modules[y][x]) {
          g.fill(new Rectangle2D.Double((x + 6.3) * dot, (y + 5.6) * dot, dot, dot));
        }
      }
    }
    g.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }
}
