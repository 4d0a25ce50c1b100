package org.sala.casework.station;

import java.io.IOException;
import java.util.function.Supplier;
import org.sala.disk.DiskFull;
import org.sala.journal.JournalFault;
import org.sala.parcel.ParcelFault;
import org.sala.store.StoreFault;
import org.sala.vault.VaultFault;

/**
 * Faults of the disk and the vault in the words of this package, so that a screen can tell them.
 */
@BehindTheDesk
public final class Faults {
  private Faults() {}

  /** Whether a server went away beneath what failed: files and keys may lie there. */
  private static boolean isOfServer(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof StoreFault f) {
        return f.code() == StoreFault.Code.AWAY;
      }
    }
    return false;
  }

  public static CaseworkFault of(VaultFault e) {
    if (isOfServer(e)) {
      return new CaseworkFault(CaseworkFault.Code.SERVER_AWAY, e);
    }
    return new CaseworkFault(
        switch (e.code()) {
          case DISK_FULL -> CaseworkFault.Code.DISK_FULL;
          case NO_KEY -> CaseworkFault.Code.NO_PROTECTION_KEY;
          default -> CaseworkFault.Code.IO;
        },
        e);
  }

  public static CaseworkFault of(JournalFault e) {
    return new CaseworkFault(
        switch (e.code()) {
          case DISK_FULL -> CaseworkFault.Code.DISK_FULL;
          case NO_KEY -> CaseworkFault.Code.NO_PROTECTION_KEY;
          // A disk of ours fails with a fault of its own; a server's comes by way of its driver.
          case IO ->
              e.getCause() instanceof StoreFault
                  ? CaseworkFault.Code.SERVER_AWAY
                  : CaseworkFault.Code.IO;
          case DIFFERS -> CaseworkFault.Code.SERVER_DIFFERS;
          case DAMAGED -> CaseworkFault.Code.JOURNAL_DAMAGED;
          case TOO_NEW, CLOSED, COPY -> CaseworkFault.Code.IO;
        },
        e);
  }

  /** Does what writes to the workspace; a disk that is full or fails is told in plain words. */
  static <T> T told(Supplier<T> writing) {
    try {
      return writing.get();
    } catch (JournalFault e) {
      throw of(e);
    } catch (VaultFault e) {
      throw of(e);
    }
  }

  /** A package that could not be written or read. */
  public static CaseworkFault of(ParcelFault e) {
    return new CaseworkFault(
        switch (e.code()) {
          case STOPPED -> CaseworkFault.Code.STOPPED;
          case DISK_FULL -> CaseworkFault.Code.DISK_FULL;
          case EXHIBIT_CHANGED, CHANGED_SINCE -> CaseworkFault.Code.BAD_FILE;
          default -> CaseworkFault.Code.IO;
        },
        e);
  }

  public static CaseworkFault of(IOException e) {
    if (isOfServer(e)) {
      return new CaseworkFault(CaseworkFault.Code.SERVER_AWAY, e);
    }
    return new CaseworkFault(
        DiskFull.is(e) ? CaseworkFault.Code.DISK_FULL : CaseworkFault.Code.IO, e);
  }
}
