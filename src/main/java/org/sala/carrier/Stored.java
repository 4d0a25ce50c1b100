package org.sala.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** One object and what the store knows of it. */
record Stored(S3Client client, String bucket, String key) {
  /** Precondition failed: something lies under that name. */
  static final int EXISTS = 412;

  private static final int NOT_FOUND = 404;
  private static final String DIGEST = "sha256";

  /** Size, SHA-256 where the sender said it, and the store's own mark of the content. */
  record Facts(long size, Optional<String> digest, Optional<String> mark) {
    boolean are(long ofSize, String ofDigest) {
      return size == ofSize && digest.filter(ofDigest::equals).isPresent();
    }
  }

  /** What is said beside an object; it tells no more than the encrypted bytes themselves. */
  static Map<String, String> digest(String digest) {
    return Map.of(DIGEST, digest);
  }

  /** Returns what the store knows of the object; empty where nothing lies under that name. */
  Optional<Facts> facts() {
    try {
      return Optional.of(known());
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  Facts known() {
    HeadObjectResponse head =
        client.headObject(HeadObjectRequest.builder().bucket(bucket).key(key).build());
    Optional<String> digest =
        head.metadata().entrySet().stream()
            .filter(e -> e.getKey().equalsIgnoreCase(DIGEST))
            .map(e -> e.getValue().toLowerCase(Locale.ROOT))
            .filter(d -> d.matches("[0-9a-f]{64}"))
            .findFirst();
    return new Facts(
        head.contentLength() == null ? -1 : head.contentLength(), digest, mark(head.eTag()));
  }

  /** An entity tag without its quotation marks, which stores write or leave away. */
  static Optional<String> mark(@Nullable String tag) {
    return Optional.ofNullable(tag).map(t -> t.replace("\"", ""));
  }

  /**
   * Bytes from one to another, both included.
   *
   * @param mark of the content that was begun with: of another one nothing is given
   */
  InputStream from(long first, long last, String mark) throws IOException {
    return client.getObject(
        GetObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .range("bytes=" + first + "-" + last)
            .ifMatch(mark)
            .build());
  }
}
