package org.sala.ui.route;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/**
 * What every screen stands in: its language, its way to work, the way to other places, dialogs, and
 * who keeps what is typed.
 *
 * @param clock the time that screens begin with
 * @param held how long the next passphrase has to wait, after several wrong ones
 */
public record Here(
    Texts texts,
    Work work,
    Navigator navigator,
    Dialogs dialogs,
    Drafting drafts,
    Clock clock,
    Supplier<Duration> held) {

  /** Words by key. */
  public String t(String key, Object... values) {
    return texts.t(key, values);
  }
}
