/**
 * Trickle: a farm of workers in ten lines. A {@link org.javampi.river.trickle.Fn function} goes to
 * virtual machines, each with an argument of its own or with the next chunk of a list.
 */
package org.javampi.river.trickle;
