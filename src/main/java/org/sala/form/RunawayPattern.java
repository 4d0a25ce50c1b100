package org.sala.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a formula a pattern that may take for ever. JavaRosa matches what is typed with no limit
 * of time, in front of the person; so a repetition within a repetition is not run, nor a choice
 * within one, nor a pattern that is put together only while somebody answers.
 */
final class RunawayPattern {
  private static final Pattern CALL = Pattern.compile("\\bregex\\s*\\(");
  private static final String REPEATS = "+*{";

  private RunawayPattern() {}

  /** Whether one of a formula's patterns is such. */
  static boolean isIn(String formula) {
    Matcher call = CALL.matcher(formula);
    while (call.find()) {
      List<String> given = arguments(formula, call.end());
      if (given.size() == 2 && !(isWord(given.getLast()) && ends(given.getLast()))) {
        return true;
      }
    }
    return false;
  }

  /** What a call is given, up to its closing bracket. */
  private static List<String> arguments(String formula, int from) {
    List<String> all = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    int open = 0;
    char quote = 0;
    for (int i = from; i < formula.length(); i++) {
      char c = formula.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == ')' && open == 0) {
        break;
      } else if (c == ',' && open == 0) {
        all.add(one.toString().strip());
        one.setLength(0);
        continue;
      } else {
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      one.append(c);
    }
    all.add(one.toString().strip());
    return all;
  }

  /** Whether an argument is one text in quotes and nothing else. */
  private static boolean isWord(String argument) {
    return argument.length() > 1
        && "'\"".indexOf(argument.charAt(0)) >= 0
        && argument.indexOf(argument.charAt(0), 1) == argument.length() - 1;
  }

  /** Whether no group that is repeated repeats or chooses anything itself. */
  private static boolean ends(String pattern) {
    Deque<Boolean> groups = new ArrayDeque<>(List.of(false));
    boolean set = false;
    for (int i = 1; i < pattern.length() - 1; i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (set) {
        set = c != ']';
      } else if (c == '[') {
        set = true;
      } else if (c == '(') {
        groups.push(false);
      } else if (c == ')' && groups.size() > 1) {
        boolean inside = groups.pop();
        boolean repeated = REPEATS.indexOf(pattern.charAt(i + 1)) >= 0;
        if (inside && repeated) {
          return false;
        }
        groups.push(groups.pop() || inside || repeated);
      } else if (c == '|' || REPEATS.indexOf(c) >= 0) {
        groups.pop();
        groups.push(true);
      }
    }
    return true;
  }
}
