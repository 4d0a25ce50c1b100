package org.sala.casework.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sala.carrier.Listing;

/** What a round came to. */
public final class Tally {
  private final List<Item> items = new ArrayList<>();
  private Optional<WhyNot> why = Optional.empty();
  private OptionalInt seen = OptionalInt.empty();
  private int waiting;
  private boolean inParts;
  private boolean last = true;

  /** What became of a package. */
  public enum Became {
    SENT,
    /** The package was taken in, now or before. */
    TAKEN_IN,
    /** The package is kept in quarantine; nothing of it became visible. */
    KEPT_OUT,
    /** The file waits: for the next round, or for somebody to do something about it. */
    STUCK
  }

  /**
   * One package.
   *
   * @param name of its file
   * @param why only where it is stuck
   */
  public record Item(String name, Became became, Optional<WhyNot> why) {
    private static final int SHORT = 8;

    /** Enough of the name to find the file by on the carrier, and to say it on the telephone. */
    public String number() {
      String plain = name.replaceFirst("\\.sala$", "");
      return plain.length() <= SHORT ? plain : plain.substring(0, SHORT);
    }
  }

  void add(String name, Became became) {
    items.add(new Item(name, became, Optional.empty()));
  }

  void stuck(String name, WhyNot reason) {
    items.add(new Item(name, Became.STUCK, Optional.of(reason)));
  }

  /** Returns whether a file did not get on in this round already. */
  boolean isStuck(String name) {
    return items.stream().anyMatch(i -> i.became() == Became.STUCK && i.name().equals(name));
  }

  /** Remembers that something lies there for somebody's look. */
  void waits() {
    waiting++;
  }

  /** Of a carrier that holds more than one look takes, this was looked at. */
  void part(Listing there) {
    inParts = there.isPart();
    last = there.next().isEmpty();
  }

  /** Whether more lies there than is looked at in one round. */
  public boolean inParts() {
    return inParts;
  }

  /** Returns whether this was the last part of the listing. */
  boolean isLast() {
    return last;
  }

  /** What the round that went on behind this one came to. */
  void and(Tally next) {
    items.addAll(next.items);
    waiting += next.waiting;
    why = next.why;
    last = next.last;
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

  /** Whether something went or came, or nothing was to: a round of no's is no use of a carrier. */
  boolean gotThrough() {
    return items.isEmpty() || count(Became.STUCK) < items.size();
  }

  /** Some of those that are stuck: who reads of a hundred needs the first ones. */
  List<Item> named() {
    return items.stream().filter(i -> i.became() == Became.STUCK).limit(Standing.NAMED).toList();
  }

  /** Why the round could not be ended; empty when it was. */
  public Optional<WhyNot> why() {
    return why;
  }

  /** Returns the reason that is most worth saying of the round. */
  Optional<WhyNot> foremost() {
    return why.or(() -> items.stream().flatMap(i -> i.why().stream()).findFirst());
  }
}
