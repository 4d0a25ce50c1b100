/**
 * A shelter: who stays, where, next steps, who is kept apart from whom, what changed since the last
 * handover.
 */
@org.jspecify.annotations.NullMarked
package org.sala.casework.house;
