package org.sala.casework.joining;

import java.util.List;
import java.util.Optional;
import org.sala.domain.Compartment;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;

/**
 * A record that was written differently on several laptops.
 *
 * @param number what people know it by: a wristband, a case's number, an exhibit's
 * @param person whom it is about, where it is about one
 * @param possiblyChild whether that person is under 18 by any of the versions
 * @param points the fields that have to be decided
 * @param joined fields that came together by themselves since the versions parted
 * @param hidden whether there are protected versions that this officer may not open
 */
public record Disagreement(
    RecordId record,
    String kind,
    String number,
    Optional<RecordId> person,
    boolean possiblyChild,
    List<Point> points,
    List<Joined> joined,
    boolean hidden) {
  public Disagreement {
    points = List.copyOf(points);
    joined = List.copyOf(joined);
  }

  /**
   * One field with several values.
   *
   * @param before what all of them started from; empty where nothing was there
   * @param free whether another text than these may be put in its place
   * @param byTwo whether it protects somebody, so that a second officer signs the decision
   */
  public record Point(
      String key,
      Compartment compartment,
      Optional<Value> before,
      List<Voice> voices,
      boolean free,
      boolean byTwo) {
    public Point {
      voices = List.copyOf(voices);
    }

    @Override
    public String toString() {
      return "Point[" + key + "]";
    }
  }

  /**
   * One of a field's values, and where it comes from.
   *
   * @param officer the number on the author's certificate; empty where headquarters issued none
   * @param station the name of the station that wrote it
   * @param parcel the number of the package that brought it; 0 where it was written here
   * @param carrier the name of the station whose package that is, where another one passed it on
   */
  public record Voice(
      RevisionId version,
      Value value,
      String officer,
      String station,
      Moment time,
      Optional<String> reason,
      long parcel,
      String carrier) {
    @Override
    public String toString() {
      return "Voice[" + version + "]";
    }
  }

  /** A field that needs nobody: what it was, and what it is now. */
  public record Joined(String key, Optional<Value> before, Value now) {
    @Override
    public String toString() {
      return "Joined[" + key + "]";
    }
  }

  /** Returns whether one of these fields takes a second officer to decide. */
  public boolean byTwo(java.util.Collection<String> keys) {
    return points.stream().anyMatch(p -> p.byTwo() && keys.contains(p.key()));
  }
}
