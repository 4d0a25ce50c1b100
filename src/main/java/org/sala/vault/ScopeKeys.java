package org.sala.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.Aead;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Secret;
import org.sala.disk.Disk;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;

/**
 * The keys of scopes, each wrapped under its compartment's key, in slabs of 1,024 that are kept
 * twice. Entry: scope id (16), compartment (1), nonce (12), sealed key (48), MAC under a key that
 * every officer has (16), zeros (3): 96 bytes. An erased key's place holds a tombstone, which
 * stays, so that no older copy brings the key back ({@code docs/formats/workspace.md}).
 */
public final class ScopeKeys implements AutoCloseable {
  /** Bytes of an entry. */
  public static final int ENTRY = 96;

  static final int SLAB = 1024;

  private static final int NAME = 17;
  private static final int BODY = NAME + Aead.NONCE + 32 + Aead.TAG;
  private static final byte TOMBSTONE = 0x7f;

  private final Map<Compartment, Aead> wrapping = new EnumMap<>(Compartment.class);
  private final EntryMark mark;
  private final SecureRandom random;
  private final Entries slabs;
  private final Map<Name, Integer> places = new HashMap<>();
  private final Set<ScopeId> erased = new HashSet<>();
  private int noted;

  private record Name(ScopeId scope, byte compartment) {}

  /** The scope and compartment whose key is wanted. */
  public record Wanted(ScopeId scope, Compartment compartment) {}

  /** The standing of a key. */
  public enum Standing {
    HELD,
    /** The key was there and has been destroyed for good. */
    ERASED,
    /** The key is there, and this officer's slot does not open its compartment. */
    NOT_OURS,
    /** The key is not there: never made, or lost by damage when something was sealed under it. */
    MISSING
  }

  public ScopeKeys(Path folder, WorkspaceKeys keys, SecureRandom random) {
    this(Disk.real(), folder, keys, random);
  }

  /**
   * @param disk where the slabs are written
   */
  public ScopeKeys(Disk disk, Path folder, WorkspaceKeys keys, SecureRandom random) {
    this(mark -> new TwinSlabs(disk, folder, ENTRY, SLAB, judge(mark)), keys, random);
  }

  /** Opens the keys where several programs keep their entries together. */
  public ScopeKeys(Entries together, WorkspaceKeys keys, SecureRandom random) {
    this(mark -> together, keys, random);
  }

  private interface Opening {
    Entries open(EntryMark mark) throws IOException;
  }

  private ScopeKeys(Opening entries, WorkspaceKeys keys, SecureRandom random) {
    this.random = random;
    this.mark =
        new EntryMark(keys.workspace().derive(new byte[0], "sala scope key entry v1"), BODY);
    keys.compartments()
        .forEach(
            (c, k) -> {
              try (Secret wrap = k.derive(new byte[0], "sala scope key wrap v1")) {
                wrapping.put(c, new Aead(wrap));
              }
            });
    try {
      this.slabs = entries.open(mark);
      noteNew();
      for (ScopeId scope : Set.copyOf(erased)) {
        bury(scope);
      }
    } catch (IOException e) {
      throw VaultFault.of("scope keys", e);
    }
  }

  private void noteNew() {
    for (; noted < slabs.size(); noted++) {
      note(noted);
    }
  }

  /** Where a key lies; looked for once more where others may have made it meanwhile. */
  private @Nullable Integer place(Name name) {
    Integer place = places.get(name);
    if (place == null && !erased.contains(name.scope())) {
      try {
        slabs.look();
      } catch (IOException e) {
        throw VaultFault.of("scope keys", e);
      }
      noteNew();
      place = places.get(name);
    }
    return place;
  }

  private void note(int place) {
    byte[] entry = slabs.get(place);
    // Only what one of us has set counts: others may append as well where entries lie together.
    if (entry == null || !mark.whole(entry)) {
      return;
    }
    Name name = name(entry);
    if (name.compartment() == TOMBSTONE) {
      erased.add(name.scope());
    } else {
      places.putIfAbsent(name, place);
    }
  }

  /** The key of a scope's compartment; empty when it was never made, was erased, or is not ours. */
  public synchronized Optional<Secret> find(ScopeId scope, Compartment compartment) {
    Integer place = place(name(scope, compartment));
    Aead aead = wrapping.get(compartment);
    byte[] entry = place == null ? null : slabs.get(place);
    if (entry == null || aead == null) {
      return Optional.empty();
    }
    try {
      byte[] key =
          aead.open(
              Arrays.copyOfRange(entry, NAME, NAME + Aead.NONCE),
              Arrays.copyOf(entry, NAME),
              entry,
              NAME + Aead.NONCE,
              32 + Aead.TAG);
      Secret secret = Secret.of(key);
      Arrays.fill(key, (byte) 0);
      return Optional.of(secret);
    } catch (NotAuthenticException e) {
      throw new VaultFault(VaultFault.Code.DAMAGED, "a scope key", e);
    }
  }

  /** Tells an erased key from a lost one. */
  public synchronized Standing standing(ScopeId scope, Compartment compartment) {
    if (erased.contains(scope)) {
      return Standing.ERASED;
    }
    if (place(name(scope, compartment)) == null) {
      return Standing.MISSING;
    }
    return wrapping.containsKey(compartment) ? Standing.HELD : Standing.NOT_OURS;
  }

  /** Whether the keys of a scope have been destroyed for good: it never gets any again. */
  public synchronized boolean isErased(ScopeId scope) {
    return erased.contains(scope);
  }

  /**
   * Returns all entries, wrapped as they lie, also those of keys that are not ours: to be carried.
   */
  public synchronized List<byte[]> entries() {
    return slabs.whole().stream().filter(mark::whole).toList();
  }

  /** Places of the slabs of which neither copy is whole: keys that a backup has to bring back. */
  public synchronized int lost() {
    return slabs.lost();
  }

  /** How many places hold something whole, keys and tombstones: never fewer than before. */
  public synchronized int held() {
    return slabs.size() - slabs.lost();
  }

  /** Whether one copy alone is left of some keys, and the disk did not take a second one. */
  public synchronized boolean isHalf() {
    return slabs.isHalf();
  }

  /** Places that were healed from their other copy when the slabs were opened. */
  public synchronized int mended() {
    return slabs.mended();
  }

  /** Makes the keys that are missing, durably, in one write. An erased scope gets none. */
  public synchronized void ensure(List<Wanted> wanted) {
    Map<Name, byte[]> fresh = new java.util.LinkedHashMap<>();
    for (Wanted w : wanted) {
      Name name = name(w.scope(), w.compartment());
      Aead aead = wrapping.get(w.compartment());
      if (places.containsKey(name) || aead == null || erased.contains(w.scope())) {
        continue;
      }
      fresh.computeIfAbsent(name, n -> entry(n, aead));
    }
    if (fresh.isEmpty()) {
      // Nothing to make is nothing to ask of whoever else makes keys.
      return;
    }
    try {
      slabs.append(List.copyOf(fresh.values()));
    } catch (IOException e) {
      throw VaultFault.of("scope keys", e);
    } finally {
      noteNew();
    }
  }

  private byte[] entry(Name name, Aead aead) {
    byte[] key = new byte[32];
    random.nextBytes(key);
    byte[] entry = named(name);
    byte[] nonce = Arrays.copyOfRange(entry, NAME, NAME + Aead.NONCE);
    aead.seal(nonce, Arrays.copyOf(entry, NAME), key, 0, key.length, entry, NAME + Aead.NONCE);
    Arrays.fill(key, (byte) 0);
    return mark.put(entry);
  }

  private byte[] named(Name name) {
    byte[] nonce = new byte[Aead.NONCE];
    random.nextBytes(nonce);
    UUID id = name.scope().value();
    return ByteBuffer.allocate(ENTRY)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .put(name.compartment())
        .put(nonce)
        .array();
  }

  /** Destroys both keys of a scope where they stand: what they sealed can never be read again. */
  public synchronized void erase(ScopeId scope) {
    try {
      bury(scope);
    } catch (IOException e) {
      throw VaultFault.of("scope keys", e);
    }
  }

  private void bury(ScopeId scope) throws IOException {
    for (Compartment c : Compartment.values()) {
      Integer place = places.get(name(scope, c));
      if (place != null) {
        slabs.put(place, mark.put(named(new Name(scope, TOMBSTONE))));
        erased.add(scope);
        places.remove(name(scope, c));
      }
    }
  }

  private static TwinSlabs.Judge judge(EntryMark mark) {
    return new TwinSlabs.Judge() {
      @Override
      public boolean whole(byte[] entry) {
        return mark.whole(entry);
      }

      @Override
      public byte[] better(byte[] one, byte[] other) {
        return name(other).compartment() == TOMBSTONE ? other : one;
      }
    };
  }

  private static Name name(ScopeId scope, Compartment compartment) {
    return new Name(scope, (byte) compartment.ordinal());
  }

  private static Name name(byte[] entry) {
    ByteBuffer in = ByteBuffer.wrap(entry);
    return new Name(new ScopeId(new UUID(in.getLong(), in.getLong())), in.get());
  }

  @Override
  public synchronized void close() {
    wrapping.values().forEach(Aead::close);
    mark.close();
  }
}
