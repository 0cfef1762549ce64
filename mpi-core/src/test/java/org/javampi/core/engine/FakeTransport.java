package org.javampi.core.engine;

import org.javampi.core.spi.transport.Endpoint;
import org.javampi.core.spi.transport.Transport;

/** A transport of a test, and its only endpoint: nothing has to be armed, flushed or closed. */
abstract class FakeTransport implements Transport, Endpoint {
    @Override
    public String name() {
        return "fake";
    }

    @Override
    public boolean reaches(int peer) {
        return true;
    }

    @Override
    public Endpoint endpoint(int peer) {
        return this;
    }

    @Override
    public boolean arm(boolean urgentOnly) {
        return true;
    }

    @Override
    public void disarm() {
        // Nothing was armed.
    }

    @Override
    public boolean isFlushed() {
        return true;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
