package org.sala.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.Invitations;
import org.sala.casework.ServerLogin;
import org.sala.casework.station.Tools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code sala hq invite}: the folder of another machine, sealed under its officer's passphrase. */
@Command(
    name = "invite",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the folder of another machine at this headquarters, to be carried there "
          + "by hand: its keys are sealed under the passphrase that its officer types here.",
      "--database names the server as that machine sees it."
    })
final class HqInvite implements Callable<Integer> {
  private final Tools tools;

  @ParentCommand private @Nullable HqCommand hq;

  @Mixin private Officer officer = new Officer();

  @Option(names = "--to", required = true, paramLabel = "DIR", description = "A new folder.")
  private Path to = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "The other officer's name.")
  private String name = "";

  @Option(
      names = "--number",
      paramLabel = "NUMBER",
      required = true,
      description = "The other officer's number.")
  private String number = "";

  @Option(
      names = "--guest-handle",
      paramLabel = "HANDLE",
      required = true,
      description = "The other officer's handle.")
  private String handle = "";

  @Option(
      names = "--guest-passphrase-file",
      paramLabel = "FILE",
      description = "A file with the other officer's passphrase; or it is asked for.")
  private @Nullable Path passphraseFile;

  @Option(
      names = "--guest-login",
      paramLabel = "NAME",
      required = true,
      description = "As whom that machine enters at the server.")
  private String login = "";

  @Option(
      names = "--guest-login-password-file",
      paramLabel = "FILE",
      description = "A file with the server's password of that login; or it is asked for.")
  private @Nullable Path passwordFile;

  @Mixin private Output output = new Output();

  HqInvite(Tools tools) {
    this.tools = tools;
  }

  @Override
  public Integer call() {
    HqCommand parent = Objects.requireNonNull(hq);
    ServerLogin theirs =
        parent.as(
            login,
            Door.secret(passwordFile, "Password of that login: ", "--guest-login-password-file"));
    char[] passphrase =
        Door.secret(passphraseFile, "The other officer's passphrase: ", "--guest-passphrase-file");
    try (Desk desk = parent.enter(tools, officer)) {
      boolean certified =
          desk.invitations()
              .invite(new Invitations.Guest(name, handle, passphrase, number, theirs), to);
      output
          .said()
          .line("The folder is at " + to + ". Carry it to the other machine, and wipe the stick.")
          .line(
              certified
                  ? "The officer is certified."
                  : "A second officer has to approve the certificate, in the desktop.")
          .with("folder", to.toString())
          .with("certified", certified)
          .end();
    } finally {
      Arrays.fill(passphrase, '\0');
    }
    return Exit.OK;
  }
}
