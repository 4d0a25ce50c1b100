package org.sala.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.packages.Importing;
import org.sala.casework.packages.Packages;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.domain.Value;

/**
 * What headquarters has to look at twice: a package by an officer whose certificate was taken back
 * while it was on its way, and one that was spoiled on the stick.
 */
final class Doubtful {
  private final Desk hq;
  private final Path stick;

  Doubtful(Desk hq, Path stick) {
    this.hq = hq;
    this.stick = stick;
  }

  /** Both happen, and the station learns that its package waits; what went wrong, if anything. */
  Optional<String> play(Desk station) throws IOException {
    Cases.CaseLine one = station.cases().list("", "changed", true, 0, 1).getFirst();
    station.cases().edit(one.id(), Map.of("summary", Value.text("A second building")), "");
    Packages packages = station.packages();
    Packages.PackageLine line = packages.seal(packages.plan(Optional.empty()), Progress.none());
    Path late = packages.carry(line.id(), stick);
    Headquarters.Known known =
        hq.headquarters().stations().stream()
            .filter(s -> s.letter().equals("A"))
            .findFirst()
            .orElseThrow();
    hq.headquarters().revoke(known.officers().getLast().serial(), "has left the service");
    if (!(hq.packages().take(late) instanceof Importing.Outcome.Held held)) {
      return Optional.of("a package by a revoked officer waits");
    }
    hq.quarantine().propose(held.id(), "sealed before the officer left; the station confirms it");
    Path answer = hq.packages().carry(held.receipt().orElseThrow(), stick);
    if (!(packages.take(answer) instanceof Importing.Outcome.Imported)
        || packages.details(line.id()).received().isEmpty()) {
      return Optional.of("the station learns that it waits");
    }
    return spoiled(late);
  }

  private Optional<String> spoiled(Path late) throws IOException {
    Path spoiled = stick.resolve("spoiled.sala");
    byte[] bytes = Files.readAllBytes(late);
    bytes[bytes.length / 2] ^= 1;
    Files.write(spoiled, bytes);
    boolean refused = hq.packages().take(spoiled) instanceof Importing.Outcome.Refused;
    return refused ? Optional.empty() : Optional.of("a spoiled package is refused");
  }
}
