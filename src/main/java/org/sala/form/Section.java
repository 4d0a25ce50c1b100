package org.sala.form;

import java.util.Optional;

/**
 * A part of the interview, opened by one open invitation.
 *
 * @param group where it stands in the form, as /screening/recruitment
 * @param dimension empty for a part without indicators, as the closing
 */
public record Section(
    String group, Optional<Dimension> dimension, Wording title, Wording invitation) {
  /** The name of the node that holds the invitation. */
  static final String OPENING = "opening";

  /** Returns the name of the section's group in the form. */
  public String node() {
    return group.substring(group.lastIndexOf('/') + 1);
  }
}
