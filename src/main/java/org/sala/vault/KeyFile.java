package org.sala.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.KdfParameters;
import org.sala.crypto.PassphraseKdf;
import org.sala.crypto.Secret;
import org.sala.domain.DomainFault;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * The key file: one salt, one derivation however many officers, no name inside ({@code
 * docs/formats/key-file.md}).
 */
public final class KeyFile {
  /** The format that this program writes; a higher one is refused, not guessed at. */
  static final int FORMAT = 1;

  /** The handle of the recovery slot. No officer may take it. */
  public static final String RECOVERY = "recovery sheet";

  private final TwinFile file;
  private final PassphraseKdf kdf;
  private final SecureRandom random;

  public KeyFile(Path folder, PassphraseKdf kdf, SecureRandom random) {
    this.file = new TwinFile(folder, "key", "SALAKEY1");
    this.kdf = kdf;
    this.random = random;
  }

  public boolean exists() {
    return file.exists();
  }

  /** Makes the file with its first slot. */
  public void create(
      KdfParameters parameters,
      String handle,
      char[] passphrase,
      WorkspaceKeys keys,
      Optional<OfficerKeys> officer) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    write(new Content(parameters, salt, List.of()), keys);
    addSlot(handle, passphrase, keys, officer);
  }

  /** Tries a handle and a passphrase on every slot. */
  public Unlocking unlock(String handle, char[] passphrase) {
    Content content;
    try {
      content = read();
    } catch (VaultFault e) {
      return e.code() == VaultFault.Code.TOO_NEW
          ? new Unlocking.KeyFileTooNew()
          : new Unlocking.KeyFileDamaged();
    }
    if (!kdf.allows(content.parameters())) {
      return new Unlocking.KeyFileDamaged();
    }
    try (Secret kek = kek(content, handle, passphrase)) {
      for (KeySlot slot : content.slots()) {
        Optional<Unlocking.Opened> opened = slot.open(kek);
        if (opened.isPresent()) {
          return genuine(opened.get().keys()) ? opened.get() : new Unlocking.KeyFileDamaged();
        }
      }
    }
    return new Unlocking.WrongPassphrase();
  }

  /** Adds a slot for an officer, or for the recovery sheet; returns its id. */
  public String addSlot(
      String handle, char[] passphrase, WorkspaceKeys keys, Optional<OfficerKeys> officer) {
    Content content = read();
    try (Secret kek = kek(content, handle, passphrase)) {
      KeySlot slot = KeySlot.seal(kek, keys, officer, random);
      List<KeySlot> slots = new ArrayList<>(content.slots());
      slots.add(slot);
      write(new Content(content.parameters(), content.salt(), slots), keys);
      return slot.id();
    }
  }

  /** Puts a slot under a new passphrase; the data stays as it is. */
  public void changePassphrase(Unlocking.Opened opened, String handle, char[] passphrase) {
    Content content = read();
    try (Secret kek = kek(content, handle, passphrase)) {
      List<KeySlot> slots = new ArrayList<>();
      for (KeySlot s : content.slots()) {
        slots.add(
            s.id().equals(opened.slot())
                ? KeySlot.seal(kek, opened.keys(), opened.officer(), random).as(s.id())
                : s);
      }
      write(new Content(content.parameters(), content.salt(), slots), opened.keys());
    }
  }

  /** Takes slots away, all of them of the recovery sheet before a new one is made. */
  public void removeSlot(String id, WorkspaceKeys keys) {
    Content content = read();
    List<KeySlot> slots = content.slots().stream().filter(s -> !s.id().equals(id)).toList();
    write(new Content(content.parameters(), content.salt(), slots), keys);
  }

  /** Destroys every slot: nobody opens this workspace again. */
  public void destroy() {
    file.delete();
  }

  private Secret kek(Content content, String handle, char[] passphrase) {
    return kdf.derive(
        passphrase, handle.strip().toLowerCase(Locale.ROOT), content.salt(), content.parameters());
  }

  private record Content(KdfParameters parameters, byte[] salt, List<KeySlot> slots) {}

  private Content read() {
    Value.Parts all = raw();
    try {
      Value.Parts body = (Value.Parts) part(all, "body");
      if (body.whole("format").orElse(0L) > FORMAT) {
        throw new VaultFault(VaultFault.Code.TOO_NEW, "key file");
      }
      KdfParameters parameters =
          new KdfParameters(
              Math.toIntExact(body.whole("memoryKib").orElse(0L)),
              Math.toIntExact(body.whole("passes").orElse(0L)),
              Math.toIntExact(body.whole("lanes").orElse(0L)));
      List<KeySlot> slots = new ArrayList<>();
      for (Value slot : ((Value.Listing) part(body, "slots")).items()) {
        slots.add(KeySlot.of((Value.Parts) slot));
      }
      byte[] salt = Base64.getDecoder().decode(body.text("salt").orElse(""));
      return new Content(parameters, salt, slots);
    } catch (ClassCastException | ArithmeticException | IllegalArgumentException | DomainFault e) {
      throw new VaultFault(VaultFault.Code.DAMAGED, "key file", e);
    }
  }

  private Value.Parts raw() {
    byte[] bytes =
        file.read().orElseThrow(() -> new VaultFault(VaultFault.Code.DAMAGED, "no key file"));
    try {
      return Json.readParts(bytes);
    } catch (DomainFault e) {
      throw new VaultFault(VaultFault.Code.DAMAGED, "key file", e);
    }
  }

  /** Whether the whole file is as some holder of the workspace key wrote it. */
  private boolean genuine(WorkspaceKeys keys) {
    Value.Parts all = raw();
    byte[] mac = Base64.getDecoder().decode(all.text("mac").orElse(""));
    return java.security.MessageDigest.isEqual(mac, mac(part(all, "body"), keys));
  }

  private void write(Content content, WorkspaceKeys keys) {
    Map<String, Value> body = new LinkedHashMap<>();
    body.put("format", Value.whole(FORMAT));
    body.put("memoryKib", Value.whole(content.parameters().memoryKib()));
    body.put("passes", Value.whole(content.parameters().passes()));
    body.put("lanes", Value.whole(content.parameters().lanes()));
    body.put("salt", Value.text(Base64.getEncoder().encodeToString(content.salt())));
    body.put(
        "slots",
        new Value.Listing(content.slots().stream().map(s -> (Value) s.toValue()).toList()));
    Value.Parts parts = new Value.Parts(body);
    Map<String, Value> all = new LinkedHashMap<>();
    all.put("body", parts);
    all.put("mac", Value.text(Base64.getEncoder().encodeToString(mac(parts, keys))));
    file.write(Json.write(new Value.Parts(all)));
  }

  private static byte[] mac(Value body, WorkspaceKeys keys) {
    try (Secret key = keys.workspace().derive(new byte[0], "sala key file mac v1")) {
      return key.mac(Json.write(body));
    }
  }

  private static Value part(Value.Parts parts, String key) {
    return parts.parts().getOrDefault(key, Value.Nothing.HERE);
  }
}
