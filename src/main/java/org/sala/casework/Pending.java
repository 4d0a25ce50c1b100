package org.sala.casework;

/** What stays on the yellow line until it is done. */
public enum Pending {
  RECOVERY_SHEET,
  ENROLMENT,
  /** At headquarters: this officer has no certificate, as after coming in by the sheet. */
  UNCERTIFIED,
  /** This officer's certificate was taken back: what is sealed here waits at headquarters. */
  CERTIFICATE_REVOKED,
  /** This officer's certificate ends within thirty days, or has ended. */
  CERTIFICATE_ENDS,
  /**
   * At headquarters: a colleague's certificate ends within thirty days, or has ended, and no two
   * others are good: who is the second of two then needs the authority's key from the safe.
   */
  COLLEAGUE_ENDS,
  /** Headquarters was not heard of for thirty days: who was taken back since is unknown here. */
  TRUST_OLD,
  /** At headquarters: the authority's own list of what is revoked ends within sixty days. */
  AUTHORITY_LIST_ENDS,
  /**
   * At headquarters: the issuing key does not count yet, since a clock certified it that was ahead,
   * or ends within sixty days. No renewed certificate counts then; another key has to be made.
   */
  ISSUER_OUT_OF_TIME,
  /** The workspace goes on under new numbers since it was restored from a backup. */
  RESTORED,
  /** The workspace goes on under new numbers since headquarters saw two copies of it. */
  ORDERED,
  /** What lies on the server is not what this machine has seen there. */
  SERVER_DIFFERS,
  /** The server does not answer: nothing can be saved, and what is shown may be old. */
  SERVER_AWAY,
  /** Nobody brings the view on the server on, so nothing can be written. */
  NOT_FOLLOWED,
  /** The lists on the server are made anew after a crash: they do not show everything yet. */
  MADE_ANEW,
  /** Headquarters saw two copies: the next unlock begins new numbers. */
  COPY_SEEN,
  /** Changes are in the journal that the view cannot show, or not all of what they say. */
  UNSHOWN,
  /** The disk was full, and what was kept free for that is in use. */
  RESERVE_GIVEN,
  /** One copy of the key file was spoiled: the disk may be failing. */
  KEY_FILE_MENDED,
  /** Of a small file one copy alone is left: the disk took no second one at this unlock. */
  ONE_COPY_LEFT,
  /** Half filled forms could not be read any more at this unlock. */
  DRAFTS_SPOILED,
  /** What the officer has set for the program could not be read any more at this unlock. */
  SETTINGS_SPOILED,
  /** The carriers that were set up could not be read any more at this unlock. */
  CARRIERS_SPOILED,
  /** Somebody got a slot here, of whom this officer was not told yet. */
  COLLEAGUE_ADDED,
  /** A colleague's slot was taken away here, of which this officer was not told yet. */
  COLLEAGUE_GONE,
  /** An older key file was put in place. */
  OLDER_KEY_FILE,
  /** An older state was put in place. */
  OLDER_STATE,
  /** The clock stands before the last thing that was done here. */
  CLOCK_BEHIND,
  /** By the clock nothing was done here for a year: it may be years ahead. */
  CLOCK_AHEAD,
  /** By headquarters' answers the clock stands before theirs. */
  BEHIND_HEADQUARTERS,
  /** The clock stands after headquarters', by what headquarters' answers say. */
  AHEAD_OF_HEADQUARTERS
}
