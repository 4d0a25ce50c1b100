package org.sala.ui.transit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.files.Space;
import org.sala.casework.packages.register.UnfinishedWork;
import org.sala.casework.packages.take.FirstLook;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/**
 * Takes packages in: each is checked first and shown for what it is, then the good ones are taken,
 * then it says what became of each. One bad package stops no other.
 */
public final class TakingIn {
  private final Packages packages;
  private final Here here;
  private final Work.Line line;
  private final Pane slot;
  private final Carrying answers;
  private final Runnable changed;

  /**
   * @param answers carries receipts back on the stick that the packages came on
   * @param changed hears when something was taken in
   */
  public TakingIn(
      Packages packages, Here here, Work.Line line, Pane slot, Carrying answers, Runnable changed) {
    this.packages = packages;
    this.here = here;
    this.line = line;
    this.slot = slot;
    this.answers = answers;
    this.changed = changed;
  }

  /** What became of one file; a fault of its own stops nothing else. */
  private record Became(FirstLook look, Optional<Importing.Outcome> outcome, String fault) {}

  private record Seen(List<FirstLook> looks, Space space) {
    List<FirstLook> taken() {
      return looks.stream().filter(FirstLook::takes).toList();
    }

    /** Which files need no other look: what is not taken anyway, and what was taken in. */
    Set<Path> over(List<Became> became) {
      return Stream.concat(
              looks.stream().filter(l -> !l.takes()),
              became.stream().filter(b -> b.outcome().isPresent()).map(Became::look))
          .map(FirstLook::file)
          .collect(Collectors.toSet());
    }
  }

  /** Takes in all packages that lie in a folder that is asked for. */
  public void fromFolder() {
    here.dialogs()
        .folder(here.t("take.folder"))
        .ifPresent(
            folder ->
                line.act(
                    () -> packages.waitingIn(folder), files -> look(files, Then.backTo(folder))));
  }

  /** Files that are chosen one by one. */
  public void fromFiles() {
    List<Path> files = here.dialogs().openFiles(here.t("take.files"));
    if (!files.isEmpty()) {
      look(
          files,
          Then.backTo(Optional.ofNullable(files.getFirst().getParent()).orElse(Path.of("."))));
    }
  }

  /**
   * What was brought from a carrier; the answers go back over it by themselves.
   *
   * @param looked hears when it is over, and of which files: what was not come to, and what could
   *     not be taken in now, waits on
   */
  public void fromCarrier(List<Path> files, Consumer<Set<Path>> looked) {
    look(files, new Then(Optional.empty(), looked));
  }

  /**
   * @param from where the answers go when somebody says so
   * @param looked hears when it is over, and which files need no other look
   */
  private record Then(Optional<Path> from, Consumer<Set<Path>> looked) {
    static Then backTo(Path from) {
      return new Then(Optional.of(from), done -> {});
    }
  }

  private void look(List<Path> files, Then then) {
    if (files.isEmpty()) {
      here.dialogs().tell(here.t("take.verb"), here.t("take.none"));
      return;
    }
    Underway.run(
        here,
        line,
        slot,
        here.t("take.checking", files.size()),
        progress -> seen(files, progress),
        seen -> confirm(seen, then));
  }

  private Seen seen(List<Path> files, Progress progress) {
    List<FirstLook> looks = new ArrayList<>();
    for (Path f : files) {
      looks.add(packages.look(f, progress.step(looks.size(), files.size())));
    }
    List<Path> taken = looks.stream().filter(FirstLook::takes).map(FirstLook::file).toList();
    return new Seen(looks, packages.spaceFor(taken));
  }

  private void confirm(Seen seen, Then then) {
    VBox words = new VBox(14);
    for (FirstLook look : seen.looks()) {
      if (look.kind() != FirstLook.Kind.OWN && look.kind() != FirstLook.Kind.BEFORE) {
        words.getChildren().add(shown(look));
      }
    }
    leftOut(seen, FirstLook.Kind.BEFORE).ifPresent(words.getChildren()::add);
    leftOut(seen, FirstLook.Kind.OWN).ifPresent(words.getChildren()::add);
    if (seen.taken().isEmpty()) {
      then.looked().accept(seen.over(List.of()));
      here.dialogs().tell(here.t("take.nothing"), words);
      return;
    }
    words
        .getChildren()
        .add(
            Nodes.label(
                here.t(
                    "seal.space.below",
                    here.texts().size(seen.space().needed()),
                    here.texts().size(seen.space().free())),
                "muted"));
    here.dialogs()
        .ask(
            here.t("take.title"),
            words,
            here.t("take.these", seen.taken().size()),
            () -> {
              if (!seen.space().fits()) {
                here.dialogs().notice(here.t("fault.NO_SPACE"));
                return false;
              }
              take(seen, then);
              return true;
            });
  }

  private Optional<Node> leftOut(Seen seen, FirstLook.Kind kind) {
    long count = seen.looks().stream().filter(l -> l.kind() == kind).count();
    return count == 0
        ? Optional.empty()
        : Optional.of(Nodes.label(here.t("look.left." + kind, count), "muted"));
  }

  private Node shown(FirstLook look) {
    Badge.Kind kind =
        switch (look.kind()) {
          case NEW -> Badge.Kind.OK;
          case IN_DOUBT -> Badge.Kind.WARNING;
          case BAD -> Badge.Kind.DANGER;
          case BEFORE, OWN, NOT_READABLE -> Badge.Kind.NEUTRAL;
        };
    VBox box =
        new VBox(
            4,
            Nodes.row(
                Nodes.line(look.name(), "mono", "small"),
                Nodes.spring(),
                new Badge(kind, here.t("look." + look.kind()))));
    look.checked()
        .ifPresent(
            c ->
                FoundWords.lines(c, here)
                    .forEach(l -> box.getChildren().add(Nodes.label(l, "muted"))));
    return box;
  }

  /** Named first: what the lock or a power cut ends is gone on with after the next unlock. */
  private void take(Seen seen, Then then) {
    List<Path> files = seen.taken().stream().map(FirstLook::file).toList();
    line.act(
        () -> {
          packages.unfinished().takes(files);
          return files;
        },
        named -> taking(seen, then));
  }

  private void taking(Seen seen, Then then) {
    List<FirstLook> looks = seen.taken();
    Underway.run(
        here,
        line,
        slot,
        here.t("take.underway", looks.size()),
        progress -> {
          List<Became> all = new ArrayList<>();
          try {
            return taken(looks, all, progress);
          } finally {
            leave(looks, all);
          }
        },
        became -> {
          then.looked().accept(seen.over(became));
          changed.run();
          tell(became, then);
        });
  }

  /** What was not come to is left for later where somebody locked, and else is over. */
  private void leave(List<FirstLook> looks, List<Became> all) {
    UnfinishedWork unfinished = packages.unfinished();
    long done = all.stream().filter(b -> b.outcome().isPresent()).count();
    unfinished.takes(
        unfinished.isLocking()
            ? looks.stream().skip(done).map(FirstLook::file).toList()
            : List.of());
  }

  /** Stops for good only where going on makes no sense: when asked to, or with no space left. */
  private List<Became> taken(List<FirstLook> looks, List<Became> all, Progress progress) {
    for (FirstLook look : looks) {
      try {
        all.add(
            new Became(
                look,
                Optional.of(packages.take(look.file(), progress.step(all.size(), looks.size()))),
                ""));
      } catch (CaseworkFault e) {
        boolean ends =
            switch (e.code()) {
              case STOPPED, NO_SPACE, DISK_FULL -> true;
              default -> false;
            };
        if (ends && all.isEmpty()) {
          throw e;
        }
        all.add(new Became(look, Optional.empty(), here.t("fault." + e.code())));
        if (ends) {
          return all;
        }
      }
    }
    return all;
  }

  private void tell(List<Became> all, Then then) {
    VBox words = new VBox(14);
    List<RecordId> receipts = new ArrayList<>();
    for (Became b : all) {
      VBox one = new VBox(4, Nodes.line(b.look().name(), "mono", "small"));
      b.outcome()
          .ifPresentOrElse(
              o -> {
                Outcomes.lines(o, here).forEach(l -> one.getChildren().add(Nodes.label(l)));
                Outcomes.receipt(o).ifPresent(receipts::add);
              },
              () -> one.getChildren().add(Nodes.label(b.fault(), "danger")));
      words.getChildren().add(one);
    }
    if (receipts.isEmpty() || then.from().isEmpty()) {
      here.dialogs().tell(here.t("take.done"), words);
      return;
    }
    words.getChildren().add(Nodes.label(here.t("take.answers", receipts.size()), "muted"));
    here.dialogs()
        .ask(
            here.t("take.done"),
            words,
            here.t("take.answers.verb"),
            () -> {
              answers.carry(receipts, then.from().get());
              return true;
            });
  }
}
