package org.javampi.checkpoint;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A resource without messages, and with nothing to save. */
class Empty implements Freezable {
    @Override
    public String unrest() {
        return "";
    }

    @Override
    public long[] frameCounts() {
        return new long[0];
    }

    @Override
    public void await(BooleanSupplier over) {
        while (!over.getAsBoolean()) {
            LockSupport.parkNanos(20_000);
        }
    }

    @Override
    public void nudge() {
        // await looks by itself.
    }

    @Override
    public Image capture(long epoch) {
        return new Image() {
            @Override
            public long byteCount() {
                return 0;
            }

            @Override
            public void write(PartOutput out) {
                // Nothing.
            }
        };
    }
}
