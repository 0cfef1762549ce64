package org.javampi.river.farm;

import java.io.IOException;
import org.javampi.river.discovery.RiverVm;

/** A place for a VM: knows how the VM came there, how it has ended, and whether there can be another one. */
public interface Station extends AutoCloseable {
    /** The VM that is there now. */
    RiverVm vm();

    /** How the VM has ended and what it has printed last, as far as can be known here; may wait for its end. */
    String ending();

    /** Ends the VM by force, with all that it has started. */
    void kill();

    /**
     * Puts a new VM in place of one that has ended.
     *
     * @return false when there is none
     * @throws IOException when it does not come up
     * @throws InterruptedException when the thread is interrupted
     */
    boolean renew() throws IOException, InterruptedException;

    /** Gives the VM back, or ends it when it was started for this place. */
    @Override
    void close();
}
