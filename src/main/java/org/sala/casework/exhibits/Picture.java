package org.sala.casework.exhibits;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A picture that may be decoded: its size was read first and is bearable. A hostile one claims a
 * billion pixels, or holds a million frames, in a few bytes; of a moving one there is the first
 * frame alone.
 */
public record Picture(int width, int height, InputStream bytes) {
  /**
   * The most pixels that a picture may have: more than any camera of today makes; decoded it is
   * still bearable.
   */
  public static final long MOST_PIXELS = 64_000_000;

  private static final int LONGEST_SIDE = 30_000;
  private static final int LONGEST_GIF = 16 << 20;

  /** A width and a height. */
  private record Sides(long width, long height) {
    boolean bearable() {
      return width > 0
          && height > 0
          && width <= LONGEST_SIDE
          && height <= LONGEST_SIDE
          && width * height <= MOST_PIXELS;
    }
  }

  /**
   * Returns the picture; empty when it is no picture that can be shown, or one that is too large
   * for it.
   */
  static Optional<Picture> of(AttachedContent content) throws IOException {
    return switch (content.type()) {
      case "image/png" -> whole(content, png(content));
      case "image/bmp" -> whole(content, bmp(content));
      case "image/jpeg" -> whole(content, jpeg(content));
      case "image/gif" -> gif(content);
      default -> Optional.empty();
    };
  }

  private static Optional<Picture> whole(AttachedContent content, Optional<Sides> sides) {
    return sides
        .filter(Sides::bearable)
        .map(s -> new Picture((int) s.width(), (int) s.height(), content.from(0)));
  }

  private static Optional<Sides> png(AttachedContent content) throws IOException {
    byte[] head = content.first(24);
    if (head.length < 24 || head[12] != 'I' || head[13] != 'H') {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(head);
    return Optional.of(
        new Sides(Integer.toUnsignedLong(in.getInt(16)), Integer.toUnsignedLong(in.getInt(20))));
  }

  private static Optional<Sides> bmp(AttachedContent content) throws IOException {
    byte[] head = content.first(26);
    if (head.length < 26) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    boolean old = in.getInt(14) == 12;
    return Optional.of(
        old
            ? new Sides(
                Short.toUnsignedLong(in.getShort(18)), Short.toUnsignedLong(in.getShort(20)))
            : new Sides(Math.abs((long) in.getInt(18)), Math.abs((long) in.getInt(22))));
  }

  /** Goes from marker to marker to the one with the size; a camera's own data may be long. */
  private static Optional<Sides> jpeg(AttachedContent content) throws IOException {
    long at = 2;
    byte[] piece = new byte[9];
    for (int markers = 0; markers < 1_000; markers++) {
      if (!fill(content, at, piece, 9) || (piece[0] & 0xff) != 0xff) {
        return Optional.empty();
      }
      int marker = piece[1] & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        return Optional.of(new Sides(number(piece, 7), number(piece, 5)));
      }
      if (marker == 0xd9 || marker == 0xda) {
        return Optional.empty();
      }
      int length = number(piece, 2);
      if (length < 2) {
        return Optional.empty();
      }
      at += 2 + length;
    }
    return Optional.empty();
  }

  private static int number(byte[] from, int at) {
    return (from[at] & 0xff) << 8 | from[at + 1] & 0xff;
  }

  private static boolean fill(AttachedContent content, long at, byte[] to, int length)
      throws IOException {
    int done = 0;
    while (done < length) {
      int n = content.read(at + done, to, done, length - done);
      if (n < 0) {
        return false;
      }
      done += n;
    }
    return true;
  }

  /** Everything up to the end of the first frame, and an end. */
  private static Optional<Picture> gif(AttachedContent content) throws IOException {
    byte[] all = content.first(LONGEST_GIF);
    if (all.length < 13) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    Sides screen = sides(in, 6);
    int at = 13 + table(all[10]);
    while (at + 10 < all.length) {
      if (all[at] == 0x21) {
        at = behindBlocks(all, at + 2);
      } else if (all[at] == 0x2c) {
        Sides frame = sides(in, at + 5);
        int end = behindBlocks(all, at + 10 + table(all[at + 9]) + 1);
        if (end > all.length || !screen.bearable() || !frame.bearable()) {
          return Optional.empty();
        }
        ByteArrayOutputStream first = new ByteArrayOutputStream(end + 1);
        first.write(all, 0, end);
        first.write(0x3b);
        return Optional.of(
            new Picture(
                (int) screen.width(),
                (int) screen.height(),
                new ByteArrayInputStream(first.toByteArray())));
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Sides sides(ByteBuffer in, int at) {
    return new Sides(
        Short.toUnsignedLong(in.getShort(at)), Short.toUnsignedLong(in.getShort(at + 2)));
  }

  private static int table(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
  }

  /** The place behind a row of blocks; beyond the end when it does not end. */
  private static int behindBlocks(byte[] all, int from) {
    int at = from;
    while (at < all.length) {
      int length = all[at] & 0xff;
      at += 1 + length;
      if (length == 0) {
        return at;
      }
    }
    return all.length + 1;
  }

  @Override
  public String toString() {
    return "Picture[" + width + "x" + height + "]";
  }
}
