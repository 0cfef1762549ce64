package org.javampi.core.engine;

import java.io.Serializable;

/**
 * A message that a matching probe has taken.
 *
 * @param worldRank its sender
 * @param sequence what it is called between the two ranks
 * @param source rank of the sender in the communicator
 * @param tag label of the message
 * @param byteCount packed bytes
 */
public record MatchedMessage(int worldRank, int sequence, int source, int tag, long byteCount)
        implements Serializable {}
