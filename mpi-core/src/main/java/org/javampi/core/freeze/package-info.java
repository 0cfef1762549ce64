/**
 * Programs that never heard of checkpoints: their classes are rewritten, their calls stop where a checkpoint wants it, and
 * their frames, statics and objects are saved with MPI's state.
 */
package org.javampi.core.freeze;
