/** Programs that measure River's systems, or run them for as long as one likes and check what they do. */
package org.javampi.benchmarks.river;
