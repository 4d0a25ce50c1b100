package org.sala.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCarrierTest {
  private static final String NAME = "abcdefghijklmnopqrstuvwxyz.sala";

  @TempDir Path place;
  private Path stick;
  private Path file;
  private byte[] bytes;
  private String digest;

  @BeforeEach
  void aStickAndAFile() throws IOException {
    stick = Files.createDirectory(place.resolve("stick"));
    file = place.resolve("parcel");
    bytes = new byte[1_000_003];
    new Random(7).nextBytes(bytes);
    Files.write(file, bytes);
    digest = TestStore.digest(file);
  }

  private FolderCarrier carrier() {
    return new FolderCarrier(stick);
  }

  @Test
  void aFileGoesThereAndComesBackWhole() throws IOException {
    assertThat(carrier().send(file, NAME, digest, b -> true)).isEqualTo(Carrier.Sent.SENT);
    assertThat(carrier().send(file, NAME, digest, b -> true)).isEqualTo(Carrier.Sent.THERE);
    List<Carrier.Waiting> waiting = carrier().waiting();
    assertThat(waiting).extracting(Carrier.Waiting::name).containsExactly(NAME);
    assertThat(carrier().head(waiting.getFirst(), 10)).isEqualTo(Arrays.copyOf(bytes, 10));
    Path inbox = Files.createDirectory(place.resolve("inbox"));
    assertThat(carrier().fetch(waiting.getFirst(), inbox, b -> true))
        .hasValueSatisfying(f -> assertThat(f).hasBinaryContent(bytes));
    assertThat(inbox).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aStickThatIsPulledOutHarmsNothingAndTheNextCopyGoesOn() throws IOException {
    assertThat(carrier().send(file, NAME, digest, b -> b < 600_000))
        .isEqualTo(Carrier.Sent.STOPPED);
    assertThat(carrier().waiting()).isEmpty();
    // The end of what was under way is garbage after a pull.
    Path part = stick.resolve(NAME + ".part");
    byte[] left = Files.readAllBytes(part);
    Arrays.fill(left, left.length - 5000, left.length, (byte) 0);
    Files.write(part, left);
    List<Long> kept = new ArrayList<>();
    assertThat(carrier().send(file, NAME, digest, b -> kept.add(part.toFile().length())))
        .isEqualTo(Carrier.Sent.SENT);
    assertThat(kept).as("nothing whole of it is written again").allMatch(b -> b > 256 * 1024);
    assertThat(stick.resolve(NAME)).hasBinaryContent(bytes);
    assertThat(part).doesNotExist();
  }

  /** Goes on until it was asked so often, and counts the asking. */
  private static final class Stopping implements Copying {
    private final int after;
    private int asked;

    Stopping(int after) {
      this.after = after;
    }

    @Override
    public boolean goOn(long bytes) {
      return ++asked <= after;
    }
  }

  /** A lock waits for a copy: minutes where only what is written asks whether it is wanted. */
  @Test
  void aStopIsHeededWhileALotIsComparedAndWhileTheCopyIsReadBack() throws IOException {
    Path part = stick.resolve(NAME + ".part");
    int lots = Math.ceilDiv(bytes.length, 256 * 1024);
    assertThat(carrier().send(file, NAME, digest, new Stopping(lots)))
        .as("all is copied, and not read back yet")
        .isEqualTo(Carrier.Sent.STOPPED);
    assertThat(part).hasBinaryContent(bytes);
    assertThat(stick.resolve(NAME)).doesNotExist();

    Stopping comparing = new Stopping(1);
    assertThat(carrier().send(file, NAME, digest, comparing)).isEqualTo(Carrier.Sent.STOPPED);
    assertThat(comparing.asked).isEqualTo(2);
    assertThat(part).as("what was there is not cut off").hasBinaryContent(bytes);

    assertThat(carrier().send(file, NAME, digest, b -> true)).isEqualTo(Carrier.Sent.SENT);
    Stopping looking = new Stopping(0);
    assertThat(carrier().send(file, NAME, digest, looking))
        .as("what lies there whole is read, too")
        .isEqualTo(Carrier.Sent.STOPPED);
    assertThat(carrier().remove(NAME, digest, looking)).isEmpty();
    assertThat(stick.resolve(NAME)).hasBinaryContent(bytes);
  }

  @Test
  void whoCopiesByHandWhatIsBeingCarriedWaitsAndFindsItThere() throws Exception {
    CountDownLatch under = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Carrier.Sent> one =
          both.submit(
              () ->
                  carrier()
                      .send(
                          file,
                          NAME,
                          digest,
                          b -> {
                            under.countDown();
                            return awaited(begun);
                          }));
      assertThat(awaited(under)).isTrue();
      Path same = Files.createSymbolicLink(place.resolve("mount"), stick);
      Future<Carrier.Sent> other =
          both.submit(
              () ->
                  new FolderCarrier(same)
                      .send(
                          file,
                          NAME,
                          digest,
                          b -> {
                            begun.countDown();
                            return true;
                          }));
      assertThat(one.get()).isEqualTo(Carrier.Sent.SENT);
      assertThat(other.get()).isEqualTo(Carrier.Sent.THERE);
    }
    assertThat(stick.resolve(NAME)).hasBinaryContent(bytes);
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void fatTakesNoFileOfFourGigabytesAndEverybodyElseDoes() {
    long most = (1L << 32) - 1;
    for (String fat : List.of("vfat", "msdos", "FAT32")) {
      assertThat(LargestFile.allows(fat, most)).isTrue();
      assertThat(LargestFile.allows(fat, most + 1)).isFalse();
    }
    assertThat(LargestFile.allows("exfat", most + 1)).isTrue();
    assertThat(LargestFile.allows("ext4", most + 1)).isTrue();
  }

  /** A file system that takes no file of this size, stood for by a limit of the process. */
  @Test
  void aFileThatIsTooLargeForTheStickIsSaidSoAndLeavesNoHalf() throws Exception {
    Process program =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f 500; exec \"$@\"",
                "limited",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                CopyingProgram.class.getName(),
                file.toString(),
                stick.toString(),
                NAME,
                digest)
            .redirectErrorStream(true)
            .start();
    String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(program.waitFor()).isZero();
    assertThat(said).contains("TOO_LARGE");
    assertThat(stick).as("its half would take the room of all others").isEmptyDirectory();
  }

  /** Copies one file, and says what came of it. */
  static final class CopyingProgram {
    private CopyingProgram() {}

    public static void main(String[] args) throws IOException {
      try (FolderCarrier carrier = new FolderCarrier(Path.of(args[1]))) {
        System.out.println(carrier.send(Path.of(args[0]), args[2], args[3], b -> true));
      } catch (CarrierFault e) {
        System.out.println(e.why());
      }
    }
  }

  @Test
  void leftoversOfOthersAreLeftAlone() throws IOException {
    Path other = Files.writeString(stick.resolve("other.sala.part"), "not ours");
    carrier().send(file, NAME, digest, b -> true);
    assertThat(other).hasContent("not ours");
  }

  @Test
  void whatWasSpoiledOnTheStickIsReplaced() throws IOException {
    carrier().send(file, NAME, digest, b -> true);
    byte[] spoiled = bytes.clone();
    spoiled[500] ^= 1;
    Files.write(stick.resolve(NAME), spoiled);
    assertThat(carrier().send(file, NAME, digest, b -> true)).isEqualTo(Carrier.Sent.SENT);
    assertThat(stick.resolve(NAME)).hasBinaryContent(bytes);
  }

  @Test
  void aCopyThatIsNotTheFileNeverGetsTheName() {
    assertThatThrownBy(() -> carrier().send(file, NAME, "0".repeat(64), b -> true))
        .isInstanceOfSatisfying(
            CarrierFault.class, f -> assertThat(f.why()).isEqualTo(CarrierFault.Why.SPOILED));
    assertThat(stick).isEmptyDirectory();
  }

  @Test
  void nothingLeavesOntoAnotherStickOrIntoAnEmptyMountPoint() throws IOException {
    String mark = StickMark.readOrMake(stick, new SecureRandom());
    assertThat(StickMark.readOrMake(stick, new SecureRandom())).isEqualTo(mark);
    FolderCarrier marked = new FolderCarrier(stick, Optional.of(mark));
    assertThat(marked.send(file, NAME, digest, b -> true)).isEqualTo(Carrier.Sent.SENT);
    Path home = place.resolve("away");
    Files.move(stick, home);
    assertThat(why(marked)).isEqualTo(CarrierFault.Why.AWAY);
    Files.createDirectory(stick);
    assertThat(why(marked)).isEqualTo(CarrierFault.Why.OTHER_STICK);
    StickMark.readOrMake(stick, new SecureRandom());
    assertThat(why(marked)).isEqualTo(CarrierFault.Why.OTHER_STICK);
  }

  private static CarrierFault.Why why(Carrier carrier) {
    try {
      carrier.waiting();
      throw new AssertionError("it went");
    } catch (CarrierFault e) {
      return e.why();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void strangeNamesAndLinksAreNoPackages() throws IOException {
    Files.write(stick.resolve("a b.sala"), bytes);
    Files.write(stick.resolve("notes.txt"), bytes);
    Files.write(stick.resolve("..sala"), bytes);
    Files.createSymbolicLink(stick.resolve("link.sala"), file);
    Files.createDirectory(stick.resolve("folder.sala"));
    assertThat(carrier().waiting()).isEmpty();
  }
}
