package org.javampi.job.vm;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Standard input of the resources of a VM. One of them may have the process's own; any other asks for each piece, when it
 * reads and not before, so that nothing is taken from a terminal or a shell's loop that no rank reads. Threads of nobody
 * are taken for the first resource's.
 */
public final class RankInput extends InputStream {
    /** Setting: the rank that gets the process's own standard input, {@code all} or {@code none}. */
    public static final String READER = "stdin.process";

    /** Answers the bytes for a rank from a position on; none at the end. */
    @FunctionalInterface
    interface Source {
        byte[] next(int rank, long position) throws IOException;
    }

    private static final byte[] NOTHING = {};

    private final List<HostedRank> resources;
    private final int owner;
    private final InputStream own;
    private final Source source;
    private final byte[][] pieces;
    private final int[] positions;
    private final boolean[] ended;

    /** By resource: how many bytes its program has read, in its earlier lives too. */
    private final AtomicLongArray read;

    private RankInput(List<HostedRank> resources, int owner, InputStream own, Source source) {
        this.resources = resources;
        this.owner = owner;
        this.own = own;
        this.source = source;
        pieces = new byte[resources.size()][];
        Arrays.fill(pieces, NOTHING);
        positions = new int[pieces.length];
        ended = new boolean[pieces.length];
        read = new AtomicLongArray(pieces.length);
    }

    /**
     * Replaces System.in, if that is not all there is to it.
     *
     * @param owner the rank that has the process's own; another text for none
     * @return what replaces it, or null
     */
    static RankInput install(List<HostedRank> resources, String owner, Source source) {
        boolean isOwn = resources.size() == 1
                && owner.equals(Integer.toString(resources.get(0).rank()));
        if (isOwn) {
            return null;
        }
        int rank = owner.chars().allMatch(c -> c >= '0' && c <= '9') && !owner.isEmpty() ? Integer.parseInt(owner) : -1;
        RankInput input = new RankInput(resources, rank, System.in, source);
        System.setIn(input);
        return input;
    }

    /** How many bytes the program of a resource has read. Does not wait for a thread that waits for more. */
    long position(HostedRank resource) {
        return read.get(resources.indexOf(resource));
    }

    /** The program of a resource goes on behind so many bytes, as in its life before. */
    void goOnAt(HostedRank resource, long position) {
        int reader = resources.indexOf(resource);
        synchronized (resource) {
            read.set(reader, position);
            pieces[reader] = NOTHING;
            positions[reader] = 0;
            ended[reader] = false;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int reader = reader();
        if (resources.get(reader).rank() == owner) {
            return own.read(bytes, offset, length);
        }
        if (length == 0) {
            return 0;
        }
        synchronized (resources.get(reader)) {
            if (positions[reader] == pieces[reader].length && !ended[reader]) {
                pieces[reader] = source.next(resources.get(reader).rank(), read.get(reader));
                positions[reader] = 0;
                ended[reader] = pieces[reader].length == 0;
            }
            int count = Math.min(length, pieces[reader].length - positions[reader]);
            if (count == 0) {
                return -1;
            }
            System.arraycopy(pieces[reader], positions[reader], bytes, offset, count);
            positions[reader] += count;
            read.addAndGet(reader, count);
            return count;
        }
    }

    @Override
    public int available() throws IOException {
        int reader = reader();
        return resources.get(reader).rank() == owner ? own.available() : pieces[reader].length - positions[reader];
    }

    /** Whose the calling thread is, as an index. */
    private int reader() {
        for (int i = 0; i < resources.size(); i++) {
            if (resources.get(i).owns(Thread.currentThread())) {
                return i;
            }
        }
        return 0;
    }
}
