package org.sala.casework.exhibits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.bench.fuzz.Fuzzing;
import org.sala.bench.fuzz.Parser;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Taking;
import org.sala.domain.RecordId;

/** A picture is decoded only once its size is known, and never more than its first frame. */
class PictureTest {
  @TempDir Path folder;
  private Desk desk;
  private RecordId caseId;

  @BeforeEach
  void aCase() {
    desk = Desks.create(folder.resolve("s"), "Officer One Example", "one");
    caseId = desk.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
  }

  @AfterEach
  void locked() {
    desk.close();
  }

  /** Size and bytes of what may be decoded. */
  private record Decodable(int width, int height, byte[] bytes) {}

  private Optional<Decodable> picture(byte[] file) throws IOException {
    Taking taking =
        desk.exhibits()
            .take(
                caseId,
                new Exhibits.NewExhibit("picture", "", Optional.empty(), "", ""),
                Files.write(folder.resolve("file"), file),
                Progress.none());
    RecordId id = ((Taking.Taken) taking).record();
    try (AttachedContent content =
        ((AttachedContent.Opening.Opened) desk.exhibits().open(id)).content()) {
      Optional<Picture> picture = content.picture();
      if (picture.isEmpty()) {
        return Optional.empty();
      }
      Picture p = picture.get();
      return Optional.of(new Decodable(p.width(), p.height(), p.bytes().readAllBytes()));
    }
  }

  private static byte[] png(int width, int height) {
    return ByteBuffer.allocate(40)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
        .putInt(13)
        .put("IHDR".getBytes(StandardCharsets.US_ASCII))
        .putInt(width)
        .putInt(height)
        .array();
  }

  /** A camera's own data first, as long as it may be, then the size. */
  private static byte[] jpeg(int width, int height) {
    ByteBuffer out = ByteBuffer.allocate(2 + 65_537 + 19);
    out.putShort((short) 0xffd8).putShort((short) 0xffe1).putShort((short) 65_535);
    out.position(2 + 65_537);
    out.putShort((short) 0xffc0).putShort((short) 17).put((byte) 8);
    return out.putShort((short) height).putShort((short) width).array();
  }

  private static byte[] bmp(int width, int height) {
    ByteBuffer out = ByteBuffer.allocate(54).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'B').put((byte) 'M').position(14);
    return out.putInt(40).putInt(width).putInt(height).array();
  }

  private static byte[] gif(int frames, int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(sides(width, height));
    out.writeBytes(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, -1, -1, -1});
    for (int i = 0; i < frames; i++) {
      out.writeBytes(new byte[] {0x21, (byte) 0xf9, 4, 0, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0});
      out.writeBytes(sides(width, height));
      out.writeBytes(new byte[] {0, 2, 2, 0x44, 1, 0});
    }
    out.write(0x3b);
    return out.toByteArray();
  }

  private static byte[] sides(int width, int height) {
    return ByteBuffer.allocate(4)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) width)
        .putShort((short) height)
        .array();
  }

  @Test
  void itsSizeIsReadFromItsHead() throws Exception {
    assertThat(picture(png(640, 480)).orElseThrow())
        .matches(d -> d.width() == 640 && d.height() == 480);
    assertThat(picture(jpeg(4_000, 3_000)).orElseThrow())
        .matches(d -> d.width() == 4_000 && d.height() == 3_000);
    assertThat(picture(bmp(320, -200)).orElseThrow())
        .as("written from the top")
        .matches(d -> d.width() == 320 && d.height() == 200);
  }

  @Test
  void whatClaimsMorePixelsThanCanBeBorneIsNotDecoded() throws Exception {
    assertThat(picture(png(30_000, 30_000))).isEmpty();
    assertThat(picture(png(-1, 1))).isEmpty();
    assertThat(picture(png(0, 10))).isEmpty();
    assertThat(picture(jpeg(65_535, 65_535))).isEmpty();
    assertThat(picture(bmp(Integer.MAX_VALUE, Integer.MIN_VALUE))).isEmpty();
    assertThat(picture(gif(1, 60_000, 60_000))).isEmpty();
  }

  @Test
  void whatEndsBeforeItsSizeIsNotDecoded() throws Exception {
    assertThat(picture(java.util.Arrays.copyOf(png(10, 10), 20))).isEmpty();
    assertThat(picture(java.util.Arrays.copyOf(jpeg(10, 10), 65_000))).isEmpty();
    assertThat(picture(java.util.Arrays.copyOf(gif(1, 10, 10), 40))).isEmpty();
  }

  @Test
  void aMovingPictureIsItsFirstFrame() throws Exception {
    byte[] one = gif(1, 10, 10);
    assertThat(picture(gif(500, 10, 10)).orElseThrow().bytes()).isEqualTo(one);
    assertThat(picture(one).orElseThrow().bytes()).isEqualTo(one);
  }

  @Test
  void drawingsThatAreProgramsAreTextAndNoPicture() throws Exception {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'></svg>".getBytes(StandardCharsets.UTF_8);
    assertThat(picture(svg)).isEmpty();
  }

  @Test
  void whateverAPictureHoldsItIsBearableOrNone() {
    Parser parser =
        new Parser(
            "picture",
            List.of(png(640, 480), jpeg(40, 30), bmp(320, -200), gif(2, 10, 10)),
            List.of("GIF89a", "IHDR", "\u0000\u0000", "\u00ff"),
            bytes ->
                picture(bytes)
                    .ifPresent(
                        d ->
                            assertThat((long) d.width() * d.height())
                                .isBetween(1L, Picture.MOST_PIXELS)),
            List.of(),
            1L << 30);
    assertThat(Fuzzing.run(parser, 13, 150, Duration.ofSeconds(3)).findings()).isEmpty();
  }
}
