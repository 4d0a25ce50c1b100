package org.sala.casework.exhibits;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a file is, by its first bytes; its name may say anything. */
final class ContentType {
  /** First bytes that are looked at. */
  static final int HEAD = 64 << 10;

  static final String TEXT = "text/plain";
  static final String UNKNOWN = "application/octet-stream";

  private record Mark(int at, String bytes, String type) {}

  private static final List<Mark> MARKS =
      List.of(
          new Mark(0, "\u0089PNG\r\n\u001a\n", "image/png"),
          new Mark(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
          new Mark(0, "GIF87a", "image/gif"),
          new Mark(0, "GIF89a", "image/gif"),
          new Mark(0, "II*\0", "image/tiff"),
          new Mark(0, "MM\0*", "image/tiff"),
          new Mark(8, "WEBP", "image/webp"),
          new Mark(4, "ftypheic", "image/heic"),
          new Mark(4, "ftypavif", "image/avif"),
          new Mark(4, "ftypqt", "video/quicktime"),
          new Mark(4, "ftypM4A", "audio/mp4"),
          new Mark(4, "ftyp", "video/mp4"),
          new Mark(0, "\u001aE\u00df\u00a3", "video/matroska"),
          new Mark(8, "AVI ", "video/x-msvideo"),
          new Mark(8, "WAVE", "audio/wav"),
          new Mark(0, "OggS", "audio/ogg"),
          new Mark(0, "fLaC", "audio/flac"),
          new Mark(0, "#!AMR", "audio/amr"),
          new Mark(0, "ID3", "audio/mpeg"),
          new Mark(0, "\u00ff\u00fb", "audio/mpeg"),
          new Mark(0, "%PDF-", "application/pdf"),
          new Mark(0, "PK\u0003\u0004", "application/zip"),
          new Mark(0, "Rar!", "application/vnd.rar"),
          new Mark(0, "7z\u00bc\u00af'\u001c", "application/x-7z-compressed"),
          new Mark(0, "\u001f\u008b", "application/gzip"),
          new Mark(0, "SQLite format 3\0", "application/vnd.sqlite3"),
          new Mark(0, "\u00d0\u00cf\u0011\u00e0", "application/x-ole-storage"),
          new Mark(0, "MZ", "application/vnd.microsoft.portable-executable"),
          new Mark(0, "\u007fELF", "application/x-elf"));

  private ContentType() {}

  /**
   * @param head the first bytes, all of them where the file is shorter than {@link #HEAD}
   */
  static String of(byte[] head, int length) {
    for (Mark mark : MARKS) {
      if (begins(head, length, mark)) {
        return mark.type();
      }
    }
    if (bitmap(head, length)) {
      return "image/bmp";
    }
    return isText(head, length) ? TEXT : UNKNOWN;
  }

  private static boolean begins(byte[] head, int length, Mark mark) {
    byte[] wanted = mark.bytes().getBytes(StandardCharsets.ISO_8859_1);
    if (length < mark.at() + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (head[mark.at() + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** Two letters are too few to go by: the size of the header behind them must be one that is. */
  private static boolean bitmap(byte[] head, int length) {
    return length > 18
        && head[0] == 'B'
        && head[1] == 'M'
        && List.of(12, 40, 52, 56, 108, 124).contains((int) head[14])
        && head[15] == 0;
  }

  /** Whole UTF-8 without control characters but those of lines; a letter cut at the end counts. */
  private static boolean isText(byte[] head, int length) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(head, 0, length), chars, length < HEAD);
    if (result.isError()) {
      return false;
    }
    return chars.flip().chars().noneMatch(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0 || c == 0x7f);
  }
}
