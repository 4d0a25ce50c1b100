package org.sala.parcel;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.DomainFault;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/**
 * What {@code parcel.json} says.
 *
 * @param id 26 base32 characters, also the file's name
 * @param sequence running number for this addressee, from 1
 * @param previous SHA-256 of the file of the package before to this addressee, 64 zeros for the
 *     first
 * @param recipients fingerprints of the receiving keys, so that nobody can pass it on as written to
 *     someone else
 * @param auditLength number of the last audit entry at that moment, whether it travels or not
 * @param auditStart the start of the audit's keys, encrypted to headquarters (base64 of an age
 *     file); empty once headquarters has receipted it
 * @param keys public keys (SPKI) of authors whom nobody has certified yet: their signatures can be
 *     checked, their standing cannot
 * @param authors certificates (DER) of officers whose changes are inside, and of their issuers
 */
public record ParcelHeader(
    int format,
    String id,
    StationId station,
    IncarnationId incarnation,
    StationId addressee,
    long sequence,
    String previous,
    List<String> recipients,
    Purpose purpose,
    boolean protection,
    Moment created,
    long changes,
    long auditEntries,
    long auditLength,
    String auditHead,
    String auditStart,
    List<byte[]> authors,
    List<byte[]> keys,
    Map<String, String> notes) {

  /** The format that this program writes. */
  public static final int FORMAT = 1;

  private static final String DIGEST = "[0-9a-f]{64}";

  public ParcelHeader {
    recipients = List.copyOf(recipients);
    authors = List.copyOf(authors);
    keys = List.copyOf(keys);
    notes = Map.copyOf(notes);
  }

  byte[] write() {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("format", Value.whole(format));
    parts.put("parcel", Value.text(id));
    parts.put("station", Value.text(station.toString()));
    parts.put("incarnation", Value.text(incarnation.toString()));
    parts.put("addressee", Value.text(addressee.toString()));
    parts.put("sequence", Value.whole(sequence));
    parts.put("previous", Value.text(previous));
    parts.put("recipients", Value.texts(recipients));
    parts.put("purpose", Value.text(purpose.code()));
    parts.put("protection", Value.flag(protection));
    parts.put("created", Value.text(created.toString()));
    parts.put("changes", Value.whole(changes));
    parts.put("auditEntries", Value.whole(auditEntries));
    parts.put("auditLength", Value.whole(auditLength));
    parts.put("auditHead", Value.text(auditHead));
    parts.put("auditStart", Value.text(auditStart));
    parts.put("authors", encoded(authors));
    parts.put("keys", encoded(keys));
    parts.put("notes", Value.parts(new java.util.TreeMap<>(notes)));
    return Json.write(new Value.Parts(parts));
  }

  /** What a reader finds in {@code parcel.json}. */
  sealed interface Reading {
    record Good(ParcelHeader header) implements Reading {}

    record TooNew() implements Reading {}

    record Bad() implements Reading {}
  }

  static Reading read(byte[] bytes) {
    try {
      Value.Parts parts = Json.readPartsFromOutside(bytes);
      if (parts.whole("format").orElse(0L) > FORMAT) {
        return new Reading.TooNew();
      }
      Map<String, String> notes = new LinkedHashMap<>();
      if (parts.parts().get("notes") instanceof Value.Parts n) {
        n.parts().forEach((k, v) -> v.asText().ifPresent(t -> notes.put(k, t)));
      }
      List<byte[]> authors = decoded(parts, "authors");
      List<byte[]> keys = decoded(parts, "keys");
      Optional<Purpose> purpose = Purpose.of(need(parts, "purpose"));
      String id = need(parts, "parcel");
      boolean digests =
          need(parts, "previous").matches(DIGEST) && need(parts, "auditHead").matches(DIGEST);
      if (purpose.isEmpty()
          || !id.matches("[a-z2-7]{26}")
          || !digests
          || authors.size() + keys.size() > 1000) {
        return new Reading.Bad();
      }
      return new Reading.Good(
          new ParcelHeader(
              Math.toIntExact(number(parts, "format")),
              id,
              StationId.of(need(parts, "station")),
              IncarnationId.of(need(parts, "incarnation")),
              StationId.of(need(parts, "addressee")),
              number(parts, "sequence"),
              need(parts, "previous"),
              texts(parts, "recipients"),
              purpose.get(),
              parts.flag("protection"),
              Moment.of(need(parts, "created")),
              number(parts, "changes"),
              number(parts, "auditEntries"),
              parts.whole("auditLength").orElse(0L),
              need(parts, "auditHead"),
              parts.text("auditStart").orElse(""),
              authors,
              keys,
              notes));
    } catch (DomainFault | IllegalArgumentException | ArithmeticException e) {
      return new Reading.Bad();
    }
  }

  private static Value encoded(List<byte[]> all) {
    return Value.texts(all.stream().map(a -> Base64.getEncoder().encodeToString(a)).toList());
  }

  private static List<byte[]> decoded(Value.Parts parts, String key) {
    return texts(parts, key).stream().map(t -> Base64.getDecoder().decode(t)).toList();
  }

  private static String need(Value.Parts parts, String key) {
    return parts
        .text(key)
        .orElseThrow(() -> new DomainFault(DomainFault.Code.BAD_VALUE, "parcel.json"));
  }

  private static long number(Value.Parts parts, String key) {
    return parts
        .whole(key)
        .orElseThrow(() -> new DomainFault(DomainFault.Code.BAD_VALUE, "parcel.json"));
  }

  private static List<String> texts(Value.Parts parts, String key) {
    List<String> texts = new ArrayList<>();
    if (parts.parts().get(key) instanceof Value.Listing l) {
      l.items().forEach(i -> i.asText().ifPresent(texts::add));
    }
    return texts;
  }

  @Override
  public String toString() {
    return "ParcelHeader[" + id + "]";
  }
}
