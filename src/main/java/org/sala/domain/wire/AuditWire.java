package org.sala.domain.wire;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.AuditEntry;
import org.sala.domain.DomainFault;
import org.sala.domain.Fingerprint;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** One audit entry as bytes, and as a line of {@code audit.jsonl} with its MAC. */
public final class AuditWire {
  private AuditWire() {}

  /** The bytes that the chain and the MAC cover. */
  public static byte[] write(
      IncarnationId incarnation,
      long number,
      String previous,
      AuditEntry.Act act,
      Fingerprint officer,
      Optional<RecordId> subject,
      Optional<String> detail,
      Moment time,
      String head) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("incarnation", Value.text(incarnation.toString()));
    parts.put("number", Value.whole(number));
    parts.put("previous", Value.text(previous));
    parts.put("act", Value.text(act.name()));
    parts.put("officer", Value.text(officer.hex()));
    subject.ifPresent(s -> parts.put("subject", Value.text(s.toString())));
    detail.ifPresent(d -> parts.put("detail", Value.text(d)));
    parts.put("time", Value.text(time.toString()));
    parts.put("head", Value.text(head));
    return Json.write(new Value.Parts(parts));
  }

  /** Reads an entry from the bytes that were chained and its MAC (32 bytes). */
  public static AuditEntry read(byte[] bytes, byte[] mac) {
    Value.Parts parts = Json.readPartsFromOutside(bytes);
    try {
      return new AuditEntry(
          bytes,
          mac,
          IncarnationId.of(RevisionWire.need(parts, "incarnation")),
          parts.whole("number").orElseThrow(AuditWire::bad),
          RevisionWire.need(parts, "previous"),
          AuditEntry.Act.valueOf(RevisionWire.need(parts, "act")),
          new Fingerprint(RevisionWire.need(parts, "officer")),
          parts.text("subject").map(RecordId::of),
          parts.text("detail"),
          Moment.of(RevisionWire.need(parts, "time")),
          RevisionWire.need(parts, "head"));
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  /** Returns an entry's line without its end. */
  public static byte[] writeLine(AuditEntry entry) {
    Base64.Encoder base64 = Base64.getEncoder();
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("entry", Value.text(base64.encodeToString(entry.bytes())));
    parts.put("mac", Value.text(base64.encodeToString(entry.mac())));
    return Json.write(new Value.Parts(parts));
  }

  public static AuditEntry readLine(byte[] line) {
    Value.Parts parts = Json.readPartsFromOutside(line);
    return read(
        Base64.getDecoder().decode(RevisionWire.base64(RevisionWire.need(parts, "entry"))),
        Base64.getDecoder().decode(RevisionWire.base64(RevisionWire.need(parts, "mac"))));
  }

  private static DomainFault bad() {
    return new DomainFault(DomainFault.Code.BAD_AUDIT, "a part is missing or not as declared");
  }
}
