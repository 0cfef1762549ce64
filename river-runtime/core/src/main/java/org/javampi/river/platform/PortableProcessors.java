package org.javampi.river.platform;

import java.io.IOException;
import java.util.List;

/** Java has no call that binds a thread: it is refused. */
final class PortableProcessors implements Processors {
    @Override
    public List<String> forRanks(int ranks) throws IOException {
        throw refusal();
    }

    @Override
    public String callingThread() throws IOException {
        throw refusal();
    }

    @Override
    public void bind(String thread, String core) throws IOException {
        throw refusal();
    }

    private static IOException refusal() {
        return new IOException("this platform (" + PortablePlatform.NAME + ") cannot bind threads");
    }
}
