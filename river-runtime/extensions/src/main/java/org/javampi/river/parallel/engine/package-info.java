/** What runs at an engine, and how instructions get there. */
package org.javampi.river.parallel.engine;
