package org.javampi.river.rai;

import java.io.Serializable;

/** A function that is exported under a name. */
@FunctionalInterface
public interface RemoteFunction extends Serializable {
    /**
     * Called for each remote call, perhaps several at a time, in threads of the exporting resource.
     *
     * @throws Exception anything: the caller gets it
     */
    Object call(Object... args) throws Exception;
}
