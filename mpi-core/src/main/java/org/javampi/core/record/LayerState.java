package org.javampi.core.record;

import java.io.Serializable;

/**
 * What recording keeps of a rank, saved with it.
 *
 * @param operations those that the program holds requests of
 * @param names of communicators
 */
record LayerState(Operations.Saved operations, Arguments.Names names) implements Serializable {}
