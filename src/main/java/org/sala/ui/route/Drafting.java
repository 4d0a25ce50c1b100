package org.sala.ui.route;

import java.util.Map;
import java.util.function.Consumer;

/** Keeps what is typed and not saved, and gives it back when the form is opened again. */
public interface Drafting {

  /** The fields of a form as it stands. */
  interface Fields {
    /** What stands in them now, by name. */
    Map<String, String> typed();

    /** Puts back what was kept. */
    void put(Map<String, String> kept);

    /** Has to be told of every change. */
    void changed(Runnable told);
  }

  /** A form that is being typed into. */
  interface Typing {
    /** Saved or given up: what was kept goes. */
    void over();

    /** Left as it stands: it is kept, and offered when the form is opened again. */
    void left();
  }

  /**
   * What was put back into a form.
   *
   * @param at the clock when it was kept
   * @param anew empties the form again
   */
  record Restored(String at, Runnable anew) {}

  /**
   * Keeps a form from now on, within a second of every key.
   *
   * @param form its name, the same whenever it is opened again
   * @param restored hears when something was put back
   */
  Typing keep(String form, Fields fields, Consumer<Restored> restored);

  /** Nothing is kept: for pictures. */
  static Drafting none() {
    return (form, fields, restored) ->
        new Typing() {
          @Override
          public void over() {
            // Nothing was kept.
          }

          @Override
          public void left() {
            // Nothing is kept.
          }
        };
  }
}
