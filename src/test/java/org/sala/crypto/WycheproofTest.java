package org.sala.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F8: published cases of Wycheproof for signatures and for deriving keys. */
class WycheproofTest {
  private static final HexFormat HEX = HexFormat.of();

  /** Odd encodings, numbers out of range, and both signatures that the two numbers allow. */
  @Test
  void signaturesAreTakenAndRefusedAsWycheproofSaysByBothImplementations() {
    Map<String, VerifyingKey> keys = new HashMap<>();
    int cases = 0;
    for (String[] cells : Lines.of("ecdsa-p256.txt")) {
      if (cells.length == 2) {
        keys.put(cells[0], VerifyingKey.ofSpki(HEX.parseHex(cells[1])));
        continue;
      }
      VerifyingKey key = keys.get(cells[2]);
      assertThat(key).isNotNull();
      byte[] message = HEX.parseHex(cells[3]);
      byte[] signature = HEX.parseHex(cells[4]);
      boolean valid = cells[1].equals("valid");
      assertThat(key.verify(message, signature)).as(cells[0] + " " + cells[5]).isEqualTo(valid);
      assertThat(key.verifyInJava(message, signature))
          .as(cells[0] + " in Java: " + cells[5])
          .isEqualTo(valid);
      cases++;
    }
    assertThat(cases).isEqualTo(108);
  }

  @Test
  void keysAreDerivedAsWycheproofSays() {
    int cases = 0;
    for (String[] cells : Lines.of("hkdf-sha256.txt")) {
      byte[] output = HEX.parseHex(cells[4]);
      try (Secret secret = Secret.of(HEX.parseHex(cells[1]))) {
        assertThat(secret.hkdf(HEX.parseHex(cells[2]), HEX.parseHex(cells[3]), output.length))
            .as(cells[0])
            .isEqualTo(output);
      }
      cases++;
    }
    assertThat(cases).isEqualTo(20);
  }
}
