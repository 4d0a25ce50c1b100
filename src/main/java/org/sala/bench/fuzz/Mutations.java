package org.sala.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils an input in one to six ways; the same random numbers give the same bytes. */
final class Mutations {
  private static final int LONGEST = 1 << 20;
  private static final int[] NUMBERS = {
    0, 1, -1, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0xffff, 0x10000, Integer.MAX_VALUE, Integer.MIN_VALUE
  };
  private static final List<String> WORDS =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1e999",
          "9223372036854775808",
          "\"\"",
          "{}",
          "[]",
          "{\"",
          "\\u0000",
          "\\ud800",
          "\"",
          "'",
          "<",
          ">",
          "&lt;",
          "&#0;",
          "]]>",
          "<!DOCTYPE a>",
          "%s",
          "../",
          "\u0000",
          "\r\n",
          "\t",
          "=",
          "\u202e",
          "\ufeff",
          "\ud83d\ude00",
          "9999-12-31");

  private final Random random;
  private final List<byte[]> seeds;
  private final List<String> words;

  Mutations(Random random, List<byte[]> seeds, List<String> words) {
    this.random = random;
    this.seeds = seeds;
    this.words = words;
  }

  /** A seed, spoiled. */
  byte[] next() {
    byte[] input = seeds.get(random.nextInt(seeds.size())).clone();
    int ways = 1 + random.nextInt(6);
    for (int i = 0; i < ways; i++) {
      input = once(input);
    }
    return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
  }

  private byte[] once(byte[] in) {
    if (in.length == 0) {
      return word();
    }
    int at = random.nextInt(in.length);
    int length = Math.min(in.length - at, 1 + random.nextInt(1 << random.nextInt(10)));
    return switch (random.nextInt(11)) {
      case 0, 1 -> {
        in[at] ^= (byte) (1 << random.nextInt(8));
        yield in;
      }
      case 2 -> {
        in[at] = (byte) NUMBERS[random.nextInt(NUMBERS.length)];
        yield in;
      }
      case 3 -> replaced(in, at, at + Math.min(4, in.length - at), number(in.length));
      case 4 -> replaced(in, at, at + length, new byte[0]);
      case 5 -> replaced(in, at, at, noise(length));
      case 6 -> replaced(in, at, at, repeated(Arrays.copyOfRange(in, at, at + length)));
      case 7 -> replaced(in, at, at, word());
      case 8 -> replaced(in, at, at + length, word());
      case 9 -> Arrays.copyOf(in, at);
      default -> spliced(in, at);
    };
  }

  private byte[] number(int length) {
    int n =
        random.nextInt(3) == 0
            ? length + random.nextInt(9) - 4
            : NUMBERS[random.nextInt(NUMBERS.length)];
    return new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n};
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  /** Mostly a few times; now and then so often that whatever nests or counts is put to the test. */
  private byte[] repeated(byte[] what) {
    int times = random.nextInt(20) == 0 ? 1 + (1 << 16) / what.length : 1 + random.nextInt(8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      out.writeBytes(what);
    }
    return out.toByteArray();
  }

  private byte[] word() {
    List<String> from = words.isEmpty() || random.nextBoolean() ? WORDS : words;
    return from.get(random.nextInt(from.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] spliced(byte[] in, int at) {
    byte[] other = seeds.get(random.nextInt(seeds.size()));
    int from = other.length == 0 ? 0 : random.nextInt(other.length);
    return replaced(in, at, in.length, Arrays.copyOfRange(other, from, other.length));
  }

  private static byte[] replaced(byte[] in, int from, int to, byte[] by) {
    byte[] out = Arrays.copyOf(in, from + by.length + in.length - to);
    System.arraycopy(by, 0, out, from, by.length);
    System.arraycopy(in, to, out, from + by.length, in.length - to);
    return out;
  }
}
