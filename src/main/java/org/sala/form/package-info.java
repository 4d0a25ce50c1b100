/**
 * Forms, their indicators, the rules over them and the explained result. Nothing here reads a clock
 * or a file of the person's machine, and nothing here decides about a person.
 *
 * <p>Uses the domain only; JavaRosa and commons-csv stay in this package. Values are immutable and
 * may cross threads; an {@link org.sala.form.Interview} belongs to one thread.
 */
@org.jspecify.annotations.NullMarked
package org.sala.form;
