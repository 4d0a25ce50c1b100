package org.sala.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** Says of every package that was sealed what became of it, and carries it where it is to go. */
final class Carried {
  /** What another folder, or the same one later, has an end of. */
  private static final Set<CaseworkFault.Code> LATER =
      Set.of(
          CaseworkFault.Code.AWAY,
          CaseworkFault.Code.NO_SPACE,
          CaseworkFault.Code.READ_ONLY,
          CaseworkFault.Code.IO);

  private final Packages packages;
  private final Optional<Path> to;

  Carried(Packages packages, Optional<Path> to) {
    this.packages = packages;
    this.to = to;
  }

  /**
   * Ends the answer. What is sealed is said even where it could not be carried: it waits here.
   *
   * @param names for whom each is, in their order; empty where all are for one
   * @throws NotEntered where one could not be carried
   */
  void say(List<PackageLine> sealed, List<String> names, Said said) {
    List<Value> all = new ArrayList<>();
    Optional<CaseworkFault> stopped = Optional.empty();
    for (PackageLine line : sealed) {
      Map<String, Value> parts = new LinkedHashMap<>();
      parts.put("file", Value.text(line.fileName()));
      if (all.size() < names.size()) {
        parts.put("station", Value.text(names.get(all.size())));
      }
      parts.put("sequence", Value.whole(line.sequence()));
      parts.put("size", Value.whole(line.size()));
      said.line(
          "sealed "
              + line.fileName()
              + (all.size() < names.size() ? " for " + names.get(all.size()) : ""));
      if (to.isPresent() && stopped.isEmpty()) {
        try {
          Path copy = packages.carry(line.id(), to.get());
          said.line("carried to " + copy);
          parts.put("carried", Value.text(copy.toString()));
        } catch (CaseworkFault e) {
          stopped = Optional.of(e);
        }
      }
      all.add(new Value.Parts(parts));
    }
    said.with(Map.of("packages", new Value.Listing(all))).end();
    stopped.ifPresent(e -> notAll(to.orElseThrow(), e));
  }

  /** Carries packages that are known by their ids alone, and returns where the copies lie. */
  List<String> carry(List<RecordId> parcels) {
    List<String> copies = new ArrayList<>();
    for (RecordId parcel : parcels) {
      Path folder = to.orElseThrow();
      try {
        copies.add(packages.carry(parcel, folder).toString());
      } catch (CaseworkFault e) {
        notAll(folder, e);
      }
    }
    return copies;
  }

  private static void notAll(Path folder, CaseworkFault e) {
    throw new NotEntered(
        Apology.words(e)
            + (LATER.contains(e.code())
                ? " What was sealed and not carried waits here: sala sync --folder "
                    + folder
                    + " carries it."
                : ""),
        Exit.FAILED,
        e.code().name());
  }
}
