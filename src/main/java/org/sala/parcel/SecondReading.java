package org.sala.parcel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.Age;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.NotAuthenticException;
import org.sala.domain.wire.ChangeWire;

/**
 * Reads a package again that was verified: gives out its changes, as far as they have the digests
 * of the first reading, or its files.
 */
final class SecondReading implements ContainerReader.Entries, AutoCloseable {
  private final Proof proof;
  private final @Nullable Consumer<Authentic> changes;
  private final @Nullable AttachmentSink attachments;
  private final InOrder<List<Authentic>> reading = new InOrder<>(this::give);
  private final Lines lines = new Lines(this::batch);
  private @Nullable OutputStream attachment;
  private int batches;
  private boolean ended;

  private SecondReading(
      Proof proof, @Nullable Consumer<Authentic> changes, @Nullable AttachmentSink attachments) {
    this.proof = proof;
    this.changes = changes;
    this.attachments = attachments;
  }

  static SecondReading ofChanges(Proof proof, Consumer<Authentic> to) {
    return new SecondReading(proof, to, null);
  }

  static SecondReading ofAttachments(Proof proof, AttachmentSink to) {
    return new SecondReading(proof, null, to);
  }

  /** False when it is not the package that was verified. */
  boolean run(List<AgeIdentity> identities, InputStream in) throws IOException {
    try (InputStream plain = new Ahead(Age.decrypt(identities, DiskTroubleException.apart(in)))) {
      boolean toTheEnd = ContainerReader.again(plain).walk(this);
      return attachments == null ? ended && batches == proof.batches() : toTheEnd;
    } catch (NotAuthenticException e) {
      return false;
    } catch (DiskTroubleException e) {
      throw e.trouble();
    } catch (IOException e) {
      return false;
    } finally {
      if (attachment != null) {
        attachment.close();
      }
    }
  }

  @Override
  public boolean begin(ZipFormat.Entry entry) throws IOException {
    String name = entry.name();
    if (attachments != null && EntryKind.OBJECT.is(name)) {
      try {
        attachment = attachments.attachment(Layout.enclosed(entry, false));
      } catch (IOException e) {
        throw new DiskTroubleException(e);
      }
    }
    // Nothing behind the changes matters where only they are wanted.
    return attachments != null
        || EntryKind.of(name).filter(k -> !EntryKind.REVISIONS.isBefore(k)).isPresent();
  }

  @Override
  public void content(String name, byte[] bytes, int length, boolean last) throws IOException {
    if (changes != null && EntryKind.REVISIONS.is(name)) {
      lines.add(bytes, length);
      if (last) {
        ended = lines.end();
        reading.finish();
      }
    }
    if (attachment != null) {
      try {
        attachment.write(bytes, 0, length);
        if (last) {
          attachment.close();
          attachment = null;
        }
      } catch (IOException e) {
        throw new DiskTroubleException(e);
      }
    }
  }

  private void batch(Lines.Batch batch) throws IOException {
    int number = batches++;
    reading.give(
        () -> {
          if (!proof.covers(number, batch)) {
            throw new ParcelFault(ParcelFault.Code.CHANGED_SINCE, "a change");
          }
          List<Authentic> read = new ArrayList<>();
          batch.lines().forEach(l -> read.add(new Authentic(ChangeWire.readLine(l))));
          return read;
        },
        batch.bytes());
  }

  private void give(List<Authentic> read) {
    if (changes != null) {
      read.forEach(changes);
    }
  }

  @Override
  public void close() {
    reading.close();
  }
}
