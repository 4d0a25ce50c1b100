package org.sala.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.sala.crypto.Aead;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Secret;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/** A small JSON object kept twice under AES-256-GCM; the file's name is bound in. */
public final class SealedFile {
  private final TwinFile twin;
  private final Aead aead;
  private final byte[] aad;
  private final SecureRandom random;

  /**
   * @param key of this file alone
   */
  public SealedFile(Path folder, String name, Secret key, SecureRandom random) {
    this.twin = new TwinFile(folder, name, "SALASEAL");
    this.aead = new Aead(key);
    this.aad = name.getBytes(StandardCharsets.UTF_8);
    this.random = random;
  }

  /**
   * The content; empty when nothing was ever written.
   *
   * @throws VaultFault when it is there and is not what was written
   */
  public Optional<Value.Parts> read() {
    return twin.read().map(this::open);
  }

  private Value.Parts open(byte[] sealed) {
    try {
      if (sealed.length < Aead.NONCE) {
        throw new VaultFault(VaultFault.Code.DAMAGED, "sealed file");
      }
      return Json.readParts(
          aead.open(
              Arrays.copyOf(sealed, Aead.NONCE),
              aad,
              sealed,
              Aead.NONCE,
              sealed.length - Aead.NONCE));
    } catch (NotAuthenticException e) {
      throw new VaultFault(VaultFault.Code.DAMAGED, "sealed file", e);
    }
  }

  public void write(Value.Parts content) {
    byte[] nonce = new byte[Aead.NONCE];
    random.nextBytes(nonce);
    byte[] sealed = aead.seal(nonce, aad, Json.write(content));
    byte[] file = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, file, nonce.length, sealed.length);
    twin.write(file);
  }

  public void delete() {
    twin.delete();
  }
}
