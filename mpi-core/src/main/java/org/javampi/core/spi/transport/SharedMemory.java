package org.javampi.core.spi.transport;

/** What a transport offers besides messages when its ranks live in one memory. */
public interface SharedMemory {
    /**
     * Memory that several ranks see, zero at first. Each of them calls once; nobody waits for the
     * others.
     *
     * @param id names the memory among those of the job; never used again
     * @param participants how many ranks will ask for it
     * @param byteCount its size, the same for all
     * @param firstBytes how much of it will be written for certain: set aside by the first to come
     * @return the same memory at all of them, or null at all of them where there was no room for the
     *     first bytes; the others take up room only where they are touched, see {@link #expect}
     * @throws java.io.UncheckedIOException when the system refuses it; the message says where
     */
    Region share(long id, int participants, int byteCount, int firstBytes);

    /**
     * Gives this rank's part of what {@link #share} has answered back at once; the memory is free when
     * all have done so. No thread may touch the region from now on: that would end the process.
     */
    void release(Region region);

    /**
     * Before bytes of shared memory are touched for the first time: looks whether there is memory
     * for them. Nothing is set aside, so that two who ask at once may both be told yes.
     *
     * @throws NoRoomException when there is not
     */
    void expect(int byteCount);

    /**
     * After a change in shared memory: wakes {@code peer} if it sleeps and waits for something. As
     * with frames, the sleeper sees to it that a change made just before its sleep is not missed.
     */
    void wake(int peer);
}
