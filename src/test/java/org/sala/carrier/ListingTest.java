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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However much lies on a carrier, no more than a part is held at once, and no part is left out. */
class ListingTest {
  private static final int MOST = 3;
  private static final List<String> NAMES =
      IntStream.range(0, 8).mapToObj(i -> "package" + i + ".sala").toList();

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
}
