/**
 * The files of packages, sealed as they are: where those lie that leave and those that came, how
 * refused ones are kept short, and how a package is written down while it is read. {@link
 * org.sala.casework.packages.files.PackageFiles} is the door.
 *
 * <p>Uses {@code station} alone and knows no record but by the fields handed in. {@link
 * org.sala.casework.packages.files.TrailingWork} has a thread of its own, which ends when it is
 * closed; all else runs in the caller's.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.packages.files;
