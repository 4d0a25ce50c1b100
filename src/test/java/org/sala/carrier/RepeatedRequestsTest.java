package org.sala.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Figure F6: a line that says requests twice, and some once more after later ones. What was to be
 * there is there once, and nothing else is overwritten.
 */
class RepeatedRequestsTest {
  private static TestStore store;
  @TempDir static Path place;

  @BeforeAll
  static void open() {
    store = new TestStore();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static Path file(int size, int seed) throws IOException {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return Files.write(place.resolve("file-" + size + "-" + seed), bytes);
  }

  /** What became of one request is drawn from the seed. */
  private static RequestLine.Doing twice(long seed) {
    Random random = new Random(seed);
    AtomicReference<Optional<byte[]>> late = new AtomicReference<>(Optional.empty());
    return (number, request, behind, client) -> {
      int what;
      synchronized (random) {
        what = random.nextInt(4);
      }
      Optional<byte[]> earlier =
          late.getAndSet(what == 3 ? Optional.of(request) : Optional.empty());
      if (what == 1) {
        // Whoever asked hears what the store says to the second of the two.
        behind.ask(request);
      }
      byte[] answer = behind.ask(request);
      if (what == 2) {
        behind.ask(request);
      }
      if (earlier.isPresent()) {
        behind.ask(earlier.get());
      }
      client.write(answer);
    };
  }

  private static ObjectStore through(RequestLine line) throws CarrierFault {
    return new ObjectStore(store.address(line.port()), TestStore.KEY, TestStore.HURRY);
  }

  @Test
  void whatIsSaidTwiceOrLateIsThereOnceAndWhole() throws IOException {
    Path inbox = Files.createDirectory(place.resolve("inbox"));
    for (int seed = 0; seed < 12; seed++) {
      Path file = file(seed % 3 == 0 ? ObjectStore.PART + 70_000 : 50_000, seed);
      String name = "twice-" + seed + ".sala";
      try (RequestLine line = new RequestLine(store.port(), twice(seed));
          ObjectStore carrier = through(line)) {
        assertThat(carrier.send(file, name, TestStore.digest(file), b -> true))
            .as("seed %s", seed)
            .isIn(Carrier.Sent.SENT, Carrier.Sent.THERE);
        assertThat(store.bytes(name)).as("seed %s", seed).isEqualTo(Files.readAllBytes(file));
        Carrier.Waiting there =
            carrier.waiting().stream().filter(w -> w.name().equals(name)).findFirst().orElseThrow();
        Path copy = carrier.fetch(there, inbox, b -> true).orElseThrow();
        assertThat(copy).as("seed %s", seed).hasSameBinaryContentAs(file);
      }
    }
  }

  /** What was sent once comes again when something else lies under the name: it stays. */
  @Test
  void anOldRequestThatComesAgainOverwritesNothing() throws IOException {
    for (int size : new int[] {50_000, ObjectStore.PART + 70_000}) {
      Path file = file(size, 77);
      String name = "old-" + size + ".sala";
      AtomicReference<Optional<byte[]>> kept = new AtomicReference<>(Optional.empty());
      RequestLine.Doing keeping =
          (number, request, behind, client) -> {
            String what = RequestLine.what(request);
            if (what.startsWith("PUT ") && what.endsWith(name)
                || what.startsWith("POST ") && what.contains("uploadId=")) {
              kept.set(Optional.of(request));
            }
            client.write(behind.ask(request));
          };
      try (RequestLine line = new RequestLine(store.port(), keeping);
          ObjectStore carrier = through(line)) {
        carrier.send(file, name, TestStore.digest(file), b -> true);
      }
      byte[] last = kept.get().orElseThrow();
      store.blobs().removeBlob(TestStore.BUCKET, name);
      byte[] other = {1, 2, 3};
      store
          .blobs()
          .putBlob(
              PutObjectRequest.builder()
                  .bucket(TestStore.BUCKET)
                  .key(name)
                  .contentLength((long) other.length)
                  .build(),
              new java.io.ByteArrayInputStream(other));
      try (RequestLine line =
          new RequestLine(
              store.port(), (n, request, behind, client) -> client.write(behind.ask(last)))) {
        say(line.port());
      }
      assertThat(store.bytes(name)).as("%s bytes", size).isEqualTo(other);
    }
  }

  private static void say(int port) throws IOException {
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
    }
  }
}
