/** Triage, the interview, its answers and findings, its ending; statements; interpreters. */
@org.jspecify.annotations.NullMarked
package org.sala.casework.screening;
