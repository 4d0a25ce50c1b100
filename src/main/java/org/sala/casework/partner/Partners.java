package org.sala.casework.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.keys.OwnCard;
import org.sala.casework.keys.Partner;
import org.sala.casework.keys.PartnerBook;
import org.sala.casework.keys.PartnerCard;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.crypto.Certificate;
import org.sala.disk.WholeFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.report.QrCode;

/**
 * Other agencies, each known by a card whose code was read out over the telephone and that a second
 * officer approved. Ending one needs nobody else and acts at once.
 */
public final class Partners {
  private static final long LARGEST_PICTURE = 30 << 20;

  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Approvals approvals;
  private final PartnerBook book;

  public Partners(Station station, Ledger ledger, AuditTrail audit, Approvals approvals) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.approvals = approvals;
    this.book = new PartnerBook(station);
  }

  /** Returns all partners that were ever confirmed here, the last first. */
  public List<Partner> all() {
    return book.all();
  }

  /** Returns the partners to whom something may go. */
  public List<Partner> known() {
    return all().stream().filter(p -> p.ended().isEmpty()).toList();
  }

  /** Whether cards are exchanged here: at a headquarters where work is done. */
  public boolean here() {
    return station.state().flag("isHeadquarters") && !station.practice();
  }

  /**
   * Returns this agency's own card, for others.
   *
   * @throws CaseworkFault {@code NOT_HEADQUARTERS} elsewhere, {@code PRACTICE_AND_WORK} in practice
   */
  public PartnerCard own() {
    need();
    return OwnCard.of(station);
  }

  /** Writes the own card into a file. */
  public void write(Path file) {
    try {
      WholeFile.write(file, own().bytes());
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  /** A card as a QR code: true where it is dark, row by row. */
  public boolean[][] square(PartnerCard card) {
    return QrCode.of(card.text());
  }

  /**
   * Reads somebody's card, from its file or from a picture of its QR code; nothing of it is
   * believed yet.
   */
  public PartnerCard read(Path file) {
    return looked(picture(file).map(PartnerCard::read).orElseGet(() -> PartnerCard.read(file)));
  }

  private static Optional<String> picture(Path file) {
    try {
      return Files.size(file) > LARGEST_PICTURE
          ? Optional.empty()
          : QrCode.in(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE, e);
    }
  }

  /** Reads somebody's card from pasted text; nothing of it is believed yet. */
  public PartnerCard read(String text) {
    return looked(PartnerCard.read(text));
  }

  private PartnerCard looked(PartnerCard card) {
    need();
    if (card.authority().filter(Certificate::practice).isPresent()) {
      throw new CaseworkFault(CaseworkFault.Code.PRACTICE_AND_WORK);
    }
    // Our own card, or one that says our officers are somebody else's.
    boolean ours =
        card.agency().equals(station.identity().station())
            || card.authority().filter(station.trust().authorities()::contains).isPresent();
    if (ours) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    }
    return card;
  }

  /**
   * Confirms an agency's card: from now on the agency is known. A newer card of the same agency
   * takes the place of the one before.
   *
   * @param code as the other side read it out over the telephone
   * @throws CaseworkFault {@code CODE_DIFFERS}; {@code SAME_OFFICER} while a second officer has not
   *     approved exactly this card; {@code ALREADY_DONE} where it is known; {@code NAME_TAKEN}
   *     where another agency has that name, for people are asked by it
   */
  public RecordId confirm(PartnerCard card, String code) {
    looked(card);
    if (!card.isCode(code)) {
      audit.note(AuditEntry.Act.REFUSED, card.digest());
      throw new CaseworkFault(CaseworkFault.Code.CODE_DIFFERS);
    }
    Optional<Partner> before = book.known(card.agency());
    if (before.filter(p -> p.card().equals(card)).isPresent()) {
      throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
    }
    boolean taken =
        book.all().stream()
            .filter(p -> !p.card().agency().equals(card.agency()))
            .anyMatch(p -> p.name().equalsIgnoreCase(card.name()));
    if (taken) {
      throw new CaseworkFault(CaseworkFault.Code.NAME_TAKEN);
    }
    // Each word is used once: a card that was ended is not known again by the old one.
    approvals.need(
        Approvals.Of.PARTNER,
        card.digest(),
        book.all().stream()
            .filter(p -> p.card().agency().equals(card.agency()))
            .map(Partner::id)
            .collect(Collectors.toSet()));
    Act act = new Act();
    before.ifPresent(
        p -> act.edit(p.id(), Kinds.PARTNER, Map.of("ended", station.now().toValue())));
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("agency", Value.text(card.agency().toString()));
    fields.put("name", Value.text(card.name()));
    fields.put("country", Value.text(card.country()));
    fields.put("card", Value.text(card.text()));
    fields.put("at", station.now().toValue());
    RecordId id = station.ids().record();
    ledger.write(act.make(id, Kinds.PARTNER, station.scope(), fields));
    audit.note(AuditEntry.Act.ENROLLED, id);
    return id;
  }

  /** Ends a partnership: nothing goes there any more, and nothing from there is believed. */
  public Saved end(RecordId partner, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a partner is ended for a reason");
    }
    boolean known = known().stream().anyMatch(p -> p.id().equals(partner));
    if (!known) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_A_PARTNER);
    }
    Saved saved =
        ledger.write(
            new Act()
                .edit(
                    partner,
                    Kinds.PARTNER,
                    Map.of(
                        "ended", station.now().toValue(),
                        "endedWhy", Value.text(reason.strip())))
                .because(reason));
    audit.note(AuditEntry.Act.REVOKED, partner);
    return saved;
  }

  private void need() {
    if (station.practice()) {
      throw new CaseworkFault(CaseworkFault.Code.PRACTICE_AND_WORK);
    }
    if (!here()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_HEADQUARTERS);
    }
  }
}
