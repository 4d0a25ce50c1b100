/** What is printed or saved as a table, each with an entry in the audit. */
@org.jspecify.annotations.NullMarked
package org.sala.casework.paper;
