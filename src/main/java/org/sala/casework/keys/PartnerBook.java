package org.sala.casework.keys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.Certificate;
import org.sala.crypto.RevocationList;
import org.sala.crypto.Trust;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * The other agencies that this workspace knows: at headquarters those whose cards were confirmed
 * there, at a station those that its headquarters has listed.
 */
@BehindTheDesk
public final class PartnerBook {
  private static final String LISTS = "partnerLists.";
  private static final String SENDS = "partnerStation.";

  private final Station station;

  public PartnerBook(Station station) {
    this.station = station;
  }

  /** Returns all other agencies, the last confirmed first; those that were ended as well. */
  public List<Partner> all() {
    if (!station.state().flag("isHeadquarters")) {
      return PartnerList.listed(station.state());
    }
    List<Partner> all = new ArrayList<>();
    for (Records.Begun b : station.view().records().begun(Kinds.PARTNER.key())) {
      if (b.station().equals(station.identity().station())) {
        all.add(partner(b.id(), station.view().records().fields(b.id())));
      }
    }
    all.sort(Comparator.comparing((Partner p) -> p.confirmed().instant()).reversed());
    return all;
  }

  /** The agency as it is known now; empty where it is unknown or was ended. */
  public Optional<Partner> known(StationId agency) {
    return all().stream()
        .filter(p -> p.card().agency().equals(agency))
        .filter(p -> p.ended().isEmpty())
        .findFirst();
  }

  private Partner partner(RecordId id, Map<String, FieldState> f) {
    return new Partner(
        id,
        PartnerCard.read(Stored.text(f, "card").orElse("")),
        Stored.moment(f, "at").orElseGet(station::now),
        Stored.moment(f, "ended"),
        Stored.text(f, "endedWhy").orElse(""));
  }

  /**
   * Whom its packages are judged by: its own authority alone, never ours, so that nobody certified
   * by another agency passes for an officer of this one.
   */
  public Trust trust(Partner partner) {
    return new Trust(
        partner.card().authority().stream().toList(), List.of(), lists(partner.card().agency()));
  }

  private List<RevocationList> lists(StationId agency) {
    return station.state().texts(LISTS + agency).stream()
        .flatMap(p -> RevocationList.ofPem(p).stream())
        .toList();
  }

  /**
   * Whether a station is known as another agency's: by that one's card, or because it was the first
   * that sent from there.
   */
  public boolean isOfAnother(StationId sender, Partner partner) {
    StationId agency = partner.card().agency();
    return !sender.equals(agency)
        && (all().stream().anyMatch(p -> p.card().agency().equals(sender))
            || station
                .state()
                .text(SENDS + sender)
                .filter(a -> !a.equals(agency.toString()))
                .isPresent());
  }

  /** Remembers of which agency a station is from which a genuine package came. */
  public void sends(StationId sender, Partner partner) {
    station
        .state()
        .change(
            () ->
                station.state().text(SENDS + sender).isPresent()
                    ? Map.of()
                    : Map.of(SENDS + sender, Value.text(partner.card().agency().toString())));
  }

  /**
   * Takes over what a verified package says of whom its agency has revoked. A list counts where it
   * is of an issuer in this chain, and only forward: see {@link RevocationList#isNoOlderThan}.
   *
   * @param chain the signer's certificate, its issuers, and the authority
   */
  public void heed(StationId agency, List<Certificate> chain, List<RevocationList> sent) {
    station.state().change(() -> newer(agency, chain, sent));
  }

  private Map<String, Value> newer(
      StationId agency, List<Certificate> chain, List<RevocationList> sent) {
    List<RevocationList> kept = new ArrayList<>(lists(agency));
    List<String> before = pem(kept);
    for (Certificate issuer : chain) {
      Optional<RevocationList> known = kept.stream().filter(l -> l.issuedBy(issuer)).findFirst();
      sent.stream()
          .filter(l -> l.issuedBy(issuer))
          .filter(l -> known.isEmpty() || l.isNoOlderThan(known.get()))
          .findFirst()
          .ifPresent(
              newer -> {
                known.ifPresent(kept::remove);
                kept.add(newer);
              });
    }
    return pem(kept).equals(before) ? Map.of() : Map.of(LISTS + agency, Value.texts(pem(kept)));
  }

  private static List<String> pem(List<RevocationList> lists) {
    return lists.stream().map(RevocationList::pem).toList();
  }
}
