package org.sala.disk;

/**
 * Hears of a failure that stops nobody: what was to be done is done another time, or in another
 * way. It is told all the same, for a disk often begins to fail where nobody is stopped by it.
 */
public interface CarriedOn {
  /**
   * Hears of one.
   *
   * @param failed goes no further than here
   */
  void after(Exception failed);
}
