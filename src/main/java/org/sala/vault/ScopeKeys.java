package org.sala.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sala.crypto.Aead;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Secret;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;

/**
 * The keys of scopes, each wrapped under its compartment's key, in slabs of 1,024 that are kept
 * twice. Entry: scope id (16), compartment (1), nonce (12), sealed key (48), zeros (19): 96 bytes.
 */
public final class ScopeKeys {
  static final int ENTRY = 96;
  static final int SLAB = 1024;

  private final Path folder;
  private final Map<Compartment, Aead> wrapping = new HashMap<>();
  private final SecureRandom random;
  private final Map<Name, byte[]> wrapped = new HashMap<>();
  private final List<Integer> counts = new ArrayList<>();

  private record Name(ScopeId scope, Compartment compartment) {}

  /** Which key is wanted. */
  public record Wanted(ScopeId scope, Compartment compartment) {}

  public ScopeKeys(Path folder, WorkspaceKeys keys, SecureRandom random) {
    this.folder = folder;
    this.random = random;
    keys.compartments()
        .forEach(
            (c, k) -> {
              try (Secret wrap = k.derive(new byte[0], "sala scope key wrap v1")) {
                wrapping.put(c, new Aead(wrap));
              }
            });
    load();
  }

  /** The key of a scope's compartment; empty when it was never made, was erased, or is not ours. */
  public synchronized Optional<Secret> find(ScopeId scope, Compartment compartment) {
    byte[] entry = wrapped.get(new Name(scope, compartment));
    Aead aead = wrapping.get(compartment);
    if (entry == null || aead == null) {
      return Optional.empty();
    }
    try {
      byte[] key =
          aead.open(Arrays.copyOfRange(entry, 17, 29), Arrays.copyOf(entry, 17), entry, 29, 48);
      Secret secret = Secret.of(key);
      Arrays.fill(key, (byte) 0);
      return Optional.of(secret);
    } catch (NotAuthenticException e) {
      throw new VaultFault(VaultFault.Code.DAMAGED, "a scope key", e);
    }
  }

  /** Makes the keys that are missing, durably, in one write. */
  public synchronized void ensure(List<Wanted> wanted) {
    List<byte[]> fresh = new ArrayList<>();
    for (Wanted w : wanted) {
      Name name = new Name(w.scope(), w.compartment());
      Aead aead = wrapping.get(w.compartment());
      if (wrapped.containsKey(name) || aead == null) {
        continue;
      }
      byte[] entry = new byte[ENTRY];
      byte[] nonce = new byte[Aead.NONCE];
      byte[] key = new byte[32];
      random.nextBytes(nonce);
      random.nextBytes(key);
      UUID id = w.scope().value();
      ByteBuffer.wrap(entry)
          .putLong(id.getMostSignificantBits())
          .putLong(id.getLeastSignificantBits())
          .put((byte) w.compartment().ordinal())
          .put(nonce)
          .put(aead.seal(nonce, Arrays.copyOf(entry, 17), key));
      Arrays.fill(key, (byte) 0);
      wrapped.put(name, entry);
      fresh.add(entry);
    }
    try {
      append(fresh);
    } catch (IOException e) {
      fresh.forEach(entry -> wrapped.remove(name(entry)));
      throw VaultFault.of("scope keys", e);
    }
  }

  /** Destroys both keys of a scope: what they sealed can never be read again. */
  public synchronized void erase(ScopeId scope) {
    try {
      for (int slab = 0; slab < counts.size(); slab++) {
        List<byte[]> kept = new ArrayList<>();
        boolean found = false;
        for (byte[] entry : read(slab)) {
          if (name(entry).scope().equals(scope)) {
            found = true;
          } else {
            kept.add(entry);
          }
        }
        if (found) {
          rewrite(slab, kept);
        }
      }
    } catch (IOException e) {
      throw VaultFault.of("scope keys", e);
    }
    for (Compartment c : Compartment.values()) {
      wrapped.remove(new Name(scope, c));
    }
  }

  private void load() {
    try {
      for (int slab = 0; Files.exists(file(slab, "a")) || Files.exists(file(slab, "b")); slab++) {
        List<byte[]> entries = read(slab);
        entries.forEach(e -> wrapped.put(name(e), e));
        counts.add(entries.size());
      }
    } catch (IOException e) {
      throw VaultFault.of("scope keys", e);
    }
  }

  /**
   * The entries of both copies together: a torn end or a spoiled entry of one is healed by the
   * other.
   */
  private List<byte[]> read(int slab) throws IOException {
    Map<Name, byte[]> entries = new java.util.LinkedHashMap<>();
    for (String copy : List.of("a", "b")) {
      if (!Files.exists(file(slab, copy))) {
        continue;
      }
      byte[] bytes = Files.readAllBytes(file(slab, copy));
      for (int at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
        byte[] entry = Arrays.copyOfRange(bytes, at, at + ENTRY);
        if (whole(entry)) {
          entries.putIfAbsent(name(entry), entry);
        }
      }
    }
    return new ArrayList<>(entries.values());
  }

  /** Whether an entry opens; one of a compartment that this officer lacks cannot be judged. */
  private boolean whole(byte[] entry) {
    if (entry[16] < 0 || entry[16] >= Compartment.values().length) {
      return false;
    }
    Aead aead = wrapping.get(Compartment.values()[entry[16]]);
    if (aead == null) {
      return true;
    }
    try {
      Arrays.fill(
          aead.open(Arrays.copyOfRange(entry, 17, 29), Arrays.copyOf(entry, 17), entry, 29, 48),
          (byte) 0);
      return true;
    } catch (NotAuthenticException e) {
      return false;
    }
  }

  private void append(List<byte[]> fresh) throws IOException {
    int at = 0;
    while (at < fresh.size()) {
      if (counts.isEmpty() || counts.getLast() >= SLAB) {
        counts.add(0);
      }
      int slab = counts.size() - 1;
      int room = Math.min(SLAB - counts.getLast(), fresh.size() - at);
      ByteBuffer bytes = ByteBuffer.allocate(room * ENTRY);
      fresh.subList(at, at + room).forEach(bytes::put);
      for (String copy : List.of("a", "b")) {
        boolean made = !Files.exists(file(slab, copy));
        try (FileChannel out =
            FileChannel.open(
                file(slab, copy), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
          bytes.rewind();
          long end = (long) counts.getLast() * ENTRY;
          while (bytes.hasRemaining()) {
            end += out.write(bytes, end);
          }
          out.force(true);
        }
        if (made) {
          DurableFile.syncFolder(folder);
        }
      }
      counts.set(slab, counts.getLast() + room);
      at += room;
    }
  }

  private void rewrite(int slab, List<byte[]> kept) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(kept.size() * ENTRY);
    kept.forEach(bytes::put);
    for (String copy : List.of("a", "b")) {
      Path old = file(slab, copy);
      Path aside = old.resolveSibling(old.getFileName() + ".old");
      if (Files.exists(old)) {
        Files.move(old, aside);
      }
      DurableFile.replace(old, bytes.array());
      DurableFile.overwriteAndDelete(aside);
    }
    counts.set(slab, kept.size());
  }

  private Path file(int slab, String copy) {
    return folder.resolve(String.format(java.util.Locale.ROOT, "slab-%05d.%s", slab, copy));
  }

  private static Name name(byte[] entry) {
    ByteBuffer in = ByteBuffer.wrap(entry);
    return new Name(
        new ScopeId(new UUID(in.getLong(), in.getLong())), Compartment.values()[in.get()]);
  }
}
