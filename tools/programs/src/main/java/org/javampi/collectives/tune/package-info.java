/**
 * {@code javampirun tune}: measures which algorithms beat the built-in choice on a machine, and
 * writes them down as rules. {@link org.javampi.collectives.tune.Tuner} is the program that the
 * ranks run.
 */
package org.javampi.collectives.tune;
