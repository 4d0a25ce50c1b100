package org.sala.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.headquarters.AuthorityActs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** At headquarters: the authority takes the issuing key back, and another takes its place. */
@Command(
    name = "reissue",
    mixinStandardHelpOptions = true,
    description = {
      "At headquarters: the authority takes the issuing key back, which may be in other hands, and"
          + " certifies another.",
      "Officers get new certificates for their keys with the next answer; what was signed before"
          + " and comes later waits for two officers. It cannot be taken back."
    })
final class EnrolReissue implements Callable<Integer> {
  private final Door door;
  @Mixin private Door.Keys keys = new Door.Keys();

  @Option(
      names = "--authority-folder",
      required = true,
      paramLabel = "DIR",
      description = "Where the authority's key lies, sealed: the stick from the safe.")
  private Path authorityFolder = Path.of("");

  @Option(
      names = "--authority-passphrase-file",
      paramLabel = "FILE",
      description = "A file with the authority's own passphrase; or it is asked for.")
  private @Nullable Path authorityPassphraseFile;

  @Mixin private final SecondOfficer second = new SecondOfficer();
  @Mixin private Output output = new Output();

  EnrolReissue(Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    try (Desk desk = door.enter(keys)) {
      AuthorityActs authority = desk.headquarters().authority();
      if (!authority.liesIn(authorityFolder)) {
        throw new NotEntered("No authority's key lies in that folder.", Exit.FAILED);
      }
      second.approve(desk, Approvals.Of.ISSUER, authority.issuingKey());
      char[] secret =
          Door.secret(
              authorityPassphraseFile,
              "The authority's passphrase: ",
              "--authority-passphrase-file");
      try {
        return switch (authority.replaceIssuer(authorityFolder, secret)) {
          case OVER -> {
            output
                .said()
                .line("another issuing key is in force; stations hear with the next answer")
                .with("issuingKey", authority.issuingKey())
                .end();
            yield Exit.OK;
          }
          case WRONG_PASSPHRASE ->
              throw new NotEntered(
                  "That is not the authority's passphrase. Nothing was changed.",
                  Exit.WRONG_PASSPHRASE);
          case ANOTHER_KEY ->
              throw new NotEntered(
                  "The key in that folder is not the authority's. Nothing was changed.",
                  Exit.REFUSED,
                  "ANOTHER_KEY");
        };
      } finally {
        Arrays.fill(secret, '\0');
      }
    }
  }
}
