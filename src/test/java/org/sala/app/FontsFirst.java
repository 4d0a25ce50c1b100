package org.sala.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.sala.casework.Desks;

/** Starts the desktop as it is started, and tells of every script whether its letters differ. */
final class FontsFirst {
  /** Two letters of each script; where a font is missing both are the same box. */
  private static final List<String> PAIRS = List.of("ab", "กข", "ກຂ", "កខ", "ကခ", "中人");

  private FontsFirst() {}

  public static void main(String[] args) throws InterruptedException {
    Thread desktop =
        new Thread(
            () -> Desktop.open(Path.of(args[0]), Optional.empty(), Optional.empty(), Desks.CHEAP));
    desktop.setDaemon(true);
    desktop.start();
    while (true) {
      Thread.sleep(50);
      try {
        Platform.runLater(FontsFirst::look);
      } catch (IllegalStateException notYet) {
        // The toolkit has not begun.
        Thread.onSpinWait();
      }
    }
  }

  private static void look() {
    if (Window.getWindows().isEmpty()) {
      return;
    }
    List<String> same = new ArrayList<>();
    for (String pair : PAIRS) {
      if (alike(drawn(pair.substring(0, 1)), drawn(pair.substring(1)))) {
        same.add(String.format("U+%04X", (int) pair.charAt(0)));
      }
    }
    System.out.println(same.isEmpty() ? "every script" : "boxes: " + same);
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static WritableImage drawn(String letter) {
    Text text = new Text(letter);
    text.setFont(Font.font("Noto Sans", 40));
    return text.snapshot(null, new WritableImage(80, 80));
  }

  private static boolean alike(WritableImage a, WritableImage b) {
    PixelReader one = a.getPixelReader();
    PixelReader other = b.getPixelReader();
    for (int y = 0; y < 80; y++) {
      for (int x = 0; x < 80; x++) {
        if (one.getArgb(x, y) != other.getArgb(x, y)) {
          return false;
        }
      }
    }
    return true;
  }
}
