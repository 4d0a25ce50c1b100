/**
 * Other agencies: whose cards were confirmed, what is copied for them with what was removed, and
 * what they have sent.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.partner;
