package org.sala.report;

import java.awt.Color;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;

/** Draws marks on the page that is open; PDF counts from the lower edge. */
final class Drawing {
  private final PdfContentByte canvas;

  Drawing(PdfContentByte canvas) {
    this.canvas = canvas;
  }

  void draw(Mark mark) {
    switch (mark) {
      case Mark.Text t -> text(t);
      case Mark.Stroke s -> stroke(s);
      case Mark.Box b -> box(b);
      case Mark.Dark d -> dark(d);
    }
  }

  /** The whole line is one span: whoever extracts the text gets its letters, not its glyphs. */
  private void text(Mark.Text t) {
    if (t.line().runs().isEmpty()) {
      return;
    }
    PdfDictionary exact = new PdfDictionary();
    exact.put(PdfName.ACTUALTEXT, new PdfString(t.line().text(), PdfObject.TEXT_UNICODE));
    canvas.beginText();
    canvas.beginMarkedContentSequence(PdfName.SPAN, exact, true);
    for (Line.Run run : t.line().runs()) {
      canvas.setFontAndSize(run.face().font(), t.size());
      canvas.setTextMatrix(t.x() + run.x(), Sheet.HEIGHT - t.y());
      canvas.showText(run.text());
    }
    canvas.endMarkedContentSequence();
    canvas.endText();
  }

  private void stroke(Mark.Stroke s) {
    canvas.saveState();
    canvas.setLineWidth(0.5f);
    canvas.setColorStroke(Color.GRAY);
    if (s.dashed()) {
      canvas.setLineDash(4, 3, 0);
    }
    canvas.moveTo(s.x(), Sheet.HEIGHT - s.y());
    canvas.lineTo(s.toX(), Sheet.HEIGHT - s.toY());
    canvas.stroke();
    canvas.restoreState();
  }

  private void dark(Mark.Dark d) {
    canvas.saveState();
    canvas.setColorFill(Color.BLACK);
    canvas.rectangle(d.x(), Sheet.HEIGHT - d.y() - d.height(), d.width(), d.height());
    canvas.fill();
    canvas.restoreState();
  }

  private void box(Mark.Box b) {
    float low = Sheet.HEIGHT - b.y() - b.height();
    canvas.saveState();
    canvas.setLineWidth(0.8f);
    canvas.rectangle(b.x(), low, b.width(), b.height());
    canvas.stroke();
    if (b.crossed()) {
      canvas.setLineWidth(1.4f);
      canvas.moveTo(b.x() + 1.5f, low + 1.5f);
      canvas.lineTo(b.x() + b.width() - 1.5f, low + b.height() - 1.5f);
      canvas.moveTo(b.x() + 1.5f, low + b.height() - 1.5f);
      canvas.lineTo(b.x() + b.width() - 1.5f, low + 1.5f);
      canvas.stroke();
    }
    canvas.restoreState();
  }
}
