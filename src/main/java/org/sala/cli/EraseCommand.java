package org.sala.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.erasing.Erasing;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.erasing.Kept;
import org.sala.casework.erasing.Past;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sala erase}: a person or a case, for good. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = {
      "Erases a person or a case for good: its keys are destroyed, and nobody reads it again.",
      "Without --confirm it only says what would go, and who would still have it.",
      "--list says what was erased so far, and what stays though a station erased it."
    })
final class EraseCommand implements Callable<Integer> {
  private final Door door;

  @Mixin private Door.Keys keys = new Door.Keys();

  /** What is erased, one of the two; or what was. */
  static final class About {
    @Option(
        names = "--person",
        required = true,
        paramLabel = "NUMBER",
        description = "The number on the wristband.")
    private @Nullable String person;

    @Option(
        names = "--case",
        required = true,
        paramLabel = "NUMBER",
        description = "The number of the case.")
    private @Nullable String caseNumber;

    @Option(
        names = "--list",
        required = true,
        description = "What was erased here or is to stay, when, by whom and why.")
    private boolean list;
  }

  @ArgGroup(multiplicity = "1")
  private About about = new About();

  @Option(
      names = "--confirm",
      paramLabel = "NUMBER",
      description = "The same number once more: it is erased then.")
  private @Nullable String confirm;

  @Option(names = "--why", paramLabel = "WHY", description = "wish, time-over, mistake or order.")
  private String why = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "In words, without names: it stays.")
  private String reason = "";

  @Option(
      names = "--second",
      paramLabel = "HANDLE",
      description = "A second officer, who signs, where there is one.")
  private @Nullable String second;

  @Option(
      names = "--second-passphrase-file",
      paramLabel = "FILE",
      description = "A file with the second officer's passphrase.")
  private @Nullable Path secondFile;

  @Mixin private Output output = new Output();

  EraseCommand(Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    if (confirm != null) {
      because();
    }
    try (Desk desk = door.enter(keys)) {
      if (about.list) {
        return list(desk.erasures().past(), desk.erasedElsewhere().kept(), output.said());
      }
      Erasing plan = desk.erasures().plan(found(desk));
      Said said = told(plan, output.said());
      String typed = confirm;
      int exit = typed == null ? Exit.OK : erase(desk.erasures(), plan, typed, said);
      said.end();
      return exit;
    }
  }

  private static int list(List<Past> all, List<Kept> staying, Said said) {
    List<Value> lines = new ArrayList<>();
    for (Past p : all) {
      String signed = p.byTwo() ? p.proposed() + ", " + p.signed() : p.signed();
      said.line(
          p.at()
              + "  "
              + p.kind()
              + " "
              + p.number()
              + "  "
              + p.why()
              + ": "
              + p.reason()
              + "  ("
              + signed
              + ")");
      Map<String, Value> parts = new LinkedHashMap<>();
      parts.put("at", Value.text(OffsetTime.of(p.at())));
      parts.put("kind", Value.text(p.kind()));
      parts.put("number", Value.text(p.number()));
      parts.put("why", Value.text(p.why()));
      parts.put("reason", Value.text(p.reason()));
      parts.put("proposed", Value.text(p.proposed()));
      parts.put("signed", Value.text(p.signed()));
      lines.add(new Value.Parts(parts));
    }
    if (all.isEmpty()) {
      said.line("nothing was erased here");
    }
    List<Value> kept = staying.stream().map(k -> stays(k, said)).toList();
    said.with(Map.of("erased", new Value.Listing(lines), "staying", new Value.Listing(kept))).end();
    return Exit.OK;
  }

  /** Tells that something stays though a station has erased it: who decided so, and why. */
  private static Value stays(Kept k, Said said) {
    String why = k.why().map(Erasures.Why::code).orElse("");
    said.line(
        k.at()
            + "  stays: "
            + k.kind()
            + " "
            + k.number()
            + "  erased at "
            + (k.stationName().isEmpty() ? "a station" : k.stationName())
            + (why.isEmpty() ? "" : " (" + why + ")")
            + ": "
            + k.reason()
            + "  ("
            + k.officer()
            + ")");
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("at", Value.text(OffsetTime.of(k.at())));
    parts.put("kind", Value.text(k.kind()));
    parts.put("number", Value.text(k.number()));
    parts.put("station", Value.text(k.stationName()));
    parts.put("why", Value.text(why));
    parts.put("reason", Value.text(k.reason()));
    parts.put("decided", Value.text(k.officer()));
    return new Value.Parts(parts);
  }

  private RecordId found(Desk desk) {
    String person = about.person;
    if (person != null) {
      // The very number: nobody is erased because a number begins like another one.
      return TheVery.one(
          desk.people().list(person, "wristband", false, 0, 20).stream()
              .filter(p -> p.wristband().equalsIgnoreCase(person))
              .map(People.PersonLine::id)
              .toList(),
          "Nobody here has that number.");
    }
    String number = Optional.ofNullable(about.caseNumber).orElse("");
    return TheVery.one(
        desk.cases().list(number, "number", false, 0, 20).stream()
            .filter(c -> c.number().equalsIgnoreCase(number))
            .map(Cases.CaseLine::id)
            .toList(),
        "There is no such case here.");
  }

  /** Asked before anybody is let in: a call that is refused has done nothing. */
  private Erasures.Why because() {
    if (reason.isBlank()) {
      throw new NotEntered("--reason says why, in words and without names.", Exit.USAGE);
    }
    return Erasures.Why.of(why)
        .orElseThrow(
            () ->
                new NotEntered(
                    "--why is one of "
                        + Arrays.stream(Erasures.Why.values())
                            .map(Erasures.Why::code)
                            .collect(Collectors.joining(", "))
                        + ".",
                    Exit.USAGE));
  }

  private int erase(Erasures erasures, Erasing plan, String typed, Said said) {
    if (!plan.confirmedBy(typed)) {
      throw new NotEntered("--confirm is not that number. Nothing was erased.", Exit.USAGE);
    }
    Erasures.Why because = because();
    String handle = second;
    if (erasures.needsSecond() && handle == null) {
      throw new NotEntered(
          "A second officer has to sign: --second and --second-passphrase-file.", Exit.USAGE);
    }
    char[] secret =
        handle == null
            ? new char[0]
            : Door.secret(secondFile, "Second passphrase: ", "--second-passphrase-file");
    try {
      Erasures.Outcome outcome =
          erasures.erase(
              plan,
              typed,
              because,
              reason,
              Optional.ofNullable(handle).map(h -> new Erasures.Second(h, secret)));
      said.with("erased", outcome == Erasures.Outcome.DONE);
      return switch (outcome) {
        case DONE -> {
          said.line("erased; the lists are made anew at the next unlock");
          yield Exit.OK;
        }
        case WRONG_PASSPHRASE ->
            throw new NotEntered(
                "The second officer's handle or passphrase are wrong.", Exit.WRONG_PASSPHRASE);
        case SAME_OFFICER -> throw new NotEntered("One officer is not two.", Exit.USAGE);
        case NOT_CERTIFIED ->
            throw new NotEntered(
                "The second officer has no certificate that holds; at a station that was never"
                    + " enrolled, has been there for less than a day.",
                Exit.USAGE);
      };
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private static Said told(Erasing plan, Said said) {
    said.line(
            plan.kind()
                + " "
                + plan.number()
                + ": "
                + Counted.of(plan.records().size(), "record", "records")
                + " and "
                + Counted.of(plan.files().count(), "file go; ", "files go; ")
                + Counted.of(plan.onlyHere(), "change is nowhere else", "changes are nowhere else"))
        .with("kind", plan.kind())
        .with("number", plan.number())
        .with("records", plan.records().size())
        .with("files", plan.files().count())
        .with("onlyHere", plan.onlyHere())
        .with("statementsThatStay", plan.statements())
        .with("insideThatStay", plan.others().inside())
        .with("toldOfAsInsideThatStay", plan.others().told().size())
        .with("partsThatStay", plan.others().parts())
        .with("holders", plan.holders())
        .with("quarantined", plan.quarantined().size())
        .with("backups", plan.backups().size())
        .with("tellsHeadquarters", plan.tells())
        .with("protects", plan.protects())
        .with("losing", plan.losing());
    if (!plan.losing().isEmpty()) {
      said.line(
          "other records of the same person rest on what it says, and two officers part them first:"
              + " "
              + String.join(", ", plan.losing()));
    }
    if (!plan.statements().isEmpty()) {
      said.line("statements stay in their cases: " + String.join(", ", plan.statements()));
    }
    if (plan.others().inside() > 0) {
      said.line(Counted.people(plan.others().inside()) + " whom this person named as inside stay");
    }
    if (!plan.others().told().isEmpty()) {
      said.line(
          Counted.of(plan.others().told().size(), "record", "records")
              + " of what others told of this person as inside stay, and count as inside again");
    }
    if (plan.others().parts() > 0) {
      said.line(
          Counted.of(plan.others().parts(), "part in a case stays", "parts in cases stay")
              + " with the case");
    }
    plan.holders().forEach(h -> said.line("still with: " + h));
    if (!plan.quarantined().isEmpty()) {
      said.line(
          Counted.of(
              plan.quarantined().size(),
              "package in quarantine goes with it",
              "packages in quarantine go with it"));
    }
    if (plan.tells()) {
      said.line("headquarters is told with the next package, and decides on what it has");
    }
    plan.lastBackup()
        .ifPresent(
            at ->
                said.line(
                    plan.backups().size()
                        + " backups bring it back, the last of "
                        + at.toString()));
    return said;
  }
}
