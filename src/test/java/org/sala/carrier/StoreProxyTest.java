package org.sala.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store behind a proxy that wants to know who comes, and one that keeps what it gets. */
class StoreProxyTest {
  private static final StoreKey VISITOR = new StoreKey("visitor", "of a school");
  private static final String NAME = "abcdefghijklmnopqrstuvwxyz.sala";

  @TempDir Path folder;

  private static StoreAddress through(
      StoreAddress a, AskingProxy proxy, Optional<StoreKey> key, Optional<String> authority) {
    return new StoreAddress(
        a.endpoint(),
        a.region(),
        a.bucket(),
        "",
        true,
        Optional.of(new StoreProxy(URI.create("http://127.0.0.1:" + proxy.port()), key)),
        authority,
        0,
        a.lockedUntil());
  }

  private static ObjectStore open(StoreAddress address) throws CarrierFault {
    return new ObjectStore(address, TestStore.KEY, TestStore.HURRY);
  }

  private Path file() throws IOException {
    return Files.write(folder.resolve(NAME), new byte[] {1, 2, 3});
  }

  private static void refuses(StoreAddress address) throws IOException {
    try (ObjectStore carrier = open(address)) {
      assertThatThrownBy(carrier::waiting)
          .isInstanceOfSatisfying(
              CarrierFault.class, f -> assertThat(f.why()).isEqualTo(CarrierFault.Why.PROXY));
    }
  }

  @Test
  void inTheClearTheProxyGetsUserAndPasswordAndWithoutThemItSaysNo() throws Exception {
    try (TestStore store = new TestStore();
        AskingProxy proxy = new AskingProxy(store.port(), Optional.of(VISITOR))) {
      StoreAddress a =
          new StoreAddress(
              URI.create("http://store.example:80"),
              "us-east-1",
              TestStore.BUCKET,
              "",
              true,
              Optional.empty(),
              Optional.empty(),
              0);
      refuses(through(a, proxy, Optional.empty(), Optional.empty()));
      refuses(through(a, proxy, Optional.of(new StoreKey("visitor", "a guess")), Optional.empty()));
      assertThat(proxy.heads()).isEmpty();
      try (ObjectStore carrier = open(through(a, proxy, Optional.of(VISITOR), Optional.empty()))) {
        Path f = file();
        assertThat(carrier.send(f, NAME, TestStore.digest(f), b -> true))
            .isEqualTo(Carrier.Sent.SENT);
      }
    }
  }

  /** Some stores want the bucket in the host's name and not in the path. */
  @Test
  void theBucketStandsInThePathOrInTheHostsNameAsItWasSaid() throws Exception {
    for (boolean pathStyle : new boolean[] {true, false}) {
      try (TestStore store = new TestStore();
          AskingProxy proxy = new AskingProxy(store.port(), Optional.empty())) {
        StoreAddress a =
            new StoreAddress(
                URI.create("http://store.example:80"),
                "us-east-1",
                TestStore.BUCKET,
                "",
                pathStyle,
                Optional.of(
                    new StoreProxy(
                        URI.create("http://127.0.0.1:" + proxy.port()), Optional.empty())),
                Optional.empty(),
                0);
        try (ObjectStore carrier = open(a)) {
          carrier.waiting();
        } catch (CarrierFault e) {
          // The store of the build knows no host but its own: what it was asked is what counts.
          assertThat(pathStyle).isFalse();
        }
        assertThat(proxy.heads().getFirst())
            .startsWith(
                pathStyle
                    ? "GET http://store.example/" + TestStore.BUCKET
                    : "GET http://" + TestStore.BUCKET + ".store.example?");
      }
    }
  }

  @Test
  void toHttpsATunnelIsAskedForWithThemAndTheStoreNeverSeesThem() throws Exception {
    try (TestStore store = TestStore.withTls(folder);
        AskingProxy proxy = new AskingProxy(store.port(), Optional.of(VISITOR))) {
      Optional<String> authority = Optional.of(Files.readString(folder.resolve("store.pem")));
      refuses(through(store.address(), proxy, Optional.empty(), authority));
      refuses(
          through(
              store.address(), proxy, Optional.of(new StoreKey("visitor", "a guess")), authority));
      try (ObjectStore carrier =
          open(through(store.address(), proxy, Optional.of(VISITOR), authority))) {
        Path f = file();
        assertThat(carrier.send(f, NAME, TestStore.digest(f), b -> true))
            .isEqualTo(Carrier.Sent.SENT);
      }
      assertThat(proxy.heads()).allMatch(h -> h.startsWith("CONNECT 127.0.0.1:"));
    }
  }

  @Test
  void aStoreThatCanLockNothingIsAskedFirstAndGetsNothing() throws Exception {
    Instant until = Instant.parse("2027-11-24T03:12:00Z");
    try (TestStore store = new TestStore();
        AskingProxy proxy = new AskingProxy(store.port(), Optional.empty())) {
      StoreAddress locked =
          new StoreAddress(
              URI.create("http://store.example:80"),
              "us-east-1",
              TestStore.BUCKET,
              "",
              true,
              Optional.empty(),
              Optional.empty(),
              0,
              Optional.of(until));
      try (ObjectStore carrier = open(through(locked, proxy, Optional.empty(), Optional.empty()))) {
        Path f = file();
        assertThatThrownBy(() -> carrier.send(f, NAME, TestStore.digest(f), b -> true))
            .isInstanceOf(CarrierFault.class);
        assertThat(carrier.waiting()).as("nothing is sent unlocked").isEmpty();
      }
      String asked = String.join("", proxy.heads()).toLowerCase(java.util.Locale.ROOT);
      assertThat(asked)
          .contains("get http://store.example/parcels?object-lock")
          .doesNotContain("put ");
    }
  }
}
