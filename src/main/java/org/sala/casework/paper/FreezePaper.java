package org.sala.casework.paper;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sala.casework.forms.FreezeRequest;
import org.sala.casework.forms.Transfers;
import org.sala.domain.Words;
import org.sala.report.Block;
import org.sala.report.Block.Look;
import org.sala.report.Paper;

/**
 * The request to hold money, as a bank or service gets it: what is looked for first, then what is
 * asked, then room for the answer. Times stand with their zone and in UTC, for the two ends of a
 * transfer may lie in two zones.
 */
final class FreezePaper {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'xxx", Locale.ROOT);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

  private final Words words;
  private final FreezeRequest.Letter letter;

  FreezePaper(Words words, FreezeRequest.Letter letter) {
    this.words = words;
    this.letter = letter;
  }

  Paper of(FreezeRequest all, String foot) {
    FreezeRequest request = letter.to().isEmpty() ? all : all.to(letter.to());
    List<Block> sheet = new ArrayList<>();
    sheet.add(new Block.Words(words.t("freeze.sheet"), Look.STRONG));
    sheet.add(new Block.Space(6));
    sheet.add(
        letter.to().isEmpty()
            ? new Block.Fields(List.of(words.t("freeze.addressee")))
            : line("freeze.addressee", letter.to()));
    sheet.add(line("freeze.by", request.officer()));
    sheet.add(
        request.agency().isEmpty()
            ? new Block.Fields(List.of(words.t("freeze.agency")))
            : line("freeze.agency", request.agency()));
    sheet.add(line("freeze.made", exact(request.made().local().toOffsetDateTime())));
    if (!request.caseNumber().isEmpty()) {
      sheet.add(line("freeze.case", request.caseNumber()));
    }
    sheet.add(line("freeze.number", request.person()));
    sheet.add(new Block.Fields(List.of(words.t("freeze.telephone"), words.t("freeze.basis"))));
    sheet.add(new Block.Space(8));
    sheet.add(transfers(request));
    sheet.add(new Block.Together(asked()));
    return new Paper("", words.t("freeze.title"), foot, sheet);
  }

  private Block transfers(FreezeRequest request) {
    return new Block.Grid(
        List.of(10, 4, 8, 8),
        Stream.of("freeze.how", "freeze.amount", "freeze.from", "freeze.to").map(words::t).toList(),
        request.transfers().stream().map(this::row).toList());
  }

  private List<String> row(Transfers.Transfer t) {
    String how =
        t.number()
            + ". "
            + (t.rail().isEmpty() ? words.t("freeze.unknown") : words.code("rail", t.rail()))
            + "\n"
            + t.at().map(this::exact).orElseGet(() -> words.t("freeze.at") + ": " + unknown(""))
            + "\n"
            + words.t("freeze.reference")
            + ": "
            + unknown(t.reference());
    Transfers.End from = letter.named() ? t.from() : t.from().unnamed();
    return List.of(how, unknown(t.sum(words)), unknown(from.told()), unknown(t.to().told()));
  }

  private String exact(OffsetDateTime at) {
    return words.t(
        "freeze.exact", EXACT.format(at), UTC.format(at.withOffsetSameInstant(ZoneOffset.UTC)));
  }

  private List<Block> asked() {
    List<Block> all = new ArrayList<>();
    all.add(new Block.Words(words.t("freeze.asked"), Look.HEADING));
    for (String key :
        List.of(
            "freeze.asked.hold",
            "freeze.asked.next",
            "freeze.asked.keep",
            "freeze.asked.quiet",
            "freeze.asked.answer")) {
      all.add(new Block.Words(words.t(key), Look.BODY));
    }
    all.add(new Block.Space(4));
    all.add(new Block.Words(words.t("freeze.order"), Look.SMALL));
    all.add(new Block.Words(words.t(letter.named() ? "freeze.named" : "freeze.below"), Look.SMALL));
    all.add(new Block.Space(8));
    all.add(
        new Block.Fields(
            List.of(words.t("paper.signature"), words.t("paper.place"), words.t("paper.day"))));
    all.add(new Block.Words(words.t("freeze.reply"), Look.HEADING));
    all.add(
        new Block.Fields(
            List.of(
                words.t("freeze.held"), words.t("freeze.held.at"), words.t("freeze.held.number"))));
    return all;
  }

  private String unknown(String value) {
    return value.isBlank() ? words.t("freeze.unknown") : value;
  }

  private Block line(String key, String value) {
    return new Block.Words(words.t(key) + ": " + value.replace('\n', ' '), Look.BODY);
  }
}
