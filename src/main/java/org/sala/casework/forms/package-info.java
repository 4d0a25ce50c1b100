/** Any other form on a person or a case, and what the money clock reads from it. */
@org.jspecify.annotations.NullMarked
package org.sala.casework.forms;
