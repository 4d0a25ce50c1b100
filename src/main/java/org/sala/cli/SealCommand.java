package org.sala.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.keys.Peer;
import org.sala.casework.packages.LeftOut;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.SealPlan;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sala seal}: seals what headquarters does not have yet. */
@Command(
    name = "seal",
    mixinStandardHelpOptions = true,
    description = "Seals a case, or everything that headquarters does not have yet.")
final class SealCommand implements Callable<Integer> {
  private final Door door;
  private final Ports.Languages languages;

  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(names = "--case", paramLabel = "NUMBER", description = "Only this case and its people.")
  private @Nullable String caseNumber;

  @Option(names = "--to", paramLabel = "DIR", description = "Copies the package to a folder.")
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
      description = "A redacted copy of a case for another agency, by its name.")
  private @Nullable String partner;

  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      description =
          "What the people in it were asked for (default: ${DEFAULT-VALUE}); with --partner.",
      defaultValue = "investigation-and-protection")
  private String purpose = "";

  @Option(
      names = "--in",
      paramLabel = "LANGUAGE",
      description = "The language of a copy's words, en or th (default: ${DEFAULT-VALUE}).",
      defaultValue = "en")
  private String language = "en";

  @Mixin private Output output = new Output();

  @Option(names = "--dry-run", description = "Only says what would leave.")
  private boolean dryRun;

  SealCommand(Door door, Ports.Languages languages) {
    this.door = door;
    this.languages = languages;
  }

  @Override
  public Integer call() {
    try (Desk desk = door.enter(keys)) {
      Optional<RecordId> caseId = Optional.empty();
      if (caseNumber != null) {
        // The very number: sealing the next best case would send what nobody asked for.
        String number = caseNumber;
        caseId =
            Optional.of(
                TheVery.one(
                    desk.cases().list(number, "number", false, 0, 20).stream()
                        .filter(c -> c.number().equalsIgnoreCase(number))
                        .map(Cases.CaseLine::id)
                        .toList(),
                    "There is no such case here."));
      }
      if (partner != null) {
        copy(desk, partner, caseId);
        return Exit.OK;
      }
      List<Peer> peers = peers(desk);
      SealPlan plan =
          peers.isEmpty()
              ? desk.packages().plan(caseId)
              : desk.packages().planFor(peers, caseId, LeftOut.nothing());
      Said said = planned(plan, output.said());
      if (!dryRun) {
        List<Packages.PackageLine> all =
            peers.isEmpty()
                ? List.of(desk.packages().seal(plan, Progress.none()))
                : desk.packages().sealFor(peers, plan, LeftOut.nothing(), Progress.none());
        for (Packages.PackageLine sealed : all) {
          said.line("sealed " + sealed.fileName())
              .with("sealed", sealed.fileName())
              .with("sequence", sealed.sequence())
              .with("size", sealed.size());
          if (to != null) {
            Path copy = desk.packages().carry(sealed.id(), to);
            said.line("carried to " + copy).with("carried", copy.toString());
          }
        }
      }
      said.end();
      return Exit.OK;
    }
  }

  private void copy(Desk desk, String name, Optional<RecordId> caseId) {
    if (caseId.isEmpty() || !stationNames.isEmpty()) {
      throw new NotEntered("--partner needs --case, and no --station.", Exit.USAGE);
    }
    if (!languages.all().contains(language)) {
      throw new NotEntered(
          "--in is one of " + String.join(", ", languages.all()) + ".", Exit.USAGE);
    }
    new CopySealing(desk, output, languages.in(language))
        .run(name, purpose, caseId.get(), !dryRun, Optional.ofNullable(to));
  }

  private List<Peer> peers(Desk desk) {
    return stationNames.stream().map(wanted -> peer(desk, wanted)).distinct().toList();
  }

  private static Peer peer(Desk desk, String wanted) {
    return desk.packages().peers().stream()
        .filter(p -> p.name().equalsIgnoreCase(wanted) || p.letter().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new NotEntered(
                    "Headquarters has listed no such station. Known here: "
                        + String.join(
                            ", ", desk.packages().peers().stream().map(Peer::name).toList()),
                    Exit.USAGE));
  }

  private static Said planned(SealPlan plan, Said said) {
    return said.line(
            String.format(
                Locale.ROOT,
                "to %s: %d changes, %d people, %d cases, %d files; protected part of %d leaves, of"
                    + " %d is kept back; of %d only the investigation part, without their consent;"
                    + " of %d something is left out; needs %d bytes, %d are free",
                plan.recipient(),
                plan.changes().size(),
                plan.people(),
                plan.cases(),
                plan.files().size(),
                plan.withConsent().size(),
                plan.keptBack().size(),
                plan.withoutConsent().size(),
                plan.items().size(),
                plan.needed(),
                plan.free()))
        .with("recipient", plan.recipient())
        .with("changes", plan.changes().size())
        .with("passedOn", plan.passedOn())
        .with("asks", plan.asks())
        .with("people", plan.people())
        .with("cases", plan.cases())
        .with("files", plan.files().size())
        .with("withConsent", plan.withConsent().size())
        .with("withoutConsent", plan.withoutConsent().size())
        .with("keptBack", plan.keptBack().size())
        .with("leavingOut", plan.items().size())
        .with("needed", plan.needed())
        .with("free", plan.free());
  }
}
