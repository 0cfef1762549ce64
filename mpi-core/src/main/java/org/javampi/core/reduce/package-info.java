/**
 * Reduction operations: the predefined ones as loops over typed memory, users' functions on buffers
 * of the kind they expect, and which operation goes with which type.
 */
package org.javampi.core.reduce;
