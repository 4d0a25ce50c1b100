package org.sala.form;

import java.util.Locale;
import java.util.Optional;

/**
 * A part of the interview, opened by one open invitation.
 *
 * @param key the dimension's code, or "end"
 * @param dimension empty for the closing
 */
public record Section(
    String key, Optional<Dimension> dimension, Wording title, Wording invitation) {

  /** The name of its group in the form: the English title as one word. */
  public String node() {
    return title.in("en").toLowerCase(Locale.ROOT).replace(' ', '_');
  }
}
