package org.sala.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sala.crypto.Aead;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Secret;
import org.sala.disk.Disk;
import org.sala.domain.DomainFault;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * A small JSON object kept twice under AES-256-GCM; the file's name and the count of its writes are
 * bound in, so that neither copy can stand for another file or another time.
 */
public final class SealedFile implements AutoCloseable {
  private static final int FORMAT = 1;

  /** Stands for the count of writes where nothing was written. */
  private static final long IN_MEMORY = 0;

  private final TwinFile twin;
  private final Aead aead;
  private final byte[] name;
  private final SecureRandom random;

  /**
   * @param key of this file alone
   */
  public SealedFile(Path folder, String name, Secret key, SecureRandom random) {
    this(Disk.real(), folder, name, key, random);
  }

  /**
   * @param disk where the copies are written
   * @param key of this file alone
   */
  public SealedFile(Disk disk, Path folder, String name, Secret key, SecureRandom random) {
    this.twin = new TwinFile(disk, folder, name, "SALASEAL", FORMAT);
    this.aead = new Aead(key);
    this.name = name.getBytes(StandardCharsets.UTF_8);
    this.random = random;
  }

  /**
   * The content; empty when nothing was ever written.
   *
   * @throws VaultFault when it is there and is not what was written
   */
  public Optional<Value.Parts> read() {
    List<TwinFile.Copy> copies = twin.read();
    for (TwinFile.Copy copy : copies) {
      Optional<Value.Parts> content = open(copy);
      if (content.isPresent()) {
        return content;
      }
    }
    if (!copies.isEmpty()) {
      throw new VaultFault(VaultFault.Code.DAMAGED, "sealed file");
    }
    return Optional.empty();
  }

  /** How often the file has been written, 0 when never: an older copy of it counts less. */
  public long generation() {
    return twin.read().stream()
        .filter(c -> open(c).isPresent())
        .mapToLong(TwinFile.Copy::generation)
        .findFirst()
        .orElse(0);
  }

  private Optional<Value.Parts> open(TwinFile.Copy copy) {
    byte[] sealed = copy.content();
    if (sealed.length < Aead.NONCE) {
      return Optional.empty();
    }
    try {
      byte[] plain =
          aead.open(
              Arrays.copyOf(sealed, Aead.NONCE),
              aad(copy.generation()),
              sealed,
              Aead.NONCE,
              sealed.length - Aead.NONCE);
      Value.Parts content = Json.readParts(plain);
      Arrays.fill(plain, (byte) 0);
      return Optional.of(content);
    } catch (NotAuthenticException | DomainFault e) {
      return Optional.empty();
    }
  }

  public void write(Value.Parts content) {
    long generation = twin.next();
    twin.write(generation, seal(generation, content));
  }

  /** The content sealed for memory; it is no copy of the file, and none can be made of it. */
  byte[] inMemory(Value.Parts content) {
    return seal(IN_MEMORY, content);
  }

  /** What was sealed for memory under this name and this key; empty where it was not. */
  Optional<Value.Parts> fromMemory(byte[] sealed) {
    return open(new TwinFile.Copy(FORMAT, IN_MEMORY, sealed));
  }

  private byte[] seal(long generation, Value.Parts content) {
    byte[] nonce = new byte[Aead.NONCE];
    random.nextBytes(nonce);
    byte[] plain = Json.write(content);
    byte[] file = Arrays.copyOf(nonce, Aead.NONCE + plain.length + Aead.TAG);
    aead.seal(nonce, aad(generation), plain, 0, plain.length, file, Aead.NONCE);
    Arrays.fill(plain, (byte) 0);
    return file;
  }

  private byte[] aad(long generation) {
    return ByteBuffer.allocate(8 + name.length).putLong(generation).put(name).array();
  }

  /**
   * Whether copies are there and neither is as any program left it; whoever has no key can tell,
   * and cannot tell what somebody changed on purpose.
   */
  boolean isDamaged() {
    try {
      twin.read();
      return false;
    } catch (VaultFault e) {
      if (e.code() == VaultFault.Code.DAMAGED) {
        return true;
      }
      throw e;
    }
  }

  /** Gives the copies another name, under which they stay as they are and are read no more. */
  void setAside() {
    twin.setAside();
  }

  public void delete() {
    twin.delete();
  }

  @Override
  public void close() {
    aead.close();
  }
}
