package org.sala.ui.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.casework.packages.take.Importing;
import org.sala.domain.RecordId;
import org.sala.ui.route.Here;

/** What became of a package that was taken in, in words. */
final class Outcomes {
  private Outcomes() {}

  static List<String> lines(Importing.Outcome outcome, Here here) {
    List<String> lines = new ArrayList<>();
    switch (outcome) {
      case Importing.Outcome.Imported i -> {
        lines.add(here.t("taken.imported", i.changes(), i.records(), i.disputed()));
        if (i.gap() > 0) {
          lines.add(here.t("taken.gap", i.gap()));
        }
        if (i.restored()) {
          lines.add(here.t("taken.restored"));
        }
        if (i.held() > 0) {
          lines.add(here.t("taken.partly", i.held()));
        }
      }
      case Importing.Outcome.AlreadyImported a ->
          lines.add(here.t("taken.already", here.texts().date(a.at())));
      case Importing.Outcome.AlreadyDecided a -> {
        lines.add(here.t("state." + a.state()));
        lines.add(here.t("state." + a.state() + ".below"));
      }
      case Importing.Outcome.Refused r -> {
        lines.addAll(FoundWords.lines(r.checked(), here));
        lines.add(here.t("taken.refused"));
      }
      case Importing.Outcome.Held h -> {
        lines.add(here.t("taken.held"));
        lines.addAll(FoundWords.doubts(h.doubts(), here));
      }
    }
    return lines;
  }

  /** The answer that goes back, where there is one. */
  static Optional<RecordId> receipt(Importing.Outcome outcome) {
    return switch (outcome) {
      case Importing.Outcome.Imported i -> i.receipt();
      case Importing.Outcome.Held h -> h.receipt();
      case Importing.Outcome.AlreadyImported a -> Optional.empty();
      case Importing.Outcome.AlreadyDecided a -> Optional.empty();
      case Importing.Outcome.Refused r -> Optional.empty();
    };
  }
}
