package org.sala.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted objects against the published vectors (F8), and against damage (F4, F5). */
class ObjectTest {
  private static final HexFormat HEX = HexFormat.of();

  @TempDir Path folder;

  private record Case(
      String number,
      boolean valid,
      String flags,
      byte[] key,
      byte[] context,
      byte[] sealed,
      int length,
      String sha512) {
    static Case of(String[] c) throws IOException {
      byte[] sealed =
          new InflaterInputStream(new ByteArrayInputStream(HEX.parseHex(c[5]))).readAllBytes();
      return new Case(
          c[0] + " " + c[8],
          c[1].equals("valid"),
          c[2],
          HEX.parseHex(c[3]),
          HEX.parseHex(c[4]),
          sealed,
          c[6].isEmpty() ? 0 : Integer.parseInt(c[6]),
          c[7]);
    }
  }

  @Test
  void everyPublishedCaseIsJudgedAsPublished() throws Exception {
    int valid = 0;
    int invalid = 0;
    for (String[] line : Lines.of("cobblestone-256.txt")) {
      Case c = Case.of(line);
      if (c.valid()) {
        valid++;
        byte[] plain = readAll(c);
        assertThat(plain).as(c.number()).hasSize(c.length());
        assertThat(sha512(plain)).as(c.number()).isEqualTo(c.sha512());
        assertThat(write(c.key(), c.context(), Arrays.copyOf(c.sealed(), 24), plain))
            .as(c.number())
            .isEqualTo(c.sealed());
      } else {
        invalid++;
        assertThatThrownBy(() -> readAll(c)).as(c.number()).isNotNull();
        assertThat(opens(c)).as(c.number()).isEqualTo(c.flags().contains("ValidFinalChunk"));
        byte[] given = prefix(c);
        assertThat(given.length).as(c.number()).isLessThanOrEqualTo(c.length());
        if (given.length == c.length() && c.length() > 0) {
          assertThat(sha512(given)).as(c.number()).isEqualTo(c.sha512());
        }
      }
    }
    assertThat(valid).isEqualTo(10);
    assertThat(invalid).isEqualTo(25);
  }

  @Test
  void writingCountsWhatAPackageNeedsLater() throws Exception {
    byte[] plain = bytes(100_003);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ObjectFacts facts;
    try (ObjectWriter writer =
        new ObjectWriter(Secret.of(new byte[32]), new byte[0], new SecureRandom(), out)) {
      writer.write(plain, 0, 50_000);
      writer.write(plain[50_000]);
      writer.write(plain, 50_001, plain.length - 50_001);
      facts = writer.finish();
    }
    CRC32 crc = new CRC32();
    crc.update(plain);
    assertThat(facts.size()).isEqualTo(plain.length);
    assertThat(facts.sha256()).isEqualTo(Sha256.hex(plain));
    assertThat(facts.crc32()).isEqualTo(crc.getValue());
    assertThat(facts.sealedSha256()).isEqualTo(Sha256.hex(out.toByteArray()));
    assertThat(facts.sealedSize())
        .isEqualTo(out.size())
        .isEqualTo(ObjectWriter.sealedSize(plain.length));
  }

  @Test
  void anObjectThatWasNotFinishedDoesNotOpen() throws Exception {
    for (int length : new int[] {0, 1, 16_384, 40_000, 49_152}) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ObjectWriter writer =
          new ObjectWriter(Secret.of(new byte[32]), new byte[0], new SecureRandom(), out)) {
        writer.write(bytes(length));
      }
      assertThatThrownBy(() -> reader(out.toByteArray()))
          .as("%s bytes", length)
          .isInstanceOf(NotAuthenticException.class);
    }
  }

  @Test
  void anyPlaceCanBeReadAndNothingLiesBeyondTheEnd() throws Exception {
    Random random = new Random(7);
    for (int length : new int[] {0, 1, 16_383, 16_384, 16_385, 70_000}) {
      byte[] plain = bytes(length);
      byte[] sealed = write(new byte[32], new byte[0], new byte[24], plain);
      try (ObjectReader reader = reader(sealed)) {
        assertThat(reader.size()).isEqualTo(length);
        for (int i = 0; i < 50; i++) {
          int at = length == 0 ? 0 : random.nextInt(length);
          byte[] to = new byte[300];
          int n = reader.read(at, to, 0, to.length);
          assertThat(n).isEqualTo(length == 0 ? -1 : Math.min(n, length - at));
          if (n > 0) {
            assertThat(Arrays.copyOf(to, n)).isEqualTo(Arrays.copyOfRange(plain, at, at + n));
          }
        }
        assertThat(reader.read(length, new byte[1], 0, 1)).isEqualTo(-1);
        assertThat(reader.stream(0).readAllBytes()).isEqualTo(plain);
        assertThat(reader.stream(length / 2).readAllBytes())
            .isEqualTo(Arrays.copyOfRange(plain, length / 2, length));
      }
    }
  }

  @Test
  void noFlippedBitAndNoCutGoesUnseen() throws Exception {
    byte[] plain = bytes(40_000);
    byte[] sealed = write(new byte[32], new byte[0], new byte[24], plain);
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      byte[] flipped = sealed.clone();
      int bit = i < 60 ? i * 7 : random.nextInt(sealed.length * 8);
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> reader(flipped).stream(0).readAllBytes())
          .as("bit %s", bit)
          .isNotNull();
      byte[] cut = Arrays.copyOf(sealed, random.nextInt(sealed.length));
      assertThatThrownBy(() -> reader(cut)).isInstanceOf(NotAuthenticException.class);
    }
    byte[] longer = Arrays.copyOf(sealed, sealed.length + 1);
    assertThatThrownBy(() -> reader(longer)).isInstanceOf(NotAuthenticException.class);
  }

  @Test
  void aSpoiledChunkIsReportedAgainAndAgainAndTheOthersStillRead() throws Exception {
    byte[] plain = bytes(40_000);
    byte[] sealed = write(new byte[32], new byte[0], new byte[24], plain);
    sealed[Cobblestone.HEADER + Cobblestone.SEALED + 5] ^= 1;
    try (ObjectReader reader = reader(sealed)) {
      byte[] to = new byte[10];
      assertThat(reader.read(3, to, 0, 10)).isEqualTo(10);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> reader.read(16_384, to, 0, 10))
            .isInstanceOf(NotAuthenticException.class);
      }
      assertThat(reader.read(39_990, to, 0, 10)).isEqualTo(10);
      InputStream stream = reader.stream(16_000);
      assertThat(stream.readNBytes(384)).hasSize(384);
      assertThatThrownBy(stream::read).isInstanceOf(IOException.class);
      assertThatThrownBy(stream::read).isInstanceOf(IOException.class);
    }
  }

  private byte[] readAll(Case c) throws Exception {
    try (Secret key = Secret.of(c.key());
        ObjectReader reader = new ObjectReader(channel(c.sealed()), key, c.context())) {
      return reader.stream(0).readAllBytes();
    }
  }

  private boolean opens(Case c) throws IOException {
    try (Secret key = Secret.of(c.key());
        ObjectReader reader = new ObjectReader(channel(c.sealed()), key, c.context())) {
      return reader.size() >= 0;
    } catch (NotAuthenticException | CryptoFault e) {
      return false;
    }
  }

  /** What the stream gives out before it fails. */
  private byte[] prefix(Case c) throws IOException {
    ByteArrayOutputStream given = new ByteArrayOutputStream();
    try (Secret key = Secret.of(c.key());
        ObjectReader reader = new ObjectReader(channel(c.sealed()), key, c.context())) {
      InputStream stream = reader.stream(0);
      for (int b = stream.read(); b >= 0; b = stream.read()) {
        given.write(b);
      }
    } catch (NotAuthenticException | CryptoFault | IOException e) {
      return given.toByteArray();
    }
    throw new AssertionError("read to its end");
  }

  private ObjectReader reader(byte[] sealed) throws Exception {
    return new ObjectReader(channel(sealed), Secret.of(new byte[32]), new byte[0]);
  }

  private FileChannel channel(byte[] content) throws IOException {
    Path file = folder.resolve("object");
    Files.deleteIfExists(file);
    Files.write(file, content);
    return FileChannel.open(file);
  }

  private static byte[] write(byte[] key, byte[] context, byte[] salt, byte[] plain)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ObjectWriter writer =
        new ObjectWriter(Secret.of(key), context, salt, Optional.empty(), out)) {
      writer.write(plain);
      writer.finish();
    }
    return out.toByteArray();
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static String sha512(byte[] bytes) throws Exception {
    return HEX.formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
  }
}
