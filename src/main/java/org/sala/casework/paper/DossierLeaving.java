package org.sala.casework.paper;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.protection.Dossier;
import org.sala.casework.protection.Dossiers;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.Words;
import org.sala.journal.Committed;
import org.sala.report.Paper;

/**
 * The two ways in which a dossier leaves: as a reasoned statement on paper, and as a package of its
 * own. It goes in no other one, whatever else the person has agreed to.
 */
public final class DossierLeaving {
  /** What the person is asked for by name. */
  public static final String PURPOSE = "non-punishment";

  private final Station station;
  private final Ledger ledger;
  private final Printing printing;
  private final Dossiers dossiers;
  private final Packages packages;

  public DossierLeaving(
      Station station, Ledger ledger, Printing printing, Dossiers dossiers, Packages packages) {
    this.station = station;
    this.ledger = ledger;
    this.printing = printing;
    this.dossiers = dossiers;
    this.packages = packages;
  }

  /**
   * The statement, by the person's number.
   *
   * @throws CaseworkFault {@code NOT_FOUND} where no dossier is open; {@code NO_PROTECTION_KEY} for
   *     an officer who may not read it; {@code DISPUTED} where versions of it differ
   */
  public Printed statement(
      RecordId person, String officer, Words words, Path to, Progress progress) {
    Dossier dossier = decided(person);
    Paper paper =
        new DossierPaper(words)
            .of(
                dossier,
                Stored.number(station, person, "wristband"),
                officer,
                station.state().text("agency").orElse(""),
                printing.foot(words),
                unfit(records(dossier)).size());
    return printing.save(
        List.of(paper), "dossier", Optional.of(dossier.id()), new Printing.To(words, to, progress));
  }

  /** Who can get a package: the name of the headquarters that this station is enrolled at. */
  public Optional<String> recipient() {
    return station.state().text("headquarters").map(h -> station.state().text("agency").orElse(h));
  }

  /**
   * How many changes of an open dossier stand back from its package, since every station refuses
   * one that holds them: what goes says what stood there before, or lacks a line.
   *
   * @throws CaseworkFault as {@link #statement}
   */
  public int standBack(RecordId person) {
    return unfit(records(decided(person))).size();
  }

  /**
   * Seals the dossier and nothing else, without what stands back, for the protection key of
   * headquarters.
   *
   * @throws CaseworkFault {@code NOT_FOUND} where no dossier is open; {@code DISPUTED} where
   *     versions of it differ; {@code NO_COUNSEL} where nobody advises the person; {@code
   *     CONSENT_MISSING} where the person has not said yes to this purpose and recipient, or
   *     versions of that differ; {@code FEAR_OF_RECIPIENT} where the person fears its country
   */
  public PackageLine seal(RecordId person, Progress progress) {
    Dossier dossier = decided(person);
    if (dossier.counsel().isBlank()) {
      throw new CaseworkFault(CaseworkFault.Code.NO_COUNSEL);
    }
    boolean yes =
        new Consents(station, ledger)
            .counting(person).stream()
                .map(Consents.Counted::said)
                .filter(s -> s.purpose().equals(PURPOSE))
                .filter(s -> s.recipient().equals(Sealing.TO_HEADQUARTERS))
                .anyMatch(s -> s.holds() && !s.disputed());
    if (!yes) {
      throw new CaseworkFault(CaseworkFault.Code.CONSENT_MISSING);
    }
    return packages.seal(plan(person, dossier), progress);
  }

  /** A court takes what it reads for the only version: two are never shown as one. */
  private Dossier decided(RecordId person) {
    Dossier dossier =
        dossiers.now(person).orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    if (dossiers.undecided(dossier.id())) {
      throw new CaseworkFault(CaseworkFault.Code.DISPUTED);
    }
    return dossier;
  }

  private static Set<RecordId> records(Dossier dossier) {
    Set<RecordId> all = new HashSet<>(Set.of(dossier.id()));
    dossier.deeds().forEach(e -> all.add(e.id()));
    return all;
  }

  private Set<ChangeId> unfit(Set<RecordId> inIt) {
    Set<ChangeId> unfit = station.view().changes().unfit();
    Set<ChangeId> all = new HashSet<>();
    if (!unfit.isEmpty()) {
      for (RecordId record : inIt) {
        station.view().records().revisions(record).forEach(r -> all.add(r.change()));
      }
    }
    all.retainAll(unfit);
    return all;
  }

  private SealPlan plan(RecordId person, Dossier dossier) {
    Set<RecordId> inIt = records(dossier);
    Set<ChangeId> changes = new LinkedHashSet<>();
    Set<RevisionId> withheld = new HashSet<>();
    Set<ChangeId> unfit = unfit(inIt);
    long[] bytes = {1 << 20};
    station
        .journal()
        .replay(
            0,
            run ->
                run.stream()
                    .map(Committed::change)
                    .forEach(c -> look(c, inIt, changes, withheld, bytes)));
    boolean feared =
        new Fears(station, ledger)
            .keptFromHeadquarters()
            .who(station.scopeOf(person), person)
            .isPresent();
    changes.removeAll(unfit);
    return new SealPlan(
        List.copyOf(changes),
        withheld,
        1,
        0,
        0,
        List.of(person),
        List.of(),
        List.of(),
        feared ? List.of(person) : List.of(),
        false,
        Map.of(),
        List.of(),
        List.of(),
        true,
        recipient().orElse(""),
        bytes[0],
        station.folder().free(),
        PURPOSE,
        Map.of(),
        0,
        false,
        unfit.size());
  }

  private static void look(
      Change change,
      Set<RecordId> inIt,
      Set<ChangeId> changes,
      Set<RevisionId> withheld,
      long[] bytes) {
    if (change.revisions().stream().map(Revision::record).noneMatch(inIt::contains)) {
      return;
    }
    changes.add(change.id());
    bytes[0] += change.header().bytes().length * 2L;
    for (Revision r : change.revisions()) {
      if (inIt.contains(r.record())) {
        bytes[0] += r.bytes().length * 2L;
      } else {
        withheld.add(r.id());
      }
    }
  }
}
