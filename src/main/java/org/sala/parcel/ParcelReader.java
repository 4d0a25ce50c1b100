package org.sala.parcel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.crypto.Age;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.CadesSignature;
import org.sala.crypto.Certificate;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.NotAuthenticException;
import org.sala.crypto.Sha256;
import org.sala.crypto.Trust;
import org.sala.crypto.VerifyingKey;
import org.sala.domain.AttachedFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.DomainFault;
import org.sala.domain.Revision;
import org.sala.domain.wire.AuditWire;
import org.sala.domain.wire.ChangeWire;

/**
 * The one reader of packages: it verifies everything, collects every finding, and decides nothing.
 */
public final class ParcelReader {
  private static final int MOST_OF_ONE_KIND = 100;

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
   * The same, with someone who hears how far it is.
   *
   * @throws ParcelFault when it was stopped
   */
  public Verdict read(Path file, Sink sink, Progress progress) throws IOException {
    Reading reading = new Reading(sink);
    MessageDigest digest = Sha256.start();
    long size = Files.size(file);
    try (InputStream raw = new Counted(Files.newInputStream(file), size, progress);
        DigestInputStream in = new DigestInputStream(raw, digest)) {
      reading.run(in);
      in.transferTo(OutputStream.nullOutputStream());
    }
    return reading.verdict(HexFormat.of().formatHex(digest.digest()), size);
  }

  private final class Reading implements ContainerReader.Entries {
    private final Sink sink;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Finding.Code, Integer> counts = new EnumMap<>(Finding.Code.class);
    private final Map<String, byte[]> small = new HashMap<>();
    private final Map<String, Author> authors = new HashMap<>();
    private ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Map<String, Long> named = new LinkedHashMap<>();
    private final Map<String, Long> attached = new HashMap<>();
    private @Nullable OutputStream attachment;
    private Optional<ParcelHeader> header = Optional.empty();
    private Optional<Certificate> signer = Optional.empty();
    private boolean revocationChecked;
    private boolean unreadable;
    private long changes;
    private long entries;

    Reading(Sink sink) {
      this.sink = sink;
    }

    void run(InputStream in) throws IOException {
      try (InputStream plain = Age.decrypt(identities, new Shield(in))) {
        ContainerReader container = new ContainerReader(plain, findings);
        boolean whole;
        try {
          whole = container.walk(this);
        } catch (DiskTrouble e) {
          throw e.cause();
        } catch (IOException e) {
          findings.add(Finding.of(Finding.Code.CUT_OR_ALTERED_OUTSIDE));
          whole = false;
        }
        unreadable = !whole;
        judge(container.digests(), whole);
      } catch (NotAuthenticException e) {
        unreadable = true;
        findings.add(Finding.of(Finding.Code.NOT_ENCRYPTED_FOR_US));
      } catch (IOException e) {
        if (e instanceof DiskTrouble d) {
          throw d.cause();
        }
        unreadable = true;
        findings.add(Finding.of(Finding.Code.CUT_OR_ALTERED_OUTSIDE));
      } finally {
        closeAttachment();
      }
    }

    @Override
    public boolean begin(String name, long size) throws IOException {
      line = new ByteArrayOutputStream();
      if (Layout.rank(name) == 4) {
        String digest = name.substring("objects/".length());
        attached.put(digest, size);
        try {
          attachment = sink.attachment(digest, size);
        } catch (IOException e) {
          throw new DiskTrouble(e);
        }
      }
      return header.isPresent() || Layout.rank(name) < 2;
    }

    @Override
    public void content(String name, byte[] bytes, int length, boolean last) throws IOException {
      switch (Layout.rank(name)) {
        case 2 -> lines(bytes, length, this::change);
        case 3 -> lines(bytes, length, this::audit);
        case 4 -> {
          if (attachment != null) {
            written(attachment, bytes, length);
          }
          if (last) {
            closeAttachment();
          }
        }
        default -> {
          line.write(bytes, 0, length);
          if (last) {
            small.put(name, line.toByteArray());
            if (name.equals(Layout.HEADER)) {
              header();
            }
          }
        }
      }
      if (last && line.size() > 0 && (Layout.rank(name) == 2 || Layout.rank(name) == 3)) {
        findings.add(Finding.of(Finding.Code.CHANGE_UNREADABLE, "end"));
      }
    }

    private void header() {
      byte[] bytes = small.getOrDefault(Layout.HEADER, new byte[0]);
      switch (ParcelHeader.read(bytes)) {
        case ParcelHeader.Reading.Good good -> {
          header = Optional.of(good.header());
          sink.header(good.header());
          boolean ours =
              identities.stream()
                  .anyMatch(i -> good.header().recipients().contains(i.recipient().fingerprint()));
          if (!ours) {
            findings.add(Finding.of(Finding.Code.WRONG_RECIPIENT));
          }
          authors(good.header().authors());
          notEnrolled(good.header().keys());
        }
        case ParcelHeader.Reading.TooNew tooNew ->
            findings.add(Finding.of(Finding.Code.FORMAT_TOO_NEW));
        case ParcelHeader.Reading.Bad bad ->
            findings.add(Finding.of(Finding.Code.HEADER_UNREADABLE));
      }
    }

    /**
     * An author counts when the certificate leads to our authority, over issuers that were sent
     * along or are known; its day may have passed.
     */
    private void authors(List<byte[]> sent) {
      List<Certificate> certificates = new ArrayList<>(known);
      try {
        sent.forEach(der -> certificates.add(Certificate.of(der)));
      } catch (CryptoFault e) {
        findings.add(Finding.of(Finding.Code.CHANGE_AUTHOR_UNKNOWN, "certificate"));
        return;
      }
      for (Certificate c : certificates) {
        switch (trust.standing(c, certificates, at)) {
          case Trust.Standing.Trusted t -> authors.put(c.key().fingerprint(), Author.known(c));
          case Trust.Standing.OutOfTime o -> authors.put(c.key().fingerprint(), Author.known(c));
          case Trust.Standing.Revoked r ->
              authors.put(
                  c.key().fingerprint(),
                  new Author(c.key(), Optional.of(Finding.Code.CHANGE_AUTHOR_REVOKED)));
          case Trust.Standing.Unknown u -> {
            // As if it had not been sent: its changes will be of an unknown author.
          }
        }
      }
    }

    /** Keys without a certificate: what they signed can be checked, who they are cannot. */
    private void notEnrolled(List<byte[]> keys) {
      for (byte[] spki : keys) {
        try {
          VerifyingKey key = VerifyingKey.ofSpki(spki);
          authors.putIfAbsent(
              key.fingerprint(),
              new Author(key, Optional.of(Finding.Code.CHANGE_AUTHOR_NOT_ENROLLED)));
        } catch (CryptoFault e) {
          findings.add(Finding.of(Finding.Code.CHANGE_AUTHOR_UNKNOWN, "key"));
        }
      }
    }

    private interface Line {
      void read(byte[] line) throws IOException;
    }

    private void lines(byte[] bytes, int length, Line to) throws IOException {
      int start = 0;
      for (int i = 0; i < length; i++) {
        if (bytes[i] == '\n') {
          line.write(bytes, start, i - start);
          to.read(line.toByteArray());
          line = new ByteArrayOutputStream();
          start = i + 1;
        }
      }
      line.write(bytes, start, length - start);
      if (line.size() > Layout.LONGEST_LINE) {
        throw new IOException("a line is too long");
      }
    }

    private void change(byte[] bytes) {
      changes++;
      Change change;
      try {
        change = ChangeWire.readLine(bytes);
      } catch (DomainFault | IllegalArgumentException e) {
        found(Finding.Code.CHANGE_UNREADABLE, changes);
        return;
      }
      for (Revision r : change.revisions()) {
        AttachedFile.in(r)
            .forEach(f -> named.merge(f.digest(), f.size(), (a, b) -> a.equals(b) ? a : -1L));
      }
      Author author = authors.get(change.header().author().hex());
      if (author == null) {
        found(Finding.Code.CHANGE_AUTHOR_UNKNOWN, changes);
      } else if (!author.key().verify(change.header().bytes(), change.signature())) {
        found(Finding.Code.CHANGE_SIGNATURE_WRONG, changes);
      } else if (author.doubt().isPresent()) {
        found(author.doubt().get(), changes);
        sink.doubted(change, author.doubt().get());
      } else {
        sink.change(change);
      }
    }

    private void audit(byte[] bytes) {
      entries++;
      try {
        AuditEntry entry = AuditWire.readLine(bytes);
        sink.audit(entry);
      } catch (DomainFault | IllegalArgumentException e) {
        found(Finding.Code.AUDIT_UNREADABLE, entries);
      }
    }

    /** A line of its kind that is wrong; after many, one more says nothing new. */
    private void found(Finding.Code code, long line) {
      int before = counts.merge(code, 1, Integer::sum);
      if (before <= MOST_OF_ONE_KIND) {
        findings.add(Finding.of(code, Long.toString(line)));
      }
    }

    /** A disk that takes no more must not look like a spoiled package. */
    private static void written(OutputStream to, byte[] bytes, int length) throws DiskTrouble {
      try {
        to.write(bytes, 0, length);
      } catch (IOException e) {
        throw new DiskTrouble(e);
      }
    }

    private void closeAttachment() throws DiskTrouble {
      OutputStream open = attachment;
      attachment = null;
      if (open != null) {
        try {
          open.close();
        } catch (IOException e) {
          throw new DiskTrouble(e);
        }
      }
    }

    /** Every file that a revision names has to be inside. */
    private void attachments() {
      named.forEach(
          (digest, size) -> {
            if (!size.equals(attached.get(digest))) {
              int before = counts.merge(Finding.Code.ATTACHMENT_MISSING, 1, Integer::sum);
              if (before <= MOST_OF_ONE_KIND) {
                findings.add(Finding.of(Finding.Code.ATTACHMENT_MISSING, digest));
              }
            }
          });
    }

    /** Signature, manifest, digests, counts: whatever could be read is judged. */
    private void judge(Map<String, String> digests, boolean whole) {
      byte[] mimetype = small.getOrDefault(Layout.MIMETYPE, new byte[0]);
      if (!new String(mimetype, java.nio.charset.StandardCharsets.ISO_8859_1)
          .equals(Layout.MIMETYPE_TEXT)) {
        findings.add(Finding.of(Finding.Code.NOT_A_CONTAINER));
      }
      byte[] manifest = small.get(Manifest.NAME);
      byte[] signature = small.get(Layout.SIGNATURE);
      if (manifest == null || signature == null) {
        if (whole) {
          findings.add(
              Finding.of(
                  Finding.Code.ENTRY_MISSING, manifest == null ? Manifest.NAME : Layout.SIGNATURE));
        }
        return;
      }
      signature(manifest, signature);
      Optional<Map<String, String>> listed = Manifest.read(manifest);
      if (listed.isEmpty()) {
        findings.add(Finding.of(Finding.Code.MANIFEST_UNREADABLE));
        return;
      }
      compare(listed.get(), digests);
      if (whole) {
        attachments();
      }
      header.ifPresent(
          h -> {
            if (h.changes() != changes || h.auditEntries() != entries) {
              findings.add(Finding.of(Finding.Code.COUNT_DIFFERS));
            }
          });
    }

    private void compare(Map<String, String> listed, Map<String, String> digests) {
      digests.forEach(
          (name, digest) -> {
            int rank = Layout.rank(name);
            if (rank == 0 || rank >= 6) {
              return;
            }
            String declared = listed.get(name);
            if (declared == null) {
              findings.add(Finding.of(Finding.Code.ENTRY_UNDECLARED, name));
            } else if (!declared.equals(digest)) {
              findings.add(Finding.of(Finding.Code.DIGEST_DIFFERS, name));
            }
            if (rank == 4 && !name.endsWith(digest)) {
              findings.add(Finding.of(Finding.Code.ATTACHMENT_MISNAMED, name));
            }
          });
      for (String name : listed.keySet()) {
        if (!digests.containsKey(name)) {
          findings.add(Finding.of(Finding.Code.ENTRY_MISSING, name));
        }
      }
      for (String name : List.of(Layout.HEADER, Layout.REVISIONS, Layout.AUDIT, Layout.README)) {
        if (!listed.containsKey(name)) {
          findings.add(Finding.of(Finding.Code.ENTRY_UNDECLARED, name));
        }
      }
    }

    private void signature(byte[] manifest, byte[] signature) {
      switch (CadesSignature.read(manifest, signature)) {
        case CadesSignature.Reading.Unreadable u ->
            findings.add(Finding.of(Finding.Code.SIGNATURE_UNREADABLE));
        case CadesSignature.Reading.Altered a ->
            findings.add(Finding.of(Finding.Code.SIGNATURE_WRONG));
        case CadesSignature.Reading.Signed s -> {
          signer = Optional.of(s.signer());
          switch (trust.standing(s.signer(), s.chain(), at)) {
            case Trust.Standing.Trusted t -> revocationChecked = t.revocationChecked();
            case Trust.Standing.Revoked r ->
                findings.add(Finding.of(Finding.Code.SIGNER_REVOKED, s.signer().serial()));
            case Trust.Standing.OutOfTime o ->
                findings.add(Finding.of(Finding.Code.SIGNER_OUT_OF_TIME, s.signer().serial()));
            case Trust.Standing.Unknown u ->
                findings.add(Finding.of(Finding.Code.SIGNER_UNKNOWN, s.signer().serial()));
          }
        }
      }
    }

    Verdict verdict(String digest, long size) {
      return new Verdict(kind(), findings, header, signer, revocationChecked, digest, size);
    }

    private Verdict.Kind kind() {
      if (findings.isEmpty() && signer.isPresent() && header.isPresent()) {
        return Verdict.Kind.GENUINE;
      }
      if (has(Finding.Code.FORMAT_TOO_NEW)) {
        return Verdict.Kind.TOO_NEW;
      }
      if (has(Finding.Code.NOT_ENCRYPTED_FOR_US) || unreadable && small.isEmpty()) {
        return Verdict.Kind.UNREADABLE;
      }
      if (findings.stream().allMatch(f -> f.code() == Finding.Code.WRONG_RECIPIENT)) {
        return Verdict.Kind.WRONG_RECIPIENT;
      }
      boolean onlyUnknown =
          findings.stream()
              .allMatch(
                  f ->
                      switch (f.code()) {
                        case SIGNER_UNKNOWN,
                            SIGNER_OUT_OF_TIME,
                            CHANGE_AUTHOR_UNKNOWN,
                            WRONG_RECIPIENT ->
                            true;
                        default -> false;
                      });
      if (findings.stream().allMatch(Finding::doubt)) {
        return has(Finding.Code.SIGNER_REVOKED) || has(Finding.Code.CHANGE_AUTHOR_REVOKED)
            ? Verdict.Kind.REVOKED
            : Verdict.Kind.IN_DOUBT;
      }
      return onlyUnknown ? Verdict.Kind.UNKNOWN_SIGNER : Verdict.Kind.ALTERED;
    }

    private boolean has(Finding.Code code) {
      return findings.stream().anyMatch(f -> f.code() == code);
    }
  }

  /** Whose changes are inside: the key that checks them, and what is in doubt about the person. */
  private record Author(VerifyingKey key, Optional<Finding.Code> doubt) {
    static Author known(Certificate c) {
      return new Author(c.key(), Optional.empty());
    }
  }

  /** A failing disk under the decryption must not look like a spoiled package. */
  private static final class Shield extends java.io.FilterInputStream {
    Shield(InputStream in) {
      super(in);
    }

    /** The rest of the file is still to be digested. */
    @Override
    public void close() {
      // Closed by whoever opened the file.
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        throw new DiskTrouble(e);
      }
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      try {
        return super.read(to, offset, length);
      } catch (IOException e) {
        throw new DiskTrouble(e);
      }
    }
  }

  private static final class DiskTrouble extends IOException {
    private static final long serialVersionUID = 1L;
    private final IOException trouble;

    DiskTrouble(IOException trouble) {
      super(trouble);
      this.trouble = trouble;
    }

    IOException cause() {
      return trouble;
    }
  }
}
