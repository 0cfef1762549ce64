/**
 * The algorithms that come with javampi: {@link org.javampi.collectives.BuiltInCollectives} lists
 * them and has the rules by which they are chosen. Each collective has a package, each algorithm a
 * class, whose first lines say how it moves the data and what that costs.
 */
package org.javampi.collectives;
