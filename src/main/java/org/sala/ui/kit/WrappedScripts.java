package org.sala.ui.kit;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Lets words of complex scripts wrap as they should on Linux.
 *
 * <p>When a run of Thai, Lao, Khmer or Burmese is split at the end of a line, JavaFX (up to 26)
 * shapes its first half again from a copy of the text that it remembered for the whole run, and so
 * draws the second half twice. The remedy is a memory that remembers nothing; all copies are still
 * freed at the end. On other systems there is nothing to mend.
 */
public final class WrappedScripts {
  private WrappedScripts() {}

  /** Frees what was put into it, and gives nothing back meanwhile. */
  private static final class Forgetful extends LinkedHashMap<Object, Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Long get(@Nullable Object run) {
      return null;
    }

    @Override
    public @Nullable Long put(Object run, Long copy) {
      return super.put(new Object(), copy);
    }
  }

  /**
   * Lets Thai, which writes no spaces, wrap between words and never within one.
   *
   * <p>The toolkit asks the JDK for line breaks in the machine's own language, and the JDK looks
   * Thai words up only for Thai; its other scripts break there as they do anywhere. Nothing else
   * rests on that language: times, figures and words are made for the one that the officer chose.
   */
  public static void breakBetweenThaiWords() {
    Locale.setDefault(Locale.of("th"));
  }

  /** Mends the toolkit's layout of text; needs a started toolkit. True where it was mended. */
  public static boolean mend() {
    try {
      Object layout = shared();
      if (!layout.getClass().getSimpleName().equals("PangoGlyphLayout")) {
        return false;
      }
      Field copies = layout.getClass().getDeclaredField("runUtf8");
      copies.setAccessible(true);
      copies.set(layout, new Forgetful());
      return true;
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      // Another JavaFX, or one that is locked away: words are legible, some of them twice.
      // Asked for here alone: a log that is set up takes a tenth of the start.
      LoggerFactory.getLogger(WrappedScripts.class)
          .warn("wrapped scripts stay as the toolkit lays them out: {}", e.getClass().getName());
      return false;
    }
  }

  /** The one layout that the toolkit lends to whoever lays out text; it is given back at once. */
  static Object shared() throws ReflectiveOperationException {
    Object layout =
        Class.forName("com.sun.javafx.text.GlyphLayoutManager")
            .getMethod("getInstance")
            .invoke(null);
    Class.forName("com.sun.javafx.text.GlyphLayout").getMethod("dispose").invoke(layout);
    return layout;
  }
}
