package org.sala.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sala.crypto.Aead;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.ObjectFacts;
import org.sala.crypto.Secret;
import org.sala.disk.Disk;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;

/**
 * Finds which object lies under which digest: entries of 160 bytes in slabs of 1,024 that are kept
 * twice ({@code docs/formats/workspace.md}). What an entry says opens under its compartment's key
 * only.
 */
final class ObjectIndex implements AutoCloseable {
  static final int ENTRY = 160;
  private static final int SLAB = 1024;
  private static final int PAYLOAD = 32 + 32 + 8 + 4 + 16 + 16;
  private static final int SEALED = 1 + Aead.NONCE;
  private static final int BODY = SEALED + PAYLOAD + Aead.TAG;
  private static final byte TOMBSTONE = 0x7f;

  private final Map<Compartment, Aead> sealing = new EnumMap<>(Compartment.class);
  private final EntryMark mark;
  private final SecureRandom random;
  private final Entries slabs;
  private final Map<Name, Integer> places = new LinkedHashMap<>();
  private final Map<Name, StoredObject> objects = new LinkedHashMap<>();
  private int unread;
  private int noted;

  private record Name(ScopeId scope, Compartment compartment, String sha256) {}

  ObjectIndex(Disk disk, Path folder, WorkspaceKeys keys, SecureRandom random) throws IOException {
    this(mark -> new TwinSlabs(disk, folder, ENTRY, SLAB, judge(mark)), keys, random);
  }

  /** Opens the index where several programs keep its entries together. */
  ObjectIndex(Entries together, WorkspaceKeys keys, SecureRandom random) throws IOException {
    this(mark -> together, keys, random);
  }

  private interface Opening {
    Entries open(EntryMark mark) throws IOException;
  }

  private ObjectIndex(Opening entries, WorkspaceKeys keys, SecureRandom random) throws IOException {
    this.random = random;
    this.mark =
        new EntryMark(keys.workspace().derive(new byte[0], "sala object entry mark v1"), BODY);
    keys.compartments()
        .forEach(
            (c, k) -> {
              try (Secret key = k.derive(new byte[0], "sala object entry v1")) {
                sealing.put(c, new Aead(key));
              }
            });
    this.slabs = entries.open(mark);
    noteNew();
  }

  private void noteNew() {
    for (; noted < slabs.size(); noted++) {
      note(noted);
    }
  }

  /** Looks for what others have entered. */
  void look() throws IOException {
    slabs.look();
    noteNew();
  }

  private static TwinSlabs.Judge judge(EntryMark mark) {
    return new TwinSlabs.Judge() {
      @Override
      public boolean whole(byte[] entry) {
        return mark.whole(entry);
      }

      @Override
      public byte[] better(byte[] one, byte[] other) {
        return other[0] == TOMBSTONE ? other : one;
      }
    };
  }

  private void note(int place) {
    byte[] entry = slabs.get(place);
    if (entry == null || entry[0] == TOMBSTONE) {
      return;
    }
    if (entry[0] < 0 || entry[0] >= Compartment.values().length) {
      unread++;
      return;
    }
    Compartment compartment = Compartment.values()[entry[0]];
    Aead aead = sealing.get(compartment);
    if (aead == null) {
      return;
    }
    Optional<StoredObject> object = open(entry, compartment, aead);
    object.ifPresentOrElse(
        o -> {
          Name name = new Name(o.scope(), compartment, o.facts().sha256());
          places.put(name, place);
          objects.put(name, o);
        },
        () -> unread++);
  }

  Optional<StoredObject> find(ScopeId scope, Compartment compartment, String sha256) {
    return Optional.ofNullable(objects.get(new Name(scope, compartment, sha256)));
  }

  Optional<StoredObject> byId(String id) {
    return objects.values().stream().filter(o -> o.id().equals(id)).findFirst();
  }

  Collection<StoredObject> all() {
    return List.copyOf(objects.values());
  }

  /** Entries of what is there, sealed as they lie, also of compartments that are not ours. */
  List<byte[]> entries() {
    return slabs.whole().stream().filter(e -> e[0] != TOMBSTONE).toList();
  }

  /** Places that hold something whole, tombstones among them: never fewer than before. */
  int held() {
    return slabs.size() - slabs.lost();
  }

  boolean isHalf() {
    return slabs.isHalf();
  }

  /** Entries that cannot be read in either copy. */
  int lost() {
    return slabs.lost() + unread;
  }

  void add(StoredObject object) throws IOException {
    Aead aead = sealing.get(object.compartment());
    if (aead == null) {
      throw new VaultFault(VaultFault.Code.NO_KEY, "compartment");
    }
    slabs.append(List.of(seal(object, aead)));
    noteNew();
  }

  /** Puts tombstones in the places of a scope's objects. */
  void remove(StoredObject object) throws IOException {
    Name name = new Name(object.scope(), object.compartment(), object.facts().sha256());
    Integer place = places.get(name);
    if (place == null) {
      return;
    }
    byte[] grave = new byte[ENTRY];
    random.nextBytes(grave);
    Arrays.fill(grave, BODY, ENTRY, (byte) 0);
    grave[0] = TOMBSTONE;
    slabs.put(place, mark.put(grave));
    places.remove(name);
    objects.remove(name);
  }

  private byte[] seal(StoredObject object, Aead aead) {
    ObjectFacts facts = object.facts();
    UUID scope = object.scope().value();
    byte[] payload =
        ByteBuffer.allocate(PAYLOAD)
            .put(HexFormat.of().parseHex(facts.sha256()))
            .put(HexFormat.of().parseHex(facts.sealedSha256()))
            .putLong(facts.size())
            .putInt((int) facts.crc32())
            .putLong(scope.getMostSignificantBits())
            .putLong(scope.getLeastSignificantBits())
            .put(HexFormat.of().parseHex(object.id()))
            .array();
    byte[] entry = new byte[ENTRY];
    byte[] nonce = new byte[Aead.NONCE];
    random.nextBytes(nonce);
    entry[0] = (byte) object.compartment().ordinal();
    System.arraycopy(nonce, 0, entry, 1, Aead.NONCE);
    aead.seal(nonce, new byte[] {entry[0]}, payload, 0, PAYLOAD, entry, SEALED);
    return mark.put(entry);
  }

  private static Optional<StoredObject> open(byte[] entry, Compartment compartment, Aead aead) {
    try {
      ByteBuffer in =
          ByteBuffer.wrap(
              aead.open(
                  Arrays.copyOfRange(entry, 1, SEALED),
                  new byte[] {entry[0]},
                  entry,
                  SEALED,
                  PAYLOAD + Aead.TAG));
      byte[] plain = new byte[32];
      byte[] sealed = new byte[32];
      in.get(plain).get(sealed);
      long size = in.getLong();
      long crc = in.getInt() & 0xffffffffL;
      ScopeId scope = new ScopeId(new UUID(in.getLong(), in.getLong()));
      byte[] id = new byte[16];
      in.get(id);
      HexFormat hex = HexFormat.of();
      return Optional.of(
          new StoredObject(
              scope,
              compartment,
              hex.formatHex(id),
              new ObjectFacts(
                  size,
                  hex.formatHex(plain),
                  crc,
                  org.sala.crypto.ObjectWriter.sealedSize(size),
                  hex.formatHex(sealed))));
    } catch (NotAuthenticException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    sealing.values().forEach(Aead::close);
    mark.close();
  }
}
