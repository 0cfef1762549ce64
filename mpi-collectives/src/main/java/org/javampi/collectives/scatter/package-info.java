/** Algorithms that bring each rank its piece of the root's data. */
package org.javampi.collectives.scatter;
