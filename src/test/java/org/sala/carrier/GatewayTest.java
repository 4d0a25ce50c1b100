package org.sala.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What the carrier promises, asked of a store from elsewhere: {@code docs/object-stores.md} says
 * how one is started and named.
 */
@EnabledIfSystemProperty(named = "sala.gateway", matches = "https?://.*")
class GatewayTest {
  private static final StoreKey KEY =
      new StoreKey(
          System.getProperty("sala.gateway.id", ""), System.getProperty("sala.gateway.secret", ""));
  private static final int PART = ObjectStore.PART;

  @TempDir static Path place;
  private static final URI ENDPOINT = URI.create(System.getProperty("sala.gateway", "http://x"));
  private static final String OPEN = "open-" + UUID.randomUUID();
  private static final String LOCKED = "locked-" + UUID.randomUUID();
  private static S3Client client;

  @BeforeAll
  static void make() throws IOException {
    client =
        StoreClient.open(
            address(ENDPOINT, OPEN, Optional.empty()),
            KEY,
            TestStore.HURRY,
            new Line(0, TestStore.HURRY.still()));
    client.createBucket(b -> b.bucket(OPEN));
    client.createBucket(b -> b.bucket(LOCKED).objectLockEnabledForBucket(true));
  }

  @AfterAll
  static void close() {
    client.close();
  }

  private static StoreAddress address(URI at, String bucket, Optional<Instant> lockedUntil) {
    return new StoreAddress(
        at, "us-east-1", bucket, "", true, Optional.empty(), Optional.empty(), 0, lockedUntil);
  }

  private static ObjectStore carrier() throws IOException {
    return new ObjectStore(address(ENDPOINT, OPEN, Optional.empty()), KEY, TestStore.HURRY);
  }

  private static Path file(int size, int seed) throws IOException {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return Files.write(place.resolve("file-" + size + "-" + seed), bytes);
  }

  private static List<Path> files(int seed) throws IOException {
    return List.of(file(1000, seed), file(2 * PART + 7_777, seed));
  }

  private static String name(Path file) {
    return file.getFileName() + ".sala";
  }

  @Test
  void smallAndLargeFilesGoThereAndComeBackWhole() throws IOException {
    Path inbox = Files.createDirectory(place.resolve("inbox"));
    for (Path f : files(1)) {
      try (ObjectStore carrier = carrier()) {
        assertThat(carrier.send(f, name(f), TestStore.digest(f), b -> true))
            .isEqualTo(Carrier.Sent.SENT);
        assertThat(carrier.send(f, name(f), TestStore.digest(f), b -> true))
            .isEqualTo(Carrier.Sent.THERE);
        Carrier.Waiting there =
            carrier.waiting().stream()
                .filter(w -> w.name().equals(name(f)))
                .findFirst()
                .orElseThrow();
        assertThat(carrier.head(there, 100)).isEqualTo(Arrays.copyOf(Files.readAllBytes(f), 100));
        assertThat(carrier.fetch(there, inbox, b -> true).orElseThrow()).hasSameBinaryContentAs(f);
      }
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    List<Path> first = files(2);
    List<Path> second = files(3);
    for (int i = 0; i < first.size(); i++) {
      Path one = first.get(i);
      Path other = second.get(i);
      try (ObjectStore carrier = carrier()) {
        carrier.send(one, name(one), TestStore.digest(one), b -> true);
        assertThatThrownBy(() -> carrier.send(other, name(one), TestStore.digest(other), b -> true))
            .isInstanceOfSatisfying(
                CarrierFault.class, e -> assertThat(e.why()).isEqualTo(CarrierFault.Why.TAKEN));
        assertThat(client.getObjectAsBytes(g -> g.bucket(OPEN).key(name(one))).asByteArray())
            .isEqualTo(Files.readAllBytes(one));
      }
    }
  }

  /**
   * Several at once under one name. A store that passes over the condition for what comes in parts
   * can let two of them believe it; what lies there is of one of those in any case.
   */
  @Test
  void ofSeveralSendersAtOnceOneHasTheName() throws Exception {
    for (int size : List.of(50_000, PART + 1)) {
      List<Path> all = new ArrayList<>();
      for (int seed = 10; seed < 14; seed++) {
        all.add(file(size, seed));
      }
      String name = "race-" + size + ".sala";
      List<Callable<Boolean>> sending =
          all.stream().<Callable<Boolean>>map(f -> () -> isSent(f, name)).toList();
      try (ExecutorService lanes = Executors.newFixedThreadPool(all.size())) {
        List<Future<Boolean>> told = lanes.invokeAll(sending);
        byte[] there = client.getObjectAsBytes(g -> g.bucket(OPEN).key(name)).asByteArray();
        int sent = 0;
        boolean isOfASender = false;
        for (int i = 0; i < told.size(); i++) {
          if (told.get(i).get()) {
            sent++;
            isOfASender |= Arrays.equals(there, Files.readAllBytes(all.get(i)));
          }
        }
        assertThat(isOfASender).as("%s bytes, %s were told so", size, sent).isTrue();
        if (size < PART) {
          assertThat(sent).isEqualTo(1);
        }
      }
    }
  }

  private static boolean isSent(Path file, String name) throws IOException {
    try (ObjectStore carrier = carrier()) {
      carrier.send(file, name, TestStore.digest(file), b -> true);
      return true;
    } catch (CarrierFault e) {
      assertThat(e.why()).isEqualTo(CarrierFault.Why.TAKEN);
      return false;
    }
  }

  @Test
  void aLineThatIsCutAndCorruptsCostsAPartAndNoByte() throws IOException {
    Path file = file(3 * PART + 5, 20);
    for (int seed = 1; seed <= 6; seed++) {
      BadLine.Fault[] kinds =
          seed % 2 == 0
              ? new BadLine.Fault[] {BadLine.Fault.CUT}
              : new BadLine.Fault[] {BadLine.Fault.CUT, BadLine.Fault.CORRUPT};
      String name = "line-" + seed + ".sala";
      try (BadLine line = new BadLine(ENDPOINT.getPort(), seed, 3, 4 * PART, kinds);
          ObjectStore carrier =
              new ObjectStore(
                  address(URI.create("http://127.0.0.1:" + line.port()), OPEN, Optional.empty()),
                  KEY,
                  TestStore.HURRY)) {
        assertThat(carrier.send(file, name, TestStore.digest(file), b -> true))
            .as("seed %s", seed)
            .isIn(Carrier.Sent.SENT, Carrier.Sent.THERE);
        assertThat(client.getObjectAsBytes(g -> g.bucket(OPEN).key(name)).asByteArray())
            .as("seed %s", seed)
            .isEqualTo(Files.readAllBytes(file));
        assertThat(line.up())
            .as("seed %s, %s faults", seed, line.faults())
            .isLessThan(Files.size(file) + (1L + line.faults()) * (PART + 20_000));
      }
    }
  }

  @Test
  void whatIsLockedCanNotBeDeleted() throws IOException {
    Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    for (Path f : files(4)) {
      try (ObjectStore carrier =
          new ObjectStore(address(ENDPOINT, LOCKED, Optional.of(tomorrow)), KEY, TestStore.HURRY)) {
        assertThat(carrier.send(f, name(f), TestStore.digest(f), b -> true))
            .isEqualTo(Carrier.Sent.SENT);
      }
      ObjectVersion version =
          client.listObjectVersions(l -> l.bucket(LOCKED).prefix(name(f))).versions().getFirst();
      assertThatThrownBy(
              () ->
                  client.deleteObject(
                      d -> d.bucket(LOCKED).key(name(f)).versionId(version.versionId())))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
      assertThat(
              client
                  .getObjectAsBytes(
                      g -> g.bucket(LOCKED).key(name(f)).versionId(version.versionId()))
                  .asByteArray())
          .isEqualTo(Files.readAllBytes(f));
    }
  }

  /** A bucket that was not made for it refuses, and nothing lies there unlocked. */
  @Test
  void whereNothingCanBeLockedNothingIsSent() throws IOException {
    Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    for (Path f : files(5)) {
      try (ObjectStore carrier =
          new ObjectStore(address(ENDPOINT, OPEN, Optional.of(tomorrow)), KEY, TestStore.HURRY)) {
        assertThatThrownBy(() -> carrier.send(f, name(f), TestStore.digest(f), b -> true))
            .isInstanceOf(CarrierFault.class);
      }
      assertThat(client.listObjectsV2(l -> l.bucket(OPEN).prefix(name(f))).contents()).isEmpty();
    }
  }
}
