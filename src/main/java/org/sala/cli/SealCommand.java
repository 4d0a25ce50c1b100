package org.sala.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.keys.Peer;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.OmittedExhibits;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sala seal}: seals what headquarters does not have yet, or its stations. */
@Command(
    name = "seal",
    mixinStandardHelpOptions = true,
    description = {
      "Seals a case, or everything that headquarters does not have yet, and says by number of whom"
          + " what leaves and what stays.",
      "At headquarters: seals for its stations what waits for them, decisions, questions,"
          + " bulletins and whom to believe, also for those that send nothing.",
      "Exit status 4 with nothing sealed where everything is there already."
    })
final class SealCommand implements Callable<Integer> {
  private static final String PURPOSE = "investigation-and-protection";

  private final Door door;
  private final Ports.Languages languages;

  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(names = "--case", paramLabel = "NUMBER", description = "Only this case and its people.")
  private @Nullable String caseNumber;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Copies the package to a folder that is there, such as a stick.")
  private @Nullable Path to;

  @Option(
      names = "--station",
      paramLabel = "NAME",
      description =
          "For another station of the agency, not for headquarters: its name or letter. May be"
              + " given several times.")
  private List<String> stationNames = new ArrayList<>();

  @Option(
      names = "--partner",
      paramLabel = "NAME",
      description = "A redacted copy of a case for another agency, by its name; with --case.")
  private @Nullable String partner;

  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      description =
          "What the people in it were asked for; with --partner (default: " + PURPOSE + ").")
  private @Nullable String purpose;

  @Option(
      names = "--in",
      paramLabel = "LANGUAGE",
      description = "The language of a copy's words, en or th; with --partner (default: en).")
  private @Nullable String language;

  @Mixin private Output output = new Output();

  @Option(names = "--dry-run", description = "Only says what would leave.")
  private boolean dryRun;

  SealCommand(Door door, Ports.Languages languages) {
    this.door = door;
    this.languages = languages;
  }

  @Override
  public Integer call() {
    fitsTogether();
    try (Desk desk = door.enter(keys)) {
      Optional<RecordId> caseId =
          Optional.ofNullable(caseNumber).map(number -> found(desk, number));
      if (partner != null) {
        copy(desk, partner, caseId.orElseThrow());
        return Exit.OK;
      }
      List<Peer> peers = peers(desk);
      if (peers.isEmpty() && desk.headquarters().isHeadquarters()) {
        forStations(desk, caseId);
        return Exit.OK;
      }
      SealPlan plan =
          peers.isEmpty()
              ? desk.packages().plan(caseId)
              : desk.packages().planFor(peers, caseId, OmittedExhibits.nothing());
      Said said = new Planned(desk.packages(), plan).say(output.said());
      if (dryRun) {
        said.end();
        return Exit.OK;
      }
      List<PackageLine> all =
          peers.isEmpty()
              ? List.of(desk.packages().seal(plan, Progress.none()))
              : desk.packages().sealFor(peers, plan, OmittedExhibits.nothing(), Progress.none());
      new Carried(desk.packages(), Optional.ofNullable(to))
          .say(all, peers.stream().map(Peer::name).toList(), said);
      return Exit.OK;
    }
  }

  /** What is wrong with the call is said before anybody types a passphrase, and nothing is done. */
  private void fitsTogether() {
    if (partner == null && (purpose != null || language != null)) {
      throw new NotEntered(
          (purpose == null ? "--in" : "--purpose")
              + " goes with --partner: it is of a copy for another agency.",
          Exit.USAGE);
    }
    if (partner != null && (caseNumber == null || !stationNames.isEmpty())) {
      throw new NotEntered("--partner needs --case, and no --station.", Exit.USAGE);
    }
    if (language != null && !languages.all().contains(language)) {
      throw new NotEntered(
          "--in is one of " + String.join(", ", languages.all()) + ".", Exit.USAGE);
    }
    if (to != null) {
      Given.folder(to);
    }
  }

  /** The very number: sealing the next best case would send what nobody asked for. */
  private static RecordId found(Desk desk, String number) {
    return TheVery.one(
        desk.cases().list(number, "number", false, 0, 20).stream()
            .filter(c -> c.number().equalsIgnoreCase(number))
            .map(Cases.CaseLine::id)
            .toList(),
        "There is no such case here.");
  }

  private void forStations(Desk desk, Optional<RecordId> caseId) {
    if (caseId.isPresent()) {
      throw new NotEntered(
          "This is headquarters: a case goes to another agency, with --partner.", Exit.USAGE);
    }
    new StationsSealing(desk, output).run(!dryRun, Optional.ofNullable(to));
  }

  private void copy(Desk desk, String name, RecordId caseId) {
    new CopySealing(desk, output, languages.in(Objects.requireNonNullElse(language, "en")))
        .run(
            name,
            Objects.requireNonNullElse(purpose, PURPOSE),
            caseId,
            !dryRun,
            Optional.ofNullable(to));
  }

  private List<Peer> peers(Desk desk) {
    return stationNames.stream().map(wanted -> peer(desk, wanted)).distinct().toList();
  }

  private static String known(List<String> names) {
    return names.isEmpty() ? "none yet" : String.join(", ", names);
  }

  private static Peer peer(Desk desk, String wanted) {
    return desk.packages().peers().stream()
        .filter(p -> p.name().equalsIgnoreCase(wanted) || p.letter().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new NotEntered(
                    "Headquarters has listed no such station. Known here: "
                        + known(desk.packages().peers().stream().map(Peer::name).toList())
                        + ".",
                    Exit.USAGE));
  }
}
