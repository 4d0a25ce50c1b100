package org.sala.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sala.casework.packages.Packages;

/** What has to be done about packages that left here. */
final class PackagesToDo {
  /** Until then a receipt may still be on its way. */
  private static final Duration ANSWERED = Duration.ofDays(3);

  private PackagesToDo() {}

  /** A refused package stays until another was sealed after the refusal came. */
  static List<ToDo> refused(List<Packages.PackageLine> packages) {
    long lastSealed =
        packages.stream()
            .filter(Packages.PackageLine::outgoing)
            .flatMap(p -> p.sealed().stream())
            .mapToLong(m -> m.instant().toEpochMilli())
            .max()
            .orElse(0);
    List<ToDo> all = new ArrayList<>();
    for (Packages.PackageLine p : packages) {
      if (p.outgoing() && p.state() == Packages.State.REFUSED) {
        long came =
            p.received().or(p::sealed).map(m -> m.instant().toEpochMilli()).orElse(lastSealed);
        if (came >= lastSealed) {
          all.add(one(ToDo.What.REFUSED, p, came));
        }
      }
    }
    return all;
  }

  /**
   * Headquarters cannot answer what came spoiled, for then nobody has shown whose it is: the sender
   * has to miss the answer.
   */
  static List<ToDo> unanswered(List<Packages.PackageLine> packages, Instant now) {
    long late = now.minus(ANSWERED).toEpochMilli();
    List<ToDo> all = new ArrayList<>();
    for (Packages.PackageLine p : packages) {
      long carried = p.carried().map(m -> m.instant().toEpochMilli()).orElse(Long.MAX_VALUE);
      if (p.outgoing()
          && p.state() == Packages.State.CARRIED
          && p.overtakenBy() == 0
          && p.answered()
          && carried <= late) {
        all.add(one(ToDo.What.UNANSWERED, p, carried));
      }
    }
    return all;
  }

  private static ToDo one(ToDo.What what, Packages.PackageLine p, long since) {
    return new ToDo(
        what, Optional.empty(), Optional.of(p), ToDo.Whose.NOBODY, "", since, List.of());
  }
}
