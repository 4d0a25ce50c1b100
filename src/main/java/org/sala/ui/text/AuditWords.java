package org.sala.ui.text;

import org.sala.casework.station.AuditTrail;

/** What a check of the audit says, and what to do. */
public final class AuditWords {
  private AuditWords() {}

  public static String of(Texts texts, AuditTrail.Verdict verdict) {
    return switch (verdict) {
      case AuditTrail.Verdict.Whole w -> texts.t("audit.whole", w.entries());
      case AuditTrail.Verdict.Edited e -> texts.t("audit.edited", e.number());
      case AuditTrail.Verdict.Gap g -> texts.t("audit.gap", g.number());
      case AuditTrail.Verdict.Reordered r -> texts.t("audit.reordered", r.number());
      case AuditTrail.Verdict.Truncated t -> texts.t("audit.truncated", t.from());
      case AuditTrail.Verdict.Fork f -> texts.t("audit.fork", f.number());
      case AuditTrail.Verdict.Restarted r -> texts.t("audit.restarted", r.number());
      case AuditTrail.Verdict.Spoiled s -> texts.t("audit.spoiled", s.segment());
      case AuditTrail.Verdict.Differs d -> texts.t("audit.differs", d.segment());
    };
  }
}
