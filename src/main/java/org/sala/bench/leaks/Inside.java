package org.sala.bench.leaks;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What lies encoded or compressed inside bytes, whether or not anything says so. */
final class Inside {
  private static final int LEAST_RUN = 12;
  private static final int MOST_UNPACKED = 32 << 20;

  private Inside() {}

  /** Something that was unpacked, and from what. */
  record Found(String how, byte[] content) {}

  static void of(byte[] hay, int length, Consumer<Found> found) {
    runs(hay, length, found);
    streams(hay, length, found);
  }

  /** Runs of base64 or hexadecimal digits, broken into lines or not. */
  private static void runs(byte[] hay, int length, Consumer<Found> found) {
    int i = 0;
    while (i < length) {
      if (!isDigit(hay[i])) {
        i++;
        continue;
      }
      int start = i;
      int count = 0;
      byte[] run = new byte[64];
      boolean hex = true;
      while (i < length && (isDigit(hay[i]) || count > 0 && isBreak(hay[i]))) {
        if (isDigit(hay[i])) {
          if (count == run.length) {
            run = Arrays.copyOf(run, count * 2);
          }
          hex &= Character.digit(hay[i], 16) >= 0;
          run[count++] = normal(hay[i]);
        }
        i++;
      }
      if (count >= LEAST_RUN) {
        decode(run, count, hex, found);
      }
      i = Math.max(i, start + 1);
    }
  }

  private static void decode(byte[] run, int count, boolean hex, Consumer<Found> found) {
    for (int skip = 0; skip < 4; skip++) {
      int whole = (count - skip) / 4 * 4;
      int rest = count - skip - whole;
      // Two or three digits more are one or two bytes more; a single one is none.
      int take = whole + (rest == 1 ? 0 : rest);
      found.accept(
          new Found(
              "base64", Base64.getDecoder().decode(Arrays.copyOfRange(run, skip, skip + take))));
    }
    if (hex) {
      for (int skip = 0; skip < 2; skip++) {
        char[] digits = new char[(count - skip) / 2 * 2];
        for (int i = 0; i < digits.length; i++) {
          digits[i] = (char) run[skip + i];
        }
        found.accept(new Found("hex", HexFormat.of().parseHex(new String(digits))));
      }
    }
  }

  private static boolean isDigit(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || b == '+'
        || b == '/'
        || b == '-'
        || b == '_';
  }

  private static byte normal(byte b) {
    return b == '-' ? (byte) '+' : b == '_' ? (byte) '/' : b;
  }

  private static boolean isBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  /** Streams of zlib, gzip and zip, and one without a head that is all there is. */
  private static void streams(byte[] hay, int length, Consumer<Found> found) {
    unpack(hay, 0, length, true, "deflate", found);
    for (int i = 0; i + 3 < length; i++) {
      if ((hay[i] & 0x0f) == 8
          && (hay[i] & 0xf0) <= 0x70
          && ((hay[i] & 0xff) << 8 | hay[i + 1] & 0xff) % 31 == 0) {
        unpack(hay, i, length, false, "zlib", found);
      } else if (hay[i] == 0x1f && (hay[i + 1] & 0xff) == 0x8b && hay[i + 2] == 8) {
        unpack(hay, i + gzipHead(hay, i, length), length, true, "gzip", found);
      } else if (hay[i] == 'P' && hay[i + 1] == 'K' && hay[i + 2] == 3 && hay[i + 3] == 4) {
        if (i + 30 < length) {
          int head = 30 + two(hay, i + 26) + two(hay, i + 28);
          unpack(hay, i + head, length, true, "zip", found);
        }
      }
    }
  }

  private static int two(byte[] hay, int at) {
    return hay[at] & 0xff | (hay[at + 1] & 0xff) << 8;
  }

  private static int gzipHead(byte[] hay, int at, int length) {
    int head = at + 10;
    int flags = at + 3 < length ? hay[at + 3] : 0;
    if ((flags & 4) != 0 && head + 1 < length) {
      head += 2 + two(hay, head);
    }
    for (int text = flags & 0x18; text != 0; text &= text - 1) {
      while (head < length && hay[head] != 0) {
        head++;
      }
      head++;
    }
    return head + ((flags & 2) != 0 ? 2 : 0) - at;
  }

  /** As much of a stream as there is, however it ends. */
  private static void unpack(
      byte[] hay, int from, int length, boolean bare, String how, Consumer<Found> found) {
    if (from >= length) {
      return;
    }
    Inflater inflater = new Inflater(bare);
    try {
      inflater.setInput(hay, from, length - from);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] piece = new byte[8192];
      try {
        int n = inflater.inflate(piece);
        while (n > 0 && out.size() < MOST_UNPACKED) {
          out.write(piece, 0, n);
          n = inflater.inflate(piece);
        }
      } catch (DataFormatException e) {
        // Not a stream, or one that ends in something else: what came out of it counts.
        out.write(piece, 0, 0);
      }
      if (out.size() >= Needles.LEAST_BYTES) {
        found.accept(new Found(how, out.toByteArray()));
      }
    } finally {
      inflater.end();
    }
  }
}
