package org.sala.casework.packages.take;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Station;
import org.sala.domain.Moment;
import org.sala.domain.StationId;

/**
 * What a file on a stick is, before anything of it is taken in. A stick carries packages of many:
 * one's own on their way, answers to others, and what came before.
 *
 * @param name the file's name, safe to show
 * @param checked everything that was found; empty where the file could not be read at all
 * @param since when it was taken in or decided on before
 */
public record FirstLook(
    Path file, String name, Kind kind, Optional<PackageCheck> checked, Optional<Moment> since) {

  /** What is to be done with a file. */
  public enum Kind {
    /** For this station and beyond doubt. */
    NEW,
    /** For this station, sound, and in doubt: headquarters keeps it until two have decided. */
    IN_DOUBT,
    /** Not what it should be: kept with its findings. */
    BAD,
    /** Taken in, kept out, or waiting since an earlier time. */
    BEFORE,
    /** Written here. */
    OWN,
    /** For somebody else, or no package at all. */
    NOT_READABLE
  }

  /** Returns whether taking the file in does something. */
  public boolean takes() {
    return kind == Kind.NEW || kind == Kind.IN_DOUBT || kind == Kind.BAD;
  }

  /**
   * @param check verifies it, or knows what came of that
   */
  static FirstLook at(Path file, Station station, Supplier<PackageCheck> check) {
    String name = RefusalRecords.plain(file);
    if (!Files.isRegularFile(file)) {
      return new FirstLook(file, name, Kind.NOT_READABLE, Optional.empty(), Optional.empty());
    }
    PackageCheck checked;
    try {
      checked = check.get();
    } catch (CaseworkFault e) {
      if (e.code() == CaseworkFault.Code.IO && e.getCause() instanceof IOException) {
        return new FirstLook(file, name, Kind.NOT_READABLE, Optional.empty(), Optional.empty());
      }
      throw e;
    }
    Optional<EarlierPackages.Earlier> before = new EarlierPackages(station).of(checked.digest());
    if (before.isPresent()) {
      return new FirstLook(file, name, Kind.BEFORE, Optional.of(checked), before.get().received());
    }
    return new FirstLook(
        file, name, kind(checked, station), Optional.of(checked), Optional.empty());
  }

  private static Kind kind(PackageCheck checked, Station station) {
    StationId here = station.identity().station();
    boolean headquarters = station.state().flag("isHeadquarters");
    if (checked.station().filter(here::equals).isPresent()) {
      return Kind.OWN;
    }
    boolean sealed = checked.findings().contains("NOT_ENCRYPTED_FOR_US");
    if (sealed
        || checked.addressee().filter(a -> !a.equals(here) && !checked.forAll()).isPresent()) {
      return Kind.NOT_READABLE;
    }
    return checked.genuine()
        ? Kind.NEW
        : headquarters && checked.sound() ? Kind.IN_DOUBT : Kind.BAD;
  }
}
