package org.sala.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F8: the headers of the age test kit are read and refused as it says. */
class AgeKitTest {
  private static final Path KIT = Path.of("src/test/resources/crypto/age-testkit.txt");

  private static final AgeIdentity IDENTITY =
      AgeIdentity.of("AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0");

  @Test
  void everyHeaderIsReadOrRefusedAsTheKitSays() throws Exception {
    Map<String, String> cases = cases();
    assertThat(cases).hasSize(27);
    cases.forEach(
        (name, header) ->
            assertThat(Age.isFor(List.of(IDENTITY), head(header)))
                .as(name)
                .isEqualTo(name.endsWith(": success")));
  }

  /** The header, and as many bytes behind it as a payload begins with. */
  private static byte[] head(String header) {
    byte[] bytes = header.getBytes(StandardCharsets.US_ASCII);
    return Arrays.copyOf(bytes, bytes.length + 32);
  }

  /** Headers by name and what is expected of them. */
  private static Map<String, String> cases() throws IOException {
    Map<String, String> cases = new LinkedHashMap<>();
    String name = "";
    for (String line : Files.readString(KIT).split("\n", -1)) {
      if (line.startsWith("= ")) {
        name = line.substring(2);
      } else if (!name.isEmpty()) {
        cases.merge(name, line + "\n", String::concat);
      }
    }
    // The file's own end is no line of the last header.
    cases.computeIfPresent(name, (n, header) -> header.substring(0, header.length() - 1));
    return cases;
  }
}
