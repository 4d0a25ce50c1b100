package org.sala.casework.station;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.SigningKey;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Compartment;
import org.sala.domain.Field;
import org.sala.domain.Fingerprint;
import org.sala.domain.Hlc;
import org.sala.domain.Moment;
import org.sala.domain.Piece;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.domain.wire.Bounds;
import org.sala.domain.wire.ChangeWire;
import org.sala.domain.wire.RevisionWire;
import org.sala.journal.Committed;
import org.sala.journal.JournalFault;
import org.sala.parcel.Authentic;
import org.sala.store.StoreFault;
import org.sala.store.View;
import org.sala.vault.VaultFault;

/**
 * The one door: an act becomes a signed change, the journal has it, the view follows, screens hear.
 */
@BehindTheDesk
public final class Ledger {
  private final Station station;
  private final List<Consumer<Saved>> durable = new CopyOnWriteArrayList<>();
  private final List<Consumer<Saved>> listeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> others = new CopyOnWriteArrayList<>();
  private final AtomicInteger typing = new AtomicInteger();
  private final Turns turns = new Turns();
  private Hlc logical = new Hlc(0, 0);
  // Counting what the view has takes longer with every act; -1 where it has to be asked.
  private long last = -1;
  private volatile @Nullable Change lastChange;
  private volatile boolean ending;
  // In the journal, and shown with what is written next.
  private List<Committed> unshown = List.of();

  public Ledger(Station station) {
    this.station = station;
  }

  public void listen(Consumer<Saved> listener) {
    listeners.add(listener);
  }

  /**
   * The workspace is about to be locked: whatever takes long ends where it can be gone on with. A
   * single act of an officer is done to its end.
   */
  public void end() {
    ending = true;
  }

  public boolean isEnding() {
    return ending;
  }

  /**
   * Asked by what takes long wherever it may end.
   *
   * @throws CaseworkFault {@code STOPPED} once the workspace is about to be locked
   */
  public void goOn() {
    if (ending) {
      throw new CaseworkFault(CaseworkFault.Code.STOPPED);
    }
  }

  /** Returns the progress as one that is stopped by the lock as well. */
  public Progress untilLocked(Progress progress) {
    return new Progress() {
      @Override
      public void done(long bytes, long ofBytes) {
        progress.done(bytes, ofBytes);
      }

      @Override
      public boolean stopped() {
        return ending || progress.stopped();
      }
    };
  }

  /** Who seals for whom now. */
  public Turns turns() {
    return turns;
  }

  public void forget(Consumer<Saved> listener) {
    listeners.remove(listener);
    durable.remove(listener);
  }

  /** Hears of an act as soon as the disk has it, before any list shows it. */
  public void listenForSaved(Consumer<Saved> listener) {
    durable.add(listener);
  }

  /** Hears that other programs of this headquarters have written something. */
  public void listenForOthers(Runnable listener) {
    others.add(listener);
  }

  public void forgetOthers(Runnable listener) {
    others.remove(listener);
  }

  /** Others have written something that the view shows now, or come or gone. */
  public void othersWrote() {
    others.forEach(Runnable::run);
  }

  /** Puts a change into the journal, and in the same run what goes with it. */
  public interface Appending {
    List<Committed> append(List<Change> run);
  }

  /** Writes an act in the name of the officer who has unlocked. */
  public Saved write(Act act) {
    return write(act, station.officer().signing());
  }

  /** Writes an act in the name of whoever holds the key: a second officer who confirms. */
  public Saved write(Act act, SigningKey author) {
    return write(act, author, station.journal()::append);
  }

  /** Writes an act of the officer who has unlocked together with something else. */
  public Saved write(Act act, Appending with) {
    return write(act, station.officer().signing(), with);
  }

  /**
   * Writes an act after which the next one follows at once: the view shows both together, which
   * asks it, and whoever waits for it, once instead of twice. {@link #showRest} has to come in the
   * end.
   */
  public Saved writeFirst(Act act, Appending with) {
    return write(act, station.officer().signing(), with, false);
  }

  /** Shows what was written first where nothing came after it. */
  public synchronized void showRest() {
    show(List.of());
  }

  private Saved write(Act act, SigningKey author, Appending with) {
    return write(act, author, with, true);
  }

  private Saved write(Act act, SigningKey author, Appending with, boolean shown) {
    typing.incrementAndGet();
    try {
      return now(act, author, with, shown);
    } finally {
      typing.decrementAndGet();
    }
  }

  private synchronized Saved now(Act act, SigningKey author, Appending with, boolean shown) {
    Fingerprint by = new Fingerprint(author.verifying().fingerprint());
    List<Revision> revisions = new ArrayList<>();
    for (Act.Part part : act.parts()) {
      revisions.addAll(revisions(part, act.reason(), by));
    }
    if (revisions.isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_UNDO);
    }
    needFollower();
    Moment now = station.now();
    logical = logical.tick(station.clock());
    long number = lastNumber() + 1;
    ChangeHeader header =
        ChangeWire.writeHeader(
            station.ids().change(),
            by,
            station.identity().station(),
            station.identity().incarnation(),
            number,
            now,
            logical,
            revisions.stream().map(Revision::id).toList());
    Change change =
        new Change(
            header,
            author.sign(header.bytes()),
            revisions.stream().map(r -> (Piece) new Piece.Whole(r)).toList());
    if (!Bounds.isWithin(change) || !ChangeWire.fitsLine(change)) {
      throw new CaseworkFault(CaseworkFault.Code.TOO_LONG);
    }
    last = -1;
    List<Committed> written =
        new Reserve(station).first(() -> Faults.told(() -> with.append(List.of(change))));
    last = number;
    lastChange = change;
    station.state().sharing().ifPresent(s -> s.numbered(number));
    Saved saved =
        new Saved(
            header.id(),
            station.now(),
            act.parts().stream().map(Act.Part::record).distinct().toList());
    try {
      durable.forEach(l -> l.accept(saved));
    } finally {
      if (shown) {
        show(written);
      } else {
        unshown = Stream.concat(unshown.stream(), written.stream()).toList();
      }
    }
    if (shown) {
      listeners.forEach(l -> l.accept(saved));
    }
    return saved;
  }

  /** From here on it is written, whatever becomes of the view. */
  private void show(List<Committed> written) {
    List<Committed> before = unshown;
    unshown = List.of();
    // Where others wrote in between, those two are not one piece of the journal.
    boolean next =
        before.size() == 1
            && !written.isEmpty()
            && written.getFirst().sequence() == before.getFirst().sequence() + 1;
    try {
      if (next) {
        station.view().follow(Stream.concat(before.stream(), written.stream()).toList());
      } else {
        station.view().follow(before);
        station.view().follow(written);
      }
    } catch (StoreFault | JournalFault | VaultFault | CaseworkFault e) {
      // Whatever went wrong, whoever is told to try again writes it twice.
      throw new CaseworkFault(
          station.state().sharing().isEmpty()
              ? CaseworkFault.Code.SAVED_UNSHOWN
              : CaseworkFault.Code.NOT_SHOWN,
          e);
    }
  }

  /** What nobody shows to anybody is not written: the officer would write it twice. */
  private void needFollower() {
    if (station.state().sharing().filter(s -> !s.isFollowed()).isPresent()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOLLOWED);
    }
  }

  /** What was written here last, without what was erased since. */
  public Optional<Change> lastWritten() {
    return Optional.ofNullable(lastChange).map(c -> Erased.without(station, c));
  }

  /** The number of this station's last change; after an act that failed the view is asked anew. */
  private long lastNumber() {
    return last >= 0 ? last : station.lastNumber();
  }

  /**
   * Writes changes that others wrote and signed, as one run in the journal, without what was erased
   * here; whoever types is let in first. {@link #follow} comes next, and may come while the next
   * run is written.
   *
   * @param ready asked under the lock just before they are written; a fault keeps them out
   * @throws CaseworkFault {@code STOPPED} once the workspace is about to be locked
   */
  public List<Committed> take(List<Authentic> run, Runnable ready) {
    goOn();
    letIn();
    synchronized (this) {
      ready.run();
      return append(run.stream().map(a -> Erased.without(station, a.change())).toList());
    }
  }

  /** Lets the view follow what was taken, in slices; whoever types is let in before each. */
  public void follow(List<Committed> taken) {
    for (List<Committed> slice : View.slices(taken)) {
      letIn();
      station.view().follow(slice);
    }
  }

  private void letIn() {
    // Whoever calls from within keeps the door; nobody could come in between.
    while (typing.get() > 0 && !Thread.holdsLock(this)) {
      LockSupport.parkNanos(100_000);
    }
  }

  private List<Committed> append(List<Change> run) {
    return Faults.told(() -> station.journal().append(run));
  }

  /** Tells the screens of an import. */
  public void announce(Saved saved) {
    listeners.forEach(l -> l.accept(saved));
  }

  private List<Revision> revisions(Act.Part part, Optional<String> reason, Fingerprint by) {
    ScopeId scope = part.newIn().orElseGet(() -> station.scopeOf(part.record()));
    Map<Compartment, Map<String, Value>> byCompartment = new EnumMap<>(Compartment.class);
    part.fields()
        .forEach(
            (key, value) ->
                byCompartment
                    .computeIfAbsent(compartment(part, key), c -> new LinkedHashMap<>())
                    .put(key, value));
    List<Revision> made = new ArrayList<>();
    byCompartment.forEach(
        (compartment, fields) -> {
          if (!station.mayOpen(compartment)) {
            throw new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY);
          }
          for (Seen.Piece piece : pieces(part, compartment, fields.keySet())) {
            Map<String, Value> set = new LinkedHashMap<>(fields);
            set.keySet().retainAll(piece.keys());
            made.add(
                RevisionWire.write(
                    part.record(),
                    part.kind().key(),
                    piece.parents(),
                    scope,
                    compartment,
                    set,
                    reason,
                    station.ids().nonce(by)));
          }
        });
    return made;
  }

  private List<Seen.Piece> pieces(Act.Part part, Compartment compartment, Set<String> keys) {
    if (part.newIn().isPresent()) {
      return List.of(new Seen.Piece(keys, List.of()));
    }
    if (part.seen().isPresent()) {
      return part.seen().get().pieces(station, part.record(), part.kind(), compartment, keys);
    }
    List<RevisionId> heads =
        part.on()
            .map(on -> on.getOrDefault(compartment, List.of()))
            .orElseGet(() -> station.view().records().heads(part.record(), compartment));
    return List.of(
        new Seen.Piece(
            keys, Stream.concat(heads.stream(), part.after().stream()).distinct().toList()));
  }

  private static Compartment compartment(Act.Part part, String key) {
    Compartment asked = part.compartments().get(key);
    return asked != null
        ? asked
        : part.kind().field(key).map(Field::compartment).orElse(Compartment.INVESTIGATION);
  }

  /** Records that an act touched and that others may show. */
  public static List<RecordId> records(Change change) {
    return change.revisions().stream().map(Revision::record).distinct().toList();
  }
}
