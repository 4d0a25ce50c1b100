package org.sala.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.sala.crypto.ObjectFacts;
import org.sala.crypto.ObjectWriter;
import org.sala.crypto.Secret;
import org.sala.disk.Disk;
import org.sala.disk.LongFile;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;

/**
 * An attachment that is coming in: encrypted and hashed as it is written to. {@link #keep} makes it
 * part of the workspace; one that is closed without leaves nothing behind. Not thread-safe.
 */
public final class Intake extends OutputStream {
  static final String UNFINISHED = ".part";
  private static final int BUFFER = 1 << 18;

  private final ObjectFolder folder;
  private final Disk disk;
  private final ScopeId scope;
  private final Compartment compartment;
  private final String id;
  private final Path file;
  private final LongFile written;
  private final ObjectWriter writer;
  private boolean over;

  Intake(
      ObjectFolder folder,
      Disk disk,
      Path in,
      ScopeId scope,
      Compartment compartment,
      Secret key,
      SecureRandom random,
      Optional<ObjectWriter.Plain> plain)
      throws IOException {
    this.folder = folder;
    this.disk = disk;
    this.scope = scope;
    this.compartment = compartment;
    byte[] unique = new byte[16];
    random.nextBytes(unique);
    this.id = HexFormat.of().formatHex(unique);
    this.file = in.resolve(id + UNFINISHED);
    this.written = disk.openLong(file);
    this.writer =
        new ObjectWriter(key, ObjectFolder.context(scope, compartment, id), random, plain, written);
  }

  @Override
  public void write(int b) throws IOException {
    writer.write(b);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    writer.write(from, offset, length);
  }

  /** How the reading of a file came to its end. */
  enum Filled {
    ENDED,
    STOPPED,
    /** The file could not be read. */
    FAILED
  }

  /** Takes in a file to its end, or until it is told to stop. */
  Filled fill(InputStream from, ObjectFolder.Progress progress) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    while (true) {
      int n;
      try {
        n = from.read(buffer);
      } catch (IOException e) {
        return Filled.FAILED;
      }
      if (n < 0) {
        return Filled.ENDED;
      }
      write(buffer, 0, n);
      done += n;
      if (!progress.goOn(done)) {
        return Filled.STOPPED;
      }
    }
  }

  /** What has been counted; nothing more can be written. */
  public ObjectFacts facts() throws IOException {
    return writer.finish();
  }

  /**
   * Puts what was written safely on the disk, where that is where it stays, and lets the file go,
   * so that many can wait for one word; it is still no part of the workspace.
   */
  public ObjectFacts finish() throws IOException {
    ObjectFacts facts = facts();
    written.finish(folder.lastsHere());
    return facts;
  }

  /**
   * Makes it durable under the digest of its encrypted bytes, unclaimed until {@link
   * ObjectFolder#claim}. When the same content is already there in this scope, that one is given
   * back.
   */
  public StoredObject keep() throws IOException {
    StoredObject object = new StoredObject(scope, compartment, id, finish());
    StoredObject kept = folder.settle(object, file);
    over = kept.equals(object);
    return kept;
  }

  /**
   * Puts what was written safely on the disk, under a name that no index knows.
   *
   * @param start of the name, which goes on with the object's id and ends with {@code ending}
   */
  void aside(Path start, String ending) throws IOException {
    writer.finish();
    written.finish(true);
    writer.close();
    disk.replace(file, start.resolveSibling(start.getFileName() + id + ending));
    over = true;
  }

  /** Takes the object away again, unless it was kept. */
  @Override
  public void close() throws IOException {
    if (over) {
      return;
    }
    over = true;
    try {
      writer.close();
    } finally {
      disk.delete(file);
    }
  }
}
