package org.sala.carrier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Until when a store keeps what is sent, whoever asks it to delete that: S3 Object Lock in
 * compliance mode. Where the bucket has no such thing nothing is sent. What is asked for with an
 * object is looked at when it is there, for a store may take the word and forget it (Ceph 16 does
 * so for what comes in parts).
 */
record Retention(Optional<Instant> until) {

  /**
   * Before anything is sent.
   *
   * @throws CarrierFault when nothing can be locked there
   */
  void isPossible(S3Client client, String bucket) throws CarrierFault {
    if (until.isPresent()) {
      ObjectLockConfiguration found =
          client.getObjectLockConfiguration(b -> b.bucket(bucket)).objectLockConfiguration();
      if (found == null || found.objectLockEnabled() != ObjectLockEnabled.ENABLED) {
        throw new CarrierFault(CarrierFault.Why.REFUSED);
      }
    }
  }

  /** Locks what lies there, unless it is locked for as long already. */
  void hold(S3Client client, Stored stored) throws CarrierFault {
    if (until.isEmpty() || isHeld(client, stored)) {
      return;
    }
    client.putObjectRetention(
        b ->
            b.bucket(stored.bucket())
                .key(stored.key())
                .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                .retention(
                    r -> r.mode(ObjectLockRetentionMode.COMPLIANCE).retainUntilDate(until.get())));
    if (!isHeld(client, stored)) {
      throw new CarrierFault(CarrierFault.Why.REFUSED);
    }
  }

  private boolean isHeld(S3Client client, Stored stored) {
    HeadObjectResponse head = client.headObject(b -> b.bucket(stored.bucket()).key(stored.key()));
    // Stores keep whole seconds.
    return head.objectLockMode() == ObjectLockMode.COMPLIANCE
        && head.objectLockRetainUntilDate() != null
        && !head.objectLockRetainUntilDate()
            .isBefore(until.orElseThrow().truncatedTo(ChronoUnit.SECONDS));
  }

  PutObjectRequest.Builder of(PutObjectRequest.Builder request) {
    until.ifPresent(
        u -> request.objectLockMode(ObjectLockMode.COMPLIANCE).objectLockRetainUntilDate(u));
    return request;
  }

  CreateMultipartUploadRequest.Builder of(CreateMultipartUploadRequest.Builder request) {
    until.ifPresent(
        u -> request.objectLockMode(ObjectLockMode.COMPLIANCE).objectLockRetainUntilDate(u));
    return request;
  }
}
