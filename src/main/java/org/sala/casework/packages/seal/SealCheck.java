package org.sala.casework.packages.seal;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.ChangeId;
import org.sala.domain.RecordId;
import org.sala.journal.Committed;

/** The last question before a package is written; nothing goes round it. */
@BehindTheDesk
public final class SealCheck {
  private final Station station;
  private final Ledger ledger;

  public SealCheck(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * Asks once more what a plan rests on, since time has passed and plans can be made by hand: who
   * fears the recipient's country, whose yes is still one, and what it leaves out.
   */
  public void stands(SealPlan plan) {
    if (!plan.feared().isEmpty() && !plan.apart()) {
      throw fear(plan.feared());
    }
    Fears.KeptFrom now = new Fears(station, ledger).keptFromHeadquarters();
    ConsentLimits left = new ConsentLimits(station, ledger);
    if (!now.isEmpty() || !left.nothing()) {
      Set<ChangeId> wanted = new HashSet<>(plan.changes());
      Set<RecordId> unexpected = new LinkedHashSet<>();
      station
          .journal()
          .replay(
              LeavingContent.before(station, plan.changes()),
              run -> {
                ledger.goOn();
                run.stream()
                    .map(Committed::change)
                    .filter(c -> wanted.contains(c.id()))
                    .flatMap(c -> c.revisions().stream())
                    .filter(r -> !plan.withheld().contains(r.id()))
                    .forEach(
                        r -> {
                          now.who(r.scope(), r.record()).ifPresent(unexpected::add);
                          if (left.of(r).isPresent()) {
                            throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
                          }
                        });
              });
      if (!unexpected.isEmpty()) {
        throw fear(List.copyOf(unexpected));
      }
    }
    Consents consents = new Consents(station, ledger).ofMany();
    for (RecordId person : plan.protection() ? plan.withConsent() : List.<RecordId>of()) {
      boolean lets =
          consents
              .lastWord(person, plan.consentFor(), Sealing.TO_HEADQUARTERS)
              .map(Consents.LastWord::lets)
              .orElse(false);
      if (!lets) {
        throw new CaseworkFault(CaseworkFault.Code.CONSENT_WITHDRAWN);
      }
    }
  }

  private CaseworkFault fear(List<RecordId> people) {
    return new CaseworkFault(
        CaseworkFault.Code.FEAR_OF_RECIPIENT,
        String.join(
            ", ", people.stream().map(p -> Stored.number(station, p, "wristband")).toList()));
  }
}
