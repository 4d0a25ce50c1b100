package org.sala.ui.roster;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.sala.casework.station.Preferences;
import org.sala.domain.RecordId;
import org.sala.ui.kit.LongList;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/**
 * A list of what comes and goes for years, whose chosen row is shown at its side: the newest are
 * read, and older ones where somebody asks for more, or looks for something. FX thread only, but
 * for what is read.
 */
public final class NewestList<R> {
  private static final int AT_ONCE = 500;

  private final Function<R, RecordId> id;
  private final AtomicInteger most = new AtomicInteger(AT_ONCE);
  private final RowsInMemory<R> rows;
  private final LongList<R> list;
  private final Button more;
  private final Here here;
  private volatile int all;
  private Optional<RecordId> sought = Optional.empty();

  /** Some rows, the newest first, and how many there are with the older ones. */
  public record Newest<R>(List<R> rows, int all) {
    public Newest {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Where rows come from.
   *
   * @param read the newest, so many of them
   * @param words everything of a row that can be looked for
   * @param orders by the key that a column is sorted by
   */
  public record From<R>(
      IntFunction<Newest<R>> read,
      Function<R, RecordId> id,
      Function<R, String> words,
      Map<String, Comparator<R>> orders) {}

  /**
   * What was found when it was read.
   *
   * @param sought who was looked for, and where that row stands
   * @param all how many there are
   * @param left how many of them are older than those that were read
   * @param further whether more had to be read for it
   */
  public record Reached(
      Optional<RecordId> sought, OptionalInt at, int all, int left, boolean further) {}

  /**
   * @param filter key of the words in which it is said what can be typed
   * @param chosen hears of the chosen row
   * @param refresh reads the screen anew
   */
  public NewestList(
      LongList.Made<R> made,
      String filter,
      From<R> from,
      Preferences preferences,
      Consumer<Optional<R>> chosen,
      Runnable refresh,
      Here here,
      Work.Line line) {
    this.id = from.id();
    this.here = here;
    this.rows =
        new RowsInMemory<>(
            () -> {
              Newest<R> newest = from.read().apply(most.get());
              all = newest.all();
              return newest.rows();
            },
            from.words(),
            from.orders());
    this.list =
        Listed.of(made, new Listed.Keys(filter, "list.shown"), asked(), preferences, here, line)
            .choosing(chosen);
    this.more =
        Nodes.button(
            "",
            "",
            () -> {
              most.addAndGet(AT_ONCE);
              refresh.run();
            });
    more.setId("more-" + made.id());
    more.managedProperty().bind(more.visibleProperty());
    more.setVisible(false);
    list.getChildren().add(more);
  }

  /** Whoever types something looks for it among all that there are. */
  private Listed.Asked<R> asked() {
    Listed.Asked<R> read = rows.asked();
    return new Listed.Asked<>(
        q -> {
          reachAll(q.filter());
          return read.pages().apply(q);
        },
        (typed, upTo) -> {
          reachAll(typed);
          return read.counted().count(typed, upTo);
        },
        read.together());
  }

  private void reachAll(String typed) {
    if (!typed.isBlank() && rows.all().size() < all) {
      most.set(all);
      rows.again();
      here.work().tell(() -> more.setVisible(false));
    }
  }

  /** The list, with what leads to older rows below it. */
  public VBox node() {
    return list;
  }

  public LongList<R> list() {
    return list;
  }

  public Optional<R> chosen() {
    return list.chosen();
  }

  /** Looks for this one when it is read next, once. */
  public void choose(RecordId wanted) {
    sought = Optional.of(wanted);
  }

  /** What was read may be old. Returns what is to be asked on the lane, and shown when it came. */
  public Supplier<Reached> again() {
    rows.again();
    list.refresh();
    Optional<RecordId> wanted = sought;
    return () -> reach(wanted);
  }

  /** Returns all rows that were read. Not on the FX thread. */
  public List<R> all() {
    return rows.all();
  }

  private Reached reach(Optional<RecordId> wanted) {
    rows.all();
    OptionalInt at = at(wanted);
    boolean further = false;
    while (wanted.isPresent() && at.isEmpty() && most.get() < all) {
      most.set(2 * most.get());
      rows.again();
      at = at(wanted);
      further = true;
    }
    return new Reached(wanted, at, all, all - rows.all().size(), further);
  }

  private OptionalInt at(Optional<RecordId> wanted) {
    return wanted.isEmpty() ? OptionalInt.empty() : rows.at(r -> id.apply(r).equals(wanted.get()));
  }

  /** Shows what was found: how many are older, and the row that was looked for. */
  public void show(Reached reached) {
    more.setText(here.t("arrivals.more", reached.left()));
    more.setVisible(reached.left() > 0);
    if (reached.further()) {
      list.refresh();
    }
    if (reached.sought().isPresent() && reached.sought().equals(sought)) {
      sought = Optional.empty();
      reached
          .at()
          .ifPresent(
              at ->
                  list.comeBack(
                      new LongList.Left("", at, reached.sought().map(Function.identity()))));
    }
  }

  public void close() {
    list.close();
  }
}
