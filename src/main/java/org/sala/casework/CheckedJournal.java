package org.sala.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.sala.journal.Checkpoint;
import org.sala.journal.Journal;
import org.sala.journal.SegmentCopy;
import org.sala.vault.BackupWriter;

/**
 * The journal on its way into a backup: the bytes that go in are those that were just found to be
 * what was written. Reading the backup back says nothing of that, and a reading of its own before
 * would be of other bytes.
 */
final class CheckedJournal implements BackupWriter.Recorded {
  private final Journal journal;
  private final Checkpoint upTo;

  CheckedJournal(Journal journal, Checkpoint upTo) {
    this.journal = journal;
    this.upTo = upTo;
  }

  @Override
  public long length() {
    return journal.lengths(upTo).values().stream().mapToLong(n -> n).sum();
  }

  @Override
  public void copy(BackupWriter.Taking to) throws IOException {
    try {
      journal.copy(
          upTo,
          new SegmentCopy() {
            @Override
            public void file(String name, long length) {
              written(() -> to.file("journal/" + name, length));
            }

            @Override
            public void bytes(byte[] bytes) {
              written(() -> to.bytes(bytes));
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private interface Writing {
    void write() throws IOException;
  }

  /** A stick that is full is no fault of the journal that is read. */
  private static void written(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
