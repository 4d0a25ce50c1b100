package org.sala.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.sala.casework.FaultSeen;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.FaultLog;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Turns a fault, or a call that cannot be read, into one line that says what to do and an exit
 * code; under {@code --json} into an object as well.
 */
final class Apology
    implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
  private static final String JSON = "--json";

  private final FaultLog faults;

  Apology(FaultLog faults) {
    this.faults = faults;
  }

  @Override
  public int handleExecutionException(
      Exception e, CommandLine line, CommandLine.ParseResult result) {
    Failure failure = of(e);
    if (line.getParseResult().hasMatchedOption(JSON)) {
      failure.answer(line.getOut());
    }
    return failure.say(line.getErr());
  }

  /** Says what went wrong, and answers the exit code. */
  int say(Exception e, PrintWriter to) {
    return of(e).say(to);
  }

  /** Says that the machine itself gave up, of which the library of the calls hears nothing. */
  int fell(Error e, CommandLine line, String... words) {
    Failure failure = of(e);
    if (List.of(words).contains(JSON)) {
      failure.answer(line.getOut());
    }
    return failure.say(line.getErr());
  }

  /** Returns what is to be said of a fault; what nobody expected is written down first. */
  private Failure of(Throwable e) {
    if (e instanceof NotEntered n) {
      return Failure.of(n);
    }
    Optional<String> logged = faults.note(e);
    Optional<CaseworkFault> known = e instanceof Exception x ? FaultSeen.in(x) : Optional.empty();
    // What nobody expected: its code helps whoever looks for it, a trace helps nobody here.
    return new Failure(
        known.map(f -> f.code().name()).orElse("UNEXPECTED"),
        known.map(Apology::words).orElse("Something unexpected happened. What was saved is safe."),
        Exit.FAILED,
        logged,
        logged.map(this::inTheLog).orElse(""));
  }

  /** The whole help would push out of sight what was wrong. */
  @Override
  public int handleParseException(ParameterException e, String[] words) {
    CommandLine line = e.getCommandLine();
    PrintWriter err = line.getErr();
    Failure failure =
        Failure.of(
            new NotEntered(
                e instanceof CommandLine.UnmatchedArgumentException u
                    ? "Not understood: " + u.getUnmatched().getFirst()
                    : inWords(String.valueOf(e.getMessage())),
                Exit.USAGE));
    if (List.of(words).contains(JSON)) {
      failure.answer(line.getOut());
    }
    failure.say(err);
    List<String> meant = meant(e);
    if (!meant.isEmpty()) {
      err.println("Did you mean: " + String.join(" or ", meant) + "?");
    }
    if (!line.getSubcommands().isEmpty()
        && !line.getCommandSpec().root().equals(line.getCommandSpec())) {
      err.println("There are: " + String.join(", ", line.getSubcommands().keySet()));
    }
    err.println("See: " + line.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return Exit.USAGE;
  }

  /** Options and commands that are like what was typed, written as they are called. */
  private static List<String> meant(ParameterException e) {
    if (!(e instanceof CommandLine.UnmatchedArgumentException u)) {
      return List.of();
    }
    CommandLine line = e.getCommandLine();
    String typed = u.getUnmatched().getFirst();
    return typed.startsWith("-")
        ? Meant.among(line.getCommandSpec().optionsMap().keySet(), typed)
        : Meant.among(line.getSubcommands().keySet(), typed).stream()
            .map(name -> line.getCommandSpec().qualifiedName() + " " + name)
            .toList();
  }

  /** Without the names of what the program is made of. */
  private static String inWords(String message) {
    return message.replaceAll(
        "cannot convert '(.*)' to (?:class|interface) [^ ]+ \\(.*\\)$", "not possible here: '$1'");
  }

  private String inTheLog(String code) {
    String so = "This is fault " + code + "; tell it to whoever looks after Sala.";
    return faults.file().map(f -> so + " What it was stands in " + f).orElse(so);
  }

  static String words(CaseworkFault fault) {
    return switch (fault.code()) {
      case NOT_FOUND -> "That is not here.";
      case NOT_ENROLLED -> "This station is not enrolled yet: sala enrol request --help.";
      case NO_PROTECTION_KEY -> "This officer may not open the protection part.";
      case NOTHING_TO_UNDO -> "There is nothing to take back.";
      case AGE_WAITS -> "A colleague's age of an adult waits; sign or decline it first.";
      case CHANGED_SINCE -> "It was changed since; look at its history first.";
      case DISPUTED ->
          "Versions differ; until that is decided, nothing is done that rests on one of them.";
      case NOTHING_TO_SAVE -> "There is nothing to save.";
      case TOO_LONG ->
          "One field holds more than a million characters, or all together too many; nothing was"
              + " saved.";
      case NOT_READ_BACK -> "It has to be read back to the person first.";
      case PROTECTS -> "It protects somebody; write who was told instead.";
      case OPEN_QUESTIONS -> "Some questions of the form still want an answer.";
      case NOT_REVIEWED -> "The result opens when the questions are over.";
      case CLOSED_FOR_GOOD -> "It is closed; write an addition instead.";
      case SAME_OFFICER -> "A second officer has to do this.";
      case NOTHING_TO_SEND -> "Headquarters has everything already.";
      case TOO_MANY_CHANGES ->
          "This is more than anybody takes in one package; send it case by case, with --case.";
      case CHANGE_TOO_LONG ->
          "One act holds more than anybody takes in a package; send the other cases, with --case.";
      case JOURNAL_DAMAGED ->
          "Part of what is stored here was changed or is damaged; no backup was made, and older"
              + " ones should be kept. sala audit verify says where; restore the last backup.";
      case NO_SPACE -> "There is not enough space; free some and try again. Nothing was lost.";
      case NO_LARGE_FILES ->
          "That stick takes no file of 4 GB or more. Format it as exFAT, or use another one.";
      case CONSENT_WITHDRAWN ->
          "Somebody in it has withdrawn consent since; set it aside in the desktop and seal again.";
      case FEAR_OF_RECIPIENT ->
          "Stopped: "
              + fault.number()
              + " fears the country that it goes to. Nobody here can override that; the desktop"
              + " seals what is not about them.";
      case FEARED -> "The person fears a country; no embassy is told of them.";
      case CHILD_RULES ->
          "A child, or somebody whose age is in doubt, is only triaged without guardian and"
              + " consent.";
      case ITEM_KEPT -> "The person's yes leaves out something that would be told.";
      case NOT_SCREENED -> "That finding rests on a screening that was closed; there is none.";
      case NOTHING_ASKED ->
          "In that screening nothing was asked and nothing told; it says nothing of the person.";
      case OVERTURNED -> "A second look has overturned that finding; it is found anew.";
      case NOT_CERTIFIED -> "The certificate of an officer whose word it takes does not hold.";
      case FINDING_WAITS -> "That finding does not count yet; nobody is told of it.";
      case ASKED_BEFORE ->
          "This person has told already; another interview is only by the person's own wish.";
      case PERSON_SAID_NO -> "The person pointed at no; another interpreter or officer is needed.";
      case CONSENT_MISSING -> "Nobody has said yes to this; ask the person first.";
      case CONSENT_REFUSED -> "The person said no to this when asked; it is not done.";
      case NO_COUNSEL -> "Nobody advises the person; without counsel it goes nowhere.";
      case NOT_A_SUPERVISOR -> "A supervisor has to do this.";
      case CODE_DIFFERS ->
          "That is not the code of this card. Have it read out again, over a number that you know;"
              + " if it still differs, the card was swapped.";
      case NAME_TAKEN -> "Another agency is known by that name here.";
      case NOT_A_PARTNER ->
          "No such agency is known here, or it was ended. Its card comes first: sala partner"
              + " --help.";
      case PEER_GONE ->
          "Everybody at the station that it is for was taken back; whoever holds that laptop could"
              + " read it. It does not leave.";
      case PRACTICE_AND_WORK ->
          "One of the two is a practice workspace. Practice and real work are never joined.";
      case NOT_THEIR_STATION ->
          "The request names headquarters or another agency as its station; nobody is certified.";
      case NOT_PROVED ->
          "The request names a station that is enrolled, and none of its keys has signed it. Have"
              + " an officer who is certified there write the request; where every key is lost,"
              + " call the station under a number that you know, then use --vouched.";
      case NOT_HEADQUARTERS -> "This workspace is not a headquarters.";
      case SAID_DIFFERENT ->
          "Somebody said of two among these records that they are definitely two people's; take"
              + " that back first.";
      case ALREADY_DONE -> "That was done before.";
      case BAD_FILE -> "That file is not what it should be; ask for it again.";
      case EXHIBIT_CHANGED ->
          "The file of " + fault.number() + " is not what was taken in. Nothing was sealed.";
      case STOPPED -> "Stopped. Nothing was left behind.";
      case TAKEN -> "There is a file of that name already; nothing was written over it.";
      case READ_ONLY -> "That folder cannot be written; check the disk or the stick.";
      case AWAY ->
          "That folder is not there. A stick has to be in, a share connected; make the folder there"
              + " if it is a new one, and try again.";
      case DISK_FULL -> "The disk is full; free some space and try again. What was saved stays.";
      case IN_HAND -> "Another program takes it in at this moment; look again in a moment.";
      case NOT_FOLLOWED ->
          "No importer is at work on this headquarters' server, so nobody would see it. Nothing was"
              + " written; start one, and try again.";
      case NOT_ALL_SEEN ->
          "This login does not see everything on the server, so it neither takes in nor answers"
              + " nor counts for others: what it does not see would be missing. Nothing was"
              + " changed; an"
              + " importer's login (sala_follower) does it.";
      case MADE_ANEW ->
          "The lists on the server are being made anew after a crash of it, and do not show"
              + " everything yet. Nothing was changed; try again in some minutes.";
      case ON_SERVER ->
          "This headquarters lies on a server; nothing can be erased there yet. Nothing was"
              + " changed.";
      case SERVER_AWAY ->
          "The server of this headquarters does not answer, so nothing can be shown or saved. What"
              + " was saved is safe; look at the network, and try again.";
      case SERVER_DIFFERS ->
          "What lies on the server is not what this machine has seen there: it was set back or"
              + " changed. Nothing was written. Write nothing more, and ask who looks after the"
              + " server.";
      case NOT_SHOWN ->
          "It is saved, and nobody shows it on the server yet. Do not write it again: it appears"
              + " when an importer is at work there.";
      case SAVED_UNSHOWN ->
          "It is saved, and cannot be shown now. Do not write it again; if the disk is full, free"
              + " some space, then open the workspace again.";
      case IO -> "The disk does not answer as it should. Nothing was lost; check the disk.";
    };
  }
}
