/**
 * A whole world inside one VM, its ranks threads: for tests, benchmarks and debuggers. {@link
 * org.javampi.core.world.World} is all that its users see.
 */
package org.javampi.core.world;
