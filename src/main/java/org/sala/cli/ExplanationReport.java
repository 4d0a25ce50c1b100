package org.sala.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sala.domain.Value;
import org.sala.form.Catalogue;
import org.sala.form.Dimension;
import org.sala.form.Explanation;

/** An explanation as JSON and as lines. */
final class ExplanationReport {
  private ExplanationReport() {}

  static String json(Explanation e) {
    Map<String, Value> all = new LinkedHashMap<>();
    all.put("result", Value.text(e.result().code()));
    all.put(
        "elements",
        parts(
            "act", Value.flag(e.act()),
            "means", Value.flag(e.means()),
            "purpose", Value.flag(e.purpose())));
    all.put("basis", parts("means", codes(e.meansBasis()), "purpose", codes(e.purposeBasis())));
    Map<String, Value> dimensions = new LinkedHashMap<>();
    e.dimensions().forEach((d, count) -> dimensions.put(d.code(), count(count)));
    all.put("dimensions", new Value.Parts(dimensions));
    all.put("forcedLabour", Value.flag(e.forcedLabour()));
    all.put("childProtectionReferral", Value.flag(e.childProtectionReferral()));
    all.put("notAsked", codes(e.notAsked()));
    all.put("unknown", codes(e.unknown()));
    all.put("declined", codes(e.declined()));
    return JsonLine.of(all);
  }

  private static Value count(Explanation.Count c) {
    return parts(
        "strong", Value.whole(c.strong()),
        "medium", Value.whole(c.medium()),
        "weak", Value.whole(c.weak()),
        "positive", Value.flag(c.positive()),
        "clause",
            c.clause()
                .map(clause -> Value.text(clause.name().toLowerCase(Locale.ROOT)))
                .orElse(Value.Nothing.HERE));
  }

  private static Value parts(Object... keysAndValues) {
    Map<String, Value> parts = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      parts.put((String) keysAndValues[i], (Value) keysAndValues[i + 1]);
    }
    return new Value.Parts(parts);
  }

  private static Value codes(List<String> codes) {
    return new Value.Listing(codes.stream().map(Value::text).toList());
  }

  static List<String> lines(Catalogue catalogue, Explanation e) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Worksheet of the screening; not evidence of guilt or truth; rule version "
            + Catalogue.RULES
            + ", catalogue "
            + catalogue.id()
            + " "
            + catalogue.version()
            + ", sha256 "
            + catalogue.digest());
    lines.add("result: " + e.result().code());
    lines.add("act: " + shown(e.act()) + " " + String.join(" ", e.actBasis()));
    if (!e.act()) {
      lines.add("  ask how the person came to be there");
    }
    lines.add("means: " + shown(e.means()) + " " + String.join(" ", e.meansBasis()));
    lines.add("purpose: " + shown(e.purpose()) + " " + String.join(" ", e.purposeBasis()));
    for (Map.Entry<Dimension, Explanation.Count> d : e.dimensions().entrySet()) {
      Explanation.Count c = d.getValue();
      lines.add(
          d.getKey().code()
              + ": strong "
              + c.strong()
              + ", medium "
              + c.medium()
              + ", weak "
              + c.weak()
              + c.clause()
                  .map(x -> ", positive by clause " + x.name().toLowerCase(Locale.ROOT))
                  .orElse(""));
    }
    lines.add("forced labour: " + shown(e.forcedLabour()));
    lines.add("child protection referral: " + (e.childProtectionReferral() ? "always" : "no"));
    lines.add("not asked (not a no): " + String.join(" ", e.notAsked()));
    lines.add("does not know (not a no): " + String.join(" ", e.unknown()));
    lines.add("preferred not to answer (not a no): " + String.join(" ", e.declined()));
    return lines;
  }

  private static String shown(boolean element) {
    return element ? "shown" : "not shown in this screening";
  }
}
