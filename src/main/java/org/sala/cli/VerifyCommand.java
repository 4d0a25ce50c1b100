package org.sala.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.packages.take.PackageCheck;
import org.sala.casework.packages.take.StandaloneCheck;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Tools;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sala verify}: checks a package in a workspace, or with none. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Checks a package and says everything that is found. Exit status 0 only if it is genuine.")
final class VerifyCommand implements Callable<Integer> {
  private final Door door;
  private final Tools tools;
  private final Ports.Languages languages;

  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(
      names = "--identity",
      paramLabel = "FILE",
      description = "Age identities, one a line: checks without a workspace.")
  private @Nullable Path identity;

  @Option(
      names = "--authority",
      paramLabel = "PEM",
      description = "The authority's certificate, with its issuers.")
  private @Nullable Path authority;

  @Option(names = "--crl", paramLabel = "FILE", description = "Revocation lists (PEM).")
  private @Nullable Path crl;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = Times.class,
      description = "Judges by that time, as 2026-11-24T03:12:00Z.")
  private @Nullable Instant at;

  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "FILE", description = "The package.")
  private Path file = Path.of("");

  VerifyCommand(Door door, Tools tools, Ports.Languages languages) {
    this.door = door;
    this.tools = tools;
    this.languages = languages;
  }

  @Override
  public Integer call() {
    Given.file(file);
    PackageCheck checked;
    Path identities = identity;
    Path anchor = authority;
    if (identities != null && anchor != null) {
      Instant time = at == null ? Instant.now(tools.clock()) : at;
      Optional.ofNullable(crl).ifPresent(Given::file);
      checked = outside(Given.file(identities), Given.file(anchor)).check(file, time);
    } else if (identities == null && anchor == null) {
      if (at != null || crl != null) {
        throw new NotEntered(
            "--at and --crl go with --identity and --authority: a workspace has lists of its own.",
            Exit.USAGE);
      }
      try (Desk desk = inside()) {
        checked = desk.packages().check(file);
      }
    } else {
      throw new NotEntered("--identity and --authority go together.", Exit.USAGE);
    }
    Said said = output.said().with(Report.parts(checked));
    Optional<Instant> given = Optional.ofNullable(at);
    given.ifPresent(t -> said.with("judgedAt", t.toString()));
    Report.lines(checked, languages.in("en"), given).forEach(said::line);
    said.end();
    return checked.genuine() ? Exit.OK : Exit.REFUSED;
  }

  /** Whoever has no workspace here is told of the other way. */
  private Desk inside() {
    try {
      return door.enter(keys);
    } catch (NotEntered e) {
      if (e.exit() != Exit.USAGE) {
        throw e;
      }
      throw new NotEntered(
          e.getMessage()
              + " Without a workspace a package is checked with --identity FILE and --authority"
              + " PEM.",
          e.exit(),
          e.fault());
    }
  }

  /** What cannot be read is answered in words, not in those of the program. */
  static final class Times implements CommandLine.ITypeConverter<Instant> {
    @Override
    public Instant convert(String typed) {
      try {
        return Instant.parse(typed);
      } catch (DateTimeParseException e) {
        throw new CommandLine.TypeConversionException("write it as 2026-11-24T03:12:00Z");
      }
    }
  }

  private StandaloneCheck outside(Path identities, Path anchor) {
    try {
      return StandaloneCheck.with(identities, anchor, Optional.ofNullable(crl));
    } catch (CaseworkFault e) {
      if (e.code() != CaseworkFault.Code.BAD_FILE) {
        throw e;
      }
      throw new NotEntered(
          "The identities, the authority or the revocation list are not what they should be.",
          Exit.USAGE);
    }
  }
}
