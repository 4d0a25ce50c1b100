package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An empty form on paper: every question once, with the choices that bring it or take it away. */
class UnfoldedTest {
  private static Unfolded.Line at(Unfolded open, String path) {
    return open.lines().stream()
        .filter(l -> l.question().path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path));
  }

  private static List<String> codes(List<Unfolded.When> when) {
    return when.stream().map(w -> w.choice().code()).toList();
  }

  @Test
  void whatDependsOnAChoiceStandsBehindItWithThatChoice() {
    Unfolded open = Unfolded.of(BuiltIn.newest("defrauded").form());
    assertThat(open.whole()).isTrue();
    Unfolded.Line who = at(open, "/defrauded/now/offered_words");
    assertThat(codes(who.onlyIf())).containsExactly("yes");
    assertThat(who.onlyIf().getFirst().asked().path()).isEqualTo("/defrauded/now/offered");
    assertThat(codes(at(open, "/defrauded/now/reported_words").onlyIf()))
        .containsExactly("bank", "hotline", "police", "platform");
    List<String> order = open.lines().stream().map(l -> l.question().path()).toList();
    assertThat(order.indexOf("/defrauded/now/offered_words"))
        .isEqualTo(order.indexOf("/defrauded/now/offered") + 1);
  }

  @Test
  void aGroupThatRepeatsStandsOnceAndSaysWhatIsSkippedInIt() {
    Unfolded open = Unfolded.of(BuiltIn.newest("defrauded").form());
    assertThat(codes(at(open, "/defrauded/transfer[1]/from_account").notIf()))
        .containsExactly("cash", "gift_card");
    assertThat(at(open, "/defrauded/transfer[1]/to_account").notIf()).isEmpty();
    assertThat(open.lines()).noneMatch(l -> l.question().path().contains("transfer[2]"));
  }

  @Test
  void everyQuestionOfTheFormsThatComeWithSalaStandsThereOnce() {
    for (String id : BuiltIn.names()) {
      Form form = BuiltIn.newest(id).form();
      List<String> paths =
          Unfolded.of(form).lines().stream().map(l -> l.question().path()).toList();
      assertThat(paths).as(id).doesNotHaveDuplicates();
      assertThat(paths)
          .as(id)
          .containsAll(
              form.questions().stream()
                  .filter(q -> !(q instanceof Question.OnceMore))
                  .map(Question::path)
                  .toList());
    }
  }
}
