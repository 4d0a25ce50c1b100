package org.sala.casework.packages.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.screening.Catalogues;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.PlainFile;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.form.Catalogue;
import org.sala.form.IntegrityRecipient;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * Who looks into officials: named at headquarters in the catalogues that people are screened with,
 * and given what the stations have sealed for it, which headquarters cannot read.
 */
public final class IntegrityOffice {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Catalogues catalogues;

  public IntegrityOffice(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.catalogues = new Catalogues(station, audit);
  }

  /**
   * Returns who the integrity recipient is from now on; empty unless every catalogue of screenings
   * names the same.
   */
  public Optional<IntegrityRecipient> named() {
    List<Optional<IntegrityRecipient>> all =
        Catalogues.SCREENINGS.stream()
            .map(id -> catalogues.newest(id).integrity())
            .distinct()
            .toList();
    return all.size() == 1 ? all.getFirst() : Optional.empty();
  }

  /**
   * Names the integrity recipient, at headquarters, in a new version of every catalogue that people
   * are screened with. Forms and rules stay as they are. The stations have it once the catalogues
   * were carried.
   *
   * @param to empty where such answers are to stay at the stations again
   * @return what came of each catalogue; nothing after the first that was not taken
   */
  public List<CatalogueDelivery.Taken> name(Optional<IntegrityRecipient> to) {
    CatalogueDelivery delivery = new CatalogueDelivery(station, ledger, audit);
    List<CatalogueDelivery.Taken> all = new ArrayList<>();
    for (String id : Catalogues.SCREENINGS) {
      Catalogue now = catalogues.newest(id);
      if (!now.integrity().equals(to)) {
        int version = Catalogues.number(now.version()) + 1;
        all.add(delivery.take(name -> file(now, name, version, to), Progress.none()));
        if (!(all.getLast() instanceof CatalogueDelivery.Taken.Done)) {
          break;
        }
      }
    }
    return all;
  }

  private Optional<byte[]> file(
      Catalogue now, String name, int version, Optional<IntegrityRecipient> to) {
    Optional<byte[]> bytes = catalogues.file(now, name);
    return name.equals(Catalogue.manifestFile())
        ? bytes.map(b -> Catalogue.renewed(b, version, to))
        : bytes;
  }

  /**
   * An envelope at headquarters; of what is in it nothing is known here.
   *
   * @param to for whom it was sealed
   * @param passedOn whether it was given out before
   */
  public record Envelope(RecordId id, String to, boolean passedOn) {}

  /** The envelopes that came, the last first; none for an officer who may not open protection. */
  public List<Envelope> envelopes() {
    if (!station.mayOpen(Compartment.PROTECTION)) {
      return List.of();
    }
    List<Envelope> all = new ArrayList<>();
    for (Records.Row row : station.view().records().ofKind(Kinds.ENVELOPE.key())) {
      Map<String, FieldState> f = new ProtectedPart(station).fields(row.id());
      if (f.containsKey("sealed")) {
        boolean passed = !station.view().records().pointingTo(row.id(), "envelope").isEmpty();
        all.add(new Envelope(row.id(), Stored.text(f, "to").orElse(""), passed));
      }
    }
    return all;
  }

  /** What came of passing envelopes on. */
  public record Passed(int files, Optional<Printed> stoppedBy) {}

  /**
   * Writes every envelope that was not passed on into a folder, at headquarters, each as the age
   * file that the station has sealed, byte for byte. Those that could not be written wait further.
   */
  public Passed passOn(Path folder) {
    if (!station.state().flag("isHeadquarters")) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_HEADQUARTERS);
    }
    station.receiving(Compartment.PROTECTION);
    int done = 0;
    for (Envelope e : envelopes()) {
      if (!e.passedOn()) {
        Printed printed =
            new PlainFile(station)
                .write(
                    folder.resolve("envelope-" + e.id() + ".age"),
                    sealed(e.id()),
                    () -> audit.note(AuditEntry.Act.EXPORTED, e.id()));
        if (!(printed instanceof Printed.Written)) {
          return new Passed(done, Optional.of(printed));
        }
        passed(e);
        done++;
      }
    }
    return new Passed(done, Optional.empty());
  }

  private byte[] sealed(RecordId id) {
    String text =
        Stored.text(new ProtectedPart(station).fields(id), "sealed")
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE, e);
    }
  }

  private void passed(Envelope e) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("envelope", Value.ref(e.id()));
    fields.put("to", Value.text(e.to()));
    fields.put("at", station.now().toValue());
    ledger.write(new Act().make(station.ids().record(), Kinds.PASSED_ON, station.scope(), fields));
  }
}
