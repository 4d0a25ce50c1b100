package org.sala.ui.transit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.files.Space;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** Copies sealed packages to a stick or a shared folder, and compares what it wrote. */
public final class Carrying {
  private final Packages packages;
  private final Here here;
  private final Work.Line line;
  private final Pane slot;
  private final Runnable changed;
  private Consumer<PackageLine> setAside = p -> {};

  /**
   * @param slot where the progress shows
   * @param changed hears when something was copied
   */
  public Carrying(Packages packages, Here here, Work.Line line, Pane slot, Runnable changed) {
    this.packages = packages;
    this.here = here;
    this.line = line;
    this.slot = slot;
    this.changed = changed;
  }

  /** What happens once a package was set aside because somebody in it has withdrawn. */
  public Carrying whenSetAside(Consumer<PackageLine> then) {
    setAside = then;
    return this;
  }

  /** Carries one package, unless somebody in it took the yes back since it was sealed. */
  public void carry(PackageLine p) {
    line.act(
        () -> packages.withdrawn(p.id()),
        people -> {
          if (people.isEmpty()) {
            carry(List.of(p.id()));
          } else {
            withdrawn(p, people);
          }
        });
  }

  private void withdrawn(PackageLine p, List<String> people) {
    String numbers = String.join(", ", people);
    if (p.state() != PackageState.SEALED) {
      here.dialogs().tell(here.t("carry.verb"), here.t("carry.withdrawn.left", numbers));
      return;
    }
    here.dialogs()
        .ask(
            here.t("carry.withdrawn"),
            new VBox(
                8,
                Nodes.label(here.t("carry.withdrawn.who", numbers)),
                Nodes.label(here.t("carry.withdrawn.next"), "muted")),
            here.t("carry.aside"),
            () -> {
              String reason = here.t("carry.aside.reason", numbers);
              line.act(
                  () -> {
                    packages.setAside(p.id(), reason);
                    return p;
                  },
                  setAside);
              return true;
            });
  }

  /** Carries several to one folder that is asked for. */
  public void carry(List<RecordId> parcels) {
    here.dialogs().folder(here.t("carry.folder")).ifPresent(f -> carry(parcels, f));
  }

  /** Carries several to a folder that is known. */
  public void carry(List<RecordId> parcels, Path folder) {
    line.act(
        () -> {
          long needed = 0;
          for (RecordId p : parcels) {
            needed += packages.spaceIn(folder, p).needed();
          }
          return new Space(
              needed, parcels.isEmpty() ? 0 : packages.spaceIn(folder, parcels.getFirst()).free());
        },
        space -> {
          if (space.fits()) {
            copy(parcels, folder);
          } else {
            here.dialogs()
                .tell(
                    here.t("carry.verb"),
                    here.t(
                        "carry.full",
                        here.texts().size(space.needed()),
                        here.texts().size(space.free())));
          }
        });
  }

  private void copy(List<RecordId> parcels, Path folder) {
    Underway.run(
        here,
        line,
        slot,
        here.t("carry.underway"),
        progress -> copied(parcels, folder, progress),
        copies -> {
          here.dialogs().tell(here.t("carry.done"), here.t("carry.done.below", copies.size()));
          changed.run();
        });
  }

  private List<Path> copied(List<RecordId> parcels, Path folder, Progress progress) {
    List<Path> copies = new ArrayList<>();
    for (RecordId p : parcels) {
      copies.add(packages.carry(p, folder, progress.step(copies.size(), parcels.size())));
    }
    return copies;
  }
}
