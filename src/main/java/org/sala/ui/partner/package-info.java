/** Copies for other agencies: what goes and what does not, and what they have sent. */
@org.jspecify.annotations.NullMarked
package org.sala.ui.partner;
