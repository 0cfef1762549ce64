package org.javampi.river.parallel.engine;

import java.io.IOException;

/** The way to some engines, wherever they are: messages go there and come back, in order for each engine. */
public interface EngineLink extends AutoCloseable {
    /** How many engines. */
    int size();

    /** An engine for people: where it is. */
    String describe(int engine);

    /** Whom messages of engines are for; called once, before {@link #send}. */
    void listen(Listener listener);

    /**
     * Sends a message to an engine's {@link Engine#onMessage}.
     *
     * @throws IOException when it is gone
     */
    void send(int engine, byte[] message) throws IOException;

    /** Leaves the engines; those that were started for this link end. */
    @Override
    void close();

    /** Hears what engines say; must not wait. */
    interface Listener {
        /** A message of an engine. */
        void onMessage(int engine, byte[] message);

        /** An engine is gone and says nothing more; why, for people. */
        void onLost(int engine, String why);
    }
}
