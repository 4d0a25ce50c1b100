package org.sala.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.AuditTrail;
import org.sala.casework.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sala audit}. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "The record of who looked, sealed, imported.")
final class AuditCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec own = Objects.requireNonNull(spec);
    own.commandLine().usage(own.commandLine().getErr());
    return Exit.USAGE;
  }

  /** Checks the chain of this workspace. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Checks every frame of the journal, and the audit chain in it.")
  static final class Verify implements Callable<Integer> {
    private final Door door;
    @Mixin private Door.Keys keys = new Door.Keys();
    @Spec private @Nullable CommandSpec spec;

    Verify(Door door) {
      this.door = door;
    }

    @Override
    public Integer call() {
      java.io.PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      try (Desk desk = door.enter(keys)) {
        Optional<Integer> spoiled = desk.spoiledSegment();
        if (spoiled.isPresent()) {
          out.println("the journal is damaged in segment " + spoiled.get());
          return Exit.REFUSED;
        }
        return switch (desk.audit().verify()) {
          case AuditTrail.Verdict.Whole w -> {
            out.println("whole: " + w.entries() + " entries");
            yield Exit.OK;
          }
          case AuditTrail.Verdict.Edited e -> {
            out.println("edited: entry " + e.number());
            yield Exit.REFUSED;
          }
          case AuditTrail.Verdict.Gap g -> {
            out.println("gap: entries are missing before " + g.number());
            yield Exit.REFUSED;
          }
          case AuditTrail.Verdict.Reordered r -> {
            out.println("re-ordered: entry " + r.number());
            yield Exit.REFUSED;
          }
          case AuditTrail.Verdict.Truncated t -> {
            out.println("truncated: after entry " + t.from());
            yield Exit.REFUSED;
          }
        };
      }
    }
  }
}
