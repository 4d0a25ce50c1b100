package org.sala.domain.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.DomainFault;
import org.sala.domain.Moment;
import org.sala.domain.Revision;
import org.sala.domain.Value;

/**
 * How much a change may say: far more than anybody types, and no more than every station can show.
 * What comes from outside and goes beyond is refused; of what a journal has already, the rest is
 * shown.
 */
public final class Bounds {
  /** A field's name at most, in characters. */
  public static final int LONGEST_NAME = 300;

  /** One field's value at most, in characters of its JSON: some five hundred pages. */
  public static final int LONGEST_VALUE = 1_000_000;

  /** No station counts so far: changes from here on are none that another one comes after. */
  public static final long LAST_NUMBER = 1L << 53;

  private Bounds() {}

  /** Whether header and revisions of a change are within all bounds. */
  public static boolean isWithin(Change change) {
    return isWithin(change.header()) && change.revisions().stream().allMatch(Bounds::isWithin);
  }

  /** Whether names and values of a revision are within bounds. */
  public static boolean isWithin(Revision revision) {
    // No value is longer than twice the bytes that it was read from.
    boolean small = revision.bytes().length <= LONGEST_VALUE / 2;
    return revision.fields().entrySet().stream()
        .allMatch(f -> isName(f.getKey()) && (small || isValue(f.getValue())));
  }

  /** Whether a station may have counted its changes so far. */
  public static boolean isNumber(long number) {
    return number >= 0 && number < LAST_NUMBER;
  }

  /** Whether a field may be called so. */
  public static boolean isName(String name) {
    return !name.isEmpty() && name.length() <= LONGEST_NAME;
  }

  /** Whether a field may hold a value. */
  public static boolean isValue(Value value) {
    return most(value) <= LONGEST_VALUE
        || new String(Json.write(value), StandardCharsets.UTF_8).length() <= LONGEST_VALUE;
  }

  private static boolean isWithin(ChangeHeader header) {
    return isNumber(header.number())
        && header.logical().millis() >= 0
        && header.logical().millis() < LAST_NUMBER
        && header.logical().counter() >= 0
        && isTime(header.bytes());
  }

  /** By the bytes: what was read of them is the nearest time that there can be. */
  private static boolean isTime(byte[] header) {
    try {
      Moment.of(RevisionWire.need(Json.readParts(header), "time"));
      return true;
    } catch (DomainFault e) {
      return false;
    }
  }

  /** How many characters a value has at most as JSON, without writing it. */
  private static long most(Value value) {
    return switch (value) {
      case Value.Text t -> most(t.text());
      case Value.Listing l -> 2 + l.items().stream().mapToLong(i -> 1 + most(i)).sum();
      case Value.Parts p -> {
        long all = 2;
        for (Map.Entry<String, Value> part : p.parts().entrySet()) {
          all += 2 + most(part.getKey()) + most(part.getValue());
        }
        yield all;
      }
      // No longer than the longest number.
      case Value.Nothing _, Value.Whole _, Value.Decimal _, Value.Flag _ -> 60;
    };
  }

  private static long most(String text) {
    return 2 + 6L * text.length();
  }
}
