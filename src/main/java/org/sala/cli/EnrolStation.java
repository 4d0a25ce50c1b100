package org.sala.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sala.casework.Desk;
import org.sala.casework.keys.Enrolment;
import org.sala.casework.keys.EnrolmentAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The station's half of {@code sala enrol}. */
final class EnrolStation {
  private EnrolStation() {}

  /** At the station: writes the request. */
  @Command(
      name = "request",
      mixinStandardHelpOptions = true,
      description = "At the station: writes the request, which is carried to headquarters.")
  static final class Request implements Callable<Integer> {
    private final Door door;
    @Mixin private Door.Keys keys = new Door.Keys();

    @Option(
        names = "--number",
        paramLabel = "NUMBER",
        required = true,
        description = "The officer's number.")
    private String number = "";

    @Option(
        names = "--with",
        paramLabel = "HANDLE=NUMBER",
        description = "A colleague of this laptop who is enrolled with the same request.")
    private Map<String, String> with = new LinkedHashMap<>();

    @Option(
        names = "--with-passphrase-file",
        paramLabel = "FILE",
        description = "A file with the colleague's passphrase, in the order of --with; or asked.")
    private List<Path> withFiles = new ArrayList<>();

    @Mixin private Output output = new Output();

    @Parameters(paramLabel = "FILE", description = "The request, to be carried to headquarters.")
    private Path file = Path.of("");

    Request(Door door) {
      this.door = door;
    }

    @Override
    public Integer call() {
      if (withFiles.size() > with.size()) {
        throw new NotEntered("There are more passphrase files than colleagues.", Exit.USAGE);
      }
      List<Enrolment.Colleague> colleagues = new ArrayList<>();
      try (Desk desk = door.enter(keys)) {
        Path to = Given.target(file);
        for (Map.Entry<String, String> one : with.entrySet()) {
          int i = colleagues.size();
          char[] secret =
              Door.secret(
                  i < withFiles.size() ? withFiles.get(i) : null,
                  "The passphrase of " + one.getKey() + ": ",
                  "--with-passphrase-file");
          try {
            Optional<Enrolment.Colleague> colleague =
                desk.enrolment().colleague(one.getKey(), secret, one.getValue());
            if (colleague.isEmpty()) {
              throw new NotEntered(
                  "Wrong handle or passphrase of a colleague. Nothing was written.",
                  Exit.WRONG_PASSPHRASE);
            }
            colleagues.add(colleague.get());
          } finally {
            Arrays.fill(secret, '\0');
          }
        }
        desk.enrolment().request(to, number, colleagues);
      }
      output
          .said()
          .line("written to " + file + ": it goes to headquarters, which answers with a file")
          .with("request", file.toString())
          .with("officers", colleagues.size() + 1)
          .end();
      return Exit.OK;
    }
  }

  /** At the station: believes the answer once the code is the one heard over the telephone. */
  @Command(
      name = "accept",
      mixinStandardHelpOptions = true,
      description =
          "At the station: accepts the answer if its code is the one heard over the telephone.")
  static final class Accept implements Callable<Integer> {
    private final Door door;
    @Mixin private Door.Keys keys = new Door.Keys();

    @Option(
        names = "--code",
        paramLabel = "CODE",
        required = true,
        description = "The code that headquarters said.")
    private String code = "";

    @Parameters(paramLabel = "ANSWER", description = "The file that headquarters wrote.")
    private Path file = Path.of("");

    @Mixin private Output output = new Output();

    Accept(Door door) {
      this.door = door;
    }

    @Override
    public Integer call() {
      try (Desk desk = door.enter(keys)) {
        EnrolmentAnswer answer = desk.enrolment().open(Given.file(file));
        if (!answer.code().equalsIgnoreCase(code.strip())) {
          throw new NotEntered(
              "The codes differ: this answer is not from your headquarters. Nothing was changed.",
              Exit.REFUSED,
              "CODE_DIFFERS");
        }
        desk.enrolment().confirm(answer);
        output
            .said()
            .line("enrolled at " + answer.agency() + " as " + answer.stationName())
            .with("code", answer.code())
            .with("agency", answer.agency())
            .with("station", answer.stationName())
            .with("officers", answer.officers())
            .end();
      }
      return Exit.OK;
    }
  }
}
