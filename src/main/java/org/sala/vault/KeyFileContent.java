package org.sala.vault;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.crypto.KdfParameters;
import org.sala.domain.DomainFault;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * The JSON body of a key file ({@code docs/formats/key-file.md}).
 *
 * @param practice whether it is the key file of a practice workspace, for as long as it exists
 */
record KeyFileContent(
    KdfParameters parameters, byte[] salt, List<KeySlot> slots, boolean practice) {
  static final int SALT = 16;
  static final int MOST_SLOTS = 64;

  KeyFileContent {
    slots = List.copyOf(slots);
    if (salt.length != SALT || slots.size() > MOST_SLOTS) {
      throw new VaultFault(VaultFault.Code.TOO_LARGE, "key file");
    }
  }

  KeyFileContent with(List<KeySlot> others) {
    return new KeyFileContent(parameters, salt, others, practice);
  }

  byte[] bytes() {
    Map<String, Value> body = new LinkedHashMap<>();
    body.put("memoryKib", Value.whole(parameters.memoryKib()));
    body.put("passes", Value.whole(parameters.passes()));
    body.put("lanes", Value.whole(parameters.lanes()));
    if (practice) {
      body.put("practice", Value.flag(true));
    }
    body.put("salt", Value.text(Base64.getEncoder().encodeToString(salt)));
    body.put("slots", new Value.Listing(slots.stream().map(s -> (Value) s.toValue()).toList()));
    return Json.write(new Value.Parts(body));
  }

  /** Empty when the bytes are not a key file's body. */
  static Optional<KeyFileContent> read(byte[] bytes) {
    try {
      Value.Parts body = Json.readParts(bytes);
      List<KeySlot> slots = new ArrayList<>();
      if (!(body.parts().get("slots") instanceof Value.Listing listing)) {
        return Optional.empty();
      }
      for (Value slot : listing.items()) {
        if (!(slot instanceof Value.Parts parts)) {
          return Optional.empty();
        }
        slots.add(KeySlot.of(parts));
      }
      return Optional.of(
          new KeyFileContent(
              new KdfParameters(
                  number(body, "memoryKib"), number(body, "passes"), number(body, "lanes")),
              Base64.getDecoder().decode(body.text("salt").orElse("")),
              slots,
              body.flag("practice")));
    } catch (ArithmeticException | IllegalArgumentException | DomainFault | VaultFault e) {
      return Optional.empty();
    }
  }

  private static int number(Value.Parts body, String key) {
    return Math.toIntExact(body.whole(key).orElse(0L));
  }

  @Override
  public String toString() {
    return "KeyFileContent[" + slots.size() + " slots]";
  }
}
