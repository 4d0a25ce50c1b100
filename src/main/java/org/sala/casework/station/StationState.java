package org.sala.casework.station;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.Certificate;
import org.sala.crypto.RevocationList;
import org.sala.crypto.Trust;
import org.sala.domain.IdSource;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.journal.Checkpoint;
import org.sala.vault.SealedFile;
import org.sala.vault.VaultFault;
import org.sala.vault.WorkspaceKeys;

/**
 * What a station knows of itself and whom it trusts; kept in the authenticated {@code state} file.
 */
@BehindTheDesk
public final class StationState {
  /** What the clock showed when the journal was last read to its end. */
  public static final String CLOCK = "clock";

  /** The number of the last change that was written here, where a server keeps the view. */
  public static final String LAST_NUMBER = "lastNumber";

  /** How many entries the index of attached files held when it was last opened or locked. */
  public static final String FILES_HELD = "filesHeld";

  /** Names of sealed files that were damaged in the backup that this was restored from. */
  public static final String RESTORED_DAMAGED = "restoredDamaged";

  /** How many keys of scopes lay on the disk when it was last opened or locked. */
  public static final String KEYS_HELD = "keysHeld";

  /** Set where something was erased: the view that still shows it is opened no more. */
  public static final String VIEW_ANEW = "viewAnew";

  /** Set where whoever brought the view on could not read all that it is made from. */
  public static final String VIEW_WITHOUT = "viewWithout";

  /** Set where the server came back as it was before, until this machine has come to terms. */
  public static final String SET_BACK = "server.setBack";

  /** With a station's id: what officers there stand for, as headquarters has confirmed it. */
  public static final String ADOPTED = "adopted.";

  /** When headquarters' issuing key took another one's place, in milliseconds; 0 where none has. */
  public static final String ISSUING_SINCE = "issuingSince";

  /** Certificates of issuing keys that the authority has taken back. */
  public static final String FORMER_ISSUERS = "formerIssuers";

  /** Above which number lists that are signed here have to begin, since a backup came back. */
  private static final String LISTS_ABOVE = "listsAbove";

  /** So far apart are two beginnings at least, also where a clock stands still. */
  private static final long LISTS_APART = 1000;

  private final SealedFile file;
  private final Map<String, Value> parts;
  private @Nullable Sharing sharing;
  private final AtomicLong kept = new AtomicLong();
  private final Once<Trust> trust = new Once<>();
  private final Once<List<Roster.Issued>> issued = new Once<>();
  private final Map<String, Once<Map<String, String>>> signed = new ConcurrentHashMap<>();

  private StationState(SealedFile file, Map<String, Value> parts) {
    this.file = file;
    // Asked by whoever types while long work writes to it.
    this.parts = Collections.synchronizedMap(parts);
  }

  /** Where it lies in a workspace. */
  public static SealedFile file(Path root, WorkspaceKeys keys, SecureRandom random) {
    return new SealedFile(
        root, "state", keys.workspace().derive(new byte[0], "sala state file v1"), random);
  }

  public static StationState create(
      SealedFile file,
      StationId station,
      IncarnationId incarnation,
      ScopeId scope,
      byte[] viewKey,
      String language) {
    StationState state = new StationState(file, new LinkedHashMap<>());
    state.parts.put("station", Value.text(station.toString()));
    state.parts.put("incarnation", Value.text(incarnation.toString()));
    state.parts.put("scope", Value.text(scope.toString()));
    state.parts.put("language", Value.text(language));
    state.newViewKey(viewKey);
    return state;
  }

  /**
   * Makes the state of another machine of the same headquarters: it shares what is shared, and has
   * numbers of its own.
   *
   * @param here what is that machine's own beside them
   */
  public static StationState beside(
      StationState first, SealedFile file, IncarnationId incarnation, Map<String, Value> here) {
    Map<String, Value> parts = new LinkedHashMap<>(first.shared());
    for (String same : List.of("station", "scope", "language")) {
      first.text(same).ifPresent(t -> parts.put(same, Value.text(t)));
    }
    parts.put("incarnation", Value.text(incarnation.toString()));
    StationState state = new StationState(file, parts);
    state.setHere(here);
    return state;
  }

  /** Empty when the file is not there. */
  public static Optional<StationState> read(SealedFile file) {
    return file.read().map(p -> new StationState(file, new LinkedHashMap<>(p.parts())));
  }

  /** How often the file has been written. */
  public synchronized long generation() {
    return file.generation();
  }

  /**
   * Another number whenever something was written here, without asking the disk. What programs
   * share is in none.
   */
  public long kept() {
    return kept.get();
  }

  public StationId station() {
    return StationId.of(text("station").orElseThrow());
  }

  /** Stations whose word ends here what others have raised: this one, and its headquarters. */
  public Set<StationId> answering() {
    Set<StationId> answering = new LinkedHashSet<>(Set.of(station()));
    text("headquarters").map(StationId::of).ifPresent(answering::add);
    return answering;
  }

  /** Headquarters, whose word is enough for everybody; nobody's where none is known. */
  public Set<StationId> deciding() {
    return flag("isHeadquarters")
        ? Set.of(station())
        : text("headquarters").map(StationId::of).map(Set::of).orElse(Set.of());
  }

  public IncarnationId incarnation() {
    return IncarnationId.of(text("incarnation").orElseThrow());
  }

  ScopeId scope() {
    return ScopeId.of(text("scope").orElseThrow());
  }

  public byte[] viewKey() {
    return HexFormat.of().parseHex(text("viewKey").orElseThrow());
  }

  /** From now on all but what is one machine's own is shared with other programs. */
  public void share(Sharing with) {
    sharing = with;
  }

  /** Whether a part is this machine's own, where others are shared. */
  public static boolean isOfOneMachine(String name) {
    return OfOneMachine.is(name);
  }

  /** What is shared, and with whom; empty in a workspace of one program. */
  public Optional<Sharing> sharing() {
    return Optional.ofNullable(sharing);
  }

  /** The parts that are shared, where any are. */
  public Map<String, Value> shared() {
    Map<String, Value> all = new LinkedHashMap<>();
    synchronized (parts) {
      parts.forEach(
          (name, value) -> {
            if (!OfOneMachine.is(name)) {
              all.put(name, value);
            }
          });
    }
    return all;
  }

  /** What all share has changed; it is kept with whatever is written here next. */
  public void heard(Map<String, Value> changed) {
    put(changed);
  }

  private void put(Map<String, Value> values) {
    synchronized (parts) {
      values.forEach(
          (name, value) -> {
            if (value instanceof Value.Nothing) {
              parts.remove(name);
            } else {
              parts.put(name, value);
            }
          });
    }
  }

  public synchronized void newViewKey(byte[] key) {
    set("viewKey", Value.text(HexFormat.of().formatHex(key)));
  }

  /** How far the journal was found whole; empty before the first time. */
  public Optional<Checkpoint> journalRead() {
    return text("journalRead").flatMap(Checkpoint::of);
  }

  /**
   * Remembers it.
   *
   * @param number of the last change that was written here, where it is not the view that tells
   */
  public synchronized void journalRead(Checkpoint upTo, OptionalLong number, Moment now) {
    if (!journalRead().equals(Optional.of(upTo))) {
      Map<String, Value> kept = new LinkedHashMap<>();
      kept.put("journalRead", Value.text(upTo.text()));
      kept.put(CLOCK, now.toValue());
      number.ifPresent(n -> kept.put(LAST_NUMBER, Value.whole(n)));
      setHere(kept);
    }
  }

  public Optional<String> text(String key) {
    return parts.get(key) instanceof Value.Text t ? Optional.of(t.text()) : Optional.empty();
  }

  public Optional<Value.Parts> parts(String key) {
    return parts.get(key) instanceof Value.Parts p ? Optional.of(p) : Optional.empty();
  }

  public synchronized Set<String> names() {
    return Set.copyOf(parts.keySet());
  }

  public long whole(String key) {
    return parts.get(key) instanceof Value.Whole w ? w.number() : 0;
  }

  /**
   * Returns the next number of a list that only moves forward.
   *
   * @param key under what the last number is kept
   */
  public long nextOfLists(String key) {
    return Math.max(whole(key), whole(LISTS_ABOVE)) + 1;
  }

  public boolean flag(String key) {
    return parts.get(key) instanceof Value.Flag f && f.yes();
  }

  public List<String> texts(String key) {
    List<String> all = new ArrayList<>();
    if (parts.get(key) instanceof Value.Listing l) {
      l.items().forEach(i -> i.asText().ifPresent(all::add));
    }
    return all;
  }

  public List<Value.Parts> listing(String key) {
    List<Value.Parts> all = new ArrayList<>();
    if (parts.get(key) instanceof Value.Listing l) {
      l.items()
          .forEach(
              i -> {
                if (i instanceof Value.Parts p) {
                  all.add(p);
                }
              });
    }
    return all;
  }

  /** Why a workspace goes on under a new incarnation. */
  public enum Why {
    /** The workspace was restored from a backup. */
    RESTORED,
    /** Headquarters saw two copies of it, and told one to take numbers of its own. */
    ORDERED
  }

  /** Whom this station believes: read anew only when other words say so. */
  Trust trust() {
    List<String> issuers = new ArrayList<>(texts("issuers"));
    // What those have issued is known for theirs, and so for taken back.
    issuers.addAll(texts(FORMER_ISSUERS));
    List<List<String>> said = List.of(texts("authorities"), issuers, texts("revoked"));
    return trust.of(
        said,
        () ->
            new Trust(
                said.get(0).stream().flatMap(p -> Certificate.ofPem(p).stream()).toList(),
                said.get(1).stream().flatMap(p -> Certificate.ofPem(p).stream()).toList(),
                said.get(2).stream().flatMap(p -> RevocationList.ofPem(p).stream()).toList()));
  }

  /**
   * Notes that are signed with the issuing key: anew only when they say something else, or the key
   * is another one.
   */
  public Map<String, String> signedOnce(
      String name, Object said, Supplier<Map<String, String>> signing) {
    List<Object> from = List.of(said, text("issuingPublic").orElse(""));
    return signed.computeIfAbsent(name, any -> new Once<>()).of(from, signing);
  }

  /** What a verdict on a package follows from beside the package: as it stands, to be compared. */
  public List<Object> believed() {
    List<Object> all = new ArrayList<>();
    for (String whom : List.of("authorities", "issuers", "revoked")) {
      all.add(texts(whom));
    }
    all.add(listing("officers"));
    synchronized (parts) {
      parts.forEach(
          (name, value) -> {
            if (name.startsWith(ADOPTED)) {
              all.add(value);
            }
          });
    }
    return all;
  }

  /** Every certificate that this headquarters has issued, read anew only when there are others. */
  List<Roster.Issued> issued() {
    List<Value.Parts> said = listing("officers");
    return issued.of(said, () -> Roster.read(said));
  }

  /**
   * Begins a new incarnation: numbers and the audit's chain start anew, what was before stays as
   * the history of the earlier one.
   */
  private void restart(IncarnationId next, Why why, Moment now) {
    List<String> earlier = new ArrayList<>(texts("incarnationsBefore"));
    earlier.add(incarnation().toString());
    parts.put("incarnationsBefore", Value.texts(earlier));
    parts.put("incarnation", Value.text(next.toString()));
    parts.put("incarnationWhy", Value.text(why.name()));
    parts.put("incarnationAt", Value.text(now.toString()));
    parts.put("incarnationBegins", Value.flag(true));
    parts.put("incarnationTold", Value.flag(false));
    parts.remove("newIncarnationOrdered");
    parts.remove("incarnationSettled");
    parts.remove(LAST_NUMBER);
    if (why == Why.RESTORED && flag("isHeadquarters")) {
      // Lists were signed since under the next numbers, which whoever has them takes for newer.
      long above = Math.max(whole(LISTS_ABOVE), now.instant().getEpochSecond());
      parts.put(LISTS_ABOVE, Value.whole(above + LISTS_APART));
    }
    parts.keySet().removeIf(k -> k.startsWith("audit"));
    keep();
  }

  /** Goes on under a new incarnation where headquarters has told it to; asked when it is opened. */
  public synchronized void restartIfOrdered(IdSource ids, Moment now) {
    if (flag("newIncarnationOrdered")) {
      restart(ids.incarnation(), Why.ORDERED, now);
    }
  }

  /**
   * Goes on where the server was set back to an older backup: what is shared is read anew from
   * there, and numbers begin anew, for those that were given out since may be given out again.
   */
  public synchronized void setBack(IdSource ids, Moment now) {
    synchronized (parts) {
      parts.keySet().removeIf(name -> !OfOneMachine.is(name));
      parts.remove("journalRead");
      parts.remove(CLOCK);
      parts.put(SET_BACK, Value.flag(true));
    }
    restart(ids.incarnation(), Why.RESTORED, now);
  }

  /**
   * Goes on where the server was set back and this machine's folder comes back from a backup as
   * well.
   *
   * @param server where the shared part was brought back to
   */
  public synchronized void restoredAmongOthers(
      byte[] viewKey, Map<String, Value> server, IdSource ids, Moment now) {
    forgetLaptop(viewKey);
    put(server);
    setBack(ids, now);
  }

  /** Begins anew where it was brought back from a backup, on whatever laptop. */
  public synchronized void restored(
      byte[] viewKey, IdSource ids, Moment now, List<String> damaged) {
    forgetLaptop(viewKey);
    parts.put(RESTORED_DAMAGED, Value.texts(damaged));
    restart(ids.incarnation(), Why.RESTORED, now);
  }

  /** What a restored workspace must not believe of the laptop that it was backed up on. */
  private void forgetLaptop(byte[] viewKey) {
    parts.remove("journalRead");
    parts.remove(CLOCK);
    parts.remove("lastBackup");
    parts.remove("keyFileWritten");
    parts.remove("viewLeft");
    newViewKey(viewKey);
  }

  /** Incarnations of this station before the one that runs, the oldest first. */
  public List<IncarnationId> incarnationsBefore() {
    return texts("incarnationsBefore").stream().map(IncarnationId::of).toList();
  }

  public void remove(String key) {
    if (parts.containsKey(key)) {
      set(key, Value.Nothing.HERE);
    }
  }

  /** What cannot be written now goes with the next time. */
  private void keep() {
    kept.incrementAndGet();
    Faults.told(
        () -> {
          file.write(new Value.Parts(new LinkedHashMap<>(copy())));
          return true;
        });
  }

  private Map<String, Value> copy() {
    synchronized (parts) {
      return new LinkedHashMap<>(parts);
    }
  }

  public void set(String key, Value value) {
    set(Map.of(key, value));
  }

  /** Writes several parts at once; nothing in the place of one removes it. */
  public void set(Map<String, Value> values) {
    if (values.keySet().stream().allMatch(OfOneMachine::is)) {
      setHere(values);
    } else {
      change(() -> values);
    }
  }

  /**
   * Writes what follows from what is there, with nobody writing in between.
   *
   * @param how works it out from this state; must write nothing itself. Nothing in the place of a
   *     part removes it, and an empty answer writes nothing
   */
  public void change(Supplier<Map<String, Value>> how) {
    Sharing with = sharing;
    if (with != null) {
      with.change(how);
      return;
    }
    synchronized (this) {
      Map<String, Value> values = how.get();
      if (!values.isEmpty()) {
        setHere(values);
      }
    }
  }

  /** Writes parts that nobody else needs to know of. */
  public synchronized void setHere(Map<String, Value> values) {
    Map<String, Value> before = new LinkedHashMap<>();
    values.keySet().forEach(n -> before.put(n, parts.getOrDefault(n, Value.Nothing.HERE)));
    put(values);
    try {
      keep();
    } catch (CaseworkFault e) {
      // No disk ever takes it, and with it nothing else could be written any more.
      if (e.getCause() instanceof VaultFault f && f.code() == VaultFault.Code.TOO_LARGE) {
        put(before);
      }
      throw e;
    }
  }
}
