package org.sala.casework.packages.take;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.keys.PartnerBook;
import org.sala.casework.packages.files.PackageFiles;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.PlainFile;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.Age;
import org.sala.crypto.Certificate;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Sha256;
import org.sala.domain.AuditEntry;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * Packages of other agencies as they came. What was taken in from one can be set beside it, its
 * seals can be looked at again, and a court can have it with the signature of whoever sealed it.
 */
public final class PartnerOriginals {
  private static final int LOT = 1 << 16;

  private final Station station;
  private final AuditTrail audit;
  private final Ledger ledger;

  public PartnerOriginals(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.audit = audit;
    this.ledger = ledger;
  }

  /**
   * A package as it came.
   *
   * @param digest SHA-256 of the file, hexadecimal
   * @param signer number of the officer who sealed it, as that agency counts
   * @param here whether its file is here; one that came before files were kept is not
   */
  public record Original(
      RecordId parcel,
      String agency,
      String fileName,
      String digest,
      long size,
      String signer,
      Optional<Moment> received,
      boolean here) {
    /** How the opened container is called: it is one of ETSI EN 319 162-1. */
    public String containerName() {
      return fileName.replaceFirst("\\.sala$", "") + ".asice";
    }
  }

  /** The package that a copy came in. */
  public Optional<Original> of(RecordId copy) {
    for (Records.Row row : station.view().records().pointingTo(copy, "copy")) {
      Map<String, FieldState> f = station.view().records().fields(row.id());
      if (row.kind().equals(Kinds.PARCEL.key())
          && Stored.text(f, "direction").filter("in"::equals).isPresent()) {
        String digest = Stored.text(f, "digest").orElse("");
        return Optional.of(
            new Original(
                row.id(),
                Stored.text(f, "peerName").orElse(""),
                Stored.text(f, "fileName").orElse(""),
                digest,
                Stored.whole(f, "size"),
                Stored.text(f, "signer").orElse(""),
                Stored.moment(f, "received"),
                Files.isRegularFile(new PackageFiles(station).original(digest))));
      }
    }
    return Optional.empty();
  }

  /**
   * Checks its seals again, by what is known of that agency today.
   *
   * @throws CaseworkFault {@code NOT_FOUND} where its file is not here, {@code BAD_FILE} where
   *     another genuine one lies in its place
   */
  public PackageCheck check(Original original, Progress progress) {
    PackageCheck checked =
        new PackageChecking(station, ledger, audit).checkToday(file(original), progress);
    if (checked.genuine() && !checked.digest().equals(original.digest())) {
      // Another package of theirs lies in its place.
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    }
    return checked;
  }

  /**
   * Writes the signed container in the plain where the officer chose, and beside it the certificate
   * of that agency's authority, so that openssl can check the one by the other.
   *
   * @throws CaseworkFault {@code NOT_FOUND} where its file is not here, {@code BAD_FILE} where it
   *     is not the one that came, {@code NO_PROTECTION_KEY} where this officer may not read it
   */
  public Printed save(Original original, Path to, Progress progress) {
    Path file = file(original);
    if (!digest(file, progress.step(0, 2)).equals(original.digest())) {
      throw new CaseworkFault(
          progress.stopped() ? CaseworkFault.Code.STOPPED : CaseworkFault.Code.BAD_FILE);
    }
    PlainFile plain = new PlainFile(station);
    Printed printed =
        plain.write(
            to,
            original.size(),
            out -> open(file, original.size(), out, progress.step(1, 2)),
            () -> audit.note(AuditEntry.Act.EXPORTED, original.parcel()));
    if (printed instanceof Printed.Written w) {
      Optional<Certificate> authority = authority(original);
      if (authority.isPresent()) {
        Printed beside =
            plain.write(
                w.file().resolveSibling(w.file().getFileName() + ".authority.pem"),
                authority.get().pem().getBytes(StandardCharsets.US_ASCII),
                () -> {});
        return beside instanceof Printed.Written ? printed : beside;
      }
    }
    return printed;
  }

  private Path file(Original original) {
    Path file = new PackageFiles(station).original(original.digest());
    if (!Files.isRegularFile(file)) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    return file;
  }

  /**
   * Returns an agency's authority by the name under which a package was taken in: no two agencies
   * ever have the same here.
   */
  private Optional<Certificate> authority(Original original) {
    return new PartnerBook(station)
        .all().stream()
            .filter(p -> p.name().equals(original.agency()))
            .flatMap(p -> p.card().authority().stream())
            .findFirst();
  }

  private static String digest(Path file, Progress progress) {
    MessageDigest digest = Sha256.start();
    try (InputStream in = Files.newInputStream(file)) {
      OutputStream hashed = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
      copy(in, Files.size(file), hashed, progress);
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  private boolean open(Path file, long size, OutputStream out, Progress progress)
      throws IOException {
    try (InputStream sealed = new BufferedInputStream(Files.newInputStream(file), LOT);
        InputStream plain = Age.decrypt(List.copyOf(station.keys().receiving().values()), sealed)) {
      return copy(plain, size, out, progress);
    } catch (NotAuthenticException e) {
      throw new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY, e);
    }
  }

  private static boolean copy(InputStream from, long size, OutputStream to, Progress progress)
      throws IOException {
    byte[] lot = new byte[LOT];
    long done = 0;
    for (int n = from.read(lot); n >= 0; n = from.read(lot)) {
      if (progress.stopped()) {
        return false;
      }
      to.write(lot, 0, n);
      done += n;
      progress.done(Math.min(done, size), size);
    }
    return true;
  }
}
