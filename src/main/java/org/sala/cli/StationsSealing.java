package org.sala.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Seals at headquarters what waits for its stations, and says for which. */
final class StationsSealing {
  private final Desk desk;
  private final Output output;

  StationsSealing(Desk desk, Output output) {
    this.desk = desk;
    this.output = output;
  }

  /**
   * @param seal false where it is only said what would be sealed
   * @param to where the packages are carried, with those that were sealed before
   * @throws NotEntered where nothing waits
   */
  void run(boolean seal, Optional<Path> to) {
    List<DecisionDelivery.Owed> owed = desk.decisions().owed();
    Said said = output.said();
    owed.forEach(o -> said.line(words(o)));
    said.with(
        Map.of("owed", new Value.Listing(owed.stream().map(StationsSealing::value).toList())));
    if (!seal) {
      said.end();
      return;
    }
    Map<RecordId, String> sealed = desk.forStations().seal(Progress.none());
    if (sealed.isEmpty()) {
      throw new NotEntered("Nothing waits for any station.", Exit.FAILED);
    }
    new Carried(desk.packages(), to)
        .say(
            sealed.keySet().stream().map(desk.packages().lines()::fresh).toList(),
            List.copyOf(sealed.values()),
            said);
  }

  private static String words(DecisionDelivery.Owed o) {
    return o.name()
        + ": decisions, questions and bulletins: "
        + o.decisions()
        + (o.lists() ? "; a newer list of whom to believe" : "");
  }

  private static Value value(DecisionDelivery.Owed o) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("station", Value.text(o.name()));
    parts.put("decisions", Value.whole(o.decisions()));
    parts.put("lists", Value.flag(o.lists()));
    return new Value.Parts(parts);
  }
}
