package org.sala.bench.swarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.casework.packages.take.EarlierPackages;
import org.sala.domain.Kind;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/** A headquarters, laptops, two sticks and a store, while a history is played. */
final class World implements AutoCloseable {
  static final int STICKS = 2;

  /** The sticks, and the store as the last. */
  static final int WAYS = STICKS + 1;

  /** How the name of a package begins that lies on a stick twice. */
  static final String AGAIN = "again-";

  private final Path root;
  private final Laptop.Setting setting;
  private final Ticking.Time time = new Ticking.Time();
  private Laptop headquarters;
  private @Nullable Kept backupOfHeadquarters;
  private boolean setBack;
  private final List<Laptop> laptops = new ArrayList<>();
  private final Shelf store = new Shelf();
  private final List<String> wrong = new ArrayList<>();
  private final Set<RecordId> takenBack = new HashSet<>();
  private final Remembered remembered = new Remembered();
  private final Gone gone = new Gone();
  private final Map<Laptop, Kept> backups = new HashMap<>();
  private final List<Known> records = new ArrayList<>();
  private final Map<Laptop, Set<String>> taken = new HashMap<>();
  private final Map<String, String> addressed = new HashMap<>();
  private final Set<StationId> cloned = new HashSet<>();
  private final Map<RecordId, Map<String, Set<Value>>> written = new HashMap<>();
  private final Tally tally;
  private final Abroad abroad;
  private final Exchange exchange = new Exchange(this);
  private final Links links = new Links(this);
  private final NewKeys newKeys;
  private final AgesSaid ages = new AgesSaid(this);
  private int made;

  /** A record that somebody wrote down. */
  record Known(RecordId id, Kind kind) {}

  World(Path root, Founded founded, int stations, Laptop.Setting setting, Tally tally) {
    this.root = root;
    this.tally = tally;
    this.setting = setting;
    this.headquarters = laptop("headquarters", founded.headquarters(), Duration.ZERO, false);
    for (int i = 0; i < stations; i++) {
      laptops.add(laptop("station " + i, founded.stations().get(i), Duration.ZERO, false));
    }
    onlyThese();
    this.newKeys = new NewKeys(this, founded.safe(), root.resolve("safes"));
    Path hands = root.resolve("hands");
    this.abroad =
        new Abroad(this, () -> laptop("agency", founded.agency(), Duration.ZERO, false), hands);
    try {
      Files.createDirectories(hands);
      for (int i = 0; i < STICKS; i++) {
        Files.createDirectories(stick(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Laptop laptop(String name, Kept from, Duration off, boolean back) {
    Path folder = root.resolve("laptop" + made++);
    from.into(folder);
    return new Laptop(name, folder, from, new Ticking(time, off), setting, back);
  }

  /** Headquarters knows the stations of this history alone: the others would only be looked up. */
  private void onlyThese() {
    Set<String> here = new HashSet<>();
    here.add(headquarters.station().identity().station().toString());
    laptops.forEach(l -> here.add(l.station().identity().station().toString()));
    var state = headquarters.station().state();
    List<Value> officers = new ArrayList<>();
    state.listing("officers").stream()
        .filter(p -> p.text("station").filter(here::contains).isPresent())
        .forEach(officers::add);
    state.set(
        Map.of(
            "officers",
            new Value.Listing(officers),
            "stations",
            Value.texts(state.texts("stations").stream().filter(here::contains).toList())));
  }

  Laptop headquarters() {
    return headquarters;
  }

  /** Returns the laptops that are in use. */
  List<Laptop> laptops() {
    return laptops;
  }

  Laptop laptop(int which) {
    return laptops.get(Math.floorMod(which, laptops.size()));
  }

  List<Known> records() {
    return records;
  }

  /** Somebody is about to write this; a program that is killed meanwhile may have it. */
  void writes(RecordId record, Map<String, Value> fields) {
    Map<String, Set<Value>> known = written.computeIfAbsent(record, r -> new HashMap<>());
    fields.forEach((key, value) -> known.computeIfAbsent(key, k -> new HashSet<>()).add(value));
  }

  /** Whether a person ever wrote this value there. */
  boolean wasWritten(RecordId record, String key, Value value) {
    return written.getOrDefault(record, Map.of()).getOrDefault(key, Set.of()).contains(value);
  }

  Ticking.Time time() {
    return time;
  }

  Tally tally() {
    return tally;
  }

  Broken broken() {
    return setting.broken();
  }

  boolean isStore(int way) {
    return Math.floorMod(way, WAYS) == STICKS;
  }

  Shelf store() {
    return store;
  }

  /** Something that must not be was seen while the history was played. */
  void isWrong(String what) {
    wrong.add(what);
  }

  List<String> wrong() {
    return wrong;
  }

  /** People who took a yes back: what had left by it before has left. */
  Set<RecordId> takenBack() {
    return takenBack;
  }

  /** Scopes that headquarters has erased, by what it wrote of that. */
  Set<ScopeId> erased() {
    return ofErasures("scope").map(ScopeId::of).collect(Collectors.toSet());
  }

  /** Whether a package of a station went with what was erased, before anybody had decided on it. */
  boolean wentWithErased(StationId of) {
    Set<String> theirs =
        new EarlierPackages(headquarters.station())
            .from(of).stream().map(e -> e.id().toString()).collect(Collectors.toSet());
    return ofErasures("parcels")
        .flatMap(ids -> Stream.of(ids.split(" ", -1)))
        .anyMatch(theirs::contains);
  }

  private Stream<String> ofErasures(String field) {
    return headquarters.journal().revisions().stream()
        .filter(r -> r.kind().equals("erasure"))
        .flatMap(r -> Optional.ofNullable(r.fields().get(field)).stream())
        .flatMap(value -> value.asText().stream());
  }

  Remembered remembered() {
    return remembered;
  }

  /** Returns the other agency, which gets copies. */
  Abroad abroad() {
    return abroad;
  }

  /** Returns packages from station to station. */
  Exchange exchange() {
    return exchange;
  }

  /** Returns what is said of two records of one person. */
  Links links() {
    return links;
  }

  /** Returns what is said of how old people are. */
  AgesSaid ages() {
    return ages;
  }

  /** Returns what becomes of the keys by which everybody believes everybody. */
  NewKeys newKeys() {
    return newKeys;
  }

  Gone gone() {
    return gone;
  }

  Path stick(int which) {
    return root.resolve("stick" + Math.floorMod(which, STICKS));
  }

  /** What lies on a stick, by name. */
  List<Path> on(int which) {
    try (var files = Files.list(stick(which))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of the packages that a laptop has taken from sticks, so that most are taken once. */
  Set<String> taken(Laptop by) {
    return taken.computeIfAbsent(by, l -> new HashSet<>());
  }

  /** To which station each file went, by name: that nobody reads what is for others is known. */
  Map<String, String> addressed() {
    return addressed;
  }

  boolean isFor(Laptop by, String name) {
    String first = name.startsWith(AGAIN) ? name.substring(AGAIN.length()) : name;
    return by.station().identity().station().toString().equals(addressed.get(first));
  }

  void keep(Laptop laptop) {
    backups.put(laptop, laptop.backup());
  }

  /**
   * Brings the last backup back, if there is one; another time the same one. The laptop that was is
   * gone.
   */
  void restore(int which) {
    int at = Math.floorMod(which, laptops.size());
    Laptop lost = laptops.get(at);
    Kept backup = backups.remove(lost);
    if (backup != null) {
      Laptop back = laptop(lost.name() + "'", backup, lost.clock().off(), true);
      laptops.set(at, back);
      backups.put(back, backup);
      lost.close();
      tally.did(Deed.RESTORED);
    }
  }

  void keepHeadquarters() {
    backupOfHeadquarters = headquarters.wholeBackup();
  }

  /**
   * Brings headquarters' last backup back, if there is one; another time the same one.
   *
   * @param sticks whether those who take in there look at all that lies on sticks anew
   */
  void restoreHeadquarters(boolean sticks) {
    Kept backup = backupOfHeadquarters;
    if (backup != null) {
      Laptop lost = headquarters;
      headquarters = laptop(lost.name() + "'", backup, lost.clock().off(), true);
      if (!sticks) {
        taken(headquarters).addAll(taken(lost));
      }
      lost.close();
      setBack = true;
      tally.did(Deed.HEADQUARTERS_RESTORED);
    }
  }

  /** Whether headquarters was ever brought back from a backup. */
  boolean setBack() {
    return setBack;
  }

  /** A second copy of a workspace, which nobody has told anything. */
  void copy(int which) {
    Laptop first = laptop(which);
    if (cloned.add(first.station().identity().station())) {
      laptops.add(laptop(first.name() + "+", first.backup(), first.clock().off(), false));
      tally.did(Deed.CLONED);
    }
  }

  /** Whether two copies of a station's workspace were ever in use. */
  boolean cloned(Laptop laptop) {
    return cloned.contains(laptop.station().identity().station());
  }

  /** Who has ended in the middle of something starts again. */
  void startAgain() {
    startAgain(headquarters);
    laptops.forEach(this::startAgain);
  }

  private void startAgain(Laptop one) {
    if (one.journal().crashed()) {
      one.reopen();
      tally.did(Deed.KILLED);
    }
  }

  @Override
  public void close() {
    abroad.close();
    headquarters.close();
    laptops.forEach(Laptop::close);
  }
}
