package org.sala.bench.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desks;
import org.sala.demo.CheapTyping;
import org.sala.demo.Words;
import org.sala.demo.WorkingNight;

/** F11: what an officer typed, searched, attached and exported lies readable nowhere. */
class LeaksTest {
  @TempDir Path folder;

  @Test
  void noMarkedWordIsFoundAfterLockExitKillOrCrash() throws Exception {
    Leaks leaks = new Leaks(folder, CheapNight.class.getName(), 20261125);
    assertThat(leaks.run()).isEmpty();
    assertThat(leaks.searched()).isEqualTo(6);
    assertThat(leaks.files()).as("files of all states").isGreaterThan(150);
  }

  private interface Packing {
    OutputStream on(OutputStream out) throws Exception;
  }

  private static byte[] packed(byte[] content, Packing packing) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packing.on(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(byte[] content) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("entry"));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The broken variants: a word planted in each way must be found. */
  @Test
  void aPlantedWordIsFoundInEveryEncoding() throws Exception {
    for (String word : List.of("Winnowhill Example", "ตัวอย่างสมมติ", "Việtví", "陈示例")) {
      LeakSearch search = new LeakSearch(List.of(word, "never planted"));
      for (Map.Entry<String, byte[]> way : ways(word).entrySet()) {
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        byte[] hay = new byte[noise.length + way.getValue().length];
        System.arraycopy(noise, 0, hay, 0, 3000);
        System.arraycopy(way.getValue(), 0, hay, 3000, way.getValue().length);
        System.arraycopy(noise, 3000, hay, 3000 + way.getValue().length, 2000);
        assertThat(search.bytes(Path.of("planted"), hay))
            .as(word + " in " + way.getKey())
            .extracting(LeakSearch.Leak::word)
            .containsOnly(word);
      }
      assertThat(search.bytes(Path.of("noise"), new byte[100_000])).isEmpty();
    }
  }

  private static Map<String, byte[]> ways(String word) throws Exception {
    Map<String, byte[]> ways = new LinkedHashMap<>();
    byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
    ways.put("utf-8", utf8);
    ways.put("utf-16le", word.getBytes(StandardCharsets.UTF_16LE));
    ways.put("utf-16be", word.getBytes(StandardCharsets.UTF_16BE));
    ways.put("decomposed", Normalizer.normalize(word, Normalizer.Form.NFD).getBytes("UTF-8"));
    ways.put("small letters", word.toLowerCase(java.util.Locale.ROOT).getBytes("UTF-8"));
    for (int before = 0; before < 3; before++) {
      String padded = "x".repeat(before) + word + " and so on";
      for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
        byte[] bytes = padded.getBytes(charset);
        ways.put(
            "base64 " + before + charset, ascii("\0" + Base64.getEncoder().encodeToString(bytes)));
        ways.put(
            "base64 in lines " + before + charset,
            Base64.getMimeEncoder(8, new byte[] {'\r', '\n'}).encode(bytes));
        ways.put(
            "base64 after a digit " + before + charset,
            ascii("Q" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
      }
    }
    ways.put("hex", ascii("\0" + HexFormat.of().formatHex(utf8)));
    ways.put("gzip", packed(utf8, GZIPOutputStream::new));
    ways.put("zlib", packed(utf8, DeflaterOutputStream::new));
    ways.put("zip", zip(utf8));
    byte[] inside = packed(utf8, DeflaterOutputStream::new);
    ways.put("zlib in base64", ascii("\0" + Base64.getEncoder().encodeToString(inside)));
    ways.put("base64 in gzip", packed(Base64.getEncoder().encode(utf8), GZIPOutputStream::new));
    return ways;
  }

  @Test
  void namesAndLargeFilesAreSearchedAndExceptionsAreNot() throws Exception {
    String word = "Winnowhill";
    byte[] large = new byte[70 << 20];
    // Across the end of the first piece that is read.
    System.arraycopy(ascii(word), 0, large, (32 << 20) - 4, word.length());
    Files.write(folder.resolve("large"), large);
    Files.write(folder.resolve("winnowhill.txt"), new byte[1]);
    Files.write(Files.createDirectory(folder.resolve("clear")).resolve("f"), ascii(word));
    assertThat(new LeakSearch(List.of(word)).folder(folder, Set.of(folder.resolve("clear"))))
        .extracting(l -> l.file().getFileName().toString())
        .containsExactlyInAnyOrder("large", "winnowhill.txt");
  }

  @Test
  void theDemonstrationLeavesNoWordAndAPlantedOneIsFound() throws Exception {
    assertThat(new WorkingNight(Desks.CHEAP, folder, l -> {}, CheapTyping.class).play()).isEmpty();
    List<String> said = new ArrayList<>();
    DemoLeaks leaks = new DemoLeaks(Desks.CHEAP, said::add);
    assertThat(leaks.search(folder, List.of())).as(said.toString()).isTrue();
    Files.writeString(folder.resolve("usb/note"), Words.ofTheCast().getFirst());
    assertThat(leaks.search(folder, List.of())).isFalse();
  }
}
