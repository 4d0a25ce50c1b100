package org.sala.demo;

import java.util.List;
import java.util.function.Consumer;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;

/**
 * What a picture shows.
 *
 * @param then what is done there before the picture is taken
 */
record View(Place place, Consumer<Shell> then, List<Size> sizes) {

  /** A window in pixels. */
  record Size(int width, int height) {}

  static final List<Size> SIZES =
      List.of(new Size(1440, 900), new Size(1280, 720), new Size(1093, 614));

  /** The lowest of them: where something does not fit, it is seen here. */
  static final List<Size> LOWEST = SIZES.subList(2, 3);

  /** A place as it opens. */
  static View of(Place place) {
    return new View(place, shell -> {}, SIZES);
  }

  static View of(Place place, Consumer<Shell> then) {
    return new View(place, then, SIZES);
  }

  /** A moment in a place, such as a dialog. */
  static View moment(Place place, Consumer<Shell> then) {
    return new View(place, then, LOWEST);
  }
}
