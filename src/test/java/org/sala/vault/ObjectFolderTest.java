package org.sala.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.crypto.Sha256;
import org.sala.disk.Disk;
import org.sala.domain.Compartment;
import org.sala.domain.ScopeId;
import org.sala.vault.ObjectFolder.Opening;
import org.sala.vault.ObjectFolder.Taken;

/** Attachments: whole or not there, never silently wrong (F3, F4, F5). */
class ObjectFolderTest {
  private static final Compartment OPEN = Compartment.INVESTIGATION;
  private static final Compartment CLOSED = Compartment.PROTECTION;

  @TempDir Path folder;
  private final WorkspaceKeys keys = Sample.keys();
  private final Random random = new Random(9);
  private final ScopeId scope = new ScopeId(new UUID(1, 2));

  @BeforeEach
  void make() throws IOException {
    Files.createDirectory(folder.resolve("keys"));
    Files.createDirectory(folder.resolve("objects"));
  }

  private ObjectFolder open(Disk disk, WorkspaceKeys with) {
    return new ObjectFolder(disk, folder.resolve("objects"), with, scopeKeys(with), Sample.RANDOM);
  }

  private ObjectFolder open() {
    return open(Disk.real(), keys);
  }

  private ScopeKeys scopeKeys(WorkspaceKeys with) {
    return new ScopeKeys(folder.resolve("keys"), with, Sample.RANDOM);
  }

  private static Taken take(ObjectFolder objects, ScopeId scope, Compartment c, byte[] content) {
    Taken taken =
        objects.take(scope, c, new ByteArrayInputStream(content), content.length, bytes -> true);
    if (taken instanceof Taken.Stored stored) {
      objects.claim(List.of(stored.object()));
    }
    return taken;
  }

  private static StoredObject stored(Taken taken) {
    assertThat(taken).isInstanceOf(Taken.Stored.class);
    return ((Taken.Stored) taken).object();
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] read(Opening opening) throws IOException {
    assertThat(opening).isInstanceOf(Opening.Opened.class);
    try (var reader = ((Opening.Opened) opening).reader()) {
      return reader.stream(0).readAllBytes();
    }
  }

  @Test
  void anAttachmentIsCountedNamedByItsCiphertextAndReadAtAnyPlace() throws Exception {
    byte[] content = bytes(100_000);
    StoredObject object = stored(take(open(), scope, OPEN, content));
    CRC32 crc = new CRC32();
    crc.update(content);
    assertThat(object.facts().sha256()).isEqualTo(Sha256.hex(content));
    assertThat(object.facts().crc32()).isEqualTo(crc.getValue());
    Path file = folder.resolve("objects").resolve(object.facts().sealedSha256());
    assertThat(Sha256.hex(Files.readAllBytes(file))).isEqualTo(object.facts().sealedSha256());
    try (ObjectFolder again = open()) {
      assertThat(again.all()).containsExactly(object);
      assertThat(again.intact(object)).isTrue();
      assertThat(read(again.open(scope, OPEN, object.facts().sha256()))).isEqualTo(content);
      Opening.Opened opened = (Opening.Opened) again.open(scope, OPEN, object.facts().sha256());
      byte[] part = new byte[50];
      assertThat(opened.reader().read(99_960, part, 0, 50)).isEqualTo(40);
      opened.reader().close();
      assertThat(again.open(scope, OPEN, "0".repeat(64))).isInstanceOf(Opening.Missing.class);
    }
  }

  @Test
  void theSameContentTwiceInOneScopeIsKeptOnce() {
    ObjectFolder objects = open();
    byte[] content = bytes(40_000);
    StoredObject first = stored(take(objects, scope, OPEN, content));
    assertThat(stored(take(objects, scope, OPEN, content))).isEqualTo(first);
    StoredObject other = stored(take(objects, scope, CLOSED, content));
    assertThat(other.facts().sealedSha256()).isNotEqualTo(first.facts().sealedSha256());
    assertThat(names()).hasSize(4);
  }

  @Test
  void nothingIsLeftBehindWhenItIsStoppedOrTheSourceFailsOrThereIsNoRoom() {
    ObjectFolder objects = open();
    byte[] content = bytes(900_000);
    List<Long> told = new ArrayList<>();
    assertThat(
            objects.take(
                scope,
                OPEN,
                new ByteArrayInputStream(content),
                content.length,
                b -> {
                  told.add(b);
                  return b < 500_000;
                }))
        .isInstanceOf(Taken.Stopped.class);
    assertThat(told).isSorted().hasSizeGreaterThan(1);
    assertThat(told.getLast()).isLessThan(900_000);
    InputStream pulledOut =
        new InputStream() {
          private int given;

          @Override
          public int read() throws IOException {
            if (given++ > 300_000) {
              throw new IOException("the stick is gone");
            }
            return 1;
          }

          @Override
          public int read(byte[] to, int offset, int length) throws IOException {
            to[offset] = (byte) read();
            return 1;
          }
        };
    assertThat(objects.take(scope, OPEN, pulledOut, 1_000_000, b -> true))
        .isInstanceOf(Taken.SourceFailed.class);
    assertThat(objects.take(scope, OPEN, pulledOut, 1L << 60, b -> true))
        .isInstanceOfSatisfying(
            Taken.NoSpace.class, n -> assertThat(n.needed()).isGreaterThan(n.free()));
    assertThat(names()).isEmpty();
    assertThat(objects.all()).isEmpty();
  }

  @Test
  void whateverTheDiskDoesAnAttachmentIsWholeOrNotThereAndWorkGoesOn() throws Exception {
    byte[] before = bytes(50_000);
    StoredObject kept = stored(take(open(), scope, OPEN, before));
    for (BrokenDisk.How how : BrokenDisk.How.values()) {
      boolean reached = true;
      for (int act = 0; reached; act++) {
        byte[] content = bytes(2_500_000);
        BrokenDisk disk = new BrokenDisk(how, act);
        boolean stored = false;
        try (ObjectFolder broken = open(disk, keys)) {
          Taken taken = take(broken, scope, OPEN, content);
          stored = taken instanceof Taken.Stored;
          if (how == BrokenDisk.How.FULL && !stored) {
            assertThat(taken).isInstanceOf(Taken.NoSpace.class);
          }
        } catch (VaultFault | BrokenDisk.Halted e) {
          assertThat(disk.reached()).isTrue();
        }
        reached = disk.reached();
        try (ObjectFolder again = open()) {
          assertThat(names()).noneMatch(n -> n.endsWith(".part"));
          assertThat(read(again.open(scope, OPEN, kept.facts().sha256()))).isEqualTo(before);
          Opening opening = again.open(scope, OPEN, Sha256.hex(content));
          assertThat(stored ? Opening.Opened.class : opening.getClass())
              .isEqualTo(opening.getClass());
          if (opening instanceof Opening.Opened) {
            assertThat(read(opening)).isEqualTo(content);
          } else {
            assertThat(opening).isInstanceOf(Opening.Missing.class);
            stored(take(again, scope, OPEN, content));
          }
          again.all().forEach(o -> assertThat(again.intact(o)).isTrue());
        }
      }
    }
  }

  @Test
  void aFlippedBitACutAndAnotherObjectsFileAreAlteredAndAMissingOneIsMissing() throws Exception {
    ObjectFolder objects = open();
    byte[] content = bytes(40_000);
    StoredObject object = stored(take(objects, scope, OPEN, content));
    StoredObject other = stored(take(objects, scope, OPEN, bytes(40_000)));
    Path file = objects.file(object);
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < 200; i++) {
      Files.write(file, whole);
      if (i % 2 == 0) {
        Sample.flip(file, random.nextInt(whole.length * 8));
      } else {
        Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
      }
      assertThat(objects.intact(object)).isFalse();
      Opening opening = objects.open(scope, OPEN, object.facts().sha256());
      if (opening instanceof Opening.Opened) {
        assertThatThrownBy(() -> read(opening)).isInstanceOf(IOException.class);
      } else {
        assertThat(opening).isInstanceOf(Opening.Altered.class);
      }
    }
    Files.write(file, Files.readAllBytes(objects.file(other)));
    assertThat(objects.intact(object)).isFalse();
    assertThat(objects.open(scope, OPEN, object.facts().sha256()))
        .isInstanceOf(Opening.Altered.class);
    Files.delete(file);
    assertThat(objects.open(scope, OPEN, object.facts().sha256()))
        .isInstanceOf(Opening.Missing.class);
    assertThat(objects.intact(object)).isFalse();
  }

  @Test
  void aSpoiledIndexIsHealedOrTellsItsLossButNeverShowsAnotherObject() throws Exception {
    List<StoredObject> all = new ArrayList<>();
    try (ObjectFolder objects = open()) {
      for (int i = 0; i < 10; i++) {
        all.add(stored(take(objects, scope, i % 2 == 0 ? OPEN : CLOSED, bytes(100 + i))));
      }
    }
    Path a = folder.resolve("objects/slab-00000.a");
    Path b = folder.resolve("objects/slab-00000.b");
    byte[] whole = Files.readAllBytes(a);
    for (int i = 0; i < 150; i++) {
      int bit = random.nextInt(whole.length * 8);
      Sample.flip(i % 2 == 0 ? a : b, bit);
      try (ObjectFolder again = open()) {
        assertThat(again.all()).isEqualTo(all);
      }
      assertThat(a).hasBinaryContent(whole);
      Sample.flip(a, bit);
      Sample.flip(b, bit);
      try (ObjectFolder again = open()) {
        assertThat(all).containsAll(again.all());
        assertThat(again.all().size() + again.lost()).isBetween(9, 10);
      }
      Files.write(a, whole);
      Files.write(b, whole);
    }
  }

  @Test
  void whoLacksTheCompartmentSeesNothingOfItsAttachments() {
    StoredObject object = stored(take(open(), scope, CLOSED, bytes(10)));
    try (WorkspaceKeys less = keys.only(Set.of(OPEN));
        ObjectFolder few = open(Disk.real(), less)) {
      assertThat(few.all()).isEmpty();
      assertThat(few.open(scope, CLOSED, object.facts().sha256()))
          .isInstanceOf(Opening.NoKey.class);
      assertThatThrownBy(() -> few.begin(scope, CLOSED)).isInstanceOf(VaultFault.class);
      assertThat(few.lost()).isZero();
    }
  }

  @Test
  void erasingAScopeRemovesItsObjectsAlsoWhenItWasCutShort() throws Exception {
    ScopeId other = new ScopeId(new UUID(3, 4));
    ObjectFolder objects = open();
    StoredObject gone = stored(take(objects, scope, OPEN, bytes(100)));
    StoredObject later = stored(take(objects, scope, CLOSED, bytes(100)));
    StoredObject stays = stored(take(objects, other, OPEN, bytes(100)));
    try (ScopeKeys scopeKeys = scopeKeys(keys)) {
      scopeKeys.erase(scope);
    }
    try (ObjectFolder again = open()) {
      assertThat(again.all()).containsExactly(stays);
      assertThat(again.open(scope, OPEN, gone.facts().sha256())).isInstanceOf(Opening.NoKey.class);
      again.erase(other);
      assertThat(again.all()).isEmpty();
    }
    assertThat(names()).noneMatch(n -> n.equals(later.facts().sealedSha256()));
    try (ObjectFolder again = open()) {
      assertThat(again.all()).isEmpty();
      assertThat(again.lost()).isZero();
    }
  }

  @Test
  void aPackagesAttachmentIsKeptOnlyWhenThePackageWasFoundGenuine() throws Exception {
    ObjectFolder objects = open();
    byte[] content = "an invented scan".getBytes(StandardCharsets.UTF_8);
    try (Intake dropped = objects.begin(scope, OPEN)) {
      dropped.write(content);
      assertThat(dropped.facts().sha256()).isEqualTo(Sha256.hex(content));
    }
    assertThat(names()).isEmpty();
    try (Intake intake = objects.begin(scope, OPEN)) {
      intake.write(content);
      intake.finish();
      objects.claim(List.of(intake.keep()));
    }
    assertThat(read(objects.open(scope, OPEN, Sha256.hex(content)))).isEqualTo(content);
    try (var files = Files.walk(folder)) {
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(f), StandardCharsets.ISO_8859_1))
            .doesNotContain("invented");
      }
    }
  }

  @Test
  void whatWasTakenInAndNeverClaimedIsKnownAtTheNextStartAndCanBeRemoved() throws Exception {
    byte[] content = bytes(70_000);
    StoredObject claimed = stored(take(open(), scope, OPEN, bytes(10)));
    StoredObject forgotten;
    try (ObjectFolder objects = open()) {
      forgotten =
          stored(
              objects.take(
                  scope, OPEN, new ByteArrayInputStream(content), content.length, b -> true));
      objects.abandon(List.of(claimed));
      assertThat(objects.all()).as("a claimed one stays").contains(claimed);
    }
    try (WorkspaceKeys less = keys.only(Set.of(CLOSED));
        ObjectFolder few = open(Disk.real(), less)) {
      assertThat(few.unclaimed()).as("not theirs to judge").isEmpty();
    }
    try (ObjectFolder again = open()) {
      assertThat(again.unclaimed()).containsExactly(forgotten);
      assertThat(read(again.open(scope, OPEN, forgotten.facts().sha256()))).isEqualTo(content);
      again.abandon(again.unclaimed());
      assertThat(again.all()).containsExactly(claimed);
      assertThat(again.unclaimed()).isEmpty();
    }
    assertThat(names())
        .containsExactly(claimed.facts().sealedSha256(), "slab-00000.a", "slab-00000.b");
  }

  @Test
  void wheneverTheProgramEndsWhatIsNotClaimedLeavesNoFileOnceItIsAbandoned() throws Exception {
    boolean reached = true;
    for (int act = 0; reached; act++) {
      byte[] content = bytes(20_000);
      BrokenDisk disk = new BrokenDisk(BrokenDisk.How.HALT, act);
      try (ObjectFolder broken = open(disk, keys)) {
        broken.take(scope, OPEN, new ByteArrayInputStream(content), content.length, b -> true);
      } catch (BrokenDisk.Halted | VaultFault e) {
        assertThat(disk.reached()).isTrue();
      }
      reached = disk.reached();
      try (ObjectFolder again = open()) {
        again.abandon(again.unclaimed());
        assertThat(again.all()).isEmpty();
      }
      assertThat(names()).allMatch(n -> n.startsWith("slab-"));
    }
  }

  private List<String> names() {
    return Arrays.stream(folder.resolve("objects").toFile().list()).sorted().toList();
  }
}
