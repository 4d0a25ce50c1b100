package org.sala.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sala.bench.machine.Machine;

/** What a derivation leaves behind. In a machine of its own: this one is told not to be asked. */
class PassphraseKdfTest {
  private static final long MIB = 1 << 20;

  private static long leftBehind(String... options) throws Exception {
    Process program =
        new Machine(
                DerivingProgram.class.getName(),
                System.getProperty("java.class.path"),
                List.of(options))
            .with()
            .redirectError(Redirect.DISCARD)
            .start();
    try (InputStream said = program.getInputStream()) {
      return Long.parseLong(new String(said.readAllBytes(), StandardCharsets.US_ASCII).strip());
    }
  }

  @Test
  void theMemoryOfADerivationIsGivenBack() throws Exception {
    assertThat(leftBehind()).isLessThan(24 * MIB);
  }

  @Test
  void aMachineThatIsNotToBeAskedKeepsIt() throws Exception {
    assertThat(leftBehind("-XX:+DisableExplicitGC")).isGreaterThan(60 * MIB);
  }
}
