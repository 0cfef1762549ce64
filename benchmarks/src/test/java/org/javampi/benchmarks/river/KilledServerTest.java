package org.javampi.benchmarks.river;

import org.junit.jupiter.api.Test;

/** The soak in short; it prints its seed. */
class KilledServerTest {
    @Test
    void shouldLoseNothingThatAClientWasToldOf() throws Exception {
        KilledServer.main(new String[] {"8"});
    }
}
