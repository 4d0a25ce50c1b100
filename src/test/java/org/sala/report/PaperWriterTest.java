package org.sala.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sala.domain.Moment;
import org.sala.report.Block.Look;
import org.sala.ui.text.Texts;

/** Pages of every script, read back by another program: every letter, every font, nothing cut. */
class PaperWriterTest {
  private static final Moment NOW =
      new Moment(Instant.parse("2026-11-24T20:12:11Z"), ZoneId.of("Asia/Bangkok"));

  /** Ordinary sentences; the names in them are invented. */
  private static final Map<String, String> SENTENCES =
      Map.of(
          "en", "Are you hurt or ill, do you take medicine, are you pregnant?",
          "th", "คุณบาดเจ็บหรือป่วย กินยาประจำ หรือตั้งครรภ์อยู่ไหม น้ำดื่มอยู่ที่นี่ ปีที่ 24",
          "vi", "Bạn có bị thương hay ốm không, bạn có đang uống thuốc không?",
          "lo", "ເຈົ້າເຈັບຫຼືບາດເຈັບບໍ ເຈົ້າກິນຢາຢູ່ບໍ ນ້ຳຢູ່ນີ້",
          "km", "តើអ្នកឈឺ ឬរបួសទេ តើអ្នកលេបថ្នាំទេ ខ្ញុំនៅទីនេះ ស្រ្តី",
          "my", "သင် နာကျင်နေပါသလား ဆေးသောက်နေပါသလား ကျွန်ုပ်တို့ ဒီမှာရှိပါတယ် မြန်မာ",
          "zh", "你受伤了吗？你在吃药吗？繁體字也在這裡。",
          "id", "Apakah Anda terluka atau sakit, apakah Anda minum obat?");

  private static byte[] written(List<Block> blocks) {
    return papers(List.of(new Paper("A-001", "Example", "Foot of an example", blocks)));
  }

  private static byte[] papers(List<Paper> papers) {
    return new PaperWriter(Texts.in("en", ZoneOffset.UTC), NOW)
        .write(papers, Watching.NOBODY)
        .orElseThrow();
  }

  private static Block words(String text) {
    return new Block.Words(text, Look.BODY);
  }

  @Test
  void everyLetterOfEveryScriptIsReadBackAsItWasWritten() throws Exception {
    List<Block> blocks = new ArrayList<>();
    SENTENCES.values().forEach(s -> blocks.add(words(s)));
    SENTENCES.values().forEach(s -> blocks.add(new Block.Words(s, Look.STRONG)));
    byte[] pdf = written(blocks);
    String read = String.join("\n", ReadBack.pages(pdf));
    SENTENCES.forEach((language, s) -> assertThat(read.split(s, -1)).as(language).hasSize(3));
    assertThat(ReadBack.notEmbedded(pdf)).isEmpty();
    ReadBack.keep(pdf, 0, "scripts");
  }

  @Test
  void severalScriptsInOneLineStayInTheirOrder() throws Exception {
    String mixed = "Thiri Example (သီရိ) · ธีรี · 24 · 受伤 · ខ្ញុំ · A-014";
    assertThat(String.join("", ReadBack.pages(written(List.of(words(mixed)))))).contains(mixed);
  }

  @Test
  void linesThatWereCutAreTheWordsAgainAndNoneIsTooWide() {
    Random random = new Random(41);
    List<String> sentences = new ArrayList<>(SENTENCES.values());
    sentences.add("x".repeat(300));
    sentences.add("ກ".repeat(200));
    for (int round = 0; round < 60; round++) {
      Collections.shuffle(sentences, random);
      String text = String.join(random.nextBoolean() ? " " : "", sentences.subList(0, 3));
      float width = 60 + random.nextInt(400);
      List<Line> lines = new Wrapping(Typefaces.all(), 10, random.nextBoolean(), width).lines(text);
      assertThat(lines.stream().map(Line::text).collect(Collectors.joining())).isEqualTo(text);
      assertThat(lines).allMatch(l -> l.width() <= width);
    }
  }

  @Test
  void thaiIsCutBetweenWords() {
    List<Line> lines =
        new Wrapping(Typefaces.all(), 10, false, 90).lines("ผู้ชายคนหนึ่งเดินทางไปทำงานต่างประเทศ");
    assertThat(lines.size()).isGreaterThan(1);
    List<String> words =
        List.of("ผู้ชาย", "คน", "หนึ่ง", "เดินทาง", "ไป", "ทำงาน", "ต่าง", "ประเทศ");
    String rest = lines.stream().map(Line::text).collect(Collectors.joining("|"));
    for (String w : words) {
      assertThat(rest).contains(w);
    }
  }

  @Test
  void nothingIsDrawnInTheMargins() throws Exception {
    byte[] pdf = written(List.of(words("W".repeat(900)), words(SENTENCES.get("th").repeat(20))));
    BufferedImage page = ReadBack.picture(pdf, 0);
    int margin = (int) (44 * 100 / 72.0);
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < margin; x++) {
        assertThat(page.getRGB(x, y) & 0xffffff).isEqualTo(0xffffff);
        assertThat(page.getRGB(page.getWidth() - 1 - x, y) & 0xffffff).isEqualTo(0xffffff);
      }
    }
  }

  @Test
  void everyPageSaysItsNumberAndWhichOfHowManyItIs() throws Exception {
    List<Block> long60 = IntStream.range(0, 100).mapToObj(i -> words("Line " + i)).toList();
    byte[] pdf =
        papers(
            List.of(
                new Paper("A-001", "Example", "", long60),
                new Paper("A-002", "Example", "", List.of())));
    List<String> pages = ReadBack.pages(pdf);
    assertThat(pages).hasSize(3);
    assertThat(pages.get(0)).contains("A-001", "Page 1 of 2");
    assertThat(pages.get(1)).contains("A-001", "Page 2 of 2", "Line 99");
    assertThat(pages.get(2)).contains("A-002", "Page 1 of 1");
  }

  @Test
  void theHeadOfATableStandsOnEveryPageAndNoRowIsLost() throws Exception {
    List<List<String>> rows =
        IntStream.range(0, 90).mapToObj(i -> List.of("row" + i, SENTENCES.get("my"))).toList();
    List<List<String>> all = new ArrayList<>(rows);
    all.add(List.of("tall", "again and again ".repeat(700) + "end"));
    byte[] pdf = written(List.of(new Block.Grid(List.of(1, 3), List.of("One head", "Two"), all)));
    List<String> pages = ReadBack.pages(pdf);
    assertThat(pages).hasSizeGreaterThan(4).allMatch(p -> p.contains("One head"));
    String letters = ReadBack.letters(pdf);
    rows.forEach(r -> assertThat(letters).contains(r.getFirst()));
    assertThat(letters.split("againandagain", -1)).hasSize(701);
    assertThat(letters).contains("end");
  }

  @Test
  void aHeadingNeverStandsAloneAtTheFoot() throws Exception {
    for (int before = 30; before < 60; before++) {
      List<Block> blocks =
          new ArrayList<>(IntStream.range(0, before).mapToObj(i -> words("line " + i)).toList());
      blocks.add(new Block.Words("The heading", Look.HEADING));
      blocks.add(words("what follows it"));
      List<List<Mark>> pages = Paging.of(new Arranging(Typefaces.all(), 48, 400).strips(blocks));
      for (List<Mark> page : pages) {
        List<String> texts =
            page.stream()
                .filter(Mark.Text.class::isInstance)
                .map(m -> ((Mark.Text) m).line().text())
                .toList();
        assertThat(texts.contains("The heading")).isEqualTo(texts.contains("what follows it"));
      }
    }
  }

  @Test
  void hostileWordsAreWrittenAndReadBackWithoutHarm() throws Exception {
    String bell = "before\u0007after";
    String turned = "abc\u202Edef\u202C";
    String broken = "x\uD800y";
    String hidden = "ខ្ញុំ\u200Bស្រ្តី";
    String boxes = "한국 names";
    byte[] pdf =
        written(List.of(words(bell), words(turned), words(broken), words(hidden), words(boxes)));
    String read = ReadBack.letters(pdf);
    assertThat(read).contains("beforeafter", "abcdef", "x\uFFFDy", "ខ្ញុំ", "ស្រ្តី", "한국names");
    assertThat(ReadBack.notEmbedded(pdf)).isEmpty();
    ReadBack.keep(pdf, 0, "hostile");
  }

  @Test
  void twoHundredSheetsSayHowFarTheyAreAndStopWhenTheyAreTold() {
    List<Paper> papers =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> new Paper("A-" + i, "Example", "", List.of(words("One"))))
            .toList();
    Watching all = new Watching(Integer.MAX_VALUE);
    assertThat(new PaperWriter(Texts.in("th", ZoneOffset.UTC), NOW).write(papers, all)).isPresent();
    assertThat(all.done()).isEqualTo(200);
    Watching some = new Watching(7);
    assertThat(new PaperWriter(Texts.in("en", ZoneOffset.UTC), NOW).write(papers, some)).isEmpty();
    assertThat(some.done()).isEqualTo(7);
  }

  @Test
  void whatTheFileSaysOfItselfNamesNobody() throws Exception {
    byte[] pdf =
        papers(List.of(new Paper("A-001", "Worksheet", "", List.of(words("Thiri Example")))));
    try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Worksheet");
      assertThat(document.getDocumentInformation().getAuthor()).isNull();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(NOW.instant());
    }
  }
}
