package org.sala.casework.packages.seal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.keys.Partner;
import org.sala.casework.keys.PartnerBook;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.AgeRecipient;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.parcel.Purpose;

/** Seals copies for other agencies, each to that agency's own keys. */
@BehindTheDesk
public final class PartnerSealing {
  /** Notes of a package to another agency: which one it is from, where its receipt goes. */
  public static final String AGENCY = "agency";

  public static final String REPLY_TO = "replyTo";

  /** The note that says whom its agency has revoked, as PEM. */
  public static final String LISTS = "revoked";

  /** How packages between agencies are told apart here: a copy, one that nobody can receipt. */
  public static final String COPY = Purpose.PARTNER.code();

  public static final String TO_READER = COPY + "-reader";

  public static final String RECEIPT = COPY + "-receipt";

  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public PartnerSealing(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /** Whether a package that was sealed here is a copy for another agency. */
  public static boolean isCopy(Map<String, FieldState> parcel) {
    return Stored.text(parcel, "purpose")
        .filter(p -> p.equals(COPY) || p.equals(TO_READER))
        .isPresent();
  }

  /** Whether what was sealed for an agency goes nowhere any more. */
  public static boolean isEnded(Station station, String peer) {
    return StationId.read(peer).flatMap(new PartnerBook(station)::known).isEmpty();
  }

  private static Map<String, Value> purposed(Map<String, Value> written, Partner partner) {
    Map<String, Value> all = new LinkedHashMap<>(written);
    all.put("purpose", Value.text(partner.answers() ? COPY : TO_READER));
    return all;
  }

  /** Seals what was copied for an agency, to its own keys. */
  public RecordId seal(
      Partner partner,
      SealPlan plan,
      Map<String, Value> written,
      byte[] contents,
      Progress progress) {
    Compartment compartment =
        plan.protection() ? Compartment.PROTECTION : Compartment.INVESTIGATION;
    AgeRecipient theirs =
        plan.protection()
            ? partner
                .card()
                .protection()
                .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_A_PARTNER))
            : partner.card().investigation();
    return new Sealing(station, ledger, audit)
        .sealAbroad(
            partner.card().agency(),
            theirs,
            compartment,
            plan,
            "",
            new Sealing.Abroad(purposed(written, partner), Optional.of(contents)),
            progress);
  }
}
