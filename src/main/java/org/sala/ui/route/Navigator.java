package org.sala.ui.route;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Goes to places and back again. */
public final class Navigator {
  private final Deque<Place> back = new ArrayDeque<>();
  private final Deque<Place> forward = new ArrayDeque<>();
  private final Consumer<Place> open;
  private Place here;

  public Navigator(Place first, Consumer<Place> open) {
    this.here = first;
    this.open = open;
  }

  public Place here() {
    return here;
  }

  public void go(Place place) {
    if (!place.equals(here)) {
      back.push(here);
      forward.clear();
      here = place;
    }
    open.accept(here);
  }

  public void back() {
    if (!back.isEmpty()) {
      forward.push(here);
      here = back.pop();
      open.accept(here);
    }
  }

  public void forward() {
    if (!forward.isEmpty()) {
      back.push(here);
      here = forward.pop();
      open.accept(here);
    }
  }
}
