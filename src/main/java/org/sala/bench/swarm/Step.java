package org.sala.bench.swarm;

import java.time.Duration;

/**
 * One step of a history. Each stands for itself: what it needs and does not find makes it nothing,
 * so that any step can be left out. Numbers choose among what is there, whatever that is.
 */
sealed interface Step {

  /** A case, a person, a person's part in a case, or a statement is written down. */
  record Make(int laptop, What what) implements Step {}

  /** What is written down. */
  enum What {
    CASE,
    PERSON_WITH_YES,
    PERSON_WITHOUT,
    /** Somebody and the part in a case, as one act. */
    PERSON_IN_CASE,
    STATEMENT
  }

  /** A field of a record that the laptop knows is written. */
  record Edit(int laptop, int record, int field, int value) implements Step {}

  /** A person who was not asked before says yes. */
  record Yes(int laptop, int record) implements Step {}

  /** An officer finds that somebody is to be protected, or takes protection away. */
  record Find(int laptop, int record, boolean lower, int which) implements Step {}

  /** A second officer signs what waits for one, or says no. */
  record Confirm(int laptop, int record, boolean agrees) implements Step {}

  /** A form of a record is opened, and stands open. */
  record Open(int laptop, int record) implements Step {}

  /** The form that stands open is saved: two of its fields. */
  record Save(int laptop, int field, int value) implements Step {}

  /** A person takes a yes back, at whichever laptop knows of one. */
  record TakeBack(int laptop, int record) implements Step {}

  /** What a laptop knows of a case or a person comes to know another one. */
  record Lend(int from, int to, int record) implements Step {}

  /** What a laptop knows of a person comes to know another one. */
  record LendPerson(int from, int to, int record) implements Step {}

  /** Everything that headquarters has not receipted is sealed. */
  record Seal(int laptop) implements Step {}

  /** All that a station wrote is sealed for another one. */
  record SealFor(int from, int to) implements Step {}

  /**
   * Two records are said to be one person's.
   *
   * @param laptop headquarters where it is negative
   */
  record Link(int laptop, int record, int other) implements Step {}

  /**
   * That two records are one person's is taken back.
   *
   * @param laptop headquarters where it is negative
   * @param different whether it is said that they are two people's
   */
  record Part(int laptop, int which, boolean different) implements Step {}

  /** A case is sealed by itself, with its people. */
  record SealCase(int laptop, int record) implements Step {}

  /** What waits in the outbox goes by a way: onto a stick, or into the store. */
  record Carry(int laptop, int way) implements Step {}

  /** A stick loses a package. */
  record Lose(int way, int file) implements Step {}

  /** A package lies on a stick twice, under two names. */
  record Twice(int way, int file) implements Step {}

  /** The line to the store is cut at the next sending, before or after all had arrived. */
  record Cut(boolean arrives) implements Step {}

  /** From now on the store lies to whoever fetches, until everybody gets well. */
  record Lie(Shelf.Lie how) implements Step {}

  /** A laptop takes what came by a way, in an order of its own; some of it again. */
  record Take(int laptop, int way, long order) implements Step {}

  /** Headquarters takes what came by a way. */
  record TakeAtHeadquarters(int way, long order) implements Step {}

  /** Headquarters' answers and decisions go by a way. */
  record Answer(int way) implements Step {}

  /** Two officers at headquarters admit a package that waits. */
  record Admit(int which) implements Step {}

  /** Headquarters decides a disagreement. */
  record Decide(int which, int version) implements Step {}

  /** Headquarters takes one of its decisions back. */
  record Undecide(int which) implements Step {}

  /** Two officers at headquarters erase a case or somebody for good. */
  record Erase(int record) implements Step {}

  /** Somebody lets another agency read something, or no more. */
  record Let(int laptop, int record, boolean yes) implements Step {}

  /** Headquarters seals a copy of somebody for that agency. */
  record Copy(int record) implements Step {}

  /** Copies that were not answered are brought there, or lost. */
  record HandOver(boolean arrives) implements Step {}

  /** The agency's receipts are brought back, or lost. */
  record FromAbroad(boolean arrives) implements Step {}

  /** Headquarters takes back whoever seals at a station, or everybody there. */
  record Revoke(int laptop, boolean all) implements Step {}

  /**
   * It is said how old somebody is.
   *
   * @param laptop headquarters where it is negative
   */
  record Age(int laptop, int record, boolean child) implements Step {}

  /** A second officer signs an age that waits, or says no. */
  record SignAge(int laptop, int record, boolean agrees) implements Step {}

  /** The issuing key is replaced, or the authority hands over to a successor. */
  record NewKey(boolean issuing) implements Step {}

  /** A clock is put wrong, or right. */
  record SetClock(int laptop, Duration wrongBy) implements Step {}

  /** Weeks in which nobody carries anything. */
  record Pass(int days) implements Step {}

  /** The program is killed at a write that comes. */
  record Kill(int laptop, int writes, boolean kept) implements Step {}

  /** Headquarters' program is killed at a write that comes. */
  record KillHeadquarters(int writes, boolean kept) implements Step {}

  /** Locked and unlocked. */
  record Reopen(int laptop) implements Step {}

  /** A backup is made. */
  record Backup(int laptop) implements Step {}

  /** The laptop is lost, and its last backup is brought back on another one. */
  record Restore(int laptop) implements Step {}

  /**
   * Headquarters tells all stations something, or takes the last such word back.
   *
   * @param over whether it is taken back
   */
  record Tell(boolean over) implements Step {}

  /** A backup of headquarters is made. */
  record BackupHeadquarters() implements Step {}

  /**
   * Headquarters' last backup is brought back.
   *
   * @param sticks whether all that lies on sticks is looked at anew there
   */
  record RestoreHeadquarters(boolean sticks) implements Step {}

  /** The disk is cloned: two copies of one workspace are in use from now on. */
  record Clone(int laptop) implements Step {}
}
