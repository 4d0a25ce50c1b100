package org.sala.vault;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.KdfParameters;
import org.sala.crypto.PassphraseKdf;
import org.sala.crypto.Secret;
import org.sala.disk.Disk;

/**
 * The key file: one salt, one derivation however many officers, no name inside ({@code
 * docs/formats/key-file.md}).
 */
public final class KeyFile {
  /** The format that this program writes; a higher one is refused, not guessed at. */
  static final int FORMAT = 1;

  static final String MAGIC = "SALAKEY ";
  private static final int MAC = 32;

  /** The handle of the recovery slot. No officer may take it. */
  public static final String RECOVERY = "recovery sheet";

  /** The handle of the agency's slot. No officer may take it. */
  public static final String AGENCY = "agency recovery";

  private final TwinFile file;
  private final PassphraseKdf kdf;
  private final SecureRandom random;

  public KeyFile(Path folder, PassphraseKdf kdf, SecureRandom random) {
    this(Disk.real(), folder, kdf, random);
  }

  /**
   * @param disk where the copies are written
   */
  public KeyFile(Disk disk, Path folder, PassphraseKdf kdf, SecureRandom random) {
    this.file = new TwinFile(disk, folder, "key", MAGIC, FORMAT);
    this.kdf = kdf;
    this.random = random;
  }

  public boolean exists() {
    return file.exists();
  }

  /** Makes the file with its first slot, in one write. */
  public void create(
      KdfParameters parameters,
      String handle,
      char[] passphrase,
      WorkspaceKeys keys,
      Optional<OfficerKeys> officer) {
    create(Use.WORK, parameters, handle, passphrase, keys, officer);
  }

  /** What a workspace is for; it is said once, when it is made, and never changes. */
  public enum Use {
    WORK,
    /** Invented people alone. */
    PRACTICE
  }

  /** Makes the file with its first slot, in one write, for a workspace of either use. */
  public void create(
      Use use,
      KdfParameters parameters,
      String handle,
      char[] passphrase,
      WorkspaceKeys keys,
      Optional<OfficerKeys> officer) {
    if (exists()) {
      throw new VaultFault(VaultFault.Code.TAKEN, "key file");
    }
    byte[] salt = new byte[KeyFileContent.SALT];
    random.nextBytes(salt);
    KeyFileContent empty = new KeyFileContent(parameters, salt, List.of(), use == Use.PRACTICE);
    add(empty, slot(empty, handle, passphrase, keys, officer), keys);
  }

  /** What the workspace is for, as a holder of the workspace key wrote it. */
  public Use use(WorkspaceKeys keys) {
    return genuine(keys).practice() ? Use.PRACTICE : Use.WORK;
  }

  /**
   * Returns what the file says of its use before anybody has unlocked it. Nobody has shown that it
   * is true: it is good for the colour of the door, and nothing else is decided by it.
   */
  public Use says() {
    try {
      return exists() && read().getFirst().content().practice() ? Use.PRACTICE : Use.WORK;
    } catch (VaultFault e) {
      // A damaged file is told at the door itself, with what to do next.
      return Use.WORK;
    }
  }

  /** Tries a handle and a passphrase on every slot; takes one derivation. */
  public Unlocking unlock(String handle, char[] passphrase) {
    List<Found> found;
    try {
      found = read();
    } catch (VaultFault e) {
      return switch (e.code()) {
        case TOO_NEW -> new Unlocking.KeyFileTooNew();
        case DAMAGED -> new Unlocking.KeyFileDamaged();
        default -> throw e;
      };
    }
    boolean spoiled = false;
    for (Found f : found) {
      if (!kdf.allows(f.content().parameters())) {
        spoiled = true;
        continue;
      }
      Optional<Unlocking.Opened> opened = open(f.content(), handle, passphrase);
      if (opened.isPresent()) {
        WorkspaceKeys keys = opened.get().keys();
        // The older copy must not let in whom the newer one, whole and genuine, keeps out.
        if (found.stream().anyMatch(n -> n.generation() > f.generation() && n.genuine(keys))) {
          keys.close();
          continue;
        }
        if (f.genuine(keys)) {
          return opened.get();
        }
        keys.close();
        spoiled = true;
      }
    }
    return spoiled ? new Unlocking.KeyFileDamaged() : new Unlocking.WrongPassphrase();
  }

  private Optional<Unlocking.Opened> open(
      KeyFileContent content, String handle, char[] passphrase) {
    try (Secret kek = kek(content, handle, passphrase)) {
      return open(content, kek);
    } catch (CryptoFault e) {
      if (e.code() == CryptoFault.Code.BAD_TEXT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Adds a slot for an officer, or without officer's keys the recovery sheet's; returns its id. */
  public String addSlot(
      String handle, char[] passphrase, WorkspaceKeys keys, Optional<OfficerKeys> officer) {
    Coming coming = prepare(handle, passphrase, keys, officer);
    coming.keep(keys);
    return coming.id();
  }

  /**
   * Makes a slot that is not in the file yet. Whoever has to write down what it is for does so
   * before it is kept: a slot that nobody knows of could not be told from any other.
   */
  public Coming prepare(
      String handle, char[] passphrase, WorkspaceKeys keys, Optional<OfficerKeys> officer) {
    return new Coming(slot(genuine(keys), handle, passphrase, keys, officer));
  }

  /** A slot on its way into the file. */
  public final class Coming {
    private final KeySlot slot;

    private Coming(KeySlot slot) {
      this.slot = slot;
    }

    public String id() {
      return slot.id();
    }

    /** Puts the slot into the file, in one write. */
    public void keep(WorkspaceKeys keys) {
      add(genuine(keys), slot, keys);
    }
  }

  private void add(KeyFileContent content, KeySlot slot, WorkspaceKeys keys) {
    List<KeySlot> slots = new ArrayList<>(content.slots());
    slots.add(slot);
    write(content.with(slots), keys);
  }

  private KeySlot slot(
      KeyFileContent content,
      String handle,
      char[] passphrase,
      WorkspaceKeys keys,
      Optional<OfficerKeys> officer) {
    SlotKind kind = kind(handle, officer.isPresent());
    try (Secret kek = kek(content, handle, passphrase)) {
      if (open(content, kek).isPresent()) {
        throw new VaultFault(VaultFault.Code.TAKEN, "slot");
      }
      return KeySlot.seal(kind, kek, keys, officer, random);
    }
  }

  /** Puts a slot under a new passphrase; the data stays as it is. */
  public void changePassphrase(Unlocking.Opened opened, String handle, char[] passphrase) {
    KeyFileContent content = genuine(opened.keys());
    SlotKind kind = kind(handle, opened.officer().isPresent());
    try (Secret kek = kek(content, handle, passphrase)) {
      if (open(content, kek).filter(o -> !o.slot().equals(opened.slot())).isPresent()) {
        throw new VaultFault(VaultFault.Code.TAKEN, "slot");
      }
      KeySlot fresh =
          KeySlot.seal(kind, kek, opened.keys(), opened.officer(), random).as(opened.slot());
      write(
          content.with(
              content.slots().stream().map(s -> s.id().equals(opened.slot()) ? fresh : s).toList()),
          opened.keys());
    }
  }

  /** Takes a slot away, the old one of the recovery sheet before a new one is made. */
  public void removeSlot(String id, WorkspaceKeys keys) {
    KeyFileContent content = genuine(keys);
    List<KeySlot> slots = content.slots().stream().filter(s -> !s.id().equals(id)).toList();
    if (slots.isEmpty()) {
      throw new VaultFault(VaultFault.Code.LAST_SLOT, "key file");
    }
    write(content.with(slots), keys);
  }

  /**
   * Takes a colleague's slot away, in one write. Whoever does it keeps the own one, so that an
   * officer's stays; sheets are replaced by {@link #removeSlot}.
   *
   * @return false, and nothing is written, where no officer's slot has this id
   * @throws VaultFault {@code LAST_SLOT} where it is the one that was unlocked with
   */
  public boolean takeAway(String id, Unlocking.Opened by) {
    if (id.equals(by.slot())) {
      throw new VaultFault(VaultFault.Code.LAST_SLOT, "own slot");
    }
    boolean officers =
        slots(by.keys()).stream().anyMatch(s -> s.id().equals(id) && s.kind() == SlotKind.OFFICER);
    if (officers) {
      removeSlot(id, by.keys());
    }
    return officers;
  }

  /** A slot without what it holds. */
  public record Slot(String id, SlotKind kind) {}

  /** The slots, as a holder of the workspace key wrote them. */
  public List<Slot> slots(WorkspaceKeys keys) {
    return genuine(keys).slots().stream().map(s -> new Slot(s.id(), s.kind())).toList();
  }

  /**
   * How often the file has been written. Kept in another file, it tells that somebody has put an
   * older key file in place.
   */
  public long generation(WorkspaceKeys keys) {
    return read().stream()
        .filter(f -> f.genuine(keys))
        .map(Found::generation)
        .findFirst()
        .orElseThrow(() -> new VaultFault(VaultFault.Code.DAMAGED, "key file"));
  }

  /**
   * Whether one of the two copies is missing or spoiled, or older than the other, as a cut leaves
   * it: an older one opens, put in the newer one's place, with a passphrase that was changed. Every
   * write mends it.
   */
  public boolean copiesDiffer() {
    return file.copiesDiffer();
  }

  /** Writes both copies anew from the newest that is genuine. */
  public void mend(WorkspaceKeys keys) {
    write(genuine(keys), keys);
  }

  /** The newest genuine copy as bytes, for a backup: it opens what this file opens. */
  public byte[] image(WorkspaceKeys keys) {
    for (TwinFile.Copy copy : file.read()) {
      if (copy.content().length >= MAC) {
        byte[] mac = Arrays.copyOf(copy.content(), MAC);
        byte[] body = Arrays.copyOfRange(copy.content(), MAC, copy.content().length);
        if (MessageDigest.isEqual(mac, mac(copy.generation(), body, keys))) {
          return file.image(copy);
        }
      }
    }
    throw new VaultFault(VaultFault.Code.DAMAGED, "key file");
  }

  /** Destroys every slot: nobody opens this workspace again. */
  public void destroy() {
    file.delete();
  }

  private Optional<Unlocking.Opened> open(KeyFileContent content, Secret kek) {
    return content.slots().stream().flatMap(s -> s.open(kek).stream()).findFirst();
  }

  private static SlotKind kind(String handle, boolean officer) {
    String folded = fold(handle);
    if (folded.isEmpty() || officer && Set.of(RECOVERY, AGENCY).contains(folded)) {
      throw new VaultFault(VaultFault.Code.TAKEN, "handle");
    }
    return officer ? SlotKind.OFFICER : folded.equals(AGENCY) ? SlotKind.AGENCY : SlotKind.RECOVERY;
  }

  /** A handle is the same in small and capital letters, however its accents were typed. */
  static String fold(String handle) {
    return Normalizer.normalize(handle.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  private Secret kek(KeyFileContent content, String handle, char[] passphrase) {
    return kdf.derive(passphrase, fold(handle), content.salt(), content.parameters());
  }

  /**
   * A copy whose checksum is right; whether it is genuine shows once the workspace key is known.
   */
  private record Found(long generation, byte[] mac, byte[] body, KeyFileContent content) {
    boolean genuine(WorkspaceKeys keys) {
      return MessageDigest.isEqual(mac, KeyFile.mac(generation, body, keys));
    }
  }

  private List<Found> read() {
    List<Found> found = new ArrayList<>();
    for (TwinFile.Copy copy : file.read()) {
      if (copy.content().length < MAC) {
        continue;
      }
      byte[] body = Arrays.copyOfRange(copy.content(), MAC, copy.content().length);
      Optional<KeyFileContent> content = KeyFileContent.read(body);
      if (content.isPresent() && found.stream().noneMatch(f -> Arrays.equals(f.body(), body))) {
        found.add(
            new Found(copy.generation(), Arrays.copyOf(copy.content(), MAC), body, content.get()));
      }
    }
    if (found.isEmpty()) {
      throw new VaultFault(VaultFault.Code.DAMAGED, "key file");
    }
    return found;
  }

  /** What is there, as some holder of the workspace key wrote it. */
  private KeyFileContent genuine(WorkspaceKeys keys) {
    return read().stream()
        .filter(f -> f.genuine(keys))
        .map(Found::content)
        .findFirst()
        .orElseThrow(() -> new VaultFault(VaultFault.Code.DAMAGED, "key file"));
  }

  private void write(KeyFileContent content, WorkspaceKeys keys) {
    long generation = file.next();
    byte[] body = content.bytes();
    file.write(
        generation,
        ByteBuffer.allocate(MAC + body.length).put(mac(generation, body, keys)).put(body).array());
  }

  private static byte[] mac(long generation, byte[] body, WorkspaceKeys keys) {
    try (Secret key = keys.workspace().derive(new byte[0], "sala key file mac v1")) {
      return key.mac(ByteBuffer.allocate(8).putLong(generation).array(), body);
    }
  }
}
