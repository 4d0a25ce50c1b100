package org.sala.casework;

import org.sala.casework.station.CaseworkFault;
import org.sala.store.ServerSchema;
import org.sala.store.StoreFault;

/** A server before there is a headquarters on it. */
public final class ServerPlace {
  private ServerPlace() {}

  /**
   * Makes the tables that stay, or brings them to this version; what is there stays as it is.
   *
   * @param owner a login of the database's owner ({@code docs/server.md})
   * @throws CaseworkFault {@code SERVER_AWAY} where the server does not answer, {@code IO} where it
   *     refuses
   */
  public static void prepare(ServerLogin owner) {
    try {
      ServerSchema.make(owner.address());
    } catch (StoreFault e) {
      throw FaultSeen.in(e).orElseGet(() -> new CaseworkFault(CaseworkFault.Code.IO, e));
    }
  }
}
