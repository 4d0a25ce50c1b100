package org.sala.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.packages.take.FirstLook;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.packages.take.VerifiedPackage;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Words;

/** Takes packages in for a command, and says what became of each. */
final class Taking {
  /** What would stop the next package as well. */
  private static final Set<CaseworkFault.Code> STOPS_ALL =
      Set.of(
          CaseworkFault.Code.NO_SPACE,
          CaseworkFault.Code.DISK_FULL,
          CaseworkFault.Code.STOPPED,
          CaseworkFault.Code.NOT_ALL_SEEN,
          CaseworkFault.Code.MADE_ANEW);

  private final Desk desk;
  private final @Nullable Path receiptTo;
  private final Words words;
  private boolean inHand;

  /**
   * @param receiptTo where answers are copied
   * @param words what findings and doubts are called
   */
  Taking(Desk desk, @Nullable Path receiptTo, Words words) {
    this.desk = desk;
    this.receiptTo = receiptTo;
    this.words = words;
  }

  /** Whether the last one was left to another program that has it. */
  boolean inHand() {
    return inHand;
  }

  /** Takes one in; returns an exit code. */
  int take(VerifiedPackage read, Said said) {
    inHand = false;
    try {
      FirstLook look = desk.packages().look(read);
      if (look.kind() == FirstLook.Kind.OWN) {
        said.line("written here: left alone").with("outcome", "own");
        return Exit.REFUSED;
      }
      if (look.kind() == FirstLook.Kind.NOT_READABLE) {
        said.line("for somebody else, or no package: left alone").with("outcome", "unreadable");
        return Exit.REFUSED;
      }
      return said(desk.packages().take(read, Progress.none()), said);
    } catch (CaseworkFault e) {
      if (STOPS_ALL.contains(e.code())) {
        throw e;
      }
      inHand = e.code() == CaseworkFault.Code.IN_HAND;
      said.line(Apology.words(e)).with("outcome", "failed").with("fault", e.code().name());
      return Exit.FAILED;
    }
  }

  private int said(Importing.Outcome outcome, Said said) {
    return switch (outcome) {
      case Importing.Outcome.Imported i -> {
        imported(i, said);
        yield receipt(i.receipt(), said) ? Exit.OK : Exit.FAILED;
      }
      case Importing.Outcome.AlreadyImported a -> {
        said.line("already imported on " + OffsetTime.of(a.at()))
            .with("outcome", "already")
            .with("at", OffsetTime.of(a.at()));
        yield Exit.OK;
      }
      case Importing.Outcome.Refused r -> {
        Report.lines(r.checked(), words).forEach(said::line);
        said.line("kept in quarantine; nothing became visible")
            .with("outcome", "refused")
            .with(Report.parts(r.checked()));
        yield Exit.REFUSED;
      }
      case Importing.Outcome.Held h -> {
        Report.lines(h.checked(), words).forEach(said::line);
        h.doubts().forEach(d -> said.line("in doubt: " + d + ": " + words.code("doubt", d.name())));
        said.line("kept in quarantine until two officers admit it; nothing became visible")
            .with("outcome", "held")
            .with("doubts", h.doubts().stream().map(Enum::name).toList())
            .with(Report.parts(h.checked()));
        yield receipt(h.receipt(), said) ? Exit.REFUSED : Exit.FAILED;
      }
      case Importing.Outcome.AlreadyDecided a -> {
        said.line(a.state() + " since " + OffsetTime.of(a.at()))
            .with("outcome", "decided")
            .with("state", a.state().name())
            .with("at", OffsetTime.of(a.at()));
        yield Exit.REFUSED;
      }
    };
  }

  private static void imported(Importing.Outcome.Imported i, Said said) {
    said.line(
        "imported "
            + Counted.changes(i.changes())
            + ", "
            + Counted.of(i.records(), "record", "records"));
    if (i.gap() > 0) {
      said.line(
          Counted.of(
              i.gap(), "earlier package has not arrived", "earlier packages have not arrived"));
    }
    if (i.restored()) {
      said.line("the station was restored from a backup since it last sent");
    }
    if (i.held() > 0) {
      said.line(
          Counted.of(
              i.held(),
              "change waits in quarantine for two officers",
              "changes wait in quarantine for two officers"));
    }
    said.with("outcome", "imported")
        .with("changes", i.changes())
        .with("records", i.records())
        .with("disputed", i.disputed())
        .with("held", i.held())
        .with("gap", i.gap())
        .with("restored", i.restored());
  }

  /** The package is taken in, whatever comes of its answer. */
  private boolean receipt(Optional<RecordId> receipt, Said said) {
    if (receiptTo == null || receipt.isEmpty()) {
      return true;
    }
    try {
      Path copy = desk.packages().carry(receipt.get(), receiptTo);
      said.line("receipt at " + copy).with("receipt", copy.toString());
      return true;
    } catch (CaseworkFault e) {
      said.line("its receipt waits here. " + Apology.words(e))
          .with("receiptFault", e.code().name());
      return false;
    }
  }
}
