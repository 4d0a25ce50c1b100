package org.sala.ui.screening;

import java.util.List;
import org.sala.casework.paper.ScreeningPapers;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.paper.Saving;
import org.sala.ui.route.Here;

/** What is printed of a screening that is over: the worksheet, or the form with its answers. */
final class ReviewPapers {
  private static final String WORKSHEET = "worksheet";
  private static final String FORM = "form";

  private ReviewPapers() {}

  static void ask(Here here, ScreeningPapers papers, RecordId screening, String number) {
    Choice what = new Choice(List.of(WORKSHEET, FORM), c -> here.t("paper.review." + c));
    what.setId("paper-what");
    Form form = new Form();
    form.add(here.t("paper.what"), what);
    Saving.ask(
        here,
        here.t("paper.print"),
        form,
        () -> what.getValue() + "-" + number + ".pdf",
        () ->
            what.getValue().equals(FORM)
                ? (to, progress) -> papers.filledForm(screening, here.texts(), to, progress)
                : (to, progress) -> papers.worksheet(screening, here.texts(), to, progress));
  }
}
