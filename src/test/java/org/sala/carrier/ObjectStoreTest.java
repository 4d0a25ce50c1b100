package org.sala.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class ObjectStoreTest {
  private static final String NAME = "abcdefghijklmnopqrstuvwxyz.sala";
  private static final int PARTS = 2;
  private static final int PART = ObjectStore.PART;

  @TempDir Path place;
  private TestStore store;

  @BeforeEach
  void open() {
    store = new TestStore();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Path file(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Files.write(place.resolve("parcel-" + size), bytes);
  }

  private Path large() throws IOException {
    return file(PARTS * PART - 7_777);
  }

  @Test
  void smallAndLargeFilesGoThereAndComeBackWhole() throws IOException {
    Path inbox = Files.createDirectory(place.resolve("inbox"));
    for (Path f : List.of(file(1000), large())) {
      String name = f.getFileName() + ".sala";
      try (ObjectStore carrier = store.open()) {
        assertThat(carrier.send(f, name, TestStore.digest(f), b -> true))
            .isEqualTo(Carrier.Sent.SENT);
        assertThat(store.bytes(name)).isEqualTo(Files.readAllBytes(f));
        assertThat(carrier.send(f, name, TestStore.digest(f), b -> true))
            .isEqualTo(Carrier.Sent.THERE);
        Carrier.Waiting there =
            carrier.waiting().stream().filter(w -> w.name().equals(name)).findFirst().orElseThrow();
        assertThat(carrier.head(there, 100)).isEqualTo(Arrays.copyOf(Files.readAllBytes(f), 100));
        assertThat(carrier.fetch(there, inbox, b -> true))
            .hasValueSatisfying(c -> assertThat(c).hasSameBinaryContentAs(f));
      }
    }
    assertThat(inbox).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    for (Path f : List.of(file(1000), large())) {
      String name = f.getFileName() + ".sala";
      put(name, "something else".getBytes());
      try (ObjectStore carrier = store.open()) {
        assertThat(why(() -> carrier.send(f, name, TestStore.digest(f), b -> true)))
            .isEqualTo(CarrierFault.Why.TAKEN);
      }
      assertThat(store.bytes(name)).isEqualTo("something else".getBytes());
    }
  }

  /** The store says no at the last moment as well: somebody else was quicker. */
  @Test
  void nothingIsOverwrittenThatComesBetween() throws IOException {
    Path f = large();
    AtomicBoolean between = new AtomicBoolean();
    try (ObjectStore carrier = store.open()) {
      assertThat(
              why(
                  () ->
                      carrier.send(
                          f,
                          NAME,
                          TestStore.digest(f),
                          b -> {
                            if (b > PART && !between.getAndSet(true)) {
                              put(NAME, new byte[] {1});
                            }
                            return true;
                          })))
          .isEqualTo(CarrierFault.Why.TAKEN);
    }
    assertThat(store.bytes(NAME)).isEqualTo(new byte[] {1});
  }

  private void put(String key, byte[] bytes) {
    store
        .blobs()
        .putBlob(
            PutObjectRequest.builder()
                .bucket(TestStore.BUCKET)
                .key(key)
                .contentLength((long) bytes.length)
                .build(),
            new java.io.ByteArrayInputStream(bytes));
  }

  @Test
  void anotherProgramGoesOnWithWhatTheStoreHas() throws IOException {
    Path f = large();
    try (ObjectStore first = store.open()) {
      assertThat(first.send(f, NAME, TestStore.digest(f), b -> b < PART + 60_000))
          .isEqualTo(Carrier.Sent.STOPPED);
    }
    try (ObjectStore second = store.open()) {
      assertThat(second.waiting()).isEmpty();
      assertThat(second.send(f, NAME, TestStore.digest(f), b -> true)).isEqualTo(Carrier.Sent.SENT);
      assertThat(second.traffic()[0]).isLessThan(PART + 10_000L);
    }
    assertThat(store.bytes(NAME)).isEqualTo(Files.readAllBytes(f));
  }

  @Test
  void aPartThatIsNotOursGoesAgain() throws IOException {
    Path other = file(PARTS * PART - 7_777 - 1);
    Path f = large();
    try (ObjectStore carrier = store.open()) {
      carrier.send(other, NAME, TestStore.digest(other), b -> b < PART + 1000);
      assertThat(carrier.send(f, NAME, TestStore.digest(f), b -> true))
          .isEqualTo(Carrier.Sent.SENT);
    }
    assertThat(store.bytes(NAME)).isEqualTo(Files.readAllBytes(f));
  }

  @Test
  void aStoppedFetchGoesOnWhereItEnded() throws IOException {
    Path f = large();
    Path inbox = Files.createDirectory(place.resolve("inbox"));
    try (ObjectStore carrier = store.open()) {
      carrier.send(f, NAME, TestStore.digest(f), b -> true);
    }
    Carrier.Waiting there;
    try (ObjectStore first = store.open()) {
      there = first.waiting().getFirst();
      assertThat(first.fetch(there, inbox, b -> b < 300_000)).isEmpty();
    }
    try (ObjectStore second = store.open()) {
      assertThat(second.fetch(there, inbox, b -> true))
          .hasValueSatisfying(c -> assertThat(c).hasSameBinaryContentAs(f));
      assertThat(second.traffic()[1]).isLessThan(Files.size(f) - 200_000);
    }
  }

  @Test
  void anAnswerWithoutAByteIsNoAttemptThatBroughtSomething() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    byte[] nothing =
        "HTTP/1.1 206 Partial Content\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    store.put(NAME, new byte[1000]);
    try (RequestLine line =
            new RequestLine(
                store.port(),
                (number, request, behind, client) -> {
                  boolean content = RequestLine.what(request).startsWith("GET /parcels/" + NAME);
                  client.write(content ? nothing : behind.ask(request));
                  asked.addAndGet(content ? 1 : 0);
                });
        ObjectStore carrier = store.open(line.port())) {
      Carrier.Waiting there = carrier.waiting().getFirst();
      Path inbox = Files.createDirectory(place.resolve("inbox"));
      assertThat(why(() -> carrier.fetch(there, inbox, b -> asked.get() < 100)))
          .isEqualTo(CarrierFault.Why.AWAY);
      assertThat(asked).hasValue(TestStore.HURRY.attempts());
    }
  }

  @Test
  void onlyWhatCouldBeAPackageIsListed() throws IOException {
    put("notes.txt", new byte[1]);
    put("name with spaces.sala", new byte[1]);
    put("sub/inner.sala", new byte[1]);
    put(NAME, new byte[3]);
    try (ObjectStore carrier = store.open()) {
      assertThat(carrier.waiting()).extracting(Carrier.Waiting::name).containsExactly(NAME);
    }
  }

  @Test
  void aPrefixKeepsToItsOwn() throws IOException {
    StoreAddress a = store.address();
    StoreAddress inner =
        new StoreAddress(
            a.endpoint(), a.region(), a.bucket(), "north/", true, a.proxy(), a.authority(), 0);
    Path f = file(1000);
    put(NAME, new byte[3]);
    try (ObjectStore carrier = new ObjectStore(inner, TestStore.KEY, TestStore.HURRY)) {
      assertThat(carrier.waiting()).isEmpty();
      carrier.send(f, NAME, TestStore.digest(f), b -> true);
      assertThat(carrier.waiting()).hasSize(1);
    }
    assertThat(store.bytes("north/" + NAME)).isEqualTo(Files.readAllBytes(f));
  }

  @Test
  void aRateIsKept() throws IOException {
    StoreAddress a = store.address();
    StoreAddress slow =
        new StoreAddress(
            a.endpoint(), a.region(), a.bucket(), "", true, a.proxy(), a.authority(), 150_000);
    Path f = file(150_000);
    long began = System.nanoTime();
    try (ObjectStore carrier = new ObjectStore(slow, TestStore.KEY, TestStore.HURRY)) {
      carrier.send(f, NAME, TestStore.digest(f), b -> true);
    }
    // The first tenth of a second is free.
    assertThat(System.nanoTime() - began).isGreaterThan(800_000_000L);
  }

  @Test
  void whatStandsInTheWayIsSaid() throws Exception {
    StoreAddress a = store.address();
    Path f = file(1000);
    try (ObjectStore carrier =
        new ObjectStore(a, new StoreKey("station", "another"), TestStore.HURRY)) {
      assertThat(why(carrier::waiting)).isEqualTo(CarrierFault.Why.DENIED);
    }
    StoreAddress elsewhere =
        new StoreAddress(
            a.endpoint(), a.region(), "no-such", "", true, a.proxy(), a.authority(), 0);
    try (ObjectStore carrier = new ObjectStore(elsewhere, TestStore.KEY, TestStore.HURRY)) {
      assertThat(why(() -> carrier.send(f, NAME, TestStore.digest(f), b -> true)))
          .isEqualTo(CarrierFault.Why.REFUSED);
    }
    try (BadLine line = new BadLine(store.port(), 1, 0, 1)) {
      line.cutAll(true);
      try (ObjectStore carrier =
          new ObjectStore(store.address(line.port()), TestStore.KEY, TestStore.HURRY)) {
        assertThat(why(carrier::waiting)).isEqualTo(CarrierFault.Why.AWAY);
      }
    }
  }

  @Test
  void anAuthorityOfOnesOwnCountsAndNoOther() throws Exception {
    Path f = file(1000);
    try (TestStore tls = TestStore.withTls(place)) {
      StoreAddress a = tls.address();
      try (ObjectStore carrier = new ObjectStore(a, TestStore.KEY, TestStore.HURRY)) {
        assertThat(why(carrier::waiting)).isEqualTo(CarrierFault.Why.UNTRUSTED);
      }
      StoreAddress trusting =
          new StoreAddress(
              a.endpoint(),
              a.region(),
              a.bucket(),
              "",
              true,
              Optional.empty(),
              Optional.of(Files.readString(place.resolve("store.pem"))),
              0);
      try (ObjectStore carrier = new ObjectStore(trusting, TestStore.KEY, TestStore.HURRY)) {
        assertThat(carrier.send(f, NAME, TestStore.digest(f), b -> true))
            .isEqualTo(Carrier.Sent.SENT);
      }
    }
  }

  /** The line stands between and hears where the store would be asked for. */
  @Test
  void aProxyIsGoneThrough() throws Exception {
    StoreAddress a = store.address();
    try (BadLine proxy = new BadLine(store.port(), 1, 0, 1)) {
      StoreAddress through =
          new StoreAddress(
              URI.create("http://store.example:80"),
              a.region(),
              a.bucket(),
              "",
              true,
              Optional.of(
                  new StoreProxy(URI.create("http://127.0.0.1:" + proxy.port()), Optional.empty())),
              Optional.empty(),
              0);
      try (ObjectStore carrier = new ObjectStore(through, TestStore.KEY, TestStore.HURRY)) {
        carrier.waiting();
      }
      assertThat(proxy.up()).isPositive();
    }
  }

  @Test
  void progressNamesEveryByteOnce() throws IOException {
    Path f = large();
    AtomicLong far = new AtomicLong();
    try (ObjectStore carrier = store.open()) {
      carrier.send(
          f,
          NAME,
          TestStore.digest(f),
          b -> {
            assertThat(b).isGreaterThanOrEqualTo(far.getAndSet(b));
            return true;
          });
    }
    assertThat(far.get()).isEqualTo(Files.size(f));
  }

  private interface Doing {
    Object run() throws IOException;
  }

  private static CarrierFault.Why why(Doing doing) {
    try {
      throw new AssertionError("it went: " + doing.run());
    } catch (CarrierFault e) {
      return e.why();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
