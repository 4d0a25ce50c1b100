package org.sala.domain.wire;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.ChangeId;
import org.sala.domain.DomainFault;
import org.sala.domain.Fingerprint;
import org.sala.domain.Hlc;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.Piece;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;

/**
 * The header that an author signs, and the line that stands for a change in {@code
 * revisions.jsonl}; see {@code docs/formats/journal.md} and {@code docs/formats/package.md}.
 */
public final class ChangeWire {
  /** Revisions in one change at most; an import is many changes in one run. */
  public static final int MOST_REVISIONS = 10_000;

  /** Bytes of a change's line at most: two of the largest revisions fit, and others. */
  public static final int LONGEST_LINE = 64 << 20;

  /** Names, brackets, quotes and commas around header, signature and revisions. */
  private static final int AROUND = 64;

  private ChangeWire() {}

  /** Writes the bytes of a new header. */
  public static ChangeHeader writeHeader(
      ChangeId id,
      Fingerprint author,
      StationId station,
      IncarnationId incarnation,
      long number,
      Moment time,
      Hlc logical,
      List<RevisionId> revisions) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("change", Value.text(id.toString()));
    parts.put("author", Value.text(author.hex()));
    parts.put("station", Value.text(station.toString()));
    parts.put("incarnation", Value.text(incarnation.toString()));
    parts.put("number", Value.whole(number));
    parts.put("time", Value.text(time.toString()));
    parts.put("logical", Value.text(logical.toString()));
    parts.put("revisions", Value.texts(revisions.stream().map(RevisionId::hex).toList()));
    return readHeader(Json.write(new Value.Parts(parts)));
  }

  /**
   * Reads the bytes of a header. Of a time beyond all years it gives the nearest: a journal that
   * has one is read.
   */
  public static ChangeHeader readHeader(byte[] bytes) {
    Value.Parts parts = Json.readPartsFromOutside(bytes);
    List<RevisionId> revisions = new ArrayList<>();
    if (!(parts.parts().get("revisions") instanceof Value.Listing l)
        || l.items().isEmpty()
        || l.items().size() > MOST_REVISIONS) {
      throw bad();
    }
    for (Value item : l.items()) {
      revisions.add(new RevisionId(item.asText().orElseThrow(ChangeWire::bad)));
    }
    return new ChangeHeader(
        bytes,
        ChangeId.of(RevisionWire.need(parts, "change")),
        new Fingerprint(RevisionWire.need(parts, "author")),
        StationId.of(RevisionWire.need(parts, "station")),
        IncarnationId.of(RevisionWire.need(parts, "incarnation")),
        parts.whole("number").orElseThrow(ChangeWire::bad),
        Moment.nearest(RevisionWire.need(parts, "time")),
        Hlc.of(RevisionWire.need(parts, "logical")),
        revisions);
  }

  /** One line without its end: header, signature and revisions as base64, kept-back ones by id. */
  public static byte[] writeLine(Change change) {
    Base64.Encoder base64 = Base64.getEncoder();
    List<Value> pieces = new ArrayList<>();
    for (Piece piece : change.pieces()) {
      pieces.add(
          switch (piece) {
            case Piece.Whole w -> Value.text(base64.encodeToString(w.revision().bytes()));
            case Piece.Withheld w -> new Value.Parts(Map.of("withheld", Value.text(w.id().hex())));
          });
    }
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("header", Value.text(base64.encodeToString(change.header().bytes())));
    parts.put("signature", Value.text(base64.encodeToString(change.signature())));
    parts.put("revisions", new Value.Listing(pieces));
    return Json.write(new Value.Parts(parts));
  }

  /**
   * Whether whoever gets the line of a change reads it; asked without writing it. A change that
   * keeps back some of its revisions may fit where the whole one does not.
   */
  public static boolean fitsLine(Change change) {
    long bytes = AROUND + base64(change.header().bytes()) + base64(change.signature());
    for (Piece piece : change.pieces()) {
      bytes +=
          switch (piece) {
            case Piece.Whole w -> base64(w.revision().bytes()) + 3;
            case Piece.Withheld w -> w.id().hex().length() + 16;
          };
    }
    return bytes <= LONGEST_LINE;
  }

  private static long base64(byte[] bytes) {
    return 4L * Math.ceilDiv(bytes.length, 3);
  }

  /** Reads one line; a revision's bytes must be those that the header names. */
  public static Change readLine(byte[] line) {
    Value.Parts parts = Json.readPartsFromOutside(line);
    ChangeHeader header = readHeader(decode(RevisionWire.need(parts, "header")));
    if (!(parts.parts().get("revisions") instanceof Value.Listing l)) {
      throw bad();
    }
    List<Piece> pieces = new ArrayList<>();
    for (Value item : l.items()) {
      pieces.add(
          switch (item) {
            case Value.Text t -> new Piece.Whole(RevisionWire.read(decode(t.text())));
            case Value.Parts p ->
                new Piece.Withheld(new RevisionId(RevisionWire.need(p, "withheld")));
            default -> throw bad();
          });
    }
    return new Change(header, decode(RevisionWire.need(parts, "signature")), pieces);
  }

  private static byte[] decode(String base64) {
    return Base64.getDecoder().decode(RevisionWire.base64(base64));
  }

  private static DomainFault bad() {
    return new DomainFault(DomainFault.Code.BAD_CHANGE, "a part is missing or not as declared");
  }
}
