package org.sala.casework.exhibits;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Taking;
import org.sala.domain.AttachedFile;
import org.sala.domain.RecordId;
import org.sala.vault.ObjectFolder;
import org.sala.vault.Pieces;
import org.sala.vault.VaultFault;

/**
 * Takes in a file that may be longer than what is read between two locks: what was read before one
 * stays, sealed, and the file is read on from there. In the end it is put together and taken in
 * like any other, hashed from its first byte to its last.
 */
final class TakingOn {
  private final Station station;
  private final Attachments attachments;
  private final Attachments.Place place;
  private final Function<AttachedFile, RecordId> record;

  /**
   * @param record writes the record in one act, under the ledger's lock
   */
  TakingOn(
      Station station,
      Attachments attachments,
      Attachments.Place place,
      Function<AttachedFile, RecordId> record) {
    this.station = station;
    this.attachments = attachments;
    this.place = place;
    this.record = record;
  }

  /**
   * Takes it in, or a part of it where it is stopped. Where there is no room for all of it, what
   * was read of it stays.
   *
   * @param as the record that will name it
   * @param unchanged whether the file is still what it was when it was asked for: else it begins
   *     anew, and nothing of it is kept. Asked again once all of it is here, for what is put
   *     together of two states of a file never was one
   */
  Taking take(Path from, RecordId as, BooleanSupplier unchanged, Progress progress) {
    if (!Files.isRegularFile(from)) {
      return new Taking.Unreadable();
    }
    Pieces pieces =
        station
            .objects()
            .pieces(as, place.scope(), place.compartment(), station.tools().faults()::note);
    try {
      boolean same = unchanged.getAsBoolean();
      long here = same ? pieces.size() : 0;
      if (here > 0 && !isRoom(onward(here, from))) {
        if (!isRoom(ObjectFolder.needed(Files.size(from)) - here)) {
          return noSpace(onward(here, from));
        }
        here = 0;
      }
      if (here == 0) {
        return anew(from, pieces, same ? pieces::keepWhereItFits : part -> {}, progress);
      }
      try (InputStream in = Files.newInputStream(from)) {
        Optional<ObjectFolder.Taken> ended =
            pieces.goOn(in, Attachments.told(progress, Files.size(from)));
        if (ended.isPresent()) {
          return ended.get() instanceof ObjectFolder.Taken.Stopped
              ? new Taking.Stopped()
              : new Taking.Unreadable();
        }
      }
      return unchanged.getAsBoolean() && pieces.size() == Files.size(from)
          ? together(from, pieces, progress)
          : anew(from, pieces, part -> {}, progress);
    } catch (IOException e) {
      return new Taking.Unreadable();
    } catch (VaultFault e) {
      return waiting(Faults.of(e), pieces, from);
    } catch (CaseworkFault e) {
      return waiting(e, pieces, from);
    }
  }

  /** A disk that became full on the way is waited for; anything else is told as what it is. */
  private Taking waiting(CaseworkFault e, Pieces pieces, Path from) {
    if (e.code() != CaseworkFault.Code.DISK_FULL) {
      throw e;
    }
    try {
      return noSpace(onward(pieces.size(), from));
    } catch (IOException gone) {
      return new Taking.Unreadable();
    } catch (VaultFault failing) {
      throw Faults.of(failing);
    }
  }

  private Taking anew(Path from, Pieces pieces, ObjectFolder.Halted halted, Progress progress)
      throws IOException {
    pieces.drop();
    try (InputStream in = Files.newInputStream(from)) {
      return whole(Attachments.Incoming.of(from, in), progress, halted);
    }
  }

  private Taking together(Path from, Pieces pieces, Progress progress) throws IOException {
    String name = String.valueOf(from.getFileName());
    Taking taking;
    try (InputStream all = pieces.stream()) {
      taking = whole(new Attachments.Incoming(name, pieces.size(), all), progress, part -> {});
    }
    if (!(taking instanceof Taking.Stopped || taking instanceof Taking.NoSpace)) {
      pieces.drop();
    }
    return taking;
  }

  private Taking whole(Attachments.Incoming from, Progress progress, ObjectFolder.Halted halted) {
    return attachments.take(from, place, type -> true, progress, record, halted);
  }

  /** Room for what is still to be read, and for all of it beside that. */
  private static long onward(long here, Path from) throws IOException {
    long size = Files.size(from);
    long rest = Math.max(0, size - here);
    return ObjectFolder.needed(size) + (here == 0 ? 0 : ObjectFolder.needed(rest));
  }

  private boolean isRoom(long needed) {
    return needed <= station.folder().free();
  }

  private Taking noSpace(long needed) {
    return new Taking.NoSpace(needed, station.folder().free());
  }
}
