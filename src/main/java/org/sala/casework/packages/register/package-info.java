/**
 * What is written down of each package: its state, its doubts, what was answered of each change,
 * the lists that people see, and how far every record is on its way. {@link
 * org.sala.casework.packages.register.PackageLists} and {@link
 * org.sala.casework.packages.register.RecordStates} are the doors.
 *
 * <p>Uses {@code files} and {@code station}. Reads the view, and writes no more than that somebody
 * has read or stopped something; any thread may ask.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.packages.register;
