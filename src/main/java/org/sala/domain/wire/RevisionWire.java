package org.sala.domain.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.Compartment;
import org.sala.domain.DomainFault;
import org.sala.domain.Field;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.Maker;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/** Writes a revision once and reads it for ever; see {@code docs/formats/journal.md}, revision. */
public final class RevisionWire {
  /** A revision's bytes at most: a long statement with its translation. */
  public static final int LARGEST = 16 << 20;

  private RevisionWire() {}

  /** Writes the bytes of a new revision, its fields in the order of the field table. */
  public static Revision write(
      RecordId record,
      String kind,
      List<RevisionId> parents,
      ScopeId scope,
      Compartment compartment,
      Map<String, Value> fields,
      Optional<String> reason,
      byte[] nonce) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("record", Value.text(record.toString()));
    parts.put("kind", Value.text(kind));
    parts.put("parents", Value.texts(parents.stream().map(RevisionId::hex).sorted().toList()));
    parts.put("scope", Value.text(scope.toString()));
    parts.put("compartment", Value.text(compartment.code()));
    parts.put("fields", new Value.Parts(inTableOrder(kind, fields)));
    reason.ifPresent(r -> parts.put("reason", Value.text(r)));
    parts.put("nonce", Value.text(Base64.getEncoder().encodeToString(nonce)));
    return read(Json.write(new Value.Parts(parts)));
  }

  /** Reads the bytes of a revision; unknown kinds, fields and parts are kept in its bytes. */
  public static Revision read(byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw new DomainFault(DomainFault.Code.TOO_LARGE, "revision");
    }
    Value.Parts parts = Json.readPartsFromOutside(bytes);
    List<RevisionId> parents = new ArrayList<>();
    if (parts.parts().get("parents") instanceof Value.Listing l && l.items().size() <= 4096) {
      for (Value item : l.items()) {
        parents.add(new RevisionId(item.asText().orElseThrow(RevisionWire::bad)));
      }
    } else {
      throw bad();
    }
    String kind = need(parts, "kind");
    if (!kind.matches("[a-zA-Z][a-zA-Z0-9.-]{0,63}")) {
      throw bad();
    }
    if (Base64.getDecoder().decode(base64(need(parts, "nonce"))).length != 16) {
      throw bad();
    }
    return new Revision(
        RevisionId.of(sha256(bytes)),
        bytes,
        RecordId.of(need(parts, "record")),
        kind,
        parents,
        ScopeId.of(need(parts, "scope")),
        Compartment.of(need(parts, "compartment")),
        fields(parts),
        parts.text("reason"));
  }

  /** Whether the bytes of a revision tell that an officer of a station wrote them. */
  public static boolean wrote(StationId station, Fingerprint author, Revision revision) {
    String nonce = need(Json.readParts(revision.bytes()), "nonce");
    return Maker.wrote(station, author, Base64.getDecoder().decode(base64(nonce)));
  }

  private static Map<String, Value> fields(Value.Parts parts) {
    if (parts.parts().get("fields") instanceof Value.Parts fields) {
      return fields.parts();
    }
    throw bad();
  }

  private static Map<String, Value> inTableOrder(String kind, Map<String, Value> fields) {
    Map<String, Value> ordered = new LinkedHashMap<>();
    Optional<Kind> known = Kinds.find(kind);
    if (known.isPresent()) {
      for (Field field : known.get().fields()) {
        fields.keySet().stream()
            .filter(field::covers)
            .sorted()
            .forEach(k -> ordered.put(k, fields.getOrDefault(k, Value.Nothing.HERE)));
      }
    }
    fields.keySet().stream()
        .sorted()
        .forEach(k -> ordered.putIfAbsent(k, fields.getOrDefault(k, Value.Nothing.HERE)));
    return ordered;
  }

  static String need(Value.Parts parts, String key) {
    return parts.text(key).orElseThrow(RevisionWire::bad);
  }

  static String base64(String text) {
    int end = text.length();
    for (int padding = 0; padding < 2 && end > 0 && text.charAt(end - 1) == '='; padding++) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (!isBase64(text.charAt(i))) {
        throw bad();
      }
    }
    if (text.length() % 4 != 0) {
      throw bad();
    }
    return text;
  }

  private static boolean isBase64(char c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c == '+'
        || c == '/';
  }

  static DomainFault bad() {
    return new DomainFault(DomainFault.Code.BAD_REVISION, "a part is missing or not as declared");
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
