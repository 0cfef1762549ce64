/**
 * Ranks of one host through shared memory: each has a segment with a ring for each peer that has
 * written to it, and a bell that wakes it. Files are gone as soon as everybody has mapped them.
 */
package org.javampi.transport.shm;
