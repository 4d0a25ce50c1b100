package org.sala.carrier;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Until when a store keeps what is sent, whoever asks it to delete that: S3 Object Lock in
 * compliance mode. A store that has no such thing says no, and nothing is sent unlocked.
 */
record Retention(Optional<Instant> until) {

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
