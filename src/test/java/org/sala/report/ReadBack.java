package org.sala.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** An independent reader of PDF files: what it finds in one is what anybody finds. */
public final class ReadBack {
  private ReadBack() {}

  /** The text of every page. */
  public static List<String> pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> pages = new ArrayList<>();
      for (int i = 1; i <= document.getNumberOfPages(); i++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(i);
        stripper.setEndPage(i);
        stripper.setLineSeparator("\n");
        stripper.setSortByPosition(false);
        pages.add(stripper.getText(document));
      }
      return pages;
    }
  }

  /** All text, without the ends of lines and without spaces, which a line may end in. */
  public static String letters(byte[] pdf) throws IOException {
    return letters(String.join("", pages(pdf)));
  }

  /** Words without spaces and line ends. */
  public static String letters(String words) {
    return words.replaceAll("\\s", "");
  }

  /** Names of fonts that are not in the file. */
  public static List<String> notEmbedded(byte[] pdf) throws IOException {
    List<String> missing = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          if (!page.getResources().getFont(name).isEmbedded()) {
            missing.add(page.getResources().getFont(name).getName());
          }
        }
      }
    }
    return missing;
  }

  /** A page as it is seen. */
  public static BufferedImage picture(byte[] pdf, int page) throws IOException {
    return picture(pdf, page, 100);
  }

  /** The same as finely as a scanner or a telephone would see it. */
  public static BufferedImage picture(byte[] pdf, int page, int dotsPerInch) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(page, dotsPerInch);
    }
  }

  /** Keeps a page for eyes, as {@code target/papers/NAME.png}. */
  public static void keep(byte[] pdf, int page, String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/papers"));
    ImageIO.write(picture(pdf, page), "png", folder.resolve(name + ".png").toFile());
  }
}
