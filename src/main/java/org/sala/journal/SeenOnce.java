package org.sala.journal;

import java.util.List;
import java.util.function.Consumer;

/** Hears of changes while a journal is opened, and of nothing afterwards. */
final class SeenOnce implements Heard {
  private final Consumer<List<Committed>> seen;
  private boolean enough;

  SeenOnce(Consumer<List<Committed>> seen) {
    this.seen = seen;
  }

  void enough() {
    enough = true;
  }

  @Override
  public void changes(List<Committed> run) {
    if (!enough) {
      seen.accept(run);
    }
  }

  @Override
  public void state(byte[] content) {
    // Whoever opens it so shares nothing.
  }
}
