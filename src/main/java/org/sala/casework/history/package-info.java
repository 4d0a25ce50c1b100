/** What was changed in a record, by whom, when and why; and taking the last change back. */
@org.jspecify.annotations.NullMarked
package org.sala.casework.history;
