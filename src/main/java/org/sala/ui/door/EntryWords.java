package org.sala.ui.door;

import org.sala.casework.Workplace;
import org.sala.ui.text.Texts;

/** What came of trying to get in, in words. */
final class EntryWords {
  private EntryWords() {}

  /** What an officer is told who did not get in: what it is, and what to do next. */
  static String of(Workplace.Entry entry, Texts texts) {
    return switch (entry) {
      case Workplace.Entry.Entered e -> "";
      case Workplace.Entry.Recovered r -> "";
      case Workplace.Entry.WrongPassphrase w -> texts.t("door.wrong");
      case Workplace.Entry.Stopped s -> texts.t("door.stopped");
      case Workplace.Entry.OpenElsewhere o -> texts.t("door.elsewhere");
      case Workplace.Entry.KeyFileDamaged k -> texts.t("door.keyfile");
      case Workplace.Entry.StateDamaged s -> texts.t("door.state");
      case Workplace.Entry.ScopeKeysDamaged s -> texts.t("door.scopekeys");
      case Workplace.Entry.TooNew n -> texts.t("door.toonew");
      case Workplace.Entry.ReadOnly r -> texts.t("door.readonly");
      case Workplace.Entry.DiskFull d -> texts.t("door.full");
      case Workplace.Entry.ServerAway a -> texts.t("door.server.away", a.where());
      case Workplace.Entry.InFolder f -> texts.t("door.server.infolder");
      case Workplace.Entry.ServerDiffers d -> texts.t("door.server.differs");
      case Workplace.Entry.OpensTooLittle o -> texts.t("door.server.less");
      case Workplace.Entry.ViewNotMade v -> texts.t("door.server.noview");
      case Workplace.Entry.JournalDamaged j -> texts.t("door.journal", j.segment());
    };
  }
}
