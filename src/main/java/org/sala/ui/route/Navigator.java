package org.sala.ui.route;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.sala.ui.kit.LongList;

/**
 * Goes to places and back again. A list that one goes back to is as it was left; one that is gone
 * to anew begins anew.
 */
public final class Navigator {
  private final Deque<Visit> back = new ArrayDeque<>();
  private final Deque<Visit> forward = new ArrayDeque<>();
  private final Opens opens;
  private final Supplier<List<LongList.Left>> leaving;
  private Place here;

  /** Shows a place. */
  public interface Opens {
    /**
     * Shows a place.
     *
     * @param left how its lists were left, where one comes back to it; else none
     */
    void open(Place place, List<LongList.Left> left);
  }

  private record Visit(Place place, List<LongList.Left> left) {}

  /**
   * Begins at a place; nothing is opened yet.
   *
   * @param leaving how the lists of the screen stand that is being left
   */
  public Navigator(Place first, Opens opens, Supplier<List<LongList.Left>> leaving) {
    this.here = first;
    this.opens = opens;
    this.leaving = leaving;
  }

  public Place here() {
    return here;
  }

  public void go(Place place) {
    if (!place.equals(here)) {
      back.push(new Visit(here, leaving.get()));
      forward.clear();
      here = place;
    }
    opens.open(here, List.of());
  }

  public void back() {
    replay(back, forward);
  }

  public void forward() {
    replay(forward, back);
  }

  private void replay(Deque<Visit> from, Deque<Visit> to) {
    if (!from.isEmpty()) {
      to.push(new Visit(here, leaving.get()));
      Visit visit = from.pop();
      here = visit.place();
      opens.open(here, visit.left());
    }
  }
}
