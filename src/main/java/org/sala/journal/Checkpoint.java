package org.sala.journal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How far a journal was read and found whole. Kept where a stranger cannot change it (the {@code
 * state} file), it spares the next opening all that lies before, and gives a cut-off end away.
 *
 * @param segment number of the segment of the last commit; 0 before the first
 * @param offset behind the last commit
 * @param last sequence of the last change
 * @param nextFrame sequence that the next frame will have
 * @param hash of the last commit's frame; zeros before the first
 */
public record Checkpoint(int segment, long offset, long last, long nextFrame, byte[] hash) {
  static final Checkpoint START = new Checkpoint(0, 0, 0, 1, new byte[32]);

  public Checkpoint {
    if (segment < 0 || offset < 0 || last < 0 || nextFrame < 1 || hash.length != 32) {
      throw new IllegalArgumentException("checkpoint");
    }
  }

  /** One line that {@link #of} reads. */
  public String text() {
    return "1 " + segment + " " + offset + " " + last + " " + nextFrame + " " + hex();
  }

  /**
   * Reads a checkpoint; empty for anything else than a line of {@link #text()}: the journal is then
   * read whole.
   */
  public static Optional<Checkpoint> of(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 6 || !parts[0].equals("1")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Checkpoint(
              Integer.parseInt(parts[1]),
              Long.parseLong(parts[2]),
              Long.parseLong(parts[3]),
              Long.parseLong(parts[4]),
              HexFormat.of().parseHex(parts[5])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String hex() {
    return HexFormat.of().formatHex(hash);
  }

  boolean isFollowedBy(SegmentHeader next) {
    return next.firstSequence() == nextFrame && Arrays.equals(next.previous(), hash);
  }

  boolean isSamePlace(Checkpoint other) {
    return nextFrame == other.nextFrame && Arrays.equals(hash, other.hash);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint c && text().equals(c.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }
}
