package org.sala.report;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.sala.domain.Moment;
import org.sala.domain.Words;

/**
 * Writes papers as one PDF file (ISO 32000-1) in memory. Every font is embedded, every line carries
 * its exact text (14.9.4, ActualText), and what the file says of itself names nobody.
 */
public final class PaperWriter {
  /** The font library is made for one thread. */
  private static final Object WRITING = new Object();

  private final Words words;
  private final Moment now;

  public PaperWriter(Words words, Moment now) {
    this.words = words;
    this.now = now;
  }

  /** The bytes of the file; empty when it was stopped. */
  public Optional<byte[]> write(List<Paper> papers, Progress progress) {
    synchronized (WRITING) {
      Document document = new Document(PageSize.A4);
      document.setGlyphLayoutManager(Typefaces.all().layout());
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      PdfWriter writer = PdfWriter.getInstance(document, file);
      writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(GregorianCalendar.from(now.local())));
      writer.getExtraCatalog().put(PdfName.LANG, new PdfString(words.language()));
      document.open();
      document.addTitle(papers.isEmpty() ? "" : papers.getFirst().title());
      for (int i = 0; i < papers.size(); i++) {
        if (progress.stopped()) {
          return Optional.empty();
        }
        write(papers.get(i), document, writer.getDirectContent());
        progress.done(i + 1, papers.size());
      }
      document.close();
      return Optional.of(file.toByteArray());
    }
  }

  private void write(Paper paper, Document document, PdfContentByte canvas) {
    List<List<Mark>> pages =
        Paging.of(
            new Arranging(Typefaces.all(), Sheet.LEFT, Sheet.RIGHT - Sheet.LEFT)
                .strips(paper.blocks()));
    for (int i = 0; i < pages.size(); i++) {
      Drawing drawing = new Drawing(canvas);
      around(paper, i + 1, pages.size()).forEach(drawing::draw);
      pages.get(i).forEach(drawing::draw);
      document.newPage();
    }
  }

  /** Head and foot of a page. */
  private List<Mark> around(Paper paper, int page, int of) {
    if (paper.isBare()) {
      return List.of();
    }
    Typefaces faces = Typefaces.all();
    List<Mark> marks = new ArrayList<>();
    float left = Sheet.LEFT;
    if (!paper.number().isEmpty()) {
      Line number = faces.line(paper.number(), 20, true);
      marks.add(new Mark.Text(left, 54, 20, number));
      left += number.width() + 14;
    }
    Line counted = faces.line(words.t("paper.page", page, of), 9, false);
    float right = Sheet.RIGHT - counted.width();
    Line title = new Wrapping(faces, 11, true, right - left - 14).lines(paper.title()).getFirst();
    marks.add(new Mark.Text(left, 54, 11, title));
    marks.add(new Mark.Text(right, 54, 9, counted));
    marks.add(new Mark.Stroke(Sheet.LEFT, 66, Sheet.RIGHT, 66, false));
    float foot = Sheet.HEIGHT - 46;
    marks.add(new Mark.Stroke(Sheet.LEFT, foot, Sheet.RIGHT, foot, false));
    for (Line l : new Wrapping(faces, 7, false, Sheet.RIGHT - Sheet.LEFT).lines(paper.foot())) {
      marks.add(new Mark.Text(Sheet.LEFT, foot + 2 + l.ascent(), 7, l));
      foot += l.height();
    }
    return marks;
  }
}
