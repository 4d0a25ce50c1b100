package org.sala.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sala.casework.consent.SaidElsewhere;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.OmittedItems;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.domain.Value;

/**
 * What would leave and what stays, person by person: whoever seals has to be able to see whom it is
 * about. By the numbers that stand on wristbands, as on the screen; never by a name.
 */
final class Planned {
  private final Packages packages;
  private final SealPlan plan;

  Planned(Packages packages, SealPlan plan) {
    this.packages = packages;
    this.plan = plan;
  }

  Said say(Said said) {
    said.line(
        String.format(
            Locale.ROOT,
            "to %s: %s, %s, %s, %s; needs %d bytes, %d are free",
            plan.recipient(),
            Counted.changes(plan.changes().size()),
            Counted.people(plan.people()),
            Counted.of(plan.cases(), "case", "cases"),
            Counted.files(plan.files().size()),
            plan.needed(),
            plan.free()));
    said.with("recipient", plan.recipient())
        .with("changes", plan.changes().size())
        .with("passedOn", plan.passedOn())
        .with("unfit", plan.unfit())
        .with("asks", plan.asks())
        .with("people", plan.people())
        .with("cases", plan.cases())
        .with("files", plan.files().size())
        .with("needed", plan.needed())
        .with("free", plan.free());
    List<String> yes = packages.wristbands(plan.withConsent());
    List<String> without = packages.wristbands(plan.withoutConsent());
    List<String> kept = packages.wristbands(plan.keptBack());
    List<String> feared = packages.wristbands(plan.feared());
    if (plan.unfit() > 0) {
      said.line(
          Counted.of(
              plan.unfit(),
              "change stays: another program wrote it, and no station takes it in",
              "changes stay: another program wrote them, and no station takes them in"));
    }
    line(said, "the protected part goes, by their yes or a recorded reason", yes);
    line(said, "only the investigation part goes, without their yes", without);
    line(said, "the protected part is kept back", kept);
    line(said, "stopped by whoever fears the country that it goes to", feared);
    Map<String, Value> elsewhere = new LinkedHashMap<>();
    for (SaidElsewhere e : packages.elsewhere(plan)) {
      said.line(
          "by another record of the same person, " + e.number() + ": " + e.other() + " says so");
      elsewhere.put(e.number(), Value.text(e.other()));
    }
    Map<String, Value> items = new LinkedHashMap<>();
    for (OmittedItems left : packages.leavesOut(plan)) {
      said.line(
          "left out by the person, " + left.number() + ": " + String.join(", ", left.items()));
      items.put(left.number(), Value.texts(List.copyOf(left.items())));
    }
    return said.with("withConsent", yes)
        .with("withoutConsent", without)
        .with("keptBack", kept)
        .with("feared", feared)
        .with(Map.of("saidElsewhere", new Value.Parts(elsewhere)))
        .with(Map.of("leavingOut", new Value.Parts(items)));
  }

  private static void line(Said said, String what, List<String> numbers) {
    if (!numbers.isEmpty()) {
      said.line(what + " (" + numbers.size() + "): " + String.join(", ", numbers));
    }
  }
}
