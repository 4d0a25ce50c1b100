package org.sala.carrier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** Beyond this many the list is no longer one of packages. */
  private static final int MOST = 100_000;

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
    line.heard(bytes -> true, 0);
    List<Waiting> all = new ArrayList<>();
    String next = null;
    do {
      ListObjectsV2Request.Builder request =
          ListObjectsV2Request.builder().bucket(address.bucket()).prefix(address.prefix());
      if (next != null) {
        request.continuationToken(next);
      }
      ListObjectsV2Response page =
          next == null
              ? attempts.once(() -> client.listObjectsV2(request.build()))
              : attempts.at(() -> client.listObjectsV2(request.build()));
      page.contents().forEach(o -> waiting(o).ifPresent(all::add));
      next = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
    } while (next != null && all.size() < MOST);
    all.sort(Comparator.comparing(Waiting::name));
    return List.copyOf(all);
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

  private Optional<Waiting> waiting(S3Object o) {
    if (o.key() == null || o.size() == null || o.size() < 0 || o.eTag() == null) {
      return Optional.empty();
    }
    String name =
        o.key().startsWith(address.prefix()) ? o.key().substring(address.prefix().length()) : "";
    return Names.isPackage(name)
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
