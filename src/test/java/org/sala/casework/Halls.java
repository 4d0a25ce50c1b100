package org.sala.casework;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;

/** A headquarters and stations that have heard of each other from it. */
public final class Halls implements AutoCloseable {
  private final Path stick;
  private final Desk headquarters;
  private final Map<String, Desk> stations = new LinkedHashMap<>();

  private Halls(Path folder) {
    this.stick = Desks.stick(folder.resolve("stick of the hall"));
    this.headquarters = Desks.headquarters(folder.resolve("hq"));
  }

  /** Station A lies in folder {@code a}, and its officer is {@code a} as well. */
  public static Halls of(Path folder, String... letters) {
    Halls hall = new Halls(folder);
    for (String letter : letters) {
      String name = letter.toLowerCase(Locale.ROOT);
      Desk desk = Desks.create(folder.resolve(name), "Officer " + letter + " Example", name);
      Desks.enrol(desk, hall.headquarters, folder, letter);
      hall.stations.put(letter, desk);
    }
    // The list of stations comes with the answer to a first report.
    for (Desk desk : hall.stations.values()) {
      desk.cases().open(new Cases.NewCase("A first night", "rescue", "normal", "", ""));
      hall.report(desk);
    }
    return hall;
  }

  /** A report goes there on a stick, and its receipt comes back. */
  public void report(Desk from) {
    PackageLine sealed =
        from.packages().seal(from.packages().plan(Optional.empty()), Progress.none());
    Importing.Outcome taken =
        headquarters.packages().take(from.packages().carry(sealed.id(), stick));
    RecordId receipt = ((Importing.Outcome.Imported) taken).receipt().orElseThrow();
    from.packages().take(headquarters.packages().carry(receipt, stick));
  }

  /** Where packages and receipts have gone to and fro. */
  public Path stick() {
    return stick;
  }

  public Desk headquarters() {
    return headquarters;
  }

  public Desk station(String letter) {
    return Objects.requireNonNull(stations.get(letter));
  }

  public List<Desk> stations() {
    return List.copyOf(stations.values());
  }

  @Override
  public void close() {
    stations.values().forEach(Desk::close);
    headquarters.close();
  }

  /** One that was opened again. */
  public void enter(String letter, Desk desk) {
    stations.put(letter, desk);
  }

  /** Closes one of them, for a journey that opens it in a window. */
  public void leave(String letter) {
    Objects.requireNonNull(stations.remove(letter)).close();
  }
}
