package org.sala.casework.packages.register;

import java.util.Map;
import org.sala.casework.station.Stored;
import org.sala.merge.FieldState;

/** Where a package stands. Only a verified receipt makes it received. */
public enum PackageState {
  SEALED,
  CARRIED,
  RECEIVED,
  /** Sound and in doubt: people at headquarters decide. */
  HELD,
  /** Taken in but for some changes, which wait or were refused. */
  PARTLY,
  REFUSED,
  IMPORTED,
  /** Kept out by an officer here. */
  REJECTED,
  /** Sealed, and never to be carried: what it holds is sealed again. */
  SET_ASIDE;

  /** Returns the state as a record has it. */
  public static PackageState of(Map<String, FieldState> fields, PackageState otherwise) {
    return Stored.choice(fields, "state", PackageState.class, otherwise);
  }
}
