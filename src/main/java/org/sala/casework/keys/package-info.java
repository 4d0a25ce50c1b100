/**
 * Enrolment, certificates, the trust list, adoption of what was written before, recovery sheets.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.keys;
