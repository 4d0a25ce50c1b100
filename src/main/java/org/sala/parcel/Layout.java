package org.sala.parcel;

import java.util.regex.Pattern;
import org.sala.domain.wire.ChangeWire;

/** Names and bounds of the entries, in their order. */
final class Layout {
  static final String MIMETYPE = "mimetype";
  static final String MIMETYPE_TEXT = "application/vnd.etsi.asic-e+zip";
  static final String HEADER = "parcel.json";
  static final String REVISIONS = "revisions.jsonl";
  static final String AUDIT = "audit.jsonl";

  /** What a copy for another agency says, in words; in no other package. */
  static final String CONTENTS = "CONTENTS.txt";

  static final String README = "README.txt";
  static final String SIGNATURE = "META-INF/signature.p7s";
  static final String OBJECTS = "objects/";
  static final Pattern OBJECT = Pattern.compile(OBJECTS + "[0-9a-f]{64}");

  /** Entries that are read into memory may not be longer than this. */
  static final int MOST_IN_MEMORY = 16 << 20;

  static final int MOST_ENTRIES = 100_000;

  /**
   * One line of a .jsonl entry at most; how much it becomes in memory is bounded by how many parts
   * it may have.
   */
  static final int LONGEST_LINE = ChangeWire.LONGEST_LINE;

  private Layout() {}

  /** What an entry says of the file that it is. */
  static AttachmentSink.Enclosed enclosed(ZipFormat.Entry entry, boolean compared) {
    return new AttachmentSink.Enclosed(
        entry.name().substring(OBJECTS.length()), entry.size(), entry.crc(), compared);
  }
}
