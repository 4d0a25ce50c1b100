package org.sala.casework.forms;

import java.util.List;
import org.sala.domain.Moment;

/**
 * The facts of a request to hold money, on one page and without the person's name: the accounts and
 * references are what a bank looks for.
 *
 * @param made when it was put together
 * @param officer who asks
 * @param caseNumber empty where it belongs to no case
 * @param person the number of the person, never the name
 */
public record FreezeRequest(
    Moment made,
    String officer,
    String caseNumber,
    String person,
    List<Transfers.Transfer> transfers) {
  public FreezeRequest {
    transfers = List.copyOf(transfers);
  }

  @Override
  public String toString() {
    return "FreezeRequest";
  }
}
