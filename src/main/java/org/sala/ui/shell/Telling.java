package org.sala.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sala.ui.route.Screen;

/**
 * Tells what long work came to, which nobody has pressed a key for just then. It waits while the
 * screen is covered, while a person looks at it, and while somebody sits opposite whom it does not
 * concern; whoever began it on that very screen is told there.
 */
final class Telling {
  private final CoverLayer cover;
  private final Supplier<Optional<Screen>> shown;
  private final List<Runnable> waits = new ArrayList<>();

  /**
   * @param shown the screen that is open
   */
  Telling(CoverLayer cover, Supplier<Optional<Screen>> shown) {
    this.cover = cover;
    this.shown = shown;
  }

  /** Returns how work that begins now is told of once it is over. */
  Consumer<Runnable> begun() {
    Optional<Screen> by = shown.get();
    return told -> tell(by, told);
  }

  private void tell(Optional<Screen> by, Runnable told) {
    if (cover.covered()) {
      cover.openly(() -> tell(by, told));
    } else if (shown.get().filter(s -> keepsQuiet(s, by)).isPresent()) {
      waits.add(() -> tell(by, told));
    } else {
      told.run();
    }
  }

  private static boolean keepsQuiet(Screen now, Optional<Screen> by) {
    return now.bare().getValue() || now.alone() && by.filter(now::equals).isEmpty();
  }

  /**
   * Another screen is open, or a person looks at it no more: what waits is told where it may be.
   */
  void look() {
    List<Runnable> now = List.copyOf(waits);
    waits.clear();
    now.forEach(Runnable::run);
  }
}
