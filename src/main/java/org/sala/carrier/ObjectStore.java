package org.sala.carrier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * An S3-compatible object store. What has arrived is asked of the store and never believed from
 * memory, so that a cut, a crash or another laptop costs at most the part that was under way; an
 * object is made only where none lies under its name; every part goes with its SHA-256.
 */
public final class ObjectStore implements Carrier {
  /** The smallest that every store takes: what one cut costs at most. */
  static final int PART = 5 << 20;

  /** How many pages of the list are asked for, in which a store may name what is no package. */
  private static final int PAGES = 1_000;

  /**
   * Stores' marks have 32 letters and some more; thousands of longer ones would fill the memory.
   */
  private static final int LONGEST_MARK = 128;

  private final int most;
  private final StoreAddress address;
  private final Patience patience;
  private final Line line;
  private final Attempts attempts;
  private final S3Client client;

  /**
   * Opens nothing yet: the first call does.
   *
   * @throws CarrierFault when the certificates that are to be trusted are none
   */
  public ObjectStore(StoreAddress address, StoreKey key) throws CarrierFault {
    this(address, key, Patience.USUAL);
  }

  ObjectStore(StoreAddress address, StoreKey key, Patience patience) throws CarrierFault {
    this(address, key, patience, Listing.MOST);
  }

  ObjectStore(StoreAddress address, StoreKey key, Patience patience, int most) throws CarrierFault {
    this.most = most;
    this.address = address;
    this.patience = patience;
    this.line = new Line(address.bytesPerSecond(), patience.still());
    this.attempts = new Attempts(patience, line, new SecureRandom());
    this.client = StoreClient.open(address, key, patience, line);
  }

  private Retention retention() {
    return new Retention(address.lockedUntil());
  }

  private String key(String name) {
    return address.prefix() + name;
  }

  @Override
  public Sent send(Path file, String name, String digest, Copying copying) throws IOException {
    if (!Names.isPackage(name)) {
      throw new CarrierFault(CarrierFault.Why.REFUSED);
    }
    long size = Files.size(file);
    line.heard(copying, size);
    Stored stored = new Stored(client, address.bucket(), key(name));
    try {
      line.at(0);
      asked(() -> retention().isPossible(client, stored.bucket()));
      Sent sent = send(file, size, stored, digest);
      asked(() -> retention().hold(client, stored));
      return sent;
    } catch (Line.StoppedException e) {
      return Sent.STOPPED;
    }
  }

  private interface Question {
    void ask() throws IOException;
  }

  private void asked(Question question) throws IOException {
    attempts.at(
        () -> {
          question.ask();
          return true;
        });
  }

  private Sent send(Path file, long size, Stored stored, String digest) throws IOException {
    Optional<Stored.Facts> there = attempts.at(stored::facts);
    if (there.isPresent()) {
      return there(stored, there.get(), size, digest);
    }
    if (size <= patience.part()) {
      return put(file, stored, digest)
          ? Sent.SENT
          : there(stored, attempts.at(stored::known), size, digest);
    }
    Optional<String> made =
        new MultipartSend(client, attempts, line, stored, retention())
            .send(file, size, patience.part(), digest);
    Stored.Facts now = attempts.at(stored::known);
    // Not every store heeds the condition for what came in parts: so who was last is looked at, by
    // the store's mark, or, where it gives another one at the end than later, by our digest.
    boolean last = made.isPresent() && (made.equals(now.mark()) || now.are(size, digest));
    return last ? Sent.SENT : there(stored, now, size, digest);
  }

  /** Whether what lies there is the file; asked twice before anything else is said. */
  private Sent there(Stored stored, Stored.Facts facts, long size, String digest)
      throws IOException {
    if (facts.are(size, digest) || attempts.at(stored::known).are(size, digest)) {
      return Sent.THERE;
    }
    throw new CarrierFault(CarrierFault.Why.TAKEN);
  }

  /** A small file goes in one piece; false where something lies there already. */
  private boolean put(Path file, Stored stored, String digest) throws IOException {
    byte[] all = Files.readAllBytes(file);
    return attempts.at(
        () -> {
          line.at(0);
          try {
            client.putObject(
                retention()
                    .of(
                        PutObjectRequest.builder()
                            .bucket(stored.bucket())
                            .key(stored.key())
                            .ifNoneMatch("*")
                            .checksumSHA256(Parts.sha256(all, all.length))
                            .metadata(Stored.digest(digest)))
                    .build(),
                RequestBody.fromBytes(all));
            return true;
          } catch (S3Exception e) {
            if (e.statusCode() == Stored.EXISTS) {
              return false;
            }
            throw e;
          }
        });
  }

  @Override
  public List<Waiting> waiting() throws IOException {
    return list("", bytes -> true).map(Listing::files).orElse(List.of());
  }

  @Override
  public Optional<Listing> list(String after, Copying copying) throws IOException {
    line.heard(copying, 0);
    try {
      return Optional.of(part(after));
    } catch (Line.StoppedException e) {
      return Optional.empty();
    }
  }

  /** Lists a part by names and not by the store's own tokens: those do not outlive the round. */
  private Listing part(String after) throws IOException {
    Listing.Gathering part = new Listing.Gathering(after, most);
    ListObjectsV2Request.Builder request =
        ListObjectsV2Request.builder().bucket(address.bucket()).prefix(address.prefix());
    if (!after.isEmpty()) {
      request.startAfter(key(after));
    }
    String last = after;
    for (int pages = 1; ; pages++) {
      line.at(0);
      ListObjectsV2Response page =
          pages == 1
              ? attempts.once(() -> client.listObjectsV2(request.build()))
              : attempts.at(() -> client.listObjectsV2(request.build()));
      for (S3Object o : page.contents()) {
        String name = name(o);
        waiting(name, o).filter(w -> part.wants(w.name())).ifPresent(part::add);
        last = name.compareTo(last) > 0 ? name : last;
      }
      String next = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
      if (next == null || part.isFull()) {
        return part.listing();
      }
      if (pages == PAGES) {
        if (last.equals(after)) {
          // A store that lists and lists and names nothing.
          throw new CarrierFault(CarrierFault.Why.REFUSED);
        }
        part.endsAt(last);
        return part.listing();
      }
      request.startAfter(null).continuationToken(next);
    }
  }

  private String name(S3Object o) {
    String key = o.key() == null ? "" : o.key();
    return key.startsWith(address.prefix()) ? key.substring(address.prefix().length()) : "";
  }

  @Override
  public void reach() throws IOException {
    line.heard(bytes -> true, 0);
    attempts.once(
        () ->
            client.listObjectsV2(
                ListObjectsV2Request.builder()
                    .bucket(address.bucket())
                    .prefix(address.prefix())
                    .maxKeys(1)
                    .build()));
  }

  private static Optional<Waiting> waiting(String name, S3Object o) {
    boolean whole = o.size() != null && o.size() >= 0 && o.eTag() != null;
    return whole && o.eTag().length() <= LONGEST_MARK && Names.isPackage(name)
        ? Optional.of(new Waiting(name, o.size(), o.eTag()))
        : Optional.empty();
  }

  @Override
  public byte[] head(Waiting what, int most) throws IOException {
    line.heard(bytes -> true, 0);
    if (what.size() == 0 || most == 0) {
      return new byte[0];
    }
    long last = Math.min(most, what.size()) - 1;
    Stored stored = new Stored(client, address.bucket(), key(what.name()));
    return attempts.believing(
        () -> {
          try (var in = stored.from(0, last, what.mark())) {
            return in.readNBytes((int) last + 1);
          }
        });
  }

  @Override
  public Optional<Path> fetch(Waiting what, Path folder, Copying copying) throws IOException {
    line.heard(copying, what.size());
    try {
      return Optional.of(
          new RangedFetch(attempts, line, new Stored(client, address.bucket(), key(what.name())))
              .fetch(what, folder));
    } catch (Line.StoppedException e) {
      return Optional.empty();
    }
  }

  /** Bytes of contents that went to the store and came from it since it was opened. */
  long[] traffic() {
    return new long[] {line.sent(), line.received()};
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "ObjectStore %s", address.endpoint().getHost());
  }
}
