package org.javampi.core.spi.collective;

import java.util.List;

/** Brings algorithms in; found by {@link java.util.ServiceLoader}. */
public interface CollectiveProvider {
    /** Its algorithms; of those for one collective the first is the default. */
    List<Algorithm> algorithms();
}
