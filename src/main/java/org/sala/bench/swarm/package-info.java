/**
 * Random histories of stations and a headquarters that exchange packages: the program itself plays
 * them, over a journal and a view in memory, and a judge that shares nothing with it says what came
 * of them. A history is its seed; one that fails is cut down to the steps that it takes.
 */
@org.jspecify.annotations.NullMarked
package org.sala.bench.swarm;
