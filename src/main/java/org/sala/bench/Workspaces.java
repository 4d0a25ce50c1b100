package org.sala.bench;

import java.nio.file.Path;
import org.sala.casework.Desk;
import org.sala.casework.Tools;
import org.sala.casework.Workplace;

/** Makes and opens the workspaces that are measured, through casework like everybody else. */
final class Workspaces {
  static final String PASSPHRASE = "five plain stones beside one example river";

  private Workspaces() {}

  static Desk create(Tools tools, Path folder, String handle) {
    return entered(
        new Workplace(folder, tools)
            .create(
                new Workplace.FirstStart(
                    "en", "Officer Example " + handle, handle, PASSPHRASE.toCharArray())));
  }

  static Desk unlock(Tools tools, Path folder, String handle) {
    return entered(new Workplace(folder, tools).unlock(handle, PASSPHRASE.toCharArray()));
  }

  private static Desk entered(Workplace.Entry entry) {
    if (entry instanceof Workplace.Entry.Entered e) {
      return e.desk();
    }
    throw new IllegalStateException("not entered: " + entry.getClass().getSimpleName());
  }
}
