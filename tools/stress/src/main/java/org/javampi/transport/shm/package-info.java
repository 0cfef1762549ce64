/** Stress tests of shared-memory rings and sleep words. */
package org.javampi.transport.shm;
