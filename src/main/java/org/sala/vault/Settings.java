package org.sala.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.sala.crypto.Secret;
import org.sala.domain.Value;

/**
 * What an officer has set up (language, columns, theme): sealed, one file an officer, nothing of it
 * case data. A spoiled file counts as none, for nobody shall be kept out by a column's width.
 */
public final class Settings implements AutoCloseable {
  private final SealedFile file;

  /**
   * @param officer the fingerprint of the officer's key, or any other constant name
   */
  public Settings(Path folder, String officer, WorkspaceKeys keys, SecureRandom random) {
    byte[] who = officer.getBytes(StandardCharsets.UTF_8);
    try (Secret naming = keys.workspace().derive(new byte[0], "sala settings name v1");
        Secret key = keys.workspace().derive(who, "sala settings v1")) {
      String name = HexFormat.of().formatHex(naming.mac(who), 0, 16);
      this.file = new SealedFile(folder, name, key, random);
    }
  }

  /** Reads the settings; empty when nothing was set yet or the file is spoiled. */
  public Value.Parts read() {
    try {
      return file.read().orElse(new Value.Parts(java.util.Map.of()));
    } catch (VaultFault e) {
      if (e.code() == VaultFault.Code.DAMAGED || e.code() == VaultFault.Code.TOO_NEW) {
        return new Value.Parts(java.util.Map.of());
      }
      throw e;
    }
  }

  public void write(Value.Parts settings) {
    file.write(settings);
  }

  @Override
  public void close() {
    file.close();
  }
}
