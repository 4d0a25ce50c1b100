package org.sala.casework;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sala.domain.AuditEntry;
import org.sala.domain.ListQuery;
import org.sala.domain.RecordId;
import org.sala.domain.Words;
import org.sala.report.Paper;
import org.sala.report.PaperWriter;
import org.sala.report.TriageSheets;

/**
 * What is printed: PDF files at a place that the officer chose, outside of the workspace, readable
 * by anyone. Each is made in memory, and the audit has it before it stands there.
 */
public final class Papers {
  /** So many sheets are printed at once, at most. */
  public static final int MOST_SHEETS = 200;

  /** Nobody is read beyond this; the list of a night is shorter. */
  private static final int MOST_PEOPLE = 2_000;

  private final Station station;
  private final AuditTrail audit;
  private final People people;

  Papers(Station station, AuditTrail audit, People people) {
    this.station = station;
    this.audit = audit;
    this.people = people;
  }

  /** The first and the last number that so many sheets would have. */
  public List<String> sheetNumbers(int many) {
    List<String> numbers = new Wristbands(station).next(many);
    return List.of(numbers.getFirst(), numbers.getLast());
  }

  /** The languages in which a triage sheet can help an interpreter; English stands on all. */
  public static List<String> sheetLanguages() {
    return TriageSheets.languages();
  }

  /**
   * Blank triage sheets, each with a number of its own that nobody else gets from now on.
   *
   * @param many 1 to {@link #MOST_SHEETS}
   * @param language whose wording stands beside the English one, for the interpreter; may be empty
   */
  public Printed triageSheets(int many, String language, Words words, Path to, Progress progress) {
    if (many < 1 || many > MOST_SHEETS) {
      throw new IllegalArgumentException("so many sheets are not printed");
    }
    List<String> numbers = new Wristbands(station).take(many);
    List<Paper> papers = new TriageSheets(words, language, foot(words)).all(numbers);
    return save(
        papers,
        "triage sheets " + numbers.getFirst() + " to " + numbers.getLast(),
        Optional.empty(),
        words,
        to,
        progress);
  }

  /**
   * Everybody who was taken in, by number.
   *
   * @param names whether names stand on it, for a purpose that needs them
   */
  public Printed nightList(boolean names, Words words, Path to, Progress progress) {
    List<People.PersonLine> all =
        people.page(new ListQuery("", "wristband", false, 0, MOST_PEOPLE)).rows();
    Paper paper = new NightPaper(words, station.now(), foot(words)).of(all, names);
    return save(
        List.of(paper),
        names ? "night list with names" : "night list",
        Optional.empty(),
        words,
        to,
        progress);
  }

  private String foot(Words words) {
    return words.t("paper.foot", words.date(station.now()));
  }

  private Printed save(
      List<Paper> papers,
      String what,
      Optional<RecordId> about,
      Words words,
      Path to,
      Progress progress) {
    Optional<byte[]> pdf = new PaperWriter(words, station.now()).write(papers, progress.inReport());
    return pdf.<Printed>map(
            bytes -> new PlainFile(station).write(to, bytes, () -> noted(what, about)))
        .orElseGet(Printed.Stopped::new);
  }

  private void noted(String what, Optional<RecordId> about) {
    about.ifPresentOrElse(
        id -> audit.note(AuditEntry.Act.PRINTED, id, what),
        () -> audit.note(AuditEntry.Act.PRINTED, what));
  }
}
