/** Files that are on the disk when it is said that they are. */
@org.jspecify.annotations.NullMarked
package org.sala.disk;
