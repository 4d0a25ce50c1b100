package org.sala.bench.swarm;

/** What truly happened in histories: a step that finds nothing to work on is none. */
public enum Deed {
  /** A record or a field was written down. */
  WRITTEN,
  /** What one laptop knew came to another one past all packages. */
  LENT,
  /** A package was sealed; headquarters' answers are packages as well. */
  SEALED,
  CARRIED,
  /** A package was taken in from a stick. */
  TAKEN,
  /** A station sealed its work for another one. */
  SEALED_FOR_NEIGHBOUR,
  /** A station took in what another one had sealed for it. */
  CAME_FROM_NEIGHBOUR,
  /** A package was taken in from the store. */
  FETCHED,
  /** The line to the store was cut while a package was sent. */
  CUT,
  /** The store gave something else than what was asked for. */
  LIED,
  /** A package was in doubt and waited. */
  HELD,
  /** A package came again that was here already. */
  CAME_AGAIN,
  /** A package was refused: by whose clock its signer was out of time. */
  REFUSED,
  LOST,
  TWICE,
  DECIDED,
  /** A decision was taken back, and the versions stand open again. */
  UNDECIDED,
  /** A case was sealed alone, with its people. */
  CASE_ALONE,
  /** Somebody was found to be a victim, or to need more time. */
  FOUND,
  /** A finding takes protection away. */
  FOUND_LOWER,
  /** A second officer signed a finding, or said no. */
  SIGNED,
  /** Two records were said to be one person's. */
  LINKED,
  /** That was taken back, or they were said to be two people's. */
  PARTED,
  /** A form was saved that had stood open. */
  FORM_SAVED,
  /** Something in it had come that nobody saw who saved it. */
  CAME_UNSEEN,
  /** A case or somebody was erased at headquarters. */
  ERASED,
  /** A person let another agency read something, or no more. */
  LET_ABROAD,
  /** A copy for another agency was sealed. */
  COPIED,
  /** A copy was brought there, or was lost in the hands of whoever brought it. */
  HANDED_OVER,
  /** A copy was not made, or stayed, because the person does not let it go. */
  COPY_STAYED,
  /** The agency's receipt was brought back, or lost. */
  ANSWERED_ABROAD,
  /** Headquarters took an officer back, or everybody of a station. */
  REVOKED,
  /** It was said how old somebody is. */
  AGE_SAID,
  /** A second officer signed an adult's age over a child's, or said no. */
  AGE_SIGNED,
  /** The issuing key was replaced: it was in other hands. */
  ISSUER_REPLACED,
  /** The authority handed over to a successor. */
  AUTHORITY_SUCCEEDED,
  /** A person took a yes back. */
  TAKEN_BACK,
  /** A package stayed because of that, and was sealed again without the protected part. */
  SET_ASIDE,
  ADMITTED,
  CLOCK_SET,
  /** Nobody carried anything for weeks: what was on its way and has not come is lost. */
  WEEKS_PASSED,
  /** A program ended in the middle of its work and was started again. */
  KILLED,
  REOPENED,
  RESTORED,
  CLONED,
  /** Headquarters told all stations something. */
  TOLD_ALL,
  /** Headquarters went on from a backup. */
  HEADQUARTERS_RESTORED,
  /** A record has versions at headquarters in the end between which somebody has to decide. */
  DISPUTED,
  /** Everybody sealed, sticks went round, everybody heard: until nothing was left to say. */
  ROUND
}
