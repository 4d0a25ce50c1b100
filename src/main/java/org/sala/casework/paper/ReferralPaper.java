package org.sala.casework.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.protection.Referral;
import org.sala.domain.Words;
import org.sala.report.Block;
import org.sala.report.Block.Look;
import org.sala.report.Paper;

/**
 * What a service is told of a person, and below the line what it sends back. What is not ticked is
 * not mentioned; of health and of what happened only a line to write on is printed, so that nothing
 * leaves which nobody chose word by word.
 */
final class ReferralPaper {
  private final Words words;
  private final Referral referral;
  private final Referral.Contents contents;

  ReferralPaper(Words words, Referral referral, Referral.Contents contents) {
    this.words = words;
    this.referral = referral;
    this.contents = contents;
  }

  Paper of(People.PersonLine person, String from, String foot) {
    List<Block> all = new ArrayList<>();
    all.add(
        new Block.Words(
            words.t(
                "referral.about",
                words.code("service", contents.service().name()),
                contents.agency()),
            Look.TITLE));
    referral.sent().ifPresent(s -> all.add(body(words.t("referral.sent", words.date(s)))));
    referral.due().ifPresent(d -> all.add(body(words.t("paper.referral.until", words.date(d)))));
    if (!from.isEmpty()) {
      all.add(body(words.t("paper.referral.from", from)));
    }
    all.add(new Block.Space(8));
    for (Referral.Item item : contents.shared()) {
      told(item, person, all);
    }
    Differing.words(differing(person), words).ifPresent(line -> all.add(small(line)));
    all.add(body(words.t("paper.referral.basis", words.code("basis", contents.basis()))));
    all.add(small(words.t("paper.referral.duty")));
    all.add(new Block.Space(10));
    all.add(new Block.Fields(List.of(words.t("paper.triage.officer"), words.t("paper.signature"))));
    all.add(new Block.Space(30));
    all.add(new Block.Together(slip()));
    boolean numbered = contents.shared().contains(Referral.Item.NUMBER);
    return new Paper(
        numbered ? person.wristband() : "", words.t("paper.referral.title"), foot, all);
  }

  /**
   * What is printed of which versions differ: of the referral, and of the name where it is told.
   */
  private List<Cases.Shown> differing(People.PersonLine person) {
    List<Cases.Shown> all = new ArrayList<>(referral.differing());
    if (contents.shared().contains(Referral.Item.NAME)) {
      all.addAll(person.namesDiffering());
    }
    return all;
  }

  private void told(Referral.Item item, People.PersonLine person, List<Block> all) {
    all.add(new Block.Words(words.code("shared", item.code()), Look.STRONG));
    all.add(
        switch (item) {
          case NUMBER -> body(person.wristband());
          case LANGUAGE -> body(languages(person));
          case NEED -> body(contents.asked());
          case AGE ->
              body(words.code("age", person.ageDoubted() ? "unknown" : person.age().code()));
          case NAME -> body(name(person));
          case CONTACT, HEALTH, ACCOUNT -> new Block.Blank(item == Referral.Item.CONTACT ? 1 : 3);
        });
    all.add(new Block.Space(5));
  }

  private String languages(People.PersonLine person) {
    return person.languages().isEmpty()
        ? words.t("none")
        : Arrays.stream(person.languages().split(" "))
            .map(l -> words.code("lang", l))
            .collect(Collectors.joining(", "));
  }

  private String name(People.PersonLine person) {
    if (person.name().isEmpty() && person.roman().isEmpty()) {
      return words.t("people.unnamed");
    }
    return person.roman().isEmpty() || person.name().isEmpty()
        ? person.name() + person.roman()
        : person.name() + " (" + person.roman() + ")";
  }

  /**
   * Returns the return slip: it comes back by any hand, so it has a number of its own and nothing
   * of the person.
   */
  private List<Block> slip() {
    return List.of(
        new Block.Cut(words.t("paper.referral.cut")),
        new Block.Words(words.t("paper.referral.slip", referral.slip()), Look.HEADING),
        body(contents.agency()),
        new Block.Space(4),
        new Block.Ticks(
            List.of(
                new Block.Tick(words.t("referralState.ACCEPTED"), false),
                new Block.Tick(words.t("referralState.DONE"), false)),
            false),
        new Block.Ticks(List.of(new Block.Tick(words.t("paper.referral.rejected"), false)), true),
        new Block.Fields(
            List.of(words.t("people.name"), words.t("paper.signature"), words.t("paper.day"))));
  }

  private static Block body(String text) {
    return new Block.Words(text, Look.BODY);
  }

  private static Block small(String text) {
    return new Block.Words(text, Look.SMALL);
  }
}
