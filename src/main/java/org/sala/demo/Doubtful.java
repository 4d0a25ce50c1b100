package org.sala.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.Desk;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * What headquarters has to look at twice: packages by an officer whose certificate was taken back
 * while the first was on its way, of which one is admitted by two and one waits, and one that was
 * spoiled on the stick.
 */
final class Doubtful {
  private final Desk hq;
  private final Path stick;

  Doubtful(Desk hq, Path stick) {
    this.hq = hq;
    this.stick = stick;
  }

  /**
   * All of it happens, and the station learns each time how its package fares; what went wrong, if
   * anything.
   *
   * @param number of the officer whose certificate is taken back
   */
  Optional<String> play(Desk station, String number) throws IOException {
    Cases.CaseLine one = station.cases().list("", "changed", true, 0, 1).getFirst();
    PackageLine line = sealed(station, one.id(), "A second building");
    Path late = station.packages().carry(line.id(), stick);
    String serial =
        hq.headquarters().stations().stream()
            .flatMap(s -> s.officers().stream())
            .filter(o -> o.number().equals(number))
            .findFirst()
            .map(Headquarters.Certified::serial)
            .orElseThrow();
    hq.headquarters().revoke(serial, "has left the service");
    Optional<RecordId> held = held(late, station, line);
    if (held.isEmpty()) {
      return Optional.of("a package by a revoked officer waits, and the station learns of it");
    }
    ByTwo two = new ByTwo(hq, stick);
    Optional<String> wrong = two.joined(serial).or(() -> two.admit(held.get(), station, one.id()));
    if (wrong.isPresent()) {
      return wrong;
    }
    PackageLine next = sealed(station, one.id(), "A second building, and a shed");
    Path later = station.packages().carry(next.id(), stick);
    Optional<RecordId> waits = held(later, station, next);
    if (waits.isEmpty()) {
      return Optional.of("the next package by the revoked officer waits as well");
    }
    hq.quarantine().propose(waits.get(), "sealed after the officer left; the station confirms it");
    return spoiled(later);
  }

  private static PackageLine sealed(Desk station, RecordId caseId, String summary) {
    station.cases().edit(caseId, Map.of("summary", Value.text(summary)), "");
    return station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
  }

  /** Takes a package in that waits for people, and carries the answer that tells the station. */
  private Optional<RecordId> held(Path file, Desk station, PackageLine line) {
    if (!(hq.packages().take(file) instanceof Importing.Outcome.Held held)) {
      return Optional.empty();
    }
    Path answer = hq.packages().carry(held.receipt().orElseThrow(), stick);
    return station.packages().take(answer) instanceof Importing.Outcome.Imported
            && station.packages().details(line.id()).received().isPresent()
        ? Optional.of(held.id())
        : Optional.empty();
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
