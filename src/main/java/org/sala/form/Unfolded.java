package org.sala.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An empty form laid open for paper, which cannot skip by itself: each repeated group once, and
 * beside each question the choices that bring it or take it away, as the form itself shows it when
 * they are made. What depends on anything else than a choice is found only where it shows itself.
 *
 * @param whole false where the form has so many choices that not all were tried
 */
public record Unfolded(List<Line> lines, boolean whole) {
  /** How many times a form is opened at most; far beyond what fits on paper. */
  private static final int MOST = 2_000;

  public Unfolded {
    lines = List.copyOf(lines);
  }

  /** A choice of a question. */
  public record When(Question asked, Question.Choice choice) {}

  /**
   * A question as it stands on paper.
   *
   * @param onlyIf one of these is chosen; empty for a question that is always asked
   * @param notIf none of these may be chosen
   */
  public record Line(Question question, List<When> onlyIf, List<When> notIf) {
    public Line {
      onlyIf = List.copyOf(onlyIf);
      notIf = List.copyOf(notIf);
    }
  }

  /** Lays a form open. */
  public static Unfolded of(Form form) {
    return new Walk(form).all();
  }

  private static final class Walk {
    private final Form form;
    private final Map<String, Question> order = new LinkedHashMap<>();
    private final Map<String, List<When>> onlyIf = new HashMap<>();
    private final Map<String, List<When>> notIf = new HashMap<>();

    /** What has to be chosen for a question to be asked. */
    private final Map<String, Map<String, Answer>> way = new HashMap<>();

    private final Queue<Question> open = new ArrayDeque<>();
    private @Nullable Interview interview;
    private int opened;

    Walk(Form form) {
      this.form = form;
    }

    Unfolded all() {
      Map<String, Answer> repeats = new LinkedHashMap<>();
      List<Question> shown = shown(repeats);
      for (List<Question> more = once(shown, repeats);
          !more.isEmpty() && opened < MOST;
          more = once(shown, repeats)) {
        shown = more;
      }
      for (Question q : shown) {
        order.put(q.path(), q);
        way.put(q.path(), repeats);
        open.add(q);
      }
      Set<String> always = Set.copyOf(order.keySet());
      while (!open.isEmpty() && opened < MOST) {
        Question q = open.remove();
        if (q instanceof Question.PutInOrder) {
          continue;
        }
        q.choices().forEach(c -> choose(q, c, always));
      }
      return new Unfolded(lines(), open.isEmpty());
    }

    /**
     * Returns the questions with each group that stands nowhere yet standing once; nothing where
     * none does.
     */
    private List<Question> once(List<Question> shown, Map<String, Answer> repeats) {
      boolean added = false;
      for (Question q : shown) {
        if (q instanceof Question.OnceMore more && more.stands() == 0) {
          added |= repeats.put(q.path(), new Answer.Times(1)) == null;
        }
      }
      return added ? shown(repeats) : List.of();
    }

    private void choose(Question q, Question.Choice choice, Set<String> always) {
      Map<String, Answer> chosen = new LinkedHashMap<>(way.getOrDefault(q.path(), Map.of()));
      chosen.put(
          q.path(),
          q instanceof Question.ChooseOne
              ? new Answer.Chosen(choice.code())
              : new Answer.Several(List.of(choice.code())));
      List<Question> shown = shown(chosen);
      When when = new When(q, choice);
      Set<String> paths = shown.stream().map(Question::path).collect(Collectors.toSet());
      if (!paths.contains(q.path())) {
        return;
      }
      String before = q.path();
      for (Question x : shown) {
        if (!always.contains(x.path())) {
          if (!order.containsKey(x.path())) {
            insert(x, before);
            way.put(x.path(), chosen);
            open.add(x);
          }
          if (!brought(x, q)) {
            onlyIf.computeIfAbsent(x.path(), p -> new ArrayList<>()).add(when);
          }
        }
        before = x.path();
      }
      always.stream()
          .filter(p -> !paths.contains(p))
          .forEach(p -> notIf.computeIfAbsent(p, key -> new ArrayList<>()).add(when));
    }

    /** Whether a question stood there already on the way to the one whose choices are tried. */
    private boolean brought(Question x, Question q) {
      return way.getOrDefault(q.path(), Map.of()).entrySet().stream()
          .anyMatch(
              e ->
                  onlyIf.getOrDefault(x.path(), List.of()).stream()
                      .anyMatch(w -> w.asked().path().equals(e.getKey())));
    }

    private void insert(Question x, String before) {
      Map<String, Question> rest = new LinkedHashMap<>();
      boolean behind = false;
      for (Map.Entry<String, Question> e : List.copyOf(order.entrySet())) {
        if (behind) {
          rest.put(e.getKey(), e.getValue());
          order.remove(e.getKey());
        }
        behind |= e.getKey().equals(before);
      }
      order.put(x.path(), x);
      order.putAll(rest);
    }

    private List<Question> shown(Map<String, Answer> answers) {
      opened++;
      Interview now = interview;
      if (now == null || !now.become(answers)) {
        now = form.open(answers);
        interview = now;
      }
      return now.questions();
    }

    private List<Line> lines() {
      return order.values().stream()
          .filter(q -> !(q instanceof Question.OnceMore))
          .map(
              q ->
                  new Line(
                      q,
                      onlyIf.getOrDefault(q.path(), Collections.emptyList()),
                      notIf.getOrDefault(q.path(), Collections.emptyList())))
          .toList();
    }
  }
}
