package org.sala.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However much lies on a carrier, no more than a part is held at once, and no part is left out. */
class ListingTest {
  private static final int MOST = 3;
  private static final List<String> NAMES =
      IntStream.range(0, 8).mapToObj(i -> "package" + i + ".sala").toList();

  /** Bytes; far more than any answer has. */
  private static final long ENDLESS = 64L << 20;

  @TempDir Path folder;

  private interface Asking {
    Optional<Listing> behind(String after) throws IOException;
  }

  private static List<String> all(Asking asking) throws IOException {
    List<String> names = new ArrayList<>();
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      Listing part = asking.behind(after.get()).orElseThrow();
      List<String> these = part.files().stream().map(Carrier.Waiting::name).toList();
      assertThat(these).hasSizeLessThanOrEqualTo(MOST).allMatch(part::covers);
      assertThat(NAMES.stream().filter(part::covers)).containsExactlyElementsOf(these);
      assertThat(part.isPart()).isTrue();
      names.addAll(these);
      after = part.next();
    }
    return names;
  }

  @Test
  void aFolderIsListedInPartsThatLeaveNothingOut() throws IOException {
    for (String name : NAMES) {
      Files.write(folder.resolve(name), new byte[1]);
    }
    Files.write(folder.resolve("package3.txt"), new byte[1]);
    FolderCarrier carrier = new FolderCarrier(folder);
    assertThat(all(after -> carrier.list(after, b -> true, MOST))).isEqualTo(NAMES);
    assertThat(carrier.list("", b -> true))
        .hasValueSatisfying(l -> assertThat(l.isPart()).isFalse());
    assertThat(carrier.list("", b -> false)).as("stopped").isEmpty();
  }

  @Test
  void aStoreIsListedInPartsThatLeaveNothingOut() throws IOException {
    try (TestStore store = new TestStore();
        ObjectStore carrier = store.openFor(MOST);
        ObjectStore usual = store.open()) {
      NAMES.forEach(n -> store.put(n, new byte[1]));
      store.put("package3/another thing", new byte[1]);
      assertThat(all(after -> carrier.list(after, b -> true))).isEqualTo(NAMES);
      assertThat(usual.list("", b -> true))
          .hasValueSatisfying(l -> assertThat(l.isPart()).isFalse());
      assertThat(usual.list("", b -> false)).as("stopped").isEmpty();
    }
  }

  /** It names nothing, and says each time that there is more. */
  @Test
  void aStoreThatListsForEverIsLeft() throws IOException {
    byte[] body =
        ("<?xml version=\"1.0\"?><ListBucketResult><IsTruncated>true</IsTruncated>"
                + "<NextContinuationToken>x</NextContinuationToken></ListBucketResult>")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nConnection: close\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (TestStore store = TestStore.askingNobody();
        RequestLine line =
            new RequestLine(
                store.port(),
                (number, request, behind, client) -> {
                  client.write(head);
                  client.write(body);
                });
        ObjectStore carrier = store.open(line.port())) {
      assertThatThrownBy(() -> carrier.list("", b -> true))
          .isInstanceOfSatisfying(
              CarrierFault.class, f -> assertThat(f.why()).isEqualTo(CarrierFault.Why.REFUSED));
      int before = line.requests();
      assertThat(carrier.list("", b -> line.requests() < before + 5)).as("stopped").isEmpty();
      assertThat(line.requests()).isLessThan(before + 10);
    }
  }

  /** It says no, or lists, and does not come to an end: the library would hold all of it. */
  @ParameterizedTest
  @ValueSource(strings = {"200 OK", "500 No"})
  void anAnswerThatDoesNotEndIsLeft(String status) throws IOException {
    AtomicLong taken = new AtomicLong();
    byte[] head =
        ("HTTP/1.1 "
                + status
                + "\r\nContent-Type: application/xml\r\nConnection: close\r\n\r\n"
                + "<?xml version=\"1.0\"?><ListBucketResult>")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] more = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    try (TestStore store = TestStore.askingNobody();
        RequestLine line =
            new RequestLine(
                store.port(),
                (number, request, behind, client) -> {
                  client.write(head);
                  while (taken.addAndGet(more.length) < ENDLESS) {
                    client.write(more);
                  }
                  client.write("</ListBucketResult>".getBytes(StandardCharsets.US_ASCII));
                });
        ObjectStore carrier = store.open(line.port())) {
      assertThatThrownBy(() -> carrier.list("", b -> true)).isInstanceOf(CarrierFault.class);
      assertThat(taken).hasValueLessThan(ENDLESS / 2);
    }
  }

  /** Names are bounded, and what a store writes beside them is as well. */
  @Test
  void whatHasAnEndlessMarkIsNotListed() throws IOException {
    byte[] body =
        ("<?xml version=\"1.0\"?><ListBucketResult><IsTruncated>false</IsTruncated>"
                + entry("package1.sala", 129)
                + entry("package2.sala", 128)
                + "</ListBucketResult>")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nConnection: close\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (TestStore store = TestStore.askingNobody();
        RequestLine line =
            new RequestLine(
                store.port(),
                (number, request, behind, client) -> {
                  client.write(head);
                  client.write(body);
                });
        ObjectStore carrier = store.open(line.port())) {
      assertThat(carrier.waiting())
          .extracting(Carrier.Waiting::name)
          .containsExactly("package2.sala");
    }
  }

  private static String entry(String name, int mark) {
    return "<Contents><Key>"
        + name
        + "</Key><Size>1</Size><ETag>"
        + "a".repeat(mark)
        + "</ETag></Contents>";
  }
}
