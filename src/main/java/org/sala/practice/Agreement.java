package org.sala.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far officers agree who practised with the same invented people, question by question.
 *
 * @param officers how many they are
 * @param people how many invented people at least two of them have heard
 */
public record Agreement(int officers, int people, List<Line> lines) {
  public Agreement {
    lines = List.copyOf(lines);
  }

  /** One question. */
  public record Line(String code, Kappa kappa) {}

  /**
   * One practised interview.
   *
   * @param officer whoever held it, by key
   * @param script the invented person
   * @param marks what was marked, by indicator
   */
  public record Held(String officer, String script, Map<String, String> marks) {
    public Held {
      marks = Map.copyOf(marks);
    }
  }

  /**
   * Compares officers over every question. Of several interviews of one officer with one person the
   * first counts: after it the story is known. Three categories are told apart: yes, no, and
   * neither, for not to have brought it out is not a no.
   *
   * @param held in the order in which they were held
   * @param codes the questions
   */
  public static Agreement of(List<Held> held, List<String> codes) {
    Map<String, Map<String, Held>> first = new LinkedHashMap<>();
    held.forEach(
        h ->
            first
                .computeIfAbsent(h.officer(), o -> new LinkedHashMap<>())
                .putIfAbsent(h.script(), h));
    List<Line> lines = new ArrayList<>();
    for (String code : codes) {
      List<Map<String, String>> given = new ArrayList<>();
      for (Map<String, Held> one : first.values()) {
        Map<String, String> of = new LinkedHashMap<>();
        one.forEach((script, h) -> of.put(script, category(h.marks().getOrDefault(code, ""))));
        given.add(of);
      }
      lines.add(new Line(code, Kappa.across(given)));
    }
    Set<String> once = new LinkedHashSet<>();
    Set<String> shared = new LinkedHashSet<>();
    for (Map<String, Held> one : first.values()) {
      for (String script : one.keySet()) {
        if (!once.add(script)) {
          shared.add(script);
        }
      }
    }
    return new Agreement(first.size(), shared.size(), lines);
  }

  private static String category(String mark) {
    return mark.equals("yes") || mark.equals("no") ? mark : "neither";
  }
}
