package org.sala.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that a record names: the value of a field of type {@link FieldType#FILE}. Its content lies
 * encrypted under the record's scope and the field's compartment.
 *
 * @param digest SHA-256 of the content, 64 lower-case hexadecimal digits
 * @param name as it was called where it came from; may hold any character
 * @param type media type that the content was taken for when it came in, never from its name
 */
public record AttachedFile(String digest, long size, String name, String type) {
  private static final int LONGEST_NAME = 255;

  public AttachedFile {
    HexText.digest(digest);
    if (size < 0 || name.length() > LONGEST_NAME || !type.matches("[a-z0-9.+/-]{1,100}")) {
      throw new DomainFault(DomainFault.Code.BAD_VALUE, "attached file");
    }
  }

  /** A name from outside as a field can keep it: no half characters, and not too long. */
  public static String keptName(String name) {
    StringBuilder kept = new StringBuilder();
    name.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(
            c -> {
              if (kept.length() + Character.charCount(c) <= LONGEST_NAME) {
                kept.appendCodePoint(c);
              }
            });
    return kept.toString();
  }

  public Value toValue() {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("digest", Value.text(digest));
    parts.put("size", Value.whole(size));
    parts.put("name", Value.text(name));
    parts.put("type", Value.text(type));
    return new Value.Parts(parts);
  }

  /**
   * Reads a file's facts from a value; empty for anything else, which another station may have
   * written.
   */
  public static Optional<AttachedFile> of(Value value) {
    if (!(value instanceof Value.Parts parts)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new AttachedFile(
              parts.text("digest").orElse(""),
              parts.whole("size").orElse(-1L),
              parts.text("name").orElse(""),
              parts.text("type").orElse("")));
    } catch (DomainFault e) {
      return Optional.empty();
    }
  }

  /** The files that a revision names; none in kinds and fields that are not known here. */
  public static List<AttachedFile> in(Revision revision) {
    Optional<Kind> kind = Kinds.find(revision.kind());
    List<AttachedFile> files = new ArrayList<>();
    revision
        .fields()
        .forEach(
            (key, value) -> {
              if (kind.flatMap(k -> k.field(key))
                  .filter(f -> f.type() == FieldType.FILE)
                  .isPresent()) {
                of(value).ifPresent(files::add);
              }
            });
    return files;
  }

  @Override
  public String toString() {
    return "AttachedFile[" + digest.substring(0, 8) + "]";
  }
}
