package org.sala.casework.protection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.people.Cases;
import org.sala.casework.screening.Endings;
import org.sala.casework.station.Act;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.ReferralRows;

/**
 * Handing people to services that have no account here. Nothing is handed over without the person's
 * yes for that purpose and recipient, or a recorded danger to life or to a child; an embassy is
 * never told without the yes.
 */
public final class Referrals {
  private final Station station;
  private final Ledger ledger;
  private final Consents consents;
  private final Fears fears;

  public Referrals(Station station, Ledger ledger, Consents consents, Fears fears) {
    this.station = station;
    this.ledger = ledger;
    this.consents = consents;
    this.fears = fears;
  }

  /** What keeps a service from being told now; asked of whatever leaves, each time. */
  private Optional<CaseworkFault.Code> against(
      RecordId person, Referral.Service service, Collection<Referral.Item> shared) {
    if (service.onlyAtWish() && fears.any(person)) {
      return Optional.of(CaseworkFault.Code.FEARED);
    }
    Optional<String> basis = basis(person, service);
    if (basis.isEmpty()) {
      return Optional.of(CaseworkFault.Code.CONSENT_MISSING);
    }
    Set<String> without =
        basis.get().equals(Consents.Answer.YES.name())
            ? consents.without(person, service.purpose(), service.recipient())
            : Set.of();
    return shared.stream().map(Referral.Item::code).anyMatch(without::contains)
        ? Optional.of(CaseworkFault.Code.ITEM_KEPT)
        : Optional.empty();
  }

  private Optional<String> basis(RecordId person, Referral.Service service) {
    return consents
        .lastWord(person, service.purpose(), service.recipient())
        .filter(Consents.LastWord::lets)
        .map(Consents.LastWord::answer)
        .filter(a -> !service.onlyAtWish() || a.equals(Consents.Answer.YES.name()));
  }

  /**
   * Writes down that a service was asked.
   *
   * @throws CaseworkFault {@code CONSENT_MISSING} where nothing lets it be asked; {@code ITEM_KEPT}
   *     where the yes leaves out something that would be told; {@code FEARED} where it is an
   *     embassy and the person fears a country: which one it is, is not known here
   */
  public RecordId send(RecordId person, Referral.Draft draft) {
    against(person, draft.service(), draft.shared())
        .ifPresent(
            code -> {
              throw new CaseworkFault(code);
            });
    String basis = basis(person, draft.service()).orElseThrow();
    Moment now = station.now();
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("state", Value.text(Referral.State.SENT.name()));
    fields.put("sent", now.toValue());
    fields.put("due", new Moment(now.instant().plus(draft.answerWithin()), now.zone()).toValue());
    fields.put("slip", Value.text(slip()));
    fields.put("service", Value.text(draft.service().name()));
    draft.listed().ifPresent(l -> fields.put("listed", Value.ref(l)));
    fields.put("agency", Value.text(draft.agency().strip()));
    fields.put("asked", Value.text(draft.asked().strip()));
    draft.shared().forEach(i -> fields.put("shared/" + i.code(), Value.flag(true)));
    fields.put("basis", Value.text(basis));
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.REFERRAL, station.scopeOf(person), fields));
    return id;
  }

  /**
   * Writes down what came of a referral.
   *
   * @param why needed where the state {@linkplain Referral.State#saysWhy says why}
   * @throws CaseworkFault {@code CHANGED_SINCE} where it cannot become that from where it is
   */
  public Saved step(RecordId id, Referral.State to, String why) {
    if (to.saysWhy() && why.isBlank()) {
      throw new IllegalArgumentException("it says why");
    }
    Referral.State from =
        station
            .view()
            .referrals()
            .find(id)
            .map(r -> Referral.State.of(r.state()))
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    if (!from.next().contains(to)) {
      throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("state", Value.text(to.name()));
    fields.put(to == Referral.State.ACCEPTED ? "answered" : "ended", station.now().toValue());
    Stored.put(fields, "why", why.strip());
    return ledger.write(new Act().edit(id, Kinds.REFERRAL, fields));
  }

  /** The referrals of a person, the last sent first. */
  public List<Referral> of(RecordId person) {
    List<Referral> all = new ArrayList<>();
    for (ReferralRows.Row row : station.view().referrals().of(person)) {
      all.add(read(row));
    }
    return all;
  }

  private Referral read(ReferralRows.Row row) {
    Map<String, FieldState> open = station.view().records().fields(row.id());
    Map<String, FieldState> safe = new ProtectedPart(station).fields(row.id());
    Optional<Referral.Contents> contents = contents(safe);
    Referral.State state = Referral.State.of(row.state());
    boolean underWay = !state.next().isEmpty();
    return new Referral(
        row.id(),
        row.person(),
        state,
        moment(open, "sent"),
        moment(open, "due"),
        contents,
        row.slip(),
        Stream.of(open, safe).flatMap(f -> Cases.differing(f).stream()).toList(),
        contents
            .filter(c -> underWay)
            .flatMap(c -> against(row.person(), c.service(), c.shared())));
  }

  private static Optional<Referral.Contents> contents(Map<String, FieldState> safe) {
    return Stored.text(safe, "service")
        .flatMap(Referral.Service::of)
        .map(
            service ->
                new Referral.Contents(
                    service,
                    Stored.text(safe, "agency").orElse(""),
                    Optional.ofNullable(safe.get("listed")).flatMap(f -> f.value().asRef()),
                    Stored.text(safe, "asked").orElse(""),
                    Arrays.stream(Referral.Item.values())
                        .filter(i -> safe.containsKey("shared/" + i.code()))
                        .toList(),
                    Stored.text(safe, "basis").orElse(""),
                    Stored.text(safe, "why").orElse("")));
  }

  /** Six clear letters and figures: they say nothing of whom or what they are about. */
  private String slip() {
    StringBuilder slip = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      slip.append(Endings.CLEAR.charAt(station.tools().random().nextInt(Endings.CLEAR.length())));
    }
    return slip.insert(3, '-').toString();
  }

  /** The referral whose return slip came back, however its number was typed. */
  public Optional<Referral> bySlip(String typed) {
    String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    return plain.length() == 6
        ? station
            .view()
            .referrals()
            .bySlip(plain.substring(0, 3) + "-" + plain.substring(3))
            .map(this::read)
        : Optional.empty();
  }

  private static Optional<Moment> moment(Map<String, FieldState> fields, String key) {
    return Optional.ofNullable(fields.get(key)).map(FieldState::value).flatMap(Moment::of);
  }
}
