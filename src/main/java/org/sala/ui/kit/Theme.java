package org.sala.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light and dark: AtlantaFX below, two token files and one stylesheet above. */
public enum Theme {
  LIGHT,
  DARK;

  /** The bundled fonts, by the names of their files. */
  public static final List<String> FONTS =
      List.of(
          "NotoSans-Regular.ttf",
          "NotoSans-Bold.ttf",
          "NotoSansThai-Regular.ttf",
          "NotoSansThai-Bold.ttf",
          "NotoSansLao-Regular.ttf",
          "NotoSansLao-Bold.ttf",
          "NotoSansKhmer-Regular.ttf",
          "NotoSansKhmer-Bold.ttf",
          "NotoSansMyanmar-Regular.ttf",
          "NotoSansMyanmar-Bold.ttf",
          "NotoSansMono-Regular.ttf",
          "NotoSansCJK-Subset.otf");

  /** Loads the bundled fonts, so that no name ever shows as boxes; once, before the first scene. */
  public static void loadFonts() {
    for (String name : FONTS) {
      Font font = Font.loadFont(url("/org/sala/fonts/" + name), 14);
      if (font == null) {
        throw new IllegalStateException("a bundled font cannot be read");
      }
    }
    WrappedScripts.mend();
    WrappedScripts.breakBetweenThaiWords();
  }

  /** Dresses a scene. */
  public void dress(Scene scene) {
    Application.setUserAgentStylesheet(
        this == LIGHT
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(
            url("/org/sala/ui/theme/" + (this == LIGHT ? "light" : "dark") + ".css"),
            url("/org/sala/ui/theme/controlsfx.css"),
            url("/org/sala/ui/theme/app.css"));
  }

  private static String url(String resource) {
    return Objects.requireNonNull(Theme.class.getResource(resource)).toExternalForm();
  }
}
