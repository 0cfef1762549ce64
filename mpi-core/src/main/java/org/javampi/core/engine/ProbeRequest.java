package org.javampi.core.engine;

/** A blocked probe, and afterwards what it has found. */
final class ProbeRequest extends Request {
    private static final long serialVersionUID = 1L;

    int wantedSource;
    int source;
    int foundTag;
    long byteCount;

    void found(Message message) {
        source = message.source;
        foundTag = message.tag;
        byteCount = message.byteCount;
    }
}
