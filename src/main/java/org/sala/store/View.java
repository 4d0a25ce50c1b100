package org.sala.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sala.domain.Revision;
import org.sala.journal.Committed;
import org.sala.journal.Follower;
import org.sala.journal.Position;

/** The view over one journal: follows it on the write lane, answers on the read lane. */
public final class View implements Follower, AutoCloseable {
  private final ViewFile file;
  private final Sql writing;
  private final Sql reading;
  private final Projector projector;

  /**
   * @param bodies reads a revision back from the journal; needed where versions have to be joined
   */
  public View(ViewFile file, Function<Position, Optional<Revision>> bodies) {
    this.file = file;
    this.writing = file.sql();
    this.reading = file.sql();
    this.projector = new Projector(writing, bodies);
  }

  @Override
  public long applied() {
    return writing.number("select last_sequence from applied where one = 1");
  }

  @Override
  public void follow(List<Committed> run) {
    if (!run.isEmpty()) {
      writing.together(() -> projector.apply(run));
    }
  }

  public Records records() {
    return new Records(reading);
  }

  public Changes changes() {
    return new Changes(reading);
  }

  public CaseRows cases() {
    return new CaseRows(reading);
  }

  public ExhibitRows exhibits() {
    return new ExhibitRows(reading);
  }

  public PersonRows people() {
    return new PersonRows(reading);
  }

  public ScreeningRows screenings() {
    return new ScreeningRows(reading);
  }

  /** Whether the view closed itself because the disk is full or fails. */
  public boolean isDiskTrouble() {
    return file.trouble().equals(Optional.of(FileHealth.Trouble.DISK));
  }

  /** Closes it; one that closed itself before is left to the next opening. */
  @Override
  public void close() {
    try {
      reading.close();
      writing.close();
    } catch (StoreFault e) {
      if (file.trouble().isEmpty()) {
        throw e;
      }
    } finally {
      file.close();
    }
  }
}
