package org.sala.casework.forms;

import java.util.List;
import java.util.stream.Stream;
import org.sala.domain.Moment;

/**
 * The facts of a request to hold money, on one page and by the person's number: the accounts and
 * references are what a bank looks for.
 *
 * @param made when it was put together
 * @param officer who asks
 * @param agency whose officer that is, and of which station; empty before enrolment
 * @param caseNumber empty where it belongs to no case
 * @param person the number of the person, never the name
 */
public record FreezeRequest(
    Moment made,
    String officer,
    String agency,
    String caseNumber,
    String person,
    List<Transfers.Transfer> transfers) {
  public FreezeRequest {
    transfers = List.copyOf(transfers);
  }

  /**
   * A letter that the request goes out as.
   *
   * @param to the bank or service; empty where it is left open
   * @param named whether the holder of the sending account is named, because the person agreed
   */
  public record Letter(String to, boolean named) {}

  /** The banks and services at either end, each once, those that received first. */
  public List<String> addressees() {
    return Stream.concat(
            transfers.stream().map(t -> t.to().with()),
            transfers.stream().map(t -> t.from().with()))
        .map(String::strip)
        .filter(w -> !w.isEmpty())
        .distinct()
        .toList();
  }

  /** Returns this request with the transfers alone that one bank or service had to do with. */
  public FreezeRequest to(String addressee) {
    return new FreezeRequest(
        made,
        officer,
        agency,
        caseNumber,
        person,
        transfers.stream()
            .filter(
                t ->
                    t.to().with().strip().equals(addressee)
                        || t.from().with().strip().equals(addressee))
            .toList());
  }

  @Override
  public String toString() {
    return "FreezeRequest";
  }
}
