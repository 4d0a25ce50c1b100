package org.sala.casework.packages.seal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;
import org.sala.parcel.ParcelFault;
import org.sala.parcel.Source;
import org.sala.vault.ObjectFolder;
import org.sala.vault.StoredObject;

/** The files that a package takes along, read out of the encrypted objects as they are sealed. */
final class EnclosedFiles {
  private final Station station;
  private final SealPlan plan;

  EnclosedFiles(Station station, SealPlan plan) {
    this.station = station;
    this.plan = plan;
  }

  /** Each file once; one that is not here any more ends the sealing. */
  List<Source.Attachment> attachments() {
    List<Source.Attachment> all = new ArrayList<>();
    for (SealPlan.Enclosed e : plan.files()) {
      StoredObject object =
          station
              .objects()
              .find(e.scope(), e.compartment(), e.file().digest())
              .filter(o -> o.facts().size() == e.file().size())
              .orElseThrow(() -> changed(e.record()));
      all.add(
          new Source.Attachment(
              object.facts().sha256(),
              object.facts().size(),
              object.facts().crc32(),
              () -> open(e)));
    }
    return all;
  }

  private InputStream open(SealPlan.Enclosed e) throws IOException {
    ObjectFolder.Opening opening =
        station.objects().open(e.scope(), e.compartment(), e.file().digest());
    if (!(opening instanceof ObjectFolder.Opening.Opened opened)) {
      throw new IOException("the object cannot be opened");
    }
    return new FilterInputStream(opened.reader().stream(0)) {
      @Override
      public void close() throws IOException {
        opened.reader().close();
      }
    };
  }

  /** The fault in this package's words: an exhibit is named by its number, never by a name. */
  CaseworkFault fault(ParcelFault e) {
    if (e.code() != ParcelFault.Code.EXHIBIT_CHANGED) {
      return Faults.of(e);
    }
    return plan.files().stream()
        .filter(f -> f.file().digest().equals(e.detail()))
        .findFirst()
        .map(f -> changed(f.record()))
        .orElseGet(() -> Faults.of(e));
  }

  private CaseworkFault changed(RecordId record) {
    Map<String, FieldState> f = station.view().records().fields(record);
    Optional<String> number = Stored.text(f, "number").or(() -> Stored.text(f, "wristband"));
    return new CaseworkFault(
        CaseworkFault.Code.EXHIBIT_CHANGED, number.orElseGet(record::toString));
  }
}
