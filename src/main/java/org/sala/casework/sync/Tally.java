package org.sala.casework.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a round came to. */
public final class Tally {
  private final List<Item> items = new ArrayList<>();
  private Optional<WhyNot> why = Optional.empty();
  private OptionalInt seen = OptionalInt.empty();
  private int waiting;

  /** What became of a package. */
  public enum Became {
    SENT,
    /** Taken in, or it was before. */
    TAKEN_IN,
    /** Kept in quarantine; nothing of it became visible. */
    KEPT_OUT,
    /** It waits: for the next round, or for somebody to do something about it. */
    STUCK
  }

  /**
   * One package.
   *
   * @param name of its file
   * @param why only where it is stuck
   */
  public record Item(String name, Became became, Optional<WhyNot> why) {}

  void add(String name, Became became) {
    items.add(new Item(name, became, Optional.empty()));
  }

  void stuck(String name, WhyNot reason) {
    items.add(new Item(name, Became.STUCK, Optional.of(reason)));
  }

  /** Something lies there for somebody's look. */
  void waits() {
    waiting++;
  }

  /** Packages that are taken in only once somebody has looked at them. */
  public int waiting() {
    return waiting;
  }

  void ended(WhyNot reason) {
    why = Optional.of(reason);
  }

  void saw(int look) {
    seen = OptionalInt.of(look);
  }

  /** A number for what the carrier and the workspace held when it began. */
  OptionalInt seen() {
    return seen;
  }

  public List<Item> items() {
    return List.copyOf(items);
  }

  public int count(Became became) {
    return (int) items.stream().filter(i -> i.became() == became).count();
  }

  /** Why the round could not be ended; empty when it was. */
  public Optional<WhyNot> why() {
    return why;
  }

  /** What is most worth saying of it. */
  Optional<WhyNot> foremost() {
    return why.or(() -> items.stream().flatMap(i -> i.why().stream()).findFirst());
  }
}
