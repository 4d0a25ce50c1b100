package org.sala.bench.leaks;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The words that are looked for, as bytes: as typed, composed and decomposed, in small and capital
 * letters, each in UTF-8 and in UTF-16 of both orders. All are found in one pass.
 */
final class Needles {
  /** Shorter ones are found by chance in what is encrypted. */
  static final int LEAST_BYTES = 6;

  private static final Map<String, Charset> CHARSETS =
      Map.of(
          "UTF-8", StandardCharsets.UTF_8,
          "UTF-16LE", StandardCharsets.UTF_16LE,
          "UTF-16BE", StandardCharsets.UTF_16BE);

  private record Needle(String word, String charset, byte[] bytes) {}

  private final Map<Integer, List<Needle>> byStart = new HashMap<>();
  private final BitSet starts = new BitSet(1 << 20);
  private final int words;

  Needles(Collection<String> words) {
    Set<String> all = new LinkedHashSet<>();
    for (String w : words) {
      if (w.getBytes(StandardCharsets.UTF_8).length >= LEAST_BYTES && w.length() > 2) {
        all.add(w);
      }
    }
    this.words = all.size();
    all.forEach(this::add);
  }

  /** How many are long enough to be looked for. */
  int count() {
    return words;
  }

  private void add(String word) {
    Set<String> shapes = new LinkedHashSet<>();
    for (String cased :
        List.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT))) {
      shapes.add(cased);
      shapes.add(Normalizer.normalize(cased, Normalizer.Form.NFC));
      shapes.add(Normalizer.normalize(cased, Normalizer.Form.NFD));
    }
    for (String shape : shapes) {
      CHARSETS.forEach(
          (name, charset) -> {
            byte[] bytes = shape.getBytes(charset);
            int start = start(bytes, 0);
            starts.set(hash(start));
            byStart
                .computeIfAbsent(start, s -> new ArrayList<>())
                .add(new Needle(word, name, bytes));
          });
    }
  }

  /** Tells every word that is there, with how it is written. */
  void in(byte[] hay, int length, BiConsumer<String, String> found) {
    if (length < LEAST_BYTES) {
      return;
    }
    int window = start(hay, 0) >>> 8;
    for (int i = 0; i + 3 < length; i++) {
      window = window << 8 | hay[i + 3] & 0xff;
      if (starts.get(hash(window))) {
        for (Needle n : byStart.getOrDefault(window, List.of())) {
          int end = i + n.bytes.length;
          if (end <= length && Arrays.equals(hay, i, end, n.bytes, 0, n.bytes.length)) {
            found.accept(n.word, n.charset);
          }
        }
      }
    }
  }

  private static int start(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | bytes[at + 3] & 0xff;
  }

  private static int hash(int start) {
    return (start * 0x9E3779B1) >>> 12;
  }
}
