package org.javampi.job.vm;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Standard input of a VM with several resources: rank 0's alone, as where each rank has a VM of its
 * own. To the others it is at its end. Threads of nobody read the VM's own stream.
 */
final class RankInput extends InputStream {
    private final List<HostedRank> resources;
    private final InputStream own;

    private RankInput(List<HostedRank> resources, InputStream own) {
        this.resources = resources;
        this.own = own;
    }

    /** Replaces System.in. */
    static void install(List<HostedRank> resources) {
        System.setIn(new RankInput(resources, System.in));
    }

    @Override
    public int read() throws IOException {
        return isReaders() ? own.read() : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return isReaders() ? own.read(bytes, offset, length) : length == 0 ? 0 : -1;
    }

    @Override
    public int available() throws IOException {
        return isReaders() ? own.available() : 0;
    }

    /** Whether the calling thread may read: it belongs to rank 0, or to nobody. */
    private boolean isReaders() {
        for (HostedRank resource : resources) {
            if (resource.owns(Thread.currentThread())) {
                return resource.rank() == 0;
            }
        }
        return true;
    }
}
