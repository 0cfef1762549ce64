package org.javampi.benchmarks.river;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The soak in short; it prints its seed. */
@Timeout(600)
class KilledServerTest {
    @Test
    void shouldLoseNothingThatAClientWasToldOf() throws Exception {
        KilledServer.main(new String[] {"8"});
    }
}
