/**
 * Files as evidence: hashed while they are encrypted, shown without a plain copy, with their chain
 * of custody; photographs.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.exhibits;
