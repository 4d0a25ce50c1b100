package org.sala.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.cli.Measured;
import org.sala.domain.AgeGroup;
import org.sala.form.Account;
import org.sala.form.Answer;
import org.sala.form.Catalogue;
import org.sala.form.Form;
import org.sala.form.Interview;
import org.sala.form.Question;
import org.sala.form.Rules;

/**
 * (forms) From one question to the next in a form of 300 questions with 2,000 translations, each
 * relevant by another answer, and an explanation from scratch, the recalculation of the whole
 * scam-compound form included. The aims are plain times: no program is known that does the same.
 * Processor time of the thread is measured, so that what else the machine does does not count.
 */
final class InterviewPace {
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final int QUESTIONS = 300;
  private static final List<String> LANGUAGES = List.of("en", "th", "km");
  private static final List<String> CODES = List.of("yes", "no", "unknown", "declined", "later");

  private InterviewPace() {}

  static void measure(Plan plan) {
    next(plan);
    explanation(plan);
  }

  private static void next(Plan plan) {
    Interview interview = Form.read(form().getBytes(StandardCharsets.UTF_8)).open(Map.of());
    Map<String, Answer> answers = new HashMap<>();
    double[] medians = new double[plan.runs()];
    for (int run = -1; run < plan.runs(); run++) {
      double[] took = new double[QUESTIONS];
      for (int i = 0; i < QUESTIONS; i++) {
        answers.put("/d/q" + i, new Answer.Chosen(CODES.get((i + run + 1) % 3 == 0 ? 1 : 0)));
        long began = CLOCK.getCurrentThreadCpuTime();
        if (!interview.become(answers)) {
          throw new IllegalStateException("the form has to be opened anew");
        }
        List<Question> shown = interview.questions();
        took[i] = (CLOCK.getCurrentThreadCpuTime() - began) / 1e6;
        if (shown.isEmpty()) {
          throw new IllegalStateException("the form shows nothing");
        }
      }
      if (run >= 0) {
        medians[run] = tail(took);
      }
    }
    String note = plan.note("95th percentile of " + QUESTIONS + " answers, processor time");
    found(plan, "question to next question", 16, medians, note);
  }

  private static void explanation(Plan plan) {
    Catalogue catalogue = Catalogue.scamCompound();
    Interview interview = catalogue.form().open(Map.of());
    Map<String, Answer> all = new LinkedHashMap<>();
    Map<String, List<Answer>> versions = new LinkedHashMap<>();
    catalogue
        .indicators()
        .forEach(
            i -> {
              Answer yes = new Answer.Chosen("yes");
              all.put(catalogue.path(i), yes);
              versions.put(catalogue.path(i), List.of(yes));
            });
    int times = plan.size(400, 40);
    double[] medians = new double[plan.runs()];
    for (int run = -1; run < plan.runs(); run++) {
      double[] took = new double[times];
      for (int i = 0; i < times; i++) {
        interview.become(Map.of());
        long began = CLOCK.getCurrentThreadCpuTime();
        interview.become(all);
        List<Question> shown = interview.questions();
        Account account = catalogue.account(AgeGroup.ADULT, versions, false);
        Rules.explain(catalogue, account);
        took[i] = (CLOCK.getCurrentThreadCpuTime() - began) / 1e6;
        if (shown.isEmpty()) {
          throw new IllegalStateException("the form shows nothing");
        }
      }
      if (run >= 0) {
        medians[run] = tail(took);
      }
    }
    String note =
        plan.note("95th percentile of " + times + ", all 44 answers put in anew, processor time");
    found(plan, "explanation from scratch", 5, medians, note);
  }

  private static double tail(double[] took) {
    Arrays.sort(took);
    return took[took.length * 95 / 100];
  }

  private static void found(Plan plan, String what, double aim, double[] runs, String note) {
    Arrays.sort(runs);
    double middle = Pair.middle(runs);
    plan.found()
        .accept(
            new Measured(
                "forms",
                what,
                middle,
                0,
                "ms",
                middle,
                runs[0],
                runs[runs.length - 1],
                aim,
                true,
                note));
  }

  /** Every third question is shown only where the one before it was answered with yes. */
  private static String form() {
    StringBuilder xml =
        new StringBuilder(
            "<h:html xmlns=\"http://www.w3.org/2002/xforms\""
                + " xmlns:h=\"http://www.w3.org/1999/xhtml\""
                + " xmlns:jr=\"http://openrosa.org/javarosa\">"
                + "<h:head><h:title>Pace</h:title><model><itext>");
    for (String language : LANGUAGES) {
      xml.append("<translation lang=\"").append(language).append("\">");
      CODES.forEach(c -> text(xml, c, language));
      for (int i = 0; i < QUESTIONS; i++) {
        text(xml, "q" + i, language);
        text(xml, "q" + i + ":hint", language);
      }
      // The rest of the 2,000: texts that other forms of the same catalogue share.
      for (int i = 0; i < 62; i++) {
        text(xml, "shared" + i, language);
      }
      xml.append("</translation>");
    }
    xml.append("</itext><instance><d id=\"pace\" version=\"1\">");
    for (int i = 0; i < QUESTIONS; i++) {
      xml.append("<q").append(i).append("/>");
    }
    xml.append("<score/></d></instance>");
    for (int i = 1; i < QUESTIONS; i++) {
      if (i % 3 == 2) {
        xml.append("<bind nodeset=\"/d/q").append(i).append("\" relevant=\"/d/q");
        xml.append(i - 1).append(" = 'yes'\"/>");
      }
    }
    xml.append("<bind nodeset=\"/d/score\" calculate=\"0");
    for (int i = 0; i < 20; i++) {
      xml.append(" + (/d/q").append(i).append(" = 'yes')");
    }
    xml.append("\"/>");
    xml.append("</model></h:head><h:body>");
    for (int i = 0; i < QUESTIONS; i++) {
      xml.append("<select1 ref=\"/d/q").append(i).append("\">");
      xml.append("<label ref=\"jr:itext('q").append(i).append("')\"/>");
      xml.append("<hint ref=\"jr:itext('q").append(i).append(":hint')\"/>");
      CODES.forEach(
          c -> {
            xml.append("<item><label ref=\"jr:itext('").append(c).append("')\"/><value>");
            xml.append(c).append("</value></item>");
          });
      xml.append("</select1>");
    }
    return xml.append("</h:body></h:html>").toString();
  }

  private static void text(StringBuilder xml, String id, String language) {
    xml.append("<text id=\"").append(id).append("\"><value>").append(id).append(" in ");
    xml.append(language).append(", as it would be asked in words</value></text>");
  }
}
