package org.sala.casework.packages.take;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.parcel.ParcelFault;
import org.sala.parcel.ParcelReader;
import org.sala.parcel.Sink;
import org.sala.parcel.Verdict;
import org.sala.vault.VaultFault;

/** Reads packages and verifies them, by the keys of this station and the lists of today. */
final class PackageReading {
  private final Station station;
  private final Ledger ledger;

  PackageReading(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  Verdict verify(Path file, Progress progress) {
    return verify(file, Sink.nothing(), progress);
  }

  Verdict verify(Path file, Sink sink, Progress progress) {
    return verify(file, sink, OutputStream.nullOutputStream(), progress);
  }

  /**
   * @param copy gets the file as it is read
   */
  Verdict verify(Path file, Sink sink, OutputStream copy, Progress progress) {
    try {
      return reader().read(file, sink, copy, ledger.untilLocked(progress).inParcel());
    } catch (IOException e) {
      throw Faults.of(e);
    } catch (VaultFault e) {
      throw Faults.of(e);
    } catch (ParcelFault e) {
      throw Faults.of(e);
    }
  }

  ParcelReader reader() {
    return new ParcelReader(
        List.copyOf(station.keys().receiving().values()),
        station.trust(),
        station.now().instant(),
        new Roster(station.state()).certificates());
  }
}
