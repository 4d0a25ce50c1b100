package org.sala.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.sala.crypto.Secret;
import org.sala.domain.Value;

/**
 * What an officer has set up (language, columns, theme): sealed, one file an officer, nothing of it
 * case data. A spoiled file counts as none, for nobody shall be kept out by a column's width; it is
 * set aside, and whoever reads can say so.
 */
public final class Settings implements AutoCloseable {
  private final SealedFile file;
  private boolean spoiled;

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
      if (e.code() == VaultFault.Code.DAMAGED) {
        spoiled = true;
        setAside();
        return new Value.Parts(java.util.Map.of());
      }
      if (e.code() == VaultFault.Code.TOO_NEW) {
        return new Value.Parts(java.util.Map.of());
      }
      throw e;
    }
  }

  private void setAside() {
    try {
      file.setAside();
    } catch (VaultFault e) {
      // Nobody is kept out by it; the next reading meets it again.
      return;
    }
  }

  /** Whether what was read was spoiled, and so counts as none from now on. */
  public boolean isSpoiled() {
    return spoiled;
  }

  public void write(Value.Parts settings) {
    file.write(settings);
  }

  @Override
  public void close() {
    file.close();
  }
}
