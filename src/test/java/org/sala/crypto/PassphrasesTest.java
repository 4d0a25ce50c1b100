package org.sala.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * F12: passphrases in many scripts stay apart, and how a keyboard composes them does not matter.
 */
class PassphrasesTest {
  private static final KdfParameters CHEAP = new KdfParameters(64, 1, 1);

  private static final List<String> PHRASES =
      List.of(
          "бвгдеж",
          "123456",
          "ที่นี่มีแต่คนดี",
          "ທີ່ນີ້",
          "ទីនេះ",
          "ဒီမှာ",
          "这里",
          "這裡",
          "đây",
          "day",
          "été",
          "ete",
          "Việt Nam",
          "한국어",
          "ひらがな",
          "हिन्दी",
          "العربية",
          "🌊🌿",
          "🌿🌊",
          "Straße",
          "strasse",
          " pass",
          "pass",
          "PASS");

  /** Pairs that give one key though they are two, and phrases that give two keys as typed twice. */
  private static List<String> wrong(Function<String, byte[]> derivation) {
    List<String> wrong = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (String phrase : PHRASES) {
      String key = HexFormat.of().formatHex(derivation.apply(phrase));
      String other = seen.putIfAbsent(key, phrase);
      if (other != null) {
        wrong.add(other + " = " + phrase);
      }
      for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
        if (!HexFormat.of()
            .formatHex(derivation.apply(Normalizer.normalize(phrase, form)))
            .equals(key)) {
          wrong.add(phrase + " as " + form);
        }
      }
    }
    return wrong;
  }

  @Test
  void passphrasesInEveryScriptStayApartAndCompositionDoesNotMatter() {
    PassphraseKdf kdf = new PassphraseKdf(new KdfPolicy(64, 64, 1, 1));
    assertThat(
            wrong(
                phrase -> {
                  try (Secret s = kdf.derive(phrase.toCharArray(), "h", new byte[16], CHEAP)) {
                    return s.copy();
                  }
                }))
        .isEmpty();
  }

  /** The broken variants: without a normaliser, and with letters of one byte as H2 has them. */
  @Test
  void aDerivationThatForgetsToNormaliseOrCutsLettersIsFound() {
    assertThat(wrong(phrase -> raw(phrase.getBytes(StandardCharsets.UTF_8))))
        .contains("été as NFD", "Việt Nam as NFD", "한국어 as NFD");
    assertThat(
            wrong(
                phrase -> {
                  byte[] low = new byte[phrase.length()];
                  for (int i = 0; i < low.length; i++) {
                    low[i] = (byte) phrase.charAt(i);
                  }
                  return raw(low);
                }))
        .contains("бвгдеж = 123456");
  }

  private static byte[] raw(byte[] password) {
    return PassphraseKdf.argon2id(
        password, new byte[16], new byte[0], new byte[0], CHEAP, Secret.LENGTH);
  }
}
