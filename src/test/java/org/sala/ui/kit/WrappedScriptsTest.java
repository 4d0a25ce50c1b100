package org.sala.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Wrapped Thai stays within its width, once the toolkit is mended; Linux only has this fault. */
class WrappedScriptsTest {
  private static final double WIDTH = 240;
  private static final String WORDS =
      "ดิฉันเห็นประกาศงานสำนักงานในกลุ่มตัวอย่าง เขาจ่ายค่าเดินทางให้ก่อน "
          + "เมื่อไปถึงเขาบอกว่าเป็นหนี้และออกไปไหนไม่ได้";

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    FutureTask<Boolean> fonts =
        new FutureTask<>(
            () -> {
              Theme.loadFonts();
              return true;
            });
    Platform.runLater(fonts);
    fonts.get();
  }

  private static double drawn(String words) throws Exception {
    FutureTask<Double> width =
        new FutureTask<>(
            () -> {
              Text text = new Text(words);
              text.setFont(Font.font("Noto Sans Thai", 16));
              text.setBoundsType(TextBoundsType.VISUAL);
              text.setWrappingWidth(WIDTH);
              return text.getBoundsInLocal().getMaxX();
            });
    Platform.runLater(width);
    return width.get();
  }

  /** Where the lines begin of words in a column as narrow as given. */
  private static List<Integer> lineStarts(String words, double width) throws Exception {
    FutureTask<List<Integer>> starts =
        new FutureTask<>(
            () -> {
              Text text = new Text(words);
              text.setFont(Font.font("Noto Sans Thai", 16));
              text.setWrappingWidth(width);
              List<Integer> found = new ArrayList<>();
              double y = -1;
              for (int i = 0; i < words.length(); i++) {
                double top = ((MoveTo) text.caretShape(i, true)[0]).getY();
                if (y >= 0 && top > y + 5) {
                  found.add(i);
                }
                y = top;
              }
              return found;
            });
    Platform.runLater(starts);
    return starts.get();
  }

  private static List<Integer> wordStarts(String words) {
    BreakIterator iterator = BreakIterator.getLineInstance(Locale.of("th"));
    iterator.setText(words);
    List<Integer> starts = new ArrayList<>();
    for (int at = iterator.first(); at != BreakIterator.DONE; at = iterator.next()) {
      starts.add(at);
    }
    return starts;
  }

  @Test
  void aLineOfThaiEndsBetweenWords() throws Exception {
    assertThat(lineStarts(WORDS, 90)).hasSizeGreaterThan(3).isSubsetOf(wordStarts(WORDS));
    Locale.setDefault(Locale.ENGLISH);
    try {
      assertThat(lineStarts(WORDS + " ", 90))
          .as("the toolkit as it comes cuts words")
          .isNotEmpty()
          .anyMatch(start -> !wordStarts(WORDS).contains(start));
    } finally {
      WrappedScripts.breakBetweenThaiWords();
    }
  }

  private static void remember(java.util.Map<?, ?> copies) throws Exception {
    Object layout = WrappedScripts.shared();
    Field field = layout.getClass().getDeclaredField("runUtf8");
    field.setAccessible(true);
    field.set(layout, copies);
  }

  @Test
  void nothingIsDrawnBeyondTheWidthOnceItIsMended() throws Exception {
    assertThat(drawn(WORDS)).isLessThanOrEqualTo(WIDTH + 2);
    if (System.getProperty("os.name").startsWith("Linux")) {
      remember(new LinkedHashMap<>());
      try {
        assertThat(drawn(WORDS + " "))
            .as("the toolkit as it comes draws the second line on the first as well")
            .isGreaterThan(WIDTH + 20);
      } finally {
        assertThat(WrappedScripts.mend()).isTrue();
      }
    }
  }
}
