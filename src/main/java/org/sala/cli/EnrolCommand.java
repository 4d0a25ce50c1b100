package org.sala.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.Headquarters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sala enrol}: a request goes one way, an answer comes back, both sides compare a code. */
@Command(
    name = "enrol",
    mixinStandardHelpOptions = true,
    description = "Makes a station known at headquarters, with no network.")
final class EnrolCommand extends Branch {
  /** Makes a workspace the agency's headquarters. */
  @Command(
      name = "found",
      mixinStandardHelpOptions = true,
      description = "Makes this workspace headquarters: authority, issuing key, revocation lists.")
  static final class Found implements Callable<Integer> {
    private final Door door;
    @Mixin private Door.Keys keys = new Door.Keys();

    @Option(
        names = "--agency",
        paramLabel = "AGENCY",
        required = true,
        description = "The agency's name.")
    private String agency = "";

    @Option(
        names = "--name",
        paramLabel = "NAME",
        required = true,
        description = "What this headquarters is called.")
    private String name = "";

    @Option(
        names = "--number",
        paramLabel = "NUMBER",
        required = true,
        description = "The officer's number.")
    private String number = "";

    @Option(
        names = "--country",
        required = true,
        paramLabel = "CC",
        description =
            "The country that it lies in (ISO 3166-1, two letters). A package to it is one "
                + "to that country: who fears it stays out. It cannot be changed afterwards.")
    private String country = "";

    @Option(
        names = "--authority-folder",
        required = true,
        paramLabel = "DIR",
        description =
            "Where the authority's key goes, sealed: a stick that is in, and goes into a safe.")
    private Path authorityFolder = Path.of("");

    @Option(
        names = "--authority-passphrase-file",
        paramLabel = "FILE",
        description = "A file with the authority's own passphrase; or it is asked for.")
    private @Nullable Path authorityPassphraseFile;

    @Mixin private Output output = new Output();

    Found(Door door) {
      this.door = door;
    }

    @Override
    public Integer call() {
      String where = country.strip().toUpperCase(Locale.ROOT);
      if (!Set.of(Locale.getISOCountries()).contains(where)) {
        throw new NotEntered("--country is a country's two letters, as TH.", Exit.USAGE);
      }
      Given.folder(authorityFolder);
      try (Desk desk = door.enter(keys)) {
        char[] secret =
            Door.secret(
                authorityPassphraseFile,
                "The authority's passphrase: ",
                "--authority-passphrase-file");
        try {
          desk.headquarters()
              .found(
                  new Headquarters.Founding(agency, name, number, where, authorityFolder, secret));
        } finally {
          Arrays.fill(secret, '\0');
        }
      }
      output
          .said()
          .line("founded: the authority's key lies in " + authorityFolder + "; put it into a safe")
          .with("agency", agency)
          .with("name", name)
          .with("authorityFolder", authorityFolder.toString())
          .end();
      return Exit.OK;
    }
  }

  /** At headquarters: certifies the station and writes the answer. */
  @Command(
      name = "answer",
      mixinStandardHelpOptions = true,
      description = "At headquarters: answers a request and prints the code to compare.")
  static final class Answer implements Callable<Integer> {
    private final Door door;
    @Mixin private Door.Keys keys = new Door.Keys();

    @Option(
        names = "--name",
        paramLabel = "NAME",
        required = true,
        description = "The station's name.")
    private String name = "";

    @Option(
        names = "--letter",
        paramLabel = "LETTER",
        required = true,
        description = "The station's letter.")
    private String letter = "";

    @Option(
        names = "--prefix",
        paramLabel = "PREFIX",
        required = true,
        description = "The prefix of its case numbers.")
    private String prefix = "";

    @Mixin private final SecondOfficer second = new SecondOfficer();

    @Option(
        names = "--supervisor",
        paramLabel = "NUMBER",
        description = "An officer of the request who supervises there; may be repeated.")
    private List<String> supervisors = new ArrayList<>();

    @Option(
        names = "--vouched",
        description =
            "The station is enrolled and has lost every key: somebody there was called under a"
                + " number that was known before, and asks indeed.")
    private boolean vouched;

    @Parameters(
        index = "0",
        paramLabel = "REQUEST",
        description = "The file that the station wrote.")
    private Path request = Path.of("");

    @Parameters(
        index = "1",
        paramLabel = "ANSWER",
        description = "The file to be written, which goes back.")
    private Path answer = Path.of("");

    @Mixin private Output output = new Output();

    Answer(Door door) {
      this.door = door;
    }

    @Override
    public Integer call() {
      try (Desk desk = door.enter(keys)) {
        Given.file(request);
        Given.target(answer);
        Headquarters.Asked read = desk.headquarters().read(request);
        Headquarters.Asked asked = vouched ? read.vouched() : read;
        Set<String> supervising = supervising(asked);
        second.approve(desk, Approvals.Of.ANSWER, asked.approved(supervising));
        String code = desk.headquarters().answer(asked, name, letter, prefix, supervising, answer);
        output
            .said()
            .line("code " + code + ": read it out over the telephone; " + answer + " goes back")
            .with("code", code)
            .end();
      }
      return Exit.OK;
    }

    private Set<String> supervising(Headquarters.Asked request) {
      List<Headquarters.Asker> asked = request.officers();
      for (String number : supervisors) {
        if (asked.stream().noneMatch(a -> a.number().equals(number))) {
          throw new NotEntered("No officer of that number is in the request.", Exit.USAGE);
        }
      }
      return asked.stream()
          .filter(a -> supervisors.contains(a.number()))
          .map(Headquarters.Asker::fingerprint)
          .collect(Collectors.toSet());
    }
  }
}
