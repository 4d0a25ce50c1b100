package org.sala.store.file;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the view's file still does its work. The first trouble stays: a database that goes on
 * after a failed read or write would spread it. Thread-safe.
 */
public final class FileHealth {

  /** What went wrong. */
  public enum Trouble {
    /** The file is not as it was written: only a rebuild helps. */
    DAMAGED,
    /** The disk is full or fails: a new file would fare no better. */
    DISK
  }

  private volatile @Nullable Trouble trouble;
  private volatile String detail = "";
  private volatile BooleanSupplier givenUp = () -> false;

  /**
   * Looks at the database from now on as well: one that has closed itself, for whatever reason of
   * its own, does its work no more, and a file made anew does.
   */
  public void watch(BooleanSupplier whether) {
    givenUp = whether;
  }

  /** The database is about to be closed. */
  public void watchNoMore() {
    givenUp = () -> false;
  }

  /** Returns whether nothing has gone wrong so far. */
  public boolean isGood() {
    return trouble().isEmpty();
  }

  /** What went wrong first, if anything did. */
  public Optional<Trouble> trouble() {
    if (trouble == null && givenUp.getAsBoolean()) {
      note(Trouble.DAMAGED, "the database has closed itself");
    }
    return Optional.ofNullable(trouble);
  }

  /** Which check failed, for a log: no path and no content; empty where none did. */
  public String detail() {
    return detail;
  }

  void check() throws IOException {
    if (trouble != null) {
      throw new IOException("the view is closed");
    }
  }

  DamagedFileException damaged(String what) {
    note(Trouble.DAMAGED, what);
    return new DamagedFileException(what);
  }

  IOException failed(IOException cause) {
    if (!(cause instanceof DamagedFileException)) {
      note(Trouble.DISK, "disk");
    }
    return cause;
  }

  private synchronized void note(Trouble first, String what) {
    if (trouble == null) {
      detail = what;
      trouble = first;
    }
  }
}
