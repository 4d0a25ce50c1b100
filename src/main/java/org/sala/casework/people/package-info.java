/** Cases, people, and what part they have in a case; who is still inside. */
@org.jspecify.annotations.NullMarked
package org.sala.casework.people;
