package org.sala.carrier;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/**
 * Sends a large file in parts. Which parts are there is asked of the store at the beginning and
 * before the end: what it does not list goes again, and nothing else does.
 */
final class MultipartSend {
  /** How often the store may forget what was begun, or list other parts than were sent. */
  private static final int ROUNDS = 5;

  private static final int GONE = 404;
  private static final int NOT_SO = 400;

  private final S3Client client;
  private final Attempts attempts;
  private final Line line;
  private final Stored stored;
  private final Retention retention;

  MultipartSend(S3Client client, Attempts attempts, Line line, Stored stored, Retention retention) {
    this.client = client;
    this.attempts = attempts;
    this.line = line;
    this.stored = stored;
    this.retention = retention;
  }

  /** The store's mark of what was made; empty where something lies under the name by now. */
  Optional<String> send(Path file, long size, int part, String digest) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Parts parts = Parts.of(channel, size, part);
      for (int round = 1; ; round++) {
        try {
          return round(parts, digest);
        } catch (Attempts.NotThisWayException e) {
          if (round == ROUNDS) {
            throw new CarrierFault(CarrierFault.Why.REFUSED, e);
          }
        }
      }
    }
  }

  private Optional<String> round(Parts parts, String digest) throws IOException {
    Optional<String> begun = begun();
    String upload = begun.isPresent() ? begun.get() : attempts.at(() -> begin(digest));
    SortedMap<Integer, Part> there = begun.isPresent() ? there(upload, parts) : new TreeMap<>();
    long done = there.values().stream().mapToLong(Part::size).sum();
    for (int n = 1; n <= parts.count(); n++) {
      if (!there.containsKey(n)) {
        done += send(upload, parts, n, done);
      }
    }
    there = there(upload, parts);
    if (there.size() < parts.count()) {
      throw new Attempts.NotThisWayException(new IOException("parts are missing"));
    }
    List<CompletedPart> all = there.values().stream().map(MultipartSend::completed).toList();
    line.at(parts.size());
    return complete(upload, all);
  }

  /** The upload of this name that was begun last. */
  private Optional<String> begun() throws IOException {
    return attempts.at(
        () ->
            client
                .listMultipartUploads(
                    ListMultipartUploadsRequest.builder()
                        .bucket(stored.bucket())
                        .prefix(stored.key())
                        .build())
                .uploads()
                .stream()
                .filter(u -> stored.key().equals(u.key()) && u.uploadId() != null)
                .max(
                    Comparator.comparing(
                        u -> u.initiated() == null ? Instant.EPOCH : u.initiated()))
                .map(MultipartUpload::uploadId));
  }

  private String begin(String digest) {
    return client
        .createMultipartUpload(
            retention
                .of(
                    CreateMultipartUploadRequest.builder()
                        .bucket(stored.bucket())
                        .key(stored.key())
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                        .metadata(Stored.digest(digest)))
                .build())
        .uploadId();
  }

  /** Parts that the store lists and that are what they should be. */
  private SortedMap<Integer, Part> there(String upload, Parts parts) throws IOException {
    SortedMap<Integer, Part> there = new TreeMap<>();
    Integer after = null;
    do {
      ListPartsRequest.Builder request =
          ListPartsRequest.builder()
              .bucket(stored.bucket())
              .key(stored.key())
              .uploadId(upload)
              .partNumberMarker(after);
      var page = attempts.at(() -> known(() -> client.listParts(request.build())));
      for (Part p : page.parts()) {
        if (parts.isThere(p)) {
          there.put(p.partNumber(), p);
        }
      }
      Integer last = page.nextPartNumberMarker();
      boolean more = Boolean.TRUE.equals(page.isTruncated()) && last != null;
      after = more && (after == null || last > after) ? last : null;
    } while (after != null);
    return there;
  }

  private long send(String upload, Parts parts, int number, long done) throws IOException {
    byte[] part = parts.read(number);
    String digest = Parts.sha256(part, part.length);
    attempts.at(
        () -> {
          line.at(done);
          return known(
              () ->
                  client.uploadPart(
                      UploadPartRequest.builder()
                          .bucket(stored.bucket())
                          .key(stored.key())
                          .uploadId(upload)
                          .partNumber(number)
                          .checksumSHA256(digest)
                          .build(),
                      RequestBody.fromBytes(part)));
        });
    return part.length;
  }

  /** Names the part as the store does; its SHA-256 is ours. */
  private static CompletedPart completed(Part p) {
    return CompletedPart.builder()
        .partNumber(p.partNumber())
        .eTag(p.eTag())
        .checksumSHA256(p.checksumSHA256())
        .build();
  }

  private Optional<String> complete(String upload, List<CompletedPart> all) throws IOException {
    return attempts.at(
        () -> {
          // Asked apart from the condition as well, which some stores pass over (Ceph 16).
          if (stored.facts().isPresent()) {
            return Optional.empty();
          }
          try {
            return Stored.mark(
                client
                    .completeMultipartUpload(
                        CompleteMultipartUploadRequest.builder()
                            .bucket(stored.bucket())
                            .key(stored.key())
                            .uploadId(upload)
                            .ifNoneMatch("*")
                            .multipartUpload(CompletedMultipartUpload.builder().parts(all).build())
                            .build())
                    .eTag());
          } catch (S3Exception e) {
            if (e.statusCode() == Stored.EXISTS) {
              return Optional.empty();
            }
            if (e.statusCode() != GONE && e.statusCode() != NOT_SO) {
              throw e;
            }
            // The answer to an earlier attempt may have been lost on the way.
            if (stored.facts().isPresent()) {
              return Optional.empty();
            }
            throw new Attempts.NotThisWayException(e);
          }
        });
  }

  private interface Asking<T> {
    T ask();
  }

  private static <T> T known(Asking<T> asking) throws IOException {
    try {
      return asking.ask();
    } catch (S3Exception e) {
      if (e.statusCode() == GONE) {
        // The store has forgotten the upload.
        throw new Attempts.NotThisWayException(e);
      }
      throw e;
    }
  }
}
