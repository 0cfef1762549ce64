package org.javampi.river.nws.server;

import java.util.List;
import java.util.Map;

/**
 * What a client asks.
 *
 * @param arguments the operation's name and what follows, without the value of a store; each char is a byte
 * @param metadata what stands before it
 * @param value of a store, complete; else null
 */
record Request(List<String> arguments, Map<String, String> metadata, ContentSink value) {
    /** The operation's name. */
    String operation() {
        return arguments.isEmpty() ? "" : arguments.get(0);
    }

    /** An argument, or what stands for it when it was left out. */
    String argument(int index, String missing) {
        return index < arguments.size() ? arguments.get(index) : missing;
    }
}
