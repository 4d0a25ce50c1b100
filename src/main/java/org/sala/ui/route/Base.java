package org.sala.ui.route;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sala.casework.station.Drafts;

/**
 * What stood in a field of a form when typing into it began. It is kept with the draft: whoever
 * puts the draft back sees what came since, and what is saved builds on what was seen then.
 */
public final class Base {
  private final Drafts.Stood now;
  private final Optional<String> versions;
  private Drafts.Stood began;
  private String caption = "";
  private UnaryOperator<String> words = w -> w;
  private Runnable moved = () -> {};

  /**
   * @param now what stands there as the form is opened
   * @param versions every value in words, where versions differ now
   */
  public Base(Drafts.Stood now, Optional<String> versions) {
    this.now = now;
    this.began = now;
    this.versions = versions;
  }

  /** Makes the base of a field that shows no record. */
  public static Base of(String words) {
    return new Base(new Drafts.Stood(words, ""), Optional.empty());
  }

  /** What the field is called, and how what is typed there is shown. */
  public Base called(String name, UnaryOperator<String> shown) {
    caption = name;
    words = shown;
    return this;
  }

  public String caption() {
    return caption;
  }

  public String words(String typed) {
    return words.apply(typed);
  }

  /** Every value that stands there now. */
  public String standsNow() {
    return versions.orElseGet(() -> words(now.words()));
  }

  /** What stood there when typing began. */
  public Drafts.Stood began() {
    return began;
  }

  /** Whether what is typed was begun on something else than what stands there now. */
  public boolean older() {
    return !began.equals(now);
  }

  /** Returns whether this is a field of a record, so that both values are kept. */
  public boolean ofRecord() {
    return !now.by().isEmpty() || !began.by().isEmpty();
  }

  /** Whether something else stands there now than a draft was begun on. */
  public boolean cameSince(Optional<Drafts.Stood> kept) {
    if (kept.isEmpty()) {
      // Nobody knows what stood there: whatever stands there now was not seen.
      return !now.words().isEmpty() || versions.isPresent();
    }
    Drafts.Stood stood = kept.get();
    boolean same = !stood.by().isEmpty() && stood.by().equals(now.by());
    return !same && !(stood.words().equals(now.words()) && versions.isEmpty());
  }

  /** A draft was put back that was begun on this. */
  public void begin(Drafts.Stood on) {
    began = on;
    moved.run();
  }

  /** Says that nothing older stands in the field any more. */
  public void anew() {
    begin(now);
  }

  /** Has somebody hear when {@link #older} changes. */
  public void onMoved(Runnable hears) {
    moved = hears;
  }

  @Override
  public String toString() {
    return "Base";
  }
}
