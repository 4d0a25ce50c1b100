package org.sala.casework.station;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.sala.domain.Value;
import org.sala.vault.Ballast;
import org.sala.vault.VaultFault;

/**
 * Room that the workspace keeps taken, so that what was typed can still be saved on a disk that is
 * full. It is given free once, for the first thing that finds no room; the officer is told, and it
 * is taken again at the next unlock for which there is room.
 */
@BehindTheDesk
public final class Reserve {
  /** Of the disk's free room the reserve takes at most one part in so many. */
  private static final int PARTS = 4;

  private static final String GIVEN = "reserveGiven";

  private final Station station;

  public Reserve(Station station) {
    this.station = station;
  }

  /** Takes the room, unless it is taken, or the disk has little of it. */
  public void take() {
    Ballast ballast = ballast();
    boolean room = station.folder().free() / PARTS > station.tools().reserve();
    if (isKept() && (ballast.isThere() || room && ballast.take()) && isGiven()) {
      station.state().remove(GIVEN);
    }
  }

  /** Whether it was given, and could not be taken again since. */
  public boolean isGiven() {
    return station.state().flag(GIVEN);
  }

  /**
   * Does what must not fail for want of room; where the disk is full, once more in the room that
   * was kept for it.
   *
   * @throws CaseworkFault {@code DISK_FULL} where that was used up before, or is too little
   */
  <T> T first(Supplier<T> writing) {
    try {
      return writing.get();
    } catch (CaseworkFault e) {
      if (e.code() != CaseworkFault.Code.DISK_FULL || !isKept() || !ballast().isThere()) {
        throw e;
      }
      ballast().free();
      T written = writing.get();
      remember();
      return written;
    }
  }

  /**
   * Remembers that the reserve was used; what cannot be remembered makes nobody write again what is
   * written by now.
   */
  private void remember() {
    try {
      station.state().set(GIVEN, Value.flag(true));
    } catch (VaultFault | CaseworkFault e) {
      station.tools().faults().note(e);
    }
  }

  /**
   * Gives the room free for an unlock that found none: nothing is open yet that could ask for it.
   *
   * @return whether there was any
   */
  public static boolean give(Path root, Tools tools) {
    Ballast ballast = new Ballast(root, tools.reserve(), tools.random());
    boolean there = tools.reserve() > 0 && ballast.isThere();
    if (there) {
      ballast.free();
    }
    return there;
  }

  /** Remembers that it was given, for the officer to be told. */
  public void given() {
    if (!ballast().isThere()) {
      station.state().set(GIVEN, Value.flag(true));
    }
  }

  private boolean isKept() {
    return station.tools().reserve() > 0;
  }

  private Ballast ballast() {
    return new Ballast(
        station.folder().root(), station.tools().reserve(), station.tools().random());
  }
}
