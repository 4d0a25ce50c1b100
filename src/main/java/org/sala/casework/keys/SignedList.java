package org.sala.casework.keys;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.StationState;
import org.sala.crypto.Certificate;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.SigningKey;
import org.sala.crypto.Trust;
import org.sala.domain.DomainFault;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * A list that headquarters' issuing key signs, and that travels in the notes of its packages: the
 * list under its name in base64, beside it the signature over purpose and list.
 *
 * @param name of the note; the signature's is the same with {@code Signature}, and the state keeps
 *     the number under the same with {@code Number}
 * @param purpose signed in front of the list, so that no other signature of this key can be taken
 *     for it
 */
record SignedList(String name, String purpose) {

  /** Signs a list, and returns the notes that carry it. */
  Map<String, String> sign(byte[] list, SigningKey issuing) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put(name, Base64.getEncoder().encodeToString(list));
    notes.put(name + "Signature", Base64.getEncoder().encodeToString(issuing.sign(signed(list))));
    return notes;
  }

  /**
   * At headquarters: keeps what is listed now, under a new number whenever it has changed, and
   * signs it when it has, or the key has.
   *
   * @param part what it lists is called so
   * @return the notes that carry it
   */
  Map<String, String> renewed(
      StationState state, String part, Value listing, Supplier<SigningKey> issuing) {
    if (!isSame(state, part, listing)) {
      // Another program of this headquarters may have renewed it meanwhile.
      state.change(
          () ->
              isSame(state, part, listing)
                  ? Map.of()
                  : Map.of(
                      numberName(),
                      Value.whole(state.nextOfLists(numberName())),
                      name,
                      new Value.Parts(Map.of(part, listing))));
    }
    Map<String, Value> list = new LinkedHashMap<>();
    list.put("format", Value.whole(1));
    list.put("number", Value.whole(state.whole(numberName())));
    list.put(part, listing);
    return state.signedOnce(
        name, list, () -> sign(Json.write(new Value.Parts(list)), issuing.get()));
  }

  private boolean isSame(StationState state, String part, Value listing) {
    return state.parts(name).filter(p -> listing.equals(p.parts().get(part))).isPresent();
  }

  /** Under what the state keeps the number. */
  String numberName() {
    return name + "Number";
  }

  boolean isIn(Map<String, String> notes) {
    return notes.containsKey(name);
  }

  /**
   * The list as it came; whose it is shows {@link #isBy}.
   *
   * @throws IllegalArgumentException where it is no base64
   */
  byte[] bytes(Map<String, String> notes) {
    return Base64.getDecoder().decode(notes.getOrDefault(name, ""));
  }

  /** Returns whether the issuer's key signed the list. */
  boolean isBy(Certificate issuer, Map<String, String> notes) {
    byte[] signature = Base64.getDecoder().decode(notes.getOrDefault(name + "Signature", ""));
    return issuer.key().verify(signed(bytes(notes)), signature);
  }

  /**
   * At a station: takes a numbered list over that is newer and signed by an issuer who is trusted
   * now.
   *
   * @param held what the state keeps of it, beside its number; may refuse it by a fault
   * @return false where there is one that is not signed as it must be, or does not read
   */
  boolean take(
      StationState state,
      Trust trust,
      Map<String, String> notes,
      Instant now,
      Function<Value.Parts, Map<String, Value>> held) {
    if (!isIn(notes)) {
      return true;
    }
    try {
      boolean ours =
          trust.issuers().stream()
              .filter(c -> trust.standing(c, List.of(), now) instanceof Trust.Standing.Trusted)
              .anyMatch(c -> c.issues() && isBy(c, notes));
      Value.Parts list = ours ? Json.readParts(bytes(notes)) : new Value.Parts(Map.of());
      if (!ours || list.whole("format").orElse(0L) != 1) {
        return false;
      }
      long number = list.whole("number").orElse(0L);
      if (number > state.whole(numberName())) {
        Map<String, Value> kept = new LinkedHashMap<>(held.apply(list));
        kept.put(numberName(), Value.whole(number));
        state.set(kept);
      }
      return true;
    } catch (DomainFault | CryptoFault | CaseworkFault | IllegalArgumentException e) {
      return false;
    }
  }

  private byte[] signed(byte[] list) {
    byte[] before = purpose.getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(before, before.length + list.length);
    System.arraycopy(list, 0, all, before.length, list.length);
    return all;
  }
}
