package org.sala.casework.station;

import java.util.Set;

/**
 * Knows which parts of a state are one machine's, where several programs share a headquarters: its
 * numbers, its key file, its audit, how far it has read, and where its server is. All others are
 * shared.
 */
final class OfOneMachine {
  private static final Set<String> NAMES =
      Set.of(
          "station",
          "incarnation",
          "scope",
          "language",
          "casePrefix",
          "viewKey",
          "viewLeft",
          StationState.KEYS_HELD,
          StationState.FILES_HELD,
          StationState.RESTORED_DAMAGED,
          StationState.VIEW_ANEW,
          "journalRead",
          StationState.LAST_NUMBER,
          StationState.CLOCK,
          "lastBackup",
          "halfway",
          "takingIn",
          "filesAsked",
          "photosAsked",
          "sealingStopped",
          "keyFileWritten",
          "officerComing",
          "officerLeaving",
          "olderFiles",
          "recoverySlot",
          "recoverySlotNext",
          "recoveryProved",
          "sharesSlot",
          "sharesSlotNext",
          "agencySlot",
          "agencySlotFor",
          "agencySealed",
          "agencySpent",
          "newIncarnationOrdered");

  private static final Set<String> BEGINNINGS =
      Set.of(
          "incarnation",
          "audit",
          "colleagues.",
          "officerSlot.",
          "recovered.",
          "request.",
          "server.");

  private OfOneMachine() {}

  static boolean is(String name) {
    return NAMES.contains(name) || BEGINNINGS.stream().anyMatch(name::startsWith);
  }
}
