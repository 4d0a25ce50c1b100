package org.sala.journal;

/** Where a frame begins: its segment's number and the offset of its first byte there. */
public record Position(int segment, long offset) implements Comparable<Position> {
  @Override
  public int compareTo(Position other) {
    int bySegment = Integer.compare(segment, other.segment);
    return bySegment != 0 ? bySegment : Long.compare(offset, other.offset);
  }
}
