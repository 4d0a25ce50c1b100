package org.sala.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.headquarters.Approvals;
import picocli.CommandLine.Option;

/** The officer of headquarters who approves an act of the authority as the second. */
final class SecondOfficer {
  @Option(
      names = "--second",
      paramLabel = "HANDLE",
      description = "The officer who approves it as the second, where headquarters has two.")
  private @Nullable String handle;

  @Option(
      names = "--second-passphrase-file",
      paramLabel = "FILE",
      description = "A file with the second officer's passphrase; or asked.")
  private @Nullable Path passphrase;

  /**
   * Gives the word where a second officer was named.
   *
   * @param digest what is approved
   */
  void approve(Desk desk, Approvals.Of what, String digest) {
    if (handle == null) {
      return;
    }
    char[] secret =
        Door.secret(passphrase, "The passphrase of " + handle + ": ", "--second-passphrase-file");
    try {
      if (desk.approvals().give(what, digest, handle, secret) != Approvals.Word.GIVEN) {
        throw new NotEntered(
            "The second officer did not approve: another certified officer of headquarters, with"
                + " the own handle and passphrase. Nothing was written.",
            Exit.WRONG_PASSPHRASE);
      }
    } finally {
      Arrays.fill(secret, '\0');
    }
  }
}
