package org.sala.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;

/** Figure F6: what bad lines do, on the way to the store and back, judged by the bytes. */
class BadLineTest {
  /** {@code -Dsala.lines=1000} is the full count. */
  private static final int TRIALS = Integer.getInteger("sala.lines", 50);

  private static final int PART = ObjectStore.PART;
  private static final int SIZE = PART + 300_000;

  /** Requests and answers around the contents: heads, lists, signatures. */
  private static final long AROUND = 60_000;

  private static TestStore store;
  @TempDir static Path place;
  private static Path file;
  private static Path small;
  private static String digest;

  @BeforeAll
  static void open() throws IOException {
    store = new TestStore();
    byte[] bytes = new byte[SIZE];
    new Random(6).nextBytes(bytes);
    file = Files.write(place.resolve("parcel"), bytes);
    digest = TestStore.digest(file);
    small = Files.write(place.resolve("small"), java.util.Arrays.copyOf(bytes, 150_000));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static String name(String what, long seed) {
    return what + "-" + seed + ".sala";
  }

  private static ObjectStore through(BadLine line) throws CarrierFault {
    return new ObjectStore(store.address(line.port()), TestStore.KEY, TestStore.HURRY);
  }

  @Test
  void exactlyOnceAndAtMostOnePartMoreForEachFault() throws IOException {
    for (int seed = 0; seed < TRIALS; seed++) {
      boolean stall = seed % 20 == 19;
      BadLine.Fault[] kinds = stall ? new BadLine.Fault[] {BadLine.Fault.STALL} : twoKinds(seed);
      // Every third goes in parts, the others in one piece.
      Path sent = seed % 3 == 0 || stall ? file : small;
      int size = (int) Files.size(sent);
      try (BadLine line =
              new BadLine(store.port(), seed, stall ? 1 : 1 + seed % 4, size * 3 / 2, kinds);
          ObjectStore carrier = through(line)) {
        String name = name("trial", seed);
        assertThat(carrier.send(sent, name, TestStore.digest(sent), b -> true))
            .as("seed %s", seed)
            .isIn(Carrier.Sent.SENT, Carrier.Sent.THERE);
        check(sent, name, line, seed);
        back(sent, name, seed);
      }
      store.blobs().removeBlob(TestStore.BUCKET, name("trial", seed));
    }
  }

  private static BadLine.Fault[] twoKinds(int seed) {
    return switch (seed % 4) {
      case 0 -> new BadLine.Fault[] {BadLine.Fault.CUT};
      case 1, 3 -> new BadLine.Fault[] {BadLine.Fault.CUT, BadLine.Fault.CORRUPT};
      default -> new BadLine.Fault[] {BadLine.Fault.CUT, BadLine.Fault.SLOW};
    };
  }

  private static void check(Path sent, String name, BadLine line, int seed) throws IOException {
    assertThat(store.bytes(name)).as("seed %s", seed).isEqualTo(Files.readAllBytes(sent));
    assertThat(line.up())
        .as("seed %s, %s faults", seed, line.faults())
        .isLessThanOrEqualTo(
            Files.size(sent)
                + line.faults() * Math.min(PART, Files.size(sent))
                + (1 + line.faults()) * AROUND);
  }

  /** And back over a line that is as bad. */
  private static void back(Path sent, String name, int seed) throws IOException {
    int reach = (int) Files.size(sent);
    try (BadLine line = new BadLine(store.port(), seed, 2, reach, twoKinds(seed));
        ObjectStore carrier = store.open();
        ObjectStore other = through(line)) {
      Carrier.Waiting there =
          carrier.waiting().stream().filter(w -> w.name().equals(name)).findFirst().orElseThrow();
      Path inbox = Files.createDirectories(place.resolve("inbox"));
      Path copy = other.fetch(there, inbox, b -> true).orElseThrow();
      assertThat(copy).as("seed %s", seed).hasSameBinaryContentAs(sent);
      Files.delete(copy);
      assertThat(inbox).isEmptyDirectory();
    }
  }

  /** The check is worth something: who forgets what the store has is found out by the bytes. */
  @Test
  void aCarrierThatBeginsAnewEachTimeIsFoundOut() throws IOException {
    String name = name("forgetful", 1);
    try (BadLine line = new BadLine(store.port(), 1, 0, 1)) {
      for (int i = 1; i <= 3; i++) {
        int go = i;
        try (ObjectStore carrier = through(line)) {
          carrier.send(file, name, digest, b -> go == 3 || b < PART + 9);
        }
        if (go < 3) {
          store
              .blobs()
              .listMultipartUploads(TestStore.BUCKET)
              .forEach(u -> abort(u.uploadId(), name));
        }
      }
      assertThatThrownBy(() -> check(file, name, line, 0)).isInstanceOf(AssertionError.class);
    }
  }

  private static void abort(String upload, String name) {
    try (var client =
        StoreClient.open(
            store.address(),
            TestStore.KEY,
            TestStore.HURRY,
            new Line(0, TestStore.HURRY.still()))) {
      client.abortMultipartUpload(
          AbortMultipartUploadRequest.builder()
              .bucket(TestStore.BUCKET)
              .key(name)
              .uploadId(upload)
              .build());
      assertThat(
              client
                  .listMultipartUploads(
                      ListMultipartUploadsRequest.builder().bucket(TestStore.BUCKET).build())
                  .uploads())
          .isEmpty();
    } catch (CarrierFault e) {
      throw new AssertionError(e);
    }
  }
}
