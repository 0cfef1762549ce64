package org.javampi.core.engine;

import org.javampi.core.spi.transport.Region;

/** A transport of a test whose frames have memory of their own each; what becomes of one that is committed is the test's. */
abstract class CopyingTransport extends FakeTransport {
    private static final int LONGEST = 1 << 16;

    private Region claimed;

    /** A frame leaves. */
    abstract void sent(Region frame);

    @Override
    public final int claim(int byteCount) {
        claimed = Region.allocate(byteCount);
        return 0;
    }

    @Override
    public final Region region() {
        return claimed;
    }

    @Override
    public final void commit() {
        sent(claimed);
    }

    @Override
    public final int maxFrameBytes() {
        return LONGEST;
    }
}
