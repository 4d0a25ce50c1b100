package org.sala.casework.exhibits;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.sala.casework.station.FaultLog;
import org.sala.casework.station.Opening;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.ObjectReader;
import org.sala.domain.AttachedFile;

/**
 * A file of the workspace opened for reading: decrypted piece by piece in memory, at any place, and
 * nowhere on the disk.
 */
public final class AttachedContent implements AutoCloseable {
  private final AttachedFile file;
  private final ObjectReader reader;
  private final FaultLog faults;

  AttachedContent(AttachedFile file, ObjectReader reader, FaultLog faults) {
    this.faults = faults;
    this.file = file;
    this.reader = reader;
  }

  /** What came of opening one. */
  public sealed interface Opening {
    record Opened(AttachedContent content) implements Opening {}

    /** The record names no file. */
    record NoFile() implements Opening {}

    /** The file is not in this workspace. */
    record Missing() implements Opening {}

    /** The file is no longer what was taken in. */
    record Altered() implements Opening {}

    /** The disk does not give it: that says nothing about the file. */
    record Unreadable() implements Opening {}

    /** The file's key has been erased, and with it the content for good. */
    record Erased() implements Opening {}

    /** This officer may not open it. */
    record NotOurs() implements Opening {}
  }

  /** How the content can be shown inside the program. */
  public enum Look {
    PICTURE,
    TEXT,
    OTHER
  }

  public AttachedFile file() {
    return file;
  }

  public long size() {
    return reader.size();
  }

  /** Everything from a place on; a spoiled piece is an {@link IOException}. */
  public InputStream from(long place) {
    return reader.stream(place);
  }

  /** The first bytes, no more than asked for. */
  public byte[] first(int most) throws IOException {
    try (InputStream in = from(0)) {
      return in.readNBytes(most);
    }
  }

  /**
   * Reads at a place.
   *
   * @return the bytes read, -1 at the end
   */
  public int read(long place, byte[] to, int offset, int length) throws IOException {
    try {
      return reader.read(place, to, offset, length);
    } catch (NotAuthenticException e) {
      throw new IOException("the object is altered", e);
    }
  }

  /**
   * Returns what a file is found to be where reading ended: only bytes that are others are altered
   * ones.
   */
  public Opening ended(IOException why) {
    if (isSpoiled(why)) {
      return new Opening.Altered();
    }
    faults.note(why);
    return new Opening.Unreadable();
  }

  /** Returns whether the file was read, and was not what was taken in. */
  static boolean isSpoiled(IOException why) {
    return why instanceof EOFException || why.getCause() instanceof NotAuthenticException;
  }

  /**
   * Returns what the file is by its first bytes as they are now, whatever its record or its name
   * say.
   */
  public String type() throws IOException {
    byte[] head = first(ContentType.HEAD);
    return ContentType.of(head, head.length);
  }

  public Look look() throws IOException {
    return look(type());
  }

  /** The picture, if it is one and may be decoded. */
  public Optional<Picture> picture() throws IOException {
    return Picture.of(this);
  }

  static Look look(String type) {
    return switch (type) {
      case "image/png", "image/jpeg", "image/gif", "image/bmp" -> Look.PICTURE;
      case ContentType.TEXT -> Look.TEXT;
      default -> Look.OTHER;
    };
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
