package org.sala.vault;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    compartments = sorted(compartments);
    receiving = sorted(receiving);
  }

  private static <V> Map<Compartment, V> sorted(Map<Compartment, V> given) {
    // Not the copying constructor, which refuses an empty map of another kind.
    Map<Compartment, V> all = new EnumMap<>(Compartment.class);
    all.putAll(given);
    return all;
  }

  /** Returns these keys with no more compartments than some: what a colleague's slot may get. */
  public WorkspaceKeys only(Set<Compartment> allowed) {
    Map<Compartment, Secret> fewer = new EnumMap<>(Compartment.class);
    Map<Compartment, AgeIdentity> fewerReceiving = new EnumMap<>(Compartment.class);
    for (Compartment c : allowed) {
      Optional.ofNullable(compartments.get(c)).ifPresent(k -> fewer.put(c, copy(k)));
      Optional.ofNullable(receiving.get(c)).ifPresent(k -> fewerReceiving.put(c, k));
    }
    return new WorkspaceKeys(copy(workspace), fewer, fewerReceiving);
  }

  private static Secret copy(Secret secret) {
    byte[] bytes = secret.copy();
    try {
      return Secret.of(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
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
