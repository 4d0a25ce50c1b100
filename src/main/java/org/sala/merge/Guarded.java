package org.sala.merge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.sala.domain.AgeGroup;
import org.sala.domain.Kinds;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * Fields in which a value protects somebody: an age that may be a child's, and that somebody is
 * still inside. Whoever writes on top may know better; but one word takes no protection away by
 * itself. It stands beside ({@link Beside}).
 */
final class Guarded {
  private static final String BIRTH = "birth";
  private static final String STATUS = "status";
  private static final Set<String> NO_MORE = Set.of("out", "died");

  /** How long whoever wrote something may put it right alone. */
  static final Duration SLIP = Duration.ofMinutes(10);

  /** A part of a value by which its officer says that the own word before was a slip. */
  static final String SAYS_SLIP = "slip";

  private Guarded() {}

  /** Whether a field that is called so is guarded in records of some kind. */
  static boolean isKey(String key) {
    return key.equals(BIRTH) || key.equals(STATUS);
  }

  static boolean is(String kind, String key) {
    return kind.equals(Kinds.PERSON.key()) && key.equals(BIRTH)
        || kind.equals(Kinds.INSIDE.key()) && key.equals(STATUS);
  }

  /** Whether two officers sign for what takes away, also where the first word is their own. */
  static boolean waitsForTwo(String key) {
    return key.equals(BIRTH);
  }

  /** Whether a value says that it puts a slip right. */
  static boolean saysSlip(Value value) {
    return value instanceof Value.Parts p && p.parts().containsKey(SAYS_SLIP);
  }

  /** Whether a value takes away what another one protects, whoever says it and in any order. */
  static boolean takesAway(RecordId record, String key, Value was, Value is) {
    return protects(record, key, was) && takes(record, key, is);
  }

  /** Whether a value protects somebody. */
  static boolean protects(RecordId record, String key, Value was) {
    return key.equals(STATUS) ? !isOut(was) : mayBeChild(record, was);
  }

  /** Whether a value takes away whatever protected somebody before. */
  static boolean takes(RecordId record, String key, Value is) {
    return is instanceof Value.Nothing
        || (key.equals(STATUS) ? isOut(is) : age(record, is) == AgeGroup.ADULT);
  }

  private static boolean isOut(Value status) {
    return status.asText().filter(NO_MORE::contains).isPresent();
  }

  /**
   * Whether a date of birth says that somebody may be a child: that nobody knows an age is no word
   * that an age would take away.
   */
  private static boolean mayBeChild(RecordId record, Value birth) {
    return !(birth instanceof Value.Nothing)
        && PartialDate.of(birth).precision() != PartialDate.Precision.UNKNOWN
        && age(record, birth) != AgeGroup.ADULT;
  }

  /**
   * On the day on which the person was written down, as the record's id says: so it is the same for
   * everybody, whenever it is worked out.
   */
  private static AgeGroup age(RecordId record, Value birth) {
    long millis = record.value().getMostSignificantBits() >>> 16;
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    return PartialDate.of(birth).ageGroup(day);
  }
}
