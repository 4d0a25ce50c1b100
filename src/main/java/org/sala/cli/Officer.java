package org.sala.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who enters, and how the secret comes: never as an argument. */
final class Officer {
  @Option(names = "--handle", paramLabel = "HANDLE", description = "The officer's handle.")
  private @Nullable String handle;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description =
          "A file with the passphrase; or SALA_PASSPHRASE_FILE names one; or it is asked for.")
  private @Nullable Path passphraseFile;

  /** The handle, asked for where none was given. */
  String handle() {
    return handle == null ? Door.ask("Handle: ") : handle;
  }

  /** The passphrase; the caller wipes it. */
  char[] passphrase() {
    Optional<Path> file =
        Optional.ofNullable(passphraseFile)
            .or(() -> Optional.ofNullable(System.getenv("SALA_PASSPHRASE_FILE")).map(Path::of));
    char[] secret = Door.secret(file.orElse(null), "Passphrase: ", "--passphrase-file");
    if (secret.length == 0) {
      // Tried, it would count as a wrong guess.
      throw new NotEntered("The passphrase is empty; nothing was tried.", Exit.USAGE);
    }
    return secret;
  }
}
