package org.sala.ui.kit;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableListBase;

/**
 * The rows of a long list, of which only those near the eye are here. It asks one question at a
 * time, first for what was looked at last; an answer to a question of before is dropped. A place
 * keeps its slot when the row in it changes, so that nothing on the screen is made anew. FX thread
 * only.
 */
public final class Rows<R, M> extends ObservableListBase<Slot<R>> {
  static final int PAGE = 60;

  /** Pages kept; those that were looked at longest ago go first. */
  private static final int KEPT = 40;

  /** The eye meets two pages at most; what it has left behind is not worth reading. */
  private static final int LOOKED_AT = 3;

  private final RowSource<R, M> source;
  private final int together;
  private final Map<Integer, Slot<R>> slots = new HashMap<>();
  private final Map<Integer, Optional<M>> read = new HashMap<>();
  private final Deque<Integer> looked = new ArrayDeque<>();
  private final Deque<Integer> wanted = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.BEGINNING);
  private RowSource.Order order = new RowSource.Order("", "", false);
  private int size;
  private final AtomicLong generation = new AtomicLong();
  private boolean asking;
  private boolean stale = true;
  private boolean counted;
  private boolean more;
  private boolean others;
  private String trouble = "";

  /** How far the list is. */
  public enum State {
    /** Nothing has been read yet. */
    BEGINNING,
    /** The rows are those of the order before: the new ones are being read. */
    READING,
    READ,
    /** Read, and how many there are is known too. */
    COUNTED,
    /** The last question was not answered; it is asked again where somebody wishes it. */
    FAILED
  }

  public Rows(RowSource<R, M> source) {
    this.source = source;
    this.together = source.together();
  }

  @Override
  public Slot<R> get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("no such row");
    }
    Slot<R> slot = slots.computeIfAbsent(index, Slot::new);
    look(index / together);
    return slot;
  }

  @Override
  public int size() {
    return size;
  }

  /** Where a slot stands, without looking at every other. */
  @Override
  public int indexOf(Object o) {
    return o instanceof Slot<?> s && s.at() < size && slots.get(s.at()) == s ? s.at() : -1;
  }

  @Override
  public boolean contains(Object o) {
    return indexOf(o) >= 0;
  }

  public RowSource.Order order() {
    return order;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How many rows there are, as far as is known. */
  public RowSource.Count count() {
    return new RowSource.Count(size, more);
  }

  /** Why the last question was not answered. */
  public String trouble() {
    return trouble;
  }

  /** Asks once more for what could not be read. */
  public void retry() {
    if (state.get() == State.FAILED) {
      state.set(State.READING);
      next();
    }
  }

  /** Other rows, from their beginning. What is shown stays until the first of them are there. */
  public void show(RowSource.Order wantedOrder) {
    order = wantedOrder;
    others = true;
    again();
    looked.clear();
    want(0);
    next();
  }

  /** Reads the rows that are shown as they are now, where the eye is. */
  public void refresh(int first, int last) {
    again();
    want(Math.max(0, Math.min(last, size - 1)) / together);
    want(Math.max(0, Math.min(first, size - 1)) / together);
    next();
  }

  /** Where a row stands among those that were read since they were last asked for. */
  public OptionalInt find(Predicate<R> wantedRow) {
    return slots.values().stream()
        .filter(s -> read.containsKey(s.at() / together) && s.row().filter(wantedRow).isPresent())
        .mapToInt(Slot::at)
        .min();
  }

  /** Nothing more is asked, and no answer counts. */
  public void close() {
    again();
  }

  private void again() {
    generation.incrementAndGet();
    asking = false;
    stale = true;
    counted = false;
    wanted.clear();
    state.set(state.get() == State.BEGINNING ? State.BEGINNING : State.READING);
  }

  private void look(int page) {
    looked.remove(page);
    looked.addLast(page);
    if (!read.containsKey(page) && !wanted.contains(page)) {
      want(page);
      if (state.get() != State.FAILED) {
        next();
      }
    }
  }

  private void want(int page) {
    wanted.remove(page);
    wanted.addFirst(page);
    while (wanted.size() > LOOKED_AT) {
      wanted.removeLast();
    }
  }

  private void next() {
    if (asking) {
      return;
    }
    Integer page = wanted.pollFirst();
    if (page != null) {
      ask(page);
    } else if (!counted) {
      askCount();
    } else {
      state.set(State.COUNTED);
    }
  }

  private void ask(int page) {
    asking = true;
    long mine = generation.get();
    Optional<M> after = stale ? Optional.empty() : read.getOrDefault(page - 1, Optional.empty());
    source.page(
        new RowSource.Wanted<>(
            order,
            after,
            after.isPresent() ? 0 : page * together,
            together,
            () -> mine == generation.get()),
        heard(
            mine,
            answer -> {
              put(page, answer);
              next();
            },
            () -> wanted.addFirst(page)));
  }

  /** Only answers to the questions of now count. */
  private <T> RowSource.Answer<T> heard(long mine, Consumer<T> came, Runnable unread) {
    return new RowSource.Answer<>() {
      @Override
      public void came(T answer) {
        if (mine == generation.get()) {
          asking = false;
          came.accept(answer);
        }
      }

      @Override
      public void failed(String why) {
        if (mine == generation.get()) {
          asking = false;
          unread.run();
          fail(why);
        }
      }
    };
  }

  /** Rows that answer another question than the one that was asked are not shown for it. */
  private void fail(String why) {
    trouble = why;
    if (others) {
      slots.clear();
      read.clear();
      resize(0);
    }
    state.set(State.FAILED);
  }

  private void askCount() {
    asking = true;
    long mine = generation.get();
    source.count(
        order,
        () -> mine == generation.get(),
        heard(
            mine,
            count -> {
              counted = true;
              more = count.more();
              resize(count.rows());
              next();
            },
            () -> {}));
  }

  private void put(int page, RowSource.Page<R, M> answer) {
    int from = page * together;
    int to = from + answer.rows().size();
    if (stale) {
      stale = false;
      read.clear();
      more = false;
      if (others) {
        slots.forEach(
            (at, slot) -> slot.show(at >= from && at < to ? answer.rows().get(at - from) : null));
        others = false;
      }
    }
    read.put(page, answer.end());
    for (int i = 0; i < answer.rows().size(); i++) {
      slots.computeIfAbsent(from + i, Slot::new).show(answer.rows().get(i));
    }
    if (answer.rows().size() < together) {
      // The last page says where the list ends, and nobody has to count. An empty one does not.
      counted = !answer.rows().isEmpty() || page == 0;
      resize(to);
    } else if (to > size) {
      resize(to);
    }
    forget();
    state.set(State.READ);
  }

  /** Rows that are no longer what they were until they have been read again. */
  private void forget() {
    while (looked.size() > KEPT) {
      int page = looked.removeFirst();
      if (read.remove(page) != null) {
        for (int i = page * together; i < (page + 1) * together; i++) {
          slots.remove(i);
        }
      }
    }
  }

  private void resize(int now) {
    if (now == size) {
      return;
    }
    beginChange();
    int was = size;
    size = now;
    if (now > was) {
      nextAdd(was, now);
    } else {
      List<Slot<R>> gone = new ArrayList<>(new Gone<R>(was - now, now));
      slots.keySet().removeIf(at -> at >= now);
      nextRemove(now, gone);
    }
    endChange();
  }

  /** Slots that are gone; nobody looks into them. */
  private static final class Gone<R> extends AbstractList<Slot<R>> {
    private final int count;
    private final Slot<R> any;

    Gone(int count, int at) {
      this.count = count;
      this.any = new Slot<>(at);
    }

    @Override
    public Slot<R> get(int index) {
      return any;
    }

    @Override
    public int size() {
      return count;
    }
  }
}
