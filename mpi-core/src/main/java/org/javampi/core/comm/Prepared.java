package org.javampi.core.comm;

import org.javampi.core.engine.PendingOperation;

/** A persistent request, which the program starts as often as it likes. */
public interface Prepared {
    /** What it would do if it were started; null while it is active, and when it has been freed. Any thread. */
    PendingOperation idle();
}
