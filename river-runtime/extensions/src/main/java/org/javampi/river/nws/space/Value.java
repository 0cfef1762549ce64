package org.javampi.river.nws.space;

/**
 * A stored value.
 *
 * @param number of all values ever stored in this instance of the variable, from 0
 * @param descriptor what the bytes are: language of the client, and whether they are plain
 * @param content the bytes
 */
public record Value(long number, long descriptor, Content content) {}
