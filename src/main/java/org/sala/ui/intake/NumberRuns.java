package org.sala.ui.intake;

import java.util.ArrayList;
import java.util.List;

/** Names numbers so that a gap among them is seen. */
final class NumberRuns {
  private NumberRuns() {}

  static String of(List<String> numbers) {
    List<String> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= numbers.size(); i++) {
      if (i == numbers.size() || !follows(numbers.get(i - 1), numbers.get(i))) {
        String first = numbers.get(from);
        runs.add(i - from == 1 ? first : first + " – " + numbers.get(i - 1));
        from = i;
      }
    }
    return String.join(", ", runs);
  }

  private static boolean follows(String before, String number) {
    return before.matches(".*-[0-9]{1,8}") && after(before).equals(number);
  }

  /** The number behind a number such as A-009. */
  static String after(String number) {
    int dash = number.lastIndexOf('-');
    int n = Integer.parseInt(number.substring(dash + 1)) + 1;
    return number.substring(0, dash + 1) + String.format(java.util.Locale.ROOT, "%03d", n);
  }
}
