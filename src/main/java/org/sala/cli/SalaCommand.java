package org.sala.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.station.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sala}: without a command it opens the desktop. */
@Command(
    name = "sala",
    mixinStandardHelpOptions = true,
    version = "Sala " + Version.NUMBER,
    description = "Offline casework and victim screening.",
    footer = {
      "",
      "Exit codes: 0 done, 1 refused or not genuine, 2 wrong usage,",
      "3 pictures left out, 4 could not be done, 5 wrong handle or",
      "passphrase, 6 no display. With --json a failure is an object as well:",
      "{\"fault\":\"CODE\",\"message\":\"...\",\"exit\":4}."
    })
public final class SalaCommand implements Callable<Integer> {
  private final Ports ports;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      description = "The workspace folder (default: ${DEFAULT-VALUE}).",
      defaultValue = "${sys:user.home}/Sala")
  private Path workspace = Path.of("");

  @Parameters(
      arity = "0..1",
      paramLabel = "PACKAGE",
      description = "A package (.sala) that is checked as soon as somebody has unlocked.")
  private @Nullable Path parcel;

  @Spec private @Nullable CommandSpec spec;

  private SalaCommand(Ports ports) {
    this.ports = ports;
  }

  /** Runs a call and returns its exit code. */
  public static int run(Ports ports, String... words) {
    OptionalInt plain = PlainStart.run(ports, words);
    if (plain.isPresent()) {
      return plain.getAsInt();
    }
    SalaCommand root = new SalaCommand(ports);
    CommandLine line = new CommandLine(root);
    if (!root.opensTheDesktop(line, words)) {
      commands(line, ports);
    }
    Apology apology = new Apology(ports.tools().faults());
    line.setExecutionExceptionHandler(apology);
    line.setParameterExceptionHandler(apology);
    try {
      return line.execute(words);
    } catch (Error e) {
      return apology.fell(e, line, words);
    }
  }

  /** The window comes sooner when nobody has built the commands that were not asked for. */
  private boolean opensTheDesktop(CommandLine line, String... words) {
    try {
      CommandLine.ParseResult parsed = line.parseArgs(words);
      return !parsed.isUsageHelpRequested()
          && !parsed.isVersionHelpRequested()
          && (parcel == null || isPackage(parcel));
    } catch (ParameterException e) {
      return false;
    }
  }

  /** All commands. */
  static CommandLine all(Ports ports) {
    CommandLine line = new CommandLine(new SalaCommand(ports));
    commands(line, ports);
    return line;
  }

  private static void commands(CommandLine line, Ports ports) {
    Door door = new Door(ports.tools());
    line.addSubcommand(new VerifyCommand(door, ports.tools(), ports.languages()));
    line.addSubcommand(new SealCommand(door, ports.languages()));
    line.addSubcommand(new ImportCommand(door, ports.languages()));
    line.addSubcommand(new SyncCommand(door, ports.languages()));
    line.addSubcommand(
        new CommandLine(new HqCommand(ports))
            .addSubcommand(new HqPrepare())
            .addSubcommand(new HqCreate(ports.tools()))
            .addSubcommand(new HqMove(ports.tools()))
            .addSubcommand(new HqInvite(ports.tools()))
            .addSubcommand(new HqImport(ports.tools(), ports.languages()))
            .addSubcommand(new HqFollow(ports.tools()))
            .addSubcommand(new HqRestore(ports.tools()))
            .addSubcommand(new HqResume(ports.tools()))
            .addSubcommand(new HqStatus(ports.tools())));
    line.addSubcommand(
        new CommandLine(new EnrolCommand())
            .addSubcommand(new EnrolCommand.Found(door))
            .addSubcommand(new EnrolStation.Request(door))
            .addSubcommand(new EnrolCommand.Answer(door))
            .addSubcommand(new EnrolReissue(door))
            .addSubcommand(new EnrolStation.Accept(door)));
    line.addSubcommand(
        new CommandLine(new PartnerCommand())
            .addSubcommand(new PartnerCommand.Card(door))
            .addSubcommand(new PartnerCommand.Confirm(door))
            .addSubcommand(new PartnerCommand.Known(door))
            .addSubcommand(new PartnerCommand.End(door)));
    line.addSubcommand(
        new CommandLine(new AuditCommand()).addSubcommand(new AuditCommand.Verify(door)));
    line.addSubcommand(
        new CommandLine(new ScreeningCommand())
            .addSubcommand(new ScreeningCommand.Explain())
            .addSubcommand(new ScreeningCommand.Rule()));
    line.addSubcommand(new RebuildCommand(door));
    line.addSubcommand(
        new CommandLine(new FormCommand())
            .addSubcommand(new FormCommand.Check())
            .addSubcommand(new CatalogueCheck())
            .addSubcommand(new FormSend(door))
            .addSubcommand(new FormIntegrity(door)));
    line.addSubcommand(
        new CommandLine(new PracticeCommand())
            .addSubcommand(new PracticeCommand.Make(ports.tools()))
            .addSubcommand(new PracticeCommand.Scores(door)));
    line.addSubcommand(
        new CommandLine(new ExportCommand())
            .addSubcommand(new ExportCommand.InHtcds(door))
            .addSubcommand(new ExportCommand.Statistics(door))
            .addSubcommand(new ExportEnvelopes(door)));
    line.addSubcommand(
        new CommandLine(new PrintCommand())
            .addSubcommand(new PrintCommand.OfForm(ports))
            .addSubcommand(new PrintCommand.Sheets(door, ports))
            .addSubcommand(new PrintCommand.OfNight(door, ports))
            .addSubcommand(new PrintCommand.OfPerson(door, ports)));
    line.addSubcommand(new EraseCommand(door));
    line.addSubcommand(new BackupCommand(door));
    line.addSubcommand(new RestoreCommand(ports.tools()));
    line.addSubcommand(new DemoCommand(ports));
    ports
        .measuring()
        .ifPresent(
            m ->
                line.addSubcommand(
                    new CommandLine(new BenchCommand(ports, m))
                        .addSubcommand(new LeaksCommand(m))
                        .addSubcommand(new FaultsCommand(ports, m.trials()))
                        .addSubcommand(new SimulateCommand(m.trials()))));
  }

  @Override
  public Integer call() {
    if (parcel != null && !isPackage(parcel) && !Files.exists(parcel)) {
      // Most likely a command that was mistyped.
      throw new CommandLine.UnmatchedArgumentException(
          Objects.requireNonNull(spec).commandLine(), List.of(parcel.toString()));
    }
    Optional<Path> given = Optional.ofNullable(parcel).map(Given::file);
    if (given.filter(f -> !isPackage(f)).isPresent()) {
      throw new NotEntered("That is no Sala package (.sala): " + given.get(), Exit.USAGE);
    }
    return ports.desktop().open(workspace, given.map(Path::toAbsolutePath), Optional.empty());
  }

  private static boolean isPackage(Path file) {
    return file.toString().endsWith(".sala");
  }
}
