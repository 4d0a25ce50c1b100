/**
 * Faults done to whole workspaces on purpose: kills, power cuts, full disks, turned bits, leaks.
 * The tests call it with small counts, {@code sala bench faults} with large ones.
 *
 * <p>May use everything. A disk of its own ({@link org.sala.bench.faults.FaultyDisk}) stands
 * between the program and the real one, so that no seam is needed in the program itself.
 */
@org.jspecify.annotations.NullMarked
package org.sala.bench.faults;
