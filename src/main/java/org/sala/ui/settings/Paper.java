package org.sala.ui.settings;

import java.util.List;
import javafx.geometry.Insets;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Puts words on paper. The printer's own queue may keep a copy: the screen says so before. */
final class Paper {
  private static final double MARGIN = 36;

  private Paper() {}

  /** The printers of this laptop, the usual one first. */
  static List<String> printers() {
    Printer usual = Printer.getDefaultPrinter();
    return Printer.getAllPrinters().stream()
        .sorted((a, b) -> Boolean.compare(b.equals(usual), a.equals(usual)))
        .map(Printer::getName)
        .toList();
  }

  /** Prints one page; false when the printer does not take it. */
  static boolean print(String printer, String words, String code) {
    PrinterJob job =
        Printer.getAllPrinters().stream()
            .filter(p -> p.getName().equals(printer))
            .findFirst()
            .map(PrinterJob::createPrinterJob)
            .orElse(null);
    if (job == null) {
      return false;
    }
    double width = job.getJobSettings().getPageLayout().getPrintableWidth() - 2 * MARGIN;
    Text above = new Text(words);
    above.setFont(Font.font("Noto Sans", 12));
    above.setWrappingWidth(width);
    Text below = new Text(code);
    below.setFont(Font.font("Noto Sans Mono", 14));
    below.setWrappingWidth(width);
    VBox page = new VBox(24, above, below);
    page.setPadding(new Insets(MARGIN));
    return job.printPage(page) && job.endJob();
  }
}
