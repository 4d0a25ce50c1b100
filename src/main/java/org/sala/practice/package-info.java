/**
 * Practice: invented people with what they say, how an officer's marks compare with it, and how far
 * officers agree with each other. Nothing here is about a real person.
 *
 * <p>Uses the domain and forms. Pure: no file but the scripts that come with Sala, no clock. Values
 * are immutable and may cross threads.
 */
@org.jspecify.annotations.NullMarked
package org.sala.practice;
