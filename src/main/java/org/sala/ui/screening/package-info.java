/**
 * The interview and what comes after it: who waits, the interview itself, its review. FX thread
 * only.
 */
@org.jspecify.annotations.NullMarked
package org.sala.ui.screening;
