package org.sala.vault;

import java.util.EnumMap;
import java.util.Map;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.Secret;
import org.sala.domain.Compartment;

/**
 * What officers of a station share: the workspace key, and the keys and receiving keys of the
 * compartments that this officer may open.
 */
public record WorkspaceKeys(
    Secret workspace,
    Map<Compartment, Secret> compartments,
    Map<Compartment, AgeIdentity> receiving)
    implements AutoCloseable {

  public WorkspaceKeys {
    compartments = new EnumMap<>(compartments);
    receiving = new EnumMap<>(receiving);
  }

  @Override
  public void close() {
    workspace.close();
    compartments.values().forEach(Secret::close);
  }

  @Override
  public String toString() {
    return "WorkspaceKeys";
  }
}
