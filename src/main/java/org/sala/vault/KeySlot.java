package org.sala.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.Aead;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Secret;
import org.sala.crypto.SigningKey;
import org.sala.domain.Compartment;
import org.sala.domain.DomainFault;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * One slot of the key file: what the station shares, and apart from it the officer's own keys. Both
 * are under keys derived from the officer's passphrase, the second never under the workspace key.
 */
record KeySlot(String id, SlotKind kind, byte[] shared, byte[] own) {
  private static final Base64.Encoder TO64 = Base64.getEncoder();
  private static final Base64.Decoder FROM64 = Base64.getDecoder();

  static KeySlot seal(
      SlotKind kind,
      Secret kek,
      WorkspaceKeys keys,
      Optional<OfficerKeys> officer,
      SecureRandom random) {
    byte[] id = new byte[8];
    random.nextBytes(id);
    Map<String, Value> shared = new LinkedHashMap<>();
    shared.put("workspace", base64(keys.workspace()));
    keys.compartments().forEach((c, k) -> shared.put(c.code(), base64(k)));
    keys.receiving().forEach((c, k) -> shared.put(c.code() + "Receiving", Value.text(k.secret())));
    Map<String, Value> own = new LinkedHashMap<>();
    officer.ifPresent(
        o -> {
          own.put("signing", base64(o.signing().pkcs8()));
          own.put("verifying", base64(o.signing().verifying().spki()));
          own.put("receiving", Value.text(o.receiving().secret()));
        });
    return new KeySlot(
        HexFormat.of().formatHex(id),
        kind,
        seal(kek, kind, "shared", shared, random),
        seal(kek, kind, "own", own, random));
  }

  KeySlot as(String otherId) {
    return new KeySlot(otherId, kind, shared, own);
  }

  Optional<Unlocking.Opened> open(Secret kek) {
    try {
      Value.Parts all = open(kek, kind, "shared", shared);
      Value.Parts mine = open(kek, kind, "own", own);
      Map<Compartment, Secret> compartments = new EnumMap<>(Compartment.class);
      Map<Compartment, AgeIdentity> receiving = new EnumMap<>(Compartment.class);
      for (Compartment c : Compartment.values()) {
        all.text(c.code()).ifPresent(k -> compartments.put(c, secret(k)));
        all.text(c.code() + "Receiving").ifPresent(k -> receiving.put(c, AgeIdentity.of(k)));
      }
      Optional<OfficerKeys> officer =
          mine.text("signing")
              .map(
                  s ->
                      new OfficerKeys(
                          SigningKey.of(
                              FROM64.decode(s), FROM64.decode(mine.text("verifying").orElse(""))),
                          AgeIdentity.of(mine.text("receiving").orElse(""))));
      WorkspaceKeys keys =
          new WorkspaceKeys(secret(all.text("workspace").orElse("")), compartments, receiving);
      return Optional.of(new Unlocking.Opened(id, keys, officer));
    } catch (NotAuthenticException | DomainFault | IllegalArgumentException | CryptoFault e) {
      return Optional.empty();
    }
  }

  Value.Parts toValue() {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("id", Value.text(id));
    parts.put("kind", Value.text(kind.code()));
    parts.put("shared", base64(shared));
    parts.put("own", base64(own));
    return new Value.Parts(parts);
  }

  static KeySlot of(Value.Parts parts) {
    return new KeySlot(
        parts.text("id").orElse(""),
        parts
            .text("kind")
            .flatMap(SlotKind::of)
            .orElseThrow(() -> new VaultFault(VaultFault.Code.DAMAGED, "slot")),
        FROM64.decode(parts.text("shared").orElse("")),
        FROM64.decode(parts.text("own").orElse("")));
  }

  private static byte[] seal(
      Secret kek, SlotKind kind, String part, Map<String, Value> content, SecureRandom random) {
    byte[] nonce = new byte[Aead.NONCE];
    random.nextBytes(nonce);
    byte[] plain = Json.write(new Value.Parts(content));
    try (Secret key = kek.derive(new byte[0], "sala slot " + part + " v1");
        Aead aead = new Aead(key)) {
      byte[] sealed = aead.seal(nonce, aad(kind, part), plain);
      byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
      System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
      return all;
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static byte[] aad(SlotKind kind, String part) {
    return (kind.code() + " " + part).getBytes(StandardCharsets.US_ASCII);
  }

  private static Value.Parts open(Secret kek, SlotKind kind, String part, byte[] sealed)
      throws NotAuthenticException {
    if (sealed.length < Aead.NONCE) {
      throw new NotAuthenticException("slot");
    }
    try (Secret key = kek.derive(new byte[0], "sala slot " + part + " v1");
        Aead aead = new Aead(key)) {
      byte[] plain =
          aead.open(
              Arrays.copyOf(sealed, Aead.NONCE),
              aad(kind, part),
              sealed,
              Aead.NONCE,
              sealed.length - Aead.NONCE);
      Value.Parts parts = Json.readParts(plain);
      Arrays.fill(plain, (byte) 0);
      return parts;
    }
  }

  private static Value base64(byte[] bytes) {
    return Value.text(TO64.encodeToString(bytes));
  }

  private static Value base64(Secret key) {
    byte[] bytes = key.copy();
    try {
      return base64(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static Secret secret(String base64) {
    byte[] bytes = FROM64.decode(base64);
    try {
      return Secret.of(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public String toString() {
    return "KeySlot";
  }
}
