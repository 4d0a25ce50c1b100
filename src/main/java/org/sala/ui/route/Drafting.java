package org.sala.ui.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps what is typed and not saved, and gives it back when the form is opened again. */
public interface Drafting {

  /** The fields of a form as it stands. */
  interface Fields {
    /** Returns what stands in the fields now, by name. */
    Map<String, String> typed();

    /** Puts back what was kept. */
    void put(Map<String, String> kept);

    /** Has to be told of every change. */
    void changed(Runnable told);

    /**
     * Returns what stood in one of the fields before; empty where it begins empty and shows
     * nothing.
     */
    default Optional<Base> base(String name) {
      return Optional.empty();
    }
  }

  /** A form that is being typed into. */
  interface Typing {
    /** Saved or given up: what was kept goes. */
    void over();

    /**
     * Lets go of what was kept once its saving was asked for, unless that has failed.
     *
     * @param failed asked on the lane that saves, behind what was asked before
     */
    void saved(BooleanSupplier failed);

    /**
     * Keeps what stands there at once; a disk that does not take it is told as any fault.
     *
     * @param kept hears where the disk has it
     */
    void now(Runnable kept);

    /** Left as it stands: it is kept, and offered when the form is opened again. */
    void left();
  }

  /**
   * A field in which something else stands now than when what was put back was typed.
   *
   * @param name of the field in its form
   * @param caption what it is called
   * @param stood what stood there then; empty where that is not known
   * @param beside whether both are kept when it is saved
   * @param take puts what stands there now into the field
   */
  record Came(
      String name,
      String caption,
      Optional<String> stood,
      String now,
      String typed,
      boolean beside,
      Runnable take) {
    private Came in(Fields fields, Base base, Map<String, String> first) {
      return new Came(
          name,
          caption,
          stood,
          base.standsNow(),
          typed,
          beside,
          () -> {
            base.anew();
            fields.put(Map.of(name, first.getOrDefault(name, "")));
          });
    }

    @Override
    public String toString() {
      return "Came";
    }
  }

  /**
   * What was put back into a form.
   *
   * @param at the clock when it was kept
   * @param anew empties the form again
   * @param came where something else stands by now
   */
  record Restored(String at, Runnable anew, List<Came> came) {
    public Restored {
      came = List.copyOf(came);
    }

    /**
     * Returns this in a form that has taken the place of the one that it was put back into.
     *
     * @param first what stood in its fields before what was typed was put into them
     */
    public Restored in(Fields fields, Map<String, String> first) {
      return new Restored(
          at,
          () -> {
            first.keySet().forEach(n -> fields.base(n).ifPresent(Base::anew));
            fields.put(first);
          },
          came.stream()
              .flatMap(
                  c ->
                      fields.base(c.name()).filter(Base::older).stream()
                          .map(base -> c.in(fields, base, first)))
              .toList());
    }
  }

  /**
   * Keeps a form from now on, within a second of every key.
   *
   * @param form its name, the same whenever it is opened again
   * @param restored hears when something was put back
   */
  default Typing keep(String form, Fields fields, Consumer<Restored> restored) {
    return keep(() -> new Named(form, List.of()), fields, restored);
  }

  /**
   * What a form is called.
   *
   * @param before the names by which it may have been kept earlier
   */
  record Named(String form, List<String> before) {
    public Named {
      before = List.copyOf(before);
    }
  }

  /**
   * Keeps what is typed into a form whose name has to be looked up.
   *
   * @param form asked on the lane that saves, so that nobody waits for it
   */
  Typing keep(Supplier<Named> form, Fields fields, Consumer<Restored> restored);

  /** Returns a keeper that keeps nothing: for pictures. */
  static Drafting none() {
    return (form, fields, restored) ->
        new Typing() {
          @Override
          public void over() {
            // Nothing was kept.
          }

          @Override
          public void saved(BooleanSupplier failed) {
            // Nothing was kept.
          }

          @Override
          public void now(Runnable kept) {
            kept.run();
          }

          @Override
          public void left() {
            // Nothing is kept.
          }
        };
  }
}
