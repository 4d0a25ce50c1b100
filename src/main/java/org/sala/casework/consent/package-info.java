/** What a person agreed to, with whom, and of what they are afraid. Sealing asks here. */
@org.jspecify.annotations.NullMarked
package org.sala.casework.consent;
