package org.javampi.core.spi.collective;

import java.util.List;

/** Brings algorithms in; found by {@link java.util.ServiceLoader}. */
public interface CollectiveProvider {
    /** Its algorithms, with their default parameters. */
    List<Algorithm> algorithms();

    /**
     * Rules that choose among them, in the syntax of the launcher's {@code --coll}, one per line,
     * tried after the user's; empty when its algorithms run only where the user asks for them.
     */
    default String rules() {
        return "";
    }
}
