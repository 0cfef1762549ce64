/** Stress tests of the engine's lock. */
package org.javampi.core.engine;
