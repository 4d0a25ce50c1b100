package org.sala.parcel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.Certificate;
import org.sala.crypto.Sha256;
import org.sala.crypto.Trust;

/**
 * The one reader of packages: it verifies everything, collects every finding, and decides nothing.
 * What was verified can be read once more to be taken, and is not checked again but by its digest.
 */
public final class ParcelReader {
  private final List<AgeIdentity> identities;
  private final Trust trust;
  private final Instant at;
  private final List<Certificate> known;

  /**
   * @param at the time as of which certificates are judged
   */
  public ParcelReader(List<AgeIdentity> identities, Trust trust, Instant at) {
    this(identities, trust, at, List.of());
  }

  /**
   * @param known certificates that the reader has issued: they count whether they were sent along
   *     or not, so that nobody passes for not enrolled by leaving out a revoked certificate
   */
  public ParcelReader(
      List<AgeIdentity> identities, Trust trust, Instant at, List<Certificate> known) {
    this.known = List.copyOf(known);
    this.identities = List.copyOf(identities);
    this.trust = trust;
    this.at = at;
  }

  /**
   * Reads a file to its end, or to where it cannot be read on.
   *
   * @throws IOException when the disk fails; a spoiled file is a verdict, not an exception
   */
  public Verdict read(Path file, Sink sink) throws IOException {
    return read(file, sink, Progress.none());
  }

  /**
   * Reads a file to its end, with someone who hears how far it is.
   *
   * @throws ParcelFault when it was stopped
   */
  public Verdict read(Path file, Sink sink, Progress progress) throws IOException {
    return read(file, sink, OutputStream.nullOutputStream(), progress);
  }

  /**
   * Reads a file to its end, and copies it as it is read: the very bytes that the verdict and its
   * digest are about.
   *
   * @param copy gets every byte of the file, once and in order; it is not closed here
   * @throws ParcelFault when it was stopped
   */
  public Verdict read(Path file, Sink sink, OutputStream copy, Progress progress)
      throws IOException {
    MessageDigest digest = Sha256.start();
    long size = Files.size(file);
    try (FirstReading reading = new FirstReading(identities, trust, at, known, sink);
        InputStream raw = new Counted(Files.newInputStream(file), size, progress);
        InputStream copied = new Copied(raw, copy);
        DigestInputStream in = new DigestInputStream(copied, digest)) {
      reading.run(in);
      in.transferTo(OutputStream.nullOutputStream());
      return reading.verdict(HexFormat.of().formatHex(digest.digest()), size);
    }
  }

  /**
   * Gives out the changes of a package that was found sound, in their order, as far as each is the
   * one that was checked; those in doubt as well. The rest of the file is not looked at.
   *
   * @throws ParcelFault when it is not the package that was verified, or when it was stopped
   */
  public void changes(Path file, Verdict verified, Consumer<Authentic> to, Progress progress)
      throws IOException {
    long size = Files.size(file);
    try (SecondReading reading = SecondReading.ofChanges(proof(verified), to);
        InputStream in = new Counted(Files.newInputStream(file), size, progress)) {
      if (!reading.run(identities, in)) {
        throw ended(progress);
      }
    }
  }

  /**
   * Gives out the files of a package that was found sound. Each bears the digest that the changes
   * name it by, and whoever takes it compares: the package itself is not hashed once more.
   *
   * @throws ParcelFault when it cannot be read to its end any more, or when it was stopped
   */
  public void attachments(Path file, Verdict verified, AttachmentSink to, Progress progress)
      throws IOException {
    long size = Files.size(file);
    try (SecondReading reading = SecondReading.ofAttachments(proof(verified), to);
        InputStream in = new Counted(Files.newInputStream(file), size, progress)) {
      if (!reading.run(identities, in)) {
        throw ended(progress);
      }
    }
  }

  private static Proof proof(Verdict verified) {
    if (!verified.sound()) {
      throw new IllegalArgumentException("nothing is given out of a package that is not sound");
    }
    return verified.proof();
  }

  /** Why a package that was sound could not be read to its end. */
  private static ParcelFault ended(Progress progress) {
    return new ParcelFault(
        progress.stopped() ? ParcelFault.Code.STOPPED : ParcelFault.Code.CHANGED_SINCE, "package");
  }
}
