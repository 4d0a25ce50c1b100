/**
 * Measurements against named peers, on data that casework made: {@code sala bench}. Not in the
 * installers' menus and never part of a working day; speaks through listeners alone.
 *
 * <p>May use everything. Each measurement runs on the thread that asked for it.
 */
@org.jspecify.annotations.NullMarked
package org.sala.bench;
