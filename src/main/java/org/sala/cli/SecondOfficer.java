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
   * @return false where the word was not given, which is said
   */
  boolean approves(Desk desk, Approvals.Of what, String digest, Output output) {
    if (handle == null) {
      return true;
    }
    char[] secret = Door.secret(passphrase, "The passphrase of " + handle + ": ");
    try {
      boolean given = desk.approvals().give(what, digest, handle, secret) == Approvals.Word.GIVEN;
      if (!given) {
        output
            .err()
            .println(
                "The second officer did not approve: another certified officer of headquarters,"
                    + " with the own handle and passphrase. Nothing was written.");
      }
      return given;
    } finally {
      Arrays.fill(secret, '\0');
    }
  }
}
