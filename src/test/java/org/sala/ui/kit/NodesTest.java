package org.sala.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NodesTest {
  private static List<String> pieces(String text) {
    BreakIterator lines = BreakIterator.getLineInstance(Locale.of("th"));
    lines.setText(text);
    List<String> pieces = new ArrayList<>();
    int from = lines.first();
    for (int to = lines.next(); to != BreakIterator.DONE; to = lines.next()) {
      pieces.add(text.substring(from, to).strip());
      from = to;
    }
    return pieces;
  }

  @Test
  void noLineEndsWithinATime() {
    String words = "\u0e15\u0e34\u0e14\u0e15\u0e48\u0e2d 28 2569 13:46";
    assertThat(pieces(words)).as("as the JDK does it").contains("13:", "46");
    assertThat(pieces(Nodes.unbroken(words))).contains("13\ua78946");
    assertThat(Nodes.unbroken("a: b, 1: one")).isEqualTo("a: b, 1: one");
  }
}
