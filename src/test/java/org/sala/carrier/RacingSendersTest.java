package org.sala.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two who send in parts under one name to a store that passes over If-None-Match at the end, as
 * Ceph 16 does: what is promised there, and what is not ({@code docs/object-stores.md}).
 */
class RacingSendersTest {
  private static final String NAME = "abcdefghijklmnopqrstuvwxyz.sala";

  @TempDir Path place;
  private TestStore store;

  @BeforeEach
  void open() {
    store = TestStore.askingNobody();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Path file(int seed, int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return Files.write(place.resolve("file-" + seed), bytes);
  }

  private static boolean ends(byte[] request) {
    String what = RequestLine.what(request);
    return what.startsWith("POST ") && what.contains("uploadId=");
  }

  private static byte[] unconditional(byte[] request) {
    String words = new String(request, StandardCharsets.ISO_8859_1);
    String without = words.replaceFirst("(?i)\r\nif-none-match: [^\r]*", "");
    assertThat(without).as("it was said").isNotEqualTo(words);
    return without.getBytes(StandardCharsets.ISO_8859_1);
  }

  private Carrier.Sent send(Path file, int port) throws IOException {
    try (ObjectStore carrier = new ObjectStore(store.address(port), TestStore.KEY)) {
      return carrier.send(file, NAME, TestStore.digest(file), b -> true);
    }
  }

  /** Both begin an upload of their own: each has asked what was begun before either begins. */
  private static RequestLine.Doing apart(RequestLine.Doing doing) {
    CountDownLatch begun = new CountDownLatch(2);
    return (number, request, behind, client) -> {
      if (RequestLine.what(request).contains("?uploads") && !begins(request)) {
        byte[] answer = behind.ask(request);
        begun.countDown();
        begun.await();
        client.write(answer);
      } else {
        doing.with(number, request, behind, client);
      }
    };
  }

  private static boolean begins(byte[] request) {
    return RequestLine.what(request).startsWith("POST ");
  }

  /** What each of two was told: the outcome, or why not. */
  private List<String> both(Path one, Path two, RequestLine.Doing doing) throws Exception {
    List<String> told = new ArrayList<>();
    try (RequestLine line = new RequestLine(store.port(), doing);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Carrier.Sent>> sending =
          List.of(
              threads.submit(() -> send(one, line.port())),
              threads.submit(() -> send(two, line.port())));
      for (Future<Carrier.Sent> s : sending) {
        try {
          told.add(s.get().name());
        } catch (java.util.concurrent.ExecutionException e) {
          told.add(((CarrierFault) e.getCause()).why().name());
        }
      }
    }
    return told;
  }

  /** Both have asked for the name and found nothing; both ends reach the store before an answer. */
  @Test
  void ofTwoWhoEndAtOnceTheLaterIsThereAndTheOtherIsTold() throws Exception {
    Path one = file(1, ObjectStore.PART + 70_000);
    Path two = file(2, ObjectStore.PART + 90_000);
    CountDownLatch asked = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(2);
    List<String> told =
        both(
            one,
            two,
            apart(
                (number, request, behind, client) -> {
                  if (!ends(request)) {
                    client.write(behind.ask(request));
                    return;
                  }
                  asked.countDown();
                  asked.await();
                  byte[] answer;
                  synchronized (asked) {
                    answer = behind.ask(unconditional(request));
                  }
                  done.countDown();
                  done.await();
                  client.write(answer);
                }));
    assertThat(told).containsExactlyInAnyOrder("SENT", "TAKEN");
    Path last = told.getFirst().equals("SENT") ? one : two;
    assertThat(store.bytes(NAME)).as("whole, and whose it was said").isEqualTo(bytes(last));
  }

  private static byte[] bytes(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  /**
   * The limit: who has looked after the end before the other ends is told that it was sent, and
   * hears only when it looks again.
   */
  @Test
  void whoIsOvertakenLaterHearsOfItWhenItLooksAgain() throws Exception {
    Path one = file(1, ObjectStore.PART + 70_000);
    Path two = file(2, ObjectStore.PART + 90_000);
    CountDownLatch asked = new CountDownLatch(2);
    CountDownLatch over = new CountDownLatch(1);
    AtomicInteger ends = new AtomicInteger();
    RequestLine.Doing oneAfterTheOther =
        apart(
            (number, request, behind, client) -> {
              if (ends(request)) {
                // Both have asked for the name and found nothing.
                asked.countDown();
                asked.await();
                if (ends.incrementAndGet() == 2) {
                  over.await();
                }
                client.write(behind.ask(unconditional(request)));
              } else {
                client.write(behind.ask(request));
              }
            });
    Path overtaken;
    try (RequestLine line = new RequestLine(store.port(), oneAfterTheOther);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      CompletionService<Path> sending = new ExecutorCompletionService<>(threads);
      for (Path file : List.of(one, two)) {
        sending.submit(
            () -> {
              assertThat(send(file, line.port())).as("the limit").isEqualTo(Carrier.Sent.SENT);
              return file;
            });
      }
      overtaken = sending.take().get();
      over.countDown();
      sending.take().get();
    }
    assertThat(store.bytes(NAME)).as("whole").isEqualTo(bytes(overtaken.equals(one) ? two : one));
    assertThatThrownBy(() -> send(overtaken, store.port()))
        .isInstanceOfSatisfying(
            CarrierFault.class, e -> assertThat(e.why()).isEqualTo(CarrierFault.Why.TAKEN));
  }

  /** Two copies of one workspace send the same: nobody is refused, and it is there once. */
  @Test
  void twoWhoSendTheSameAreBothTold() throws Exception {
    Path same = file(3, ObjectStore.PART + 70_000);
    CountDownLatch asked = new CountDownLatch(2);
    List<String> told =
        both(
            same,
            same,
            apart(
                (number, request, behind, client) -> {
                  if (ends(request)) {
                    asked.countDown();
                    asked.await();
                    client.write(behind.ask(unconditional(request)));
                  } else {
                    client.write(behind.ask(request));
                  }
                }));
    assertThat(told).isSubsetOf("SENT", "THERE");
    assertThat(store.bytes(NAME)).isEqualTo(bytes(same));
    assertThat(store.open().waiting()).hasSize(1);
  }
}
