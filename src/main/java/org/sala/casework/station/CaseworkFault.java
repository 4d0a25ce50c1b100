package org.sala.casework.station;

/** An act that cannot be done as asked; the code tells the screen what to say, never a name. */
public final class CaseworkFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What stands in the way. */
  public enum Code {
    NOT_FOUND,
    NOT_ENROLLED,
    NO_PROTECTION_KEY,
    NOTHING_TO_UNDO,
    CHANGED_SINCE,
    /**
     * A colleague's age of an adult over a child's waits: it is signed or declined, not repeated.
     */
    AGE_WAITS,
    CLOSED_FOR_GOOD,
    /**
     * What is asked would take away what protects somebody; nobody does so alone, or with a key
     * pressed.
     */
    PROTECTS,
    /**
     * Versions of a field differ, and what is asked waits until somebody has decided between them.
     */
    DISPUTED,
    /** The result opens when the questions are over. */
    NOT_REVIEWED,
    NOTHING_TO_SAVE,
    /** One field, or all together, is more than any station could show or take: not saved. */
    TOO_LONG,
    /** A statement is closed only after it was read back. */
    NOT_READ_BACK,
    SAME_OFFICER,
    NOTHING_TO_SEND,
    /**
     * A package would hold more changes than whoever gets it takes at once: case by case they go.
     */
    TOO_MANY_CHANGES,
    /** A package would hold a change that is longer than whoever gets it reads. */
    CHANGE_TOO_LONG,
    NO_SPACE,
    /** That stick or share takes no file of this size, however much room it has. */
    NO_LARGE_FILES,
    CONSENT_WITHDRAWN,
    /** Somebody in the package fears the recipient's country; the fault names the numbers. */
    FEAR_OF_RECIPIENT,
    /** Nobody said yes to this purpose and this recipient. */
    CONSENT_MISSING,
    /** The person was asked for this alone and said no, or took the yes back. */
    CONSENT_REFUSED,
    /** Only a supervisor decides what is asked, and this officer is none. */
    NOT_A_SUPERVISOR,
    /** The person has no counsel, without whom nothing of this leaves. */
    NO_COUNSEL,
    /** No embassy is told of somebody who fears a country. */
    FEARED,
    /** A child, or somebody who may be one, is only triaged without what protects a child. */
    CHILD_RULES,
    /** The person's yes leaves out something that would be told. */
    ITEM_KEPT,
    /** There is an account already; another interview is only by the person's own wish. */
    ASKED_BEFORE,
    /** Protection is taken away by a finding alone that rests on a closed screening. */
    NOT_SCREENED,
    /**
     * Protection is taken away by a finding alone that rests on a screening in which something was
     * asked or told.
     */
    NOTHING_ASKED,
    /** The finding takes protection away and does not count yet: nobody is told of it. */
    FINDING_WAITS,
    /** A second look has overturned the finding: it is found anew, and not looked at once more. */
    OVERTURNED,
    /** The certificate of somebody whose word it takes was taken back or has ended. */
    NOT_CERTIFIED,
    /** The person pointed at no: to this interpreter or this officer nothing more is asked. */
    PERSON_SAID_NO,
    NOT_HEADQUARTERS,
    /** A request for enrolment names headquarters itself, or another agency, as its station. */
    NOT_THEIR_STATION,
    /**
     * A request names a station that is enrolled, no key of that station has signed it, and nobody
     * here says that the station asks all the same.
     */
    NOT_PROVED,
    /** The code that was typed is not this card's: it is not what the other side sent. */
    CODE_DIFFERS,
    /**
     * Another agency is known by that name, or the name is one that people are asked about here.
     */
    NAME_TAKEN,
    /** Nobody has confirmed this agency's card, or it was ended. */
    NOT_A_PARTNER,
    /** Every officer of the receiving station was taken back, as when its laptop was lost. */
    PEER_GONE,
    /** One of the two is for practice: practice and work are never joined. */
    PRACTICE_AND_WORK,
    /** It would make one person of two records of whom somebody said that they are two people's. */
    SAID_DIFFERENT,
    ALREADY_DONE,
    BAD_FILE,
    /** A file is not what was taken in, or not here; the fault names its exhibit's number. */
    EXHIBIT_CHANGED,
    STOPPED,
    /** The journal is not what was written to it: a backup of it would be worthless. */
    JOURNAL_DAMAGED,
    DISK_FULL,
    /** A form is closed only when every question that it wants answered has an answer. */
    OPEN_QUESTIONS,
    /** A file of that name is there, and nothing is written over. */
    TAKEN,
    READ_ONLY,
    /** The folder is not there: a stick that is not in, a share that is not connected. */
    AWAY,
    /** Another program of this headquarters takes the package in at this moment. */
    IN_HAND,
    /** No importer is at work on the server, so nobody would see what is written. */
    NOT_FOLLOWED,
    /** This login does not see every row on the server: it neither takes in nor answers. */
    NOT_ALL_SEEN,
    /** The lists on the server are made anew after a crash and do not show everything again yet. */
    MADE_ANEW,
    /**
     * Others share this headquarters on a server, and what is asked reaches only one's own disk.
     */
    ON_SERVER,
    /** The server of this headquarters does not answer: nothing can be shown or written. */
    SERVER_AWAY,
    /** What lies on the server is not what this machine has seen there; nothing was written. */
    SERVER_DIFFERS,
    /**
     * What was asked is written, and nobody shows it yet: whoever writes it again writes it twice.
     */
    NOT_SHOWN,
    /**
     * What was asked is written, and this laptop's own lists could not be brought on: nobody else
     * is there to show it.
     */
    SAVED_UNSHOWN,
    IO;

    /** Whether the act is written all the same: what belongs to it stays. */
    public boolean saved() {
      return this == NOT_SHOWN || this == SAVED_UNSHOWN;
    }
  }

  private final Code code;
  private final String number;

  public CaseworkFault(Code code) {
    this(code, "");
  }

  /**
   * @param number of the exhibit that it is about
   */
  public CaseworkFault(Code code, String number) {
    super(code.name());
    this.code = code;
    this.number = number;
  }

  public CaseworkFault(Code code, Throwable cause) {
    super(code.name(), cause);
    this.code = code;
    this.number = "";
  }

  /** The number of the exhibit that it is about; empty when it is about none. */
  public String number() {
    return number;
  }

  public Code code() {
    return code;
  }
}
