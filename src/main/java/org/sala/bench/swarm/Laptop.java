package org.sala.bench.swarm;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.erasing.Finishing;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.Bulletins;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.take.Quarantine;
import org.sala.casework.partner.Copies;
import org.sala.casework.partner.Partners;
import org.sala.casework.people.Ages;
import org.sala.casework.people.People;
import org.sala.casework.protection.Referrals;
import org.sala.casework.screening.Findings;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Tools;
import org.sala.crypto.PassphraseKdf;
import org.sala.domain.AuditEntry;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.IdSource;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.store.View;
import org.sala.vault.KeyFile;
import org.sala.vault.ObjectFolder;
import org.sala.vault.OfficerKeys;
import org.sala.vault.ScopeKeys;
import org.sala.vault.Unlocking;
import org.sala.vault.WorkspaceFolder;
import org.sala.vault.WorkspaceKeys;

/** One workspace in use: the program's own classes over a journal and a view in memory. */
final class Laptop implements AutoCloseable {
  private final String name;
  private final Path root;
  private final WorkspaceKeys keys;
  private final OfficerKeys officer;
  private final Tools tools;
  private final Ticking clock;
  private final Views views;
  private final Broken broken;
  private final Set<ChangeId> told = new HashSet<>();
  private final WorkspaceFolder folder;
  private final ScopeKeys scopeKeys;
  private final ObjectFolder objects;
  private MemoryJournal journal;
  private View view;
  private Station station;
  private Ledger ledger;
  private AuditTrail audit;

  /** What all laptops of a history share. */
  record Setting(Tools tools, Views views, Broken broken) {}

  /**
   * Opens a workspace whose small files lie in the folder.
   *
   * @param restored whether it was brought back from a backup just now
   */
  Laptop(String name, Path root, Kept from, Ticking clock, Setting setting, boolean restored) {
    this.name = name;
    this.root = root;
    this.keys = from.keys();
    this.officer = from.officer();
    this.clock = clock;
    this.tools =
        new Tools(
            clock,
            setting.tools().random(),
            setting.tools().policy(),
            setting.tools().newWorkspaces().get());
    this.views = setting.views();
    this.broken = setting.broken();
    this.folder = WorkspaceFolder.take(root).orElseThrow();
    this.scopeKeys = new ScopeKeys(folder.folder("keys"), keys, tools.random());
    this.objects = new ObjectFolder(folder.folder("objects"), keys, scopeKeys, tools.random());
    StationState state = StationState.read(file()).orElseThrow();
    if (restored) {
      byte[] viewKey = new byte[32];
      tools.random().nextBytes(viewKey);
      state.restored(viewKey, new IdSource(clock, tools.random()), tools.now(), List.of());
    }
    this.journal = new MemoryJournal(from.journal());
    this.view = view(journal);
    this.station = opened();
    this.ledger = listening();
    this.audit = new AuditTrail(station);
  }

  /** The beginning of a workspace: its keys, and a state that knows nobody. */
  static Kept found(Path root, Tools tools, WorkspaceKeys keys, OfficerKeys officer) {
    try (WorkspaceFolder made = WorkspaceFolder.take(root).orElseThrow()) {
      SecureRandom random = tools.random();
      IdSource ids = new IdSource(tools.clock(), random);
      byte[] viewKey = new byte[32];
      random.nextBytes(viewKey);
      StationState.create(
          StationState.file(made.root(), keys, random),
          ids.station(),
          ids.incarnation(),
          ids.scope(),
          viewKey,
          "en");
    }
    return Kept.of(root, keys, officer, new MemoryJournal());
  }

  private org.sala.vault.SealedFile file() {
    return StationState.file(root, keys, tools.random());
  }

  private View view(MemoryJournal of) {
    View made =
        views.take(
            at -> broken.read(of, of.revision(at)),
            () ->
                broken == Broken.PARTED_BY_ANYBODY
                    ? everybody(of)
                    : StationState.read(file()).orElseThrow().answering(),
            () ->
                broken == Broken.AGE_BY_ONE
                    ? everybody(of)
                    : StationState.read(file()).orElseThrow().deciding());
    of.replay(0, made::catchUp);
    return made;
  }

  /** The broken variant: whoever writes something ends what others have said. */
  private static Set<StationId> everybody(MemoryJournal of) {
    Set<StationId> all = new HashSet<>();
    of.committed().forEach(c -> all.add(c.change().header().station()));
    return all;
  }

  private Station opened() {
    StationState state = StationState.read(file()).orElseThrow();
    state.restartIfOrdered(new IdSource(clock, tools.random()), tools.now());
    return new Station(
        tools,
        folder,
        new KeyFile(root, new PassphraseKdf(tools.policy()), tools.random()),
        new Unlocking.Opened("slot", keys, Optional.of(officer)),
        officer,
        state,
        scopeKeys,
        objects,
        journal,
        view,
        new IdSource(clock, tools.random(), state.station()),
        false);
  }

  private Ledger listening() {
    Ledger made = new Ledger(station);
    made.listenForSaved(saved -> told.add(saved.change()));
    return made;
  }

  /** Locks and unlocks, or starts again after a crash: the view is made anew from the journal. */
  void reopen() {
    audit.close();
    MemoryJournal kept = new MemoryJournal(journal);
    if (journal.crashed() && broken == Broken.FORGETFUL_DISK) {
      kept.forgetLast();
    }
    journal = kept;
    views.giveBack(view);
    view = view(journal);
    station = opened();
    // What an erasure that was cut off has left is done before anybody works here.
    new Finishing(station).finish();
    if (journal.forget(scopeKeys::isErased)) {
      views.giveBack(view);
      view = view(journal);
      station = opened();
    }
    ledger = listening();
    audit = new AuditTrail(station);
    audit.note(AuditEntry.Act.UNLOCKED);
  }

  /** What a backup taken now holds. */
  Kept backup() {
    return Kept.of(root, keys, officer, journal);
  }

  /** What a backup taken now holds, with its packages. */
  Kept wholeBackup() {
    return Kept.whole(root, keys, officer, journal);
  }

  String name() {
    return name;
  }

  Ticking clock() {
    return clock;
  }

  MemoryJournal journal() {
    return journal;
  }

  Station station() {
    return station;
  }

  Ledger ledger() {
    return ledger;
  }

  AuditTrail audit() {
    return audit;
  }

  /** Acts that somebody was told are saved. */
  Set<ChangeId> told() {
    return told;
  }

  Packages packages() {
    return new Packages(station, ledger, audit);
  }

  Officers officers() {
    return new Officers(station, ledger, audit);
  }

  People people() {
    return new People(station, ledger, audit);
  }

  Ages ages() {
    return new Ages(station, ledger, officers());
  }

  Consents consents() {
    return new Consents(station, ledger);
  }

  Findings findings() {
    return new Findings(station, ledger, officers());
  }

  /** Whether a person's protected part may go to headquarters, by all that is known here. */
  boolean mayLeave(RecordId person) {
    return consents()
        .lastWord(person, "investigation-and-protection", "headquarters")
        .filter(Consents.LastWord::lets)
        .isPresent();
  }

  Quarantine quarantine() {
    return new Quarantine(station, ledger, audit, officers());
  }

  Erasures erasures() {
    return new Erasures(station, ledger, audit, officers(), people());
  }

  /** As the journal of files does when it writes of a scope. */
  void makeKeys(ScopeId scope) {
    scopeKeys.ensure(
        Arrays.stream(Compartment.values()).map(c -> new ScopeKeys.Wanted(scope, c)).toList());
  }

  Disagreements disagreements() {
    return new Disagreements(station, ledger, officers(), people());
  }

  Bulletins bulletins() {
    return new Bulletins(station, ledger);
  }

  Partners partners() {
    return new Partners(station, ledger, audit, approvals());
  }

  Copies copies() {
    Fears fears = new Fears(station, ledger);
    Referrals referrals = new Referrals(station, ledger, consents(), fears);
    return new Copies(station, ledger, audit, packages(), partners(), referrals);
  }

  Approvals approvals() {
    return new Approvals(station, ledger, officers());
  }

  /** What only headquarters does. */
  Headquarters acts() {
    return new Headquarters(station, ledger, audit);
  }

  DecisionDelivery decisions() {
    return new DecisionDelivery(station, ledger, audit);
  }

  @Override
  public void close() {
    audit.close();
    views.giveBack(view);
    objects.close();
    scopeKeys.close();
    folder.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
