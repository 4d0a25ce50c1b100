package org.sala.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * WCAG 2.2: text has a contrast of at least 4.5 to its ground (criterion 1.4.3), the border of what
 * can be typed into of 3 (1.4.11).
 */
class ContrastTest {
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("text", "ground"),
          List.of("text", "panel"),
          List.of("muted", "ground"),
          List.of("muted", "panel"),
          List.of("accent", "panel"),
          List.of("on-accent", "accent"),
          List.of("danger", "panel"),
          List.of("danger", "danger-soft"),
          List.of("warning", "warning-soft"),
          List.of("ok", "ok-soft"),
          List.of("info", "info-soft"),
          List.of("accent", "accent-soft"),
          List.of("muted", "neutral-soft"),
          List.of("text", "accent-soft"),
          List.of("on-practice", "practice"),
          List.of("text", "practice-soft"),
          List.of("muted", "practice-soft"),
          List.of("nav-text", "nav"),
          List.of("nav-text", "nav-on"));

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyPairOfTokensCanBeRead(String theme) throws Exception {
    Map<String, String> tokens = tokens(theme);
    for (List<String> pair : PAIRS) {
      assertThat(ratio(tokens.get(pair.get(0)), tokens.get(pair.get(1))))
          .as("%s on %s, %s", pair.get(0), pair.get(1), theme)
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void whereSomethingCanBeTypedIsSeen(String theme) throws Exception {
    Map<String, String> tokens = tokens(theme);
    assertThat(read("app"))
        .contains(".combo-box {\n  -fx-background-color: -s-panel;\n  -fx-border-color: -s-field;");
    for (String ground : List.of("panel", "ground")) {
      assertThat(ratio(tokens.get("field"), tokens.get(ground)))
          .as("the border of a field on %s, %s", ground, theme)
          .isGreaterThanOrEqualTo(3);
    }
  }

  private static Map<String, String> tokens(String theme) throws Exception {
    Map<String, String> tokens = new HashMap<>();
    Matcher m = Pattern.compile("-s-([a-z-]+): (#[0-9a-f]{6})").matcher(read(theme));
    while (m.find()) {
      tokens.put(m.group(1), m.group(2));
    }
    return tokens;
  }

  private static String read(String sheet) throws Exception {
    try (InputStream in =
        ContrastTest.class.getResourceAsStream("/org/sala/ui/theme/" + sheet + ".css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static double ratio(String one, String two) {
    double a = luminance(one);
    double b = luminance(two);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
