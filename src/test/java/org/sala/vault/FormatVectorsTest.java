package org.sala.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.crypto.Secret;
import org.sala.crypto.Sha256;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;
import org.sala.vault.ScopeKeys.Standing;

/**
 * Files that were written once and lie in the test resources: who changes a format breaks them, and
 * with them every workspace that is in use.
 */
class FormatVectorsTest {
  @TempDir Path folder;
  private final Properties says = new Properties();

  @BeforeEach
  void copy() throws IOException, URISyntaxException {
    Path vectors = Path.of(FormatVectorsTest.class.getResource("/vault").toURI());
    Sample.copy(vectors, folder);
    says.load(new StringReader(Files.readString(folder.resolve("vectors.properties"))));
  }

  private Unlocking.Opened opened(String handle, String passphrase) {
    Unlocking unlocking =
        new KeyFile(folder, Sample.KDF, Sample.RANDOM).unlock(handle, passphrase.toCharArray());
    assertThat(unlocking).isInstanceOf(Unlocking.Opened.class);
    return (Unlocking.Opened) unlocking;
  }

  private Unlocking.Opened officer() {
    return opened(says.getProperty("handle"), says.getProperty("passphrase"));
  }

  private String hex(Secret secret) {
    return HexFormat.of().formatHex(secret.copy());
  }

  @Test
  void theKeyFileOpensAsItIsWrittenDown() {
    WorkspaceKeys keys = officer().keys();
    assertThat(hex(keys.workspace())).isEqualTo(says.getProperty("workspaceKey"));
    assertThat(hex(keys.compartments().get(Compartment.INVESTIGATION)))
        .isEqualTo(says.getProperty("investigationKey"));
    assertThat(hex(keys.compartments().get(Compartment.PROTECTION)))
        .isEqualTo(says.getProperty("protectionKey"));
    assertThat(
            Sha256.hex(
                keys.receiving()
                    .get(Compartment.INVESTIGATION)
                    .secret()
                    .getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(says.getProperty("investigationReceiving"));
    assertThat(Sha256.hex(officer().officer().orElseThrow().signing().pkcs8()))
        .isEqualTo(says.getProperty("officerSigningSha256"));
    assertThat(opened(KeyFile.RECOVERY, says.getProperty("recoveryCode")).officer()).isEmpty();
  }

  @Test
  void theSealedFileOpensAsItIsWrittenDown() {
    byte[] key = HexFormat.of().parseHex(says.getProperty("stateKey"));
    try (SealedFile state = new SealedFile(folder, "state", Secret.of(key), Sample.RANDOM)) {
      assertThat(state.read().orElseThrow().whole("number"))
          .contains(Long.parseLong(says.getProperty("stateNumber")));
      assertThat(state.generation()).isEqualTo(Long.parseLong(says.getProperty("stateGeneration")));
    }
  }

  @Test
  void slabAndObjectOpenAsTheyAreWrittenDown() throws IOException {
    WorkspaceKeys keys = officer().keys();
    ScopeId scope = ScopeId.of(says.getProperty("scope"));
    ScopeId erased = ScopeId.of(says.getProperty("erasedScope"));
    try (ScopeKeys scopes = new ScopeKeys(folder.resolve("keys"), keys, Sample.RANDOM);
        ObjectFolder objects =
            new ObjectFolder(folder.resolve("objects"), keys, scopes, Sample.RANDOM)) {
      assertThat(hex(scopes.find(scope, Compartment.INVESTIGATION).orElseThrow()))
          .isEqualTo(says.getProperty("scopeInvestigationKey"));
      assertThat(hex(scopes.find(scope, Compartment.PROTECTION).orElseThrow()))
          .isEqualTo(says.getProperty("scopeProtectionKey"));
      assertThat(scopes.standing(erased, Compartment.INVESTIGATION)).isEqualTo(Standing.ERASED);
      StoredObject object =
          objects
              .find(scope, Compartment.INVESTIGATION, says.getProperty("objectSha256"))
              .orElseThrow();
      assertThat(object.facts().sealedSha256()).isEqualTo(says.getProperty("objectSealedSha256"));
      ObjectFolder.Opening opening =
          objects.open(scope, Compartment.INVESTIGATION, object.facts().sha256());
      try (var reader = ((ObjectFolder.Opening.Opened) opening).reader()) {
        assertThat(new String(reader.stream(0).readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo(says.getProperty("objectText"));
      }
    }
  }
}
