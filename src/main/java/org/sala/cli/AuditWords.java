package org.sala.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.AuditWitness;
import org.sala.domain.Value;

/** A verdict on an audit: in words for people, in codes and numbers for scripts. */
final class AuditWords {
  private AuditWords() {}

  static String of(AuditWitness.Seen s) {
    return String.format(
        Locale.ROOT,
        "station %s, incarnation %s: %s; %s countersigned%s",
        s.name(),
        s.incarnation().toString().substring(0, 8),
        of(s.verdict()),
        Counted.entries(s.witnessed()),
        s.trouble().map(t -> "; on " + t.at() + " it was " + of(t.verdict())).orElse(""));
  }

  static String of(AuditTrail.Verdict verdict) {
    return switch (verdict) {
      case AuditTrail.Verdict.Whole w -> "whole: " + Counted.entries(w.entries());
      case AuditTrail.Verdict.Edited e -> "edited: entry " + e.number();
      case AuditTrail.Verdict.Gap g -> "gap: entries are missing before " + g.number();
      case AuditTrail.Verdict.Reordered r -> "re-ordered: entry " + r.number();
      case AuditTrail.Verdict.Truncated t -> "truncated: after entry " + t.from();
      case AuditTrail.Verdict.Fork f -> "forked: two histories from entry " + f.number();
      case AuditTrail.Verdict.Restarted r ->
          "its key began anew: what came just before entry " + r.number() + " is unproved";
      case AuditTrail.Verdict.Spoiled s ->
          "the journal is damaged in segment " + s.segment() + "; restore a backup";
      case AuditTrail.Verdict.Differs d ->
          "what lies on the server is not what was written there, from segment "
              + d.segment()
              + " on; write nothing more, and ask who looks after the server";
    };
  }

  static Map<String, Value> parts(AuditWitness.Seen s) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("station", Value.text(s.station().toString()));
    parts.put("name", Value.text(s.name()));
    parts.put("incarnation", Value.text(s.incarnation().toString()));
    parts.putAll(parts(s.verdict()));
    parts.put("countersigned", Value.whole(s.witnessed()));
    s.trouble()
        .ifPresent(
            t -> {
              Map<String, Value> trouble = new LinkedHashMap<>(parts(t.verdict()));
              trouble.put("at", Value.text(OffsetTime.of(t.at())));
              parts.put("trouble", new Value.Parts(trouble));
            });
    return parts;
  }

  /** The code of a verdict, and the number that it names. */
  static Map<String, Value> parts(AuditTrail.Verdict verdict) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("verdict", Value.text(NotEntered.code(verdict)));
    switch (verdict) {
      case AuditTrail.Verdict.Whole w -> parts.put("entries", Value.whole(w.entries()));
      case AuditTrail.Verdict.Edited e -> parts.put("number", Value.whole(e.number()));
      case AuditTrail.Verdict.Gap g -> parts.put("number", Value.whole(g.number()));
      case AuditTrail.Verdict.Reordered r -> parts.put("number", Value.whole(r.number()));
      case AuditTrail.Verdict.Truncated t -> parts.put("number", Value.whole(t.from()));
      case AuditTrail.Verdict.Fork f -> parts.put("number", Value.whole(f.number()));
      case AuditTrail.Verdict.Restarted r -> parts.put("number", Value.whole(r.number()));
      case AuditTrail.Verdict.Spoiled s -> parts.put("segment", Value.whole(s.segment()));
      case AuditTrail.Verdict.Differs d -> parts.put("segment", Value.whole(d.segment()));
    }
    return parts;
  }
}
