package org.sala.casework;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Sharing;
import org.sala.casework.station.StationState;
import org.sala.crypto.Sha256;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Value;
import org.sala.domain.wire.Bounds;
import org.sala.domain.wire.Json;
import org.sala.journal.Committed;
import org.sala.journal.Heard;
import org.sala.journal.JournalFault;
import org.sala.journal.TableJournal;
import org.sala.store.ServerKept;
import org.sala.store.StoreFault;
import org.sala.vault.SharedFiles;

/**
 * One program among several that write to one journal: which numbers are its own, and what all of
 * them share. The shared part of the state is written into the journal itself, so that it has one
 * order for all, is read by whoever reads on, and cannot be set back without the journal.
 */
final class Writer implements Heard, Sharing {
  /** How long to wait before whoever waits is asked whether it should go on waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final StationState state;
  private final ServerKept kept;
  private final AtomicLong last;
  private @Nullable TableJournal journal;
  private boolean follows;

  Writer(StationState state, ServerKept kept) {
    this.state = state;
    this.kept = kept;
    this.last = new AtomicLong(state.whole(StationState.LAST_NUMBER));
  }

  /** Has this writer write into a journal from now on. */
  void to(TableJournal opened) {
    journal = opened;
  }

  /** Has this writer show by itself what it writes. */
  void follows() {
    follows = true;
  }

  private TableJournal journal() {
    TableJournal open = journal;
    if (open == null) {
      throw new IllegalStateException("not open yet");
    }
    return open;
  }

  private boolean isOurs(ChangeHeader h) {
    return h.station().equals(state.station()) && h.incarnation().equals(state.incarnation());
  }

  @Override
  public void changes(List<Committed> run) {
    run.stream()
        .map(c -> c.change().header())
        .filter(this::isOurs)
        .filter(h -> Bounds.isNumber(h.number()))
        .forEach(h -> numbered(h.number()));
  }

  @Override
  public boolean isUnknown(ChangeHeader ours) {
    boolean unknown = ours.number() > last.get();
    if (unknown) {
      // The folder was copied, and both are at work: this one goes on under numbers of its own.
      state.setHere(Map.of("newIncarnationOrdered", Value.flag(true)));
    }
    return unknown;
  }

  @Override
  public void state(byte[] content) {
    state.heard(Json.readParts(content).parts());
  }

  @Override
  public void change(Supplier<Map<String, Value>> how) {
    Map<String, Value> here = new LinkedHashMap<>();
    try {
      journal().state(deciding(how, here));
    } catch (JournalFault e) {
      throw Faults.of(e);
    }
    if (!here.isEmpty()) {
      state.setHere(here);
    }
  }

  @Override
  public List<Committed> append(
      List<Change> run, List<AuditEntry> entries, Supplier<Map<String, Value>> how) {
    Map<String, Value> here = new LinkedHashMap<>();
    List<Committed> written = journal().append(run, entries, deciding(how, here));
    if (!here.isEmpty()) {
      state.setHere(here);
    }
    return written;
  }

  /**
   * @param here gets what is this machine's own of it
   */
  private static TableJournal.Deciding deciding(
      Supplier<Map<String, Value>> how, Map<String, Value> here) {
    return () -> {
      Map<String, Value> shared = new LinkedHashMap<>();
      here.clear();
      how.get().forEach((k, v) -> (StationState.isOfOneMachine(k) ? here : shared).put(k, v));
      return shared.isEmpty() ? Optional.empty() : Optional.of(Json.write(new Value.Parts(shared)));
    };
  }

  @Override
  public long lastNumber() {
    refresh();
    return last.get();
  }

  @Override
  public long ownNumber() {
    return last.get();
  }

  @Override
  public void numbered(long number) {
    last.accumulateAndGet(number, Math::max);
  }

  @Override
  public void refresh() {
    try {
      journal().catchUp();
    } catch (JournalFault e) {
      throw Faults.of(e);
    }
  }

  @Override
  public Optional<InHand> take(String what) {
    return asked(() -> kept.turn(key(what)).map(Hand::new));
  }

  @Override
  public Optional<InHand> takeInTurn(String what) {
    return asked(() -> kept.turn(key(what), PATIENCE).map(Hand::new));
  }

  private static byte[] key(String what) {
    return Sha256.of(("sala in hand " + what).getBytes(StandardCharsets.US_ASCII));
  }

  private record Hand(ServerKept.Turn turn) implements InHand {
    @Override
    public void stillOurs() {
      if (!turn.stands()) {
        throw new CaseworkFault(CaseworkFault.Code.IN_HAND);
      }
    }

    @Override
    public void close() {
      turn.close();
    }
  }

  @Override
  public SharedFiles files() {
    return new Shelf(kept);
  }

  @Override
  public boolean isFollowed() {
    return asked(() -> follows || kept.isFollowed());
  }

  @Override
  public boolean seesAll() {
    return asked(kept::mayFollow);
  }

  @Override
  public boolean isViewWhole() {
    return asked(kept::isViewWhole);
  }

  private static <T> T asked(Supplier<T> asking) {
    try {
      return asking.get();
    } catch (StoreFault e) {
      throw FaultSeen.in(e).orElseGet(() -> new CaseworkFault(CaseworkFault.Code.IO, e));
    }
  }
}
