package org.sala.store;

/** Hears of what a view is asked, for tests that say who may ask. */
public final class Questions {
  private Questions() {}

  /** Has somebody hear of each question, on the thread that asks it. */
  public static void watch(View view, Runnable hears) {
    view.watch(hears);
  }
}
