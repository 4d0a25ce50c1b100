package org.sala.ui.roster;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javafx.scene.image.Image;
import org.sala.casework.exhibits.AttachedContent;
import org.sala.casework.exhibits.Picture;

/** Pictures of the workspace decoded in memory, beside the FX thread. */
public final class Decoding {
  private Decoding() {}

  /** A picture, and how large it is in the file. */
  public record Decoded(Image image, int width, int height) {}

  /**
   * Decodes a picture no larger than it will be shown; empty when it is none, is spoiled, or is too
   * large to be decoded.
   */
  public static Optional<Decoded> picture(AttachedContent content, int longest) throws IOException {
    Optional<Picture> picture = content.picture();
    if (picture.isEmpty()) {
      return Optional.empty();
    }
    int width = picture.get().width();
    int height = picture.get().height();
    try (InputStream in = picture.get().bytes()) {
      boolean large = width > longest || height > longest;
      Image image = large ? new Image(in, longest, longest, true, true) : new Image(in);
      return image.isError() ? Optional.empty() : Optional.of(new Decoded(image, width, height));
    }
  }
}
