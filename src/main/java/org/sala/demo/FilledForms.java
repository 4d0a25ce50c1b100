package org.sala.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.forms.Forms;
import org.sala.domain.DateReader;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.form.Answer;

/** The forms of the night: money that can still be called back, and a safety plan. All invented. */
final class FilledForms {
  private static final Forms.Setting THAI = new Forms.Setting("th", "IN-04");

  private final Forms forms;
  private final RecordId form;

  private FilledForms(Forms forms, RecordId form) {
    this.forms = forms;
    this.form = form;
  }

  /**
   * Fills in both; the smaller station has too few people for them.
   *
   * @param now the clock of the night
   */
  static void fill(Desk station, RecordId caseId, List<RecordId> people, Moment now) {
    if (people.size() > 4) {
      Forms forms = station.forms();
      new FilledForms(forms, begin(forms, "defrauded", people.get(4), caseId)).money(now);
      new FilledForms(forms, begin(forms, "needs", people.get(1), caseId)).plan();
    }
  }

  private static RecordId begin(Forms forms, String id, RecordId person, RecordId caseId) {
    return forms.begin(person, Optional.of(caseId), new Forms.Offer(id, "", ""), THAI);
  }

  private void say(String path, Answer answer) {
    forms.answer(form, path, answer);
  }

  private void money(Moment now) {
    say("/defrauded/first/how", new Answer.Words("A message about a job. Example words."));
    say("/defrauded/first/channel", new Answer.Chosen("messenger"));
    say("/defrauded/first/when", new Answer.Day(DateReader.date("10/2569")));
    say("/defrauded/first/handles", new Answer.Words("@example_handle\n+00 000 0000"));
    say("/defrauded/first/domains", new Answer.Words("invest.example"));
    say("/defrauded/transfer", new Answer.Times(2));
    transfer(1, "e_wallet", now, 26, "8000");
    transfer(2, "bank", now, 5, "145000.50");
    say("/defrauded/transfer[2]/from_account", new Answer.Without(Answer.Why.LATER));
    say("/defrauded/now/offered", new Answer.Chosen("yes"));
    forms.left(form, "/defrauded/transfer[2]/rail");
  }

  private void transfer(int number, String rail, Moment now, int hoursAgo, String amount) {
    String path = "/defrauded/transfer[" + number + "]/";
    say(path + "rail", new Answer.Chosen(rail));
    say(
        path + "at",
        new Answer.Instant(
            now.local().toOffsetDateTime().minusHours(hoursAgo).withSecond(0).withNano(0)));
    say(path + "amount", new Answer.Amount(new BigDecimal(amount)));
    say(path + "currency", new Answer.Words("THB"));
    say(path + "from_with", new Answer.Words("Bank of Examples"));
    say(path + "to_with", new Answer.Words("Second Bank of Examples"));
    say(path + "to_account", new Answer.Words("000-0-00000-" + number));
    say(path + "to_name", new Answer.Words("Nobody Example"));
    say(path + "reference", new Answer.Words("EX00000" + number));
  }

  private void plan() {
    say("/needs/tonight/needed", new Answer.Several(List.of("medicine", "call")));
    say("/needs/tonight/safe_here", new Answer.Chosen("partly"));
    say("/needs/tonight/safe_words", new Answer.Words("A room with a lock. Example words."));
    forms.left(form, "/needs/safety/danger");
  }
}
