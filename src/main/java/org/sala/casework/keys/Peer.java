package org.sala.casework.keys;

import java.util.Set;
import org.sala.domain.StationId;

/**
 * Another station of the agency, as headquarters has listed it.
 *
 * @param officers fingerprints of the keys that speak for it
 */
public record Peer(StationId id, String name, String letter, Set<String> officers) {
  public Peer {
    officers = Set.copyOf(officers);
  }
}
