package org.sala.casework.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.PlainFile;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.domain.AuditEntry;
import org.sala.domain.RecordId;
import org.sala.domain.Words;
import org.sala.report.Paper;
import org.sala.report.PaperWriter;

/**
 * Makes a file of papers in memory and puts it where the officer wants it, outside of the
 * workspace; the audit has what was printed before it stands there.
 */
@BehindTheDesk
public final class Printing {
  private final Station station;
  private final AuditTrail audit;

  public Printing(Station station, AuditTrail audit) {
    this.station = station;
    this.audit = audit;
  }

  /** Where a paper goes. */
  record To(Words words, Path file, Progress progress) {}

  /** What stands at the foot of every page; on paper of practice that it is. */
  String foot(Words words) {
    String foot = words.t("paper.foot", words.date(station.now()));
    return station.practice() ? words.t("practice.band") + " · " + foot : foot;
  }

  /** Papers about nobody in particular. */
  Printed save(List<Paper> papers, String what, To to) {
    return save(papers, what, Optional.empty(), to);
  }

  /**
   * Saves them.
   *
   * @param what it is, for the audit; never a name
   */
  Printed save(List<Paper> papers, String what, Optional<RecordId> about, To to) {
    return new PaperWriter(to.words(), station.now())
        .write(papers, to.progress().inReport())
        .<Printed>map(
            bytes -> new PlainFile(station).write(to.file(), bytes, () -> noted(what, about)))
        .orElseGet(Printed.Stopped::new);
  }

  private void noted(String what, Optional<RecordId> about) {
    about.ifPresentOrElse(
        id -> audit.note(AuditEntry.Act.PRINTED, id, what),
        () -> audit.note(AuditEntry.Act.PRINTED, what));
  }
}
