/** Sala: offline casework and victim screening. Each package below says what it may use. */
@org.jspecify.annotations.NullMarked
package org.sala;
