package org.sala.casework;

/**
 * What came of moving a headquarters onto a server. Whatever it is but {@link Done}, the workspace
 * lies in its folder as before, and moving may be begun again.
 */
public sealed interface Moved {
  /**
   * Headquarters is on the server, and its folder is that of one machine there.
   *
   * @param changes in the journal
   * @param unknown how many of them are by authors whose keys are not here to check them with
   * @param files attachments and packages
   * @param spoiled attachments that were not what was taken in; they stayed where they are
   */
  record Done(long changes, long unknown, long files, long spoiled) implements Moved {}

  /** The headquarters lies on a server already. */
  record AlreadyThere(String where) implements Moved {}

  record NotHeadquarters() implements Moved {}

  /** The login may not make the view: an importer's is needed. */
  record NotAnImporter() implements Moved {}

  /** A change does not bear its author's signature; nothing was written. */
  record SignatureWrong(long change) implements Moved {}

  /** Somebody stopped the moving. */
  record Stopped() implements Moved {}

  /** The workspace does not open, or the server is away or holds something else. */
  record Refused(Workplace.Entry why) implements Moved {}
}
