package org.sala.casework.station;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type that only use cases see. Screens and commands work with what the desk hands out, although
 * the packages of {@code casework} see each other's types; the test of the house rules holds it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface BehindTheDesk {}
