package org.javampi.core.comm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.spi.collective.Channel;

/**
 * What an algorithm sees of a communicator besides messages: its ranks, their hosts, and what one
 * call lends. Blocks, numbers and objects are lent until the next call begins.
 */
abstract class CommunicatorChannel implements Channel {
    private final Communicator communicator;
    private final Block nothing = new Block();
    private final List<Block> parts = new ArrayList<>();
    private int partsUsed;
    private int[][] numbers = new int[2][0];
    private int numbersUsed;

    /** What algorithms have borrowed; the first {@link #lentCount} are in use. */
    private final List<Object> lent = new ArrayList<>();

    private int lentCount;
    private int hosts;
    private Channel onHost;
    private Channel betweenHosts;

    CommunicatorChannel(Communicator communicator) {
        this.communicator = communicator;
        nothing.set(null, 0, Datatypes.of(Predefined.BYTE), false);
    }

    final Communicator communicator() {
        return communicator;
    }

    /** Takes back what the last call has borrowed. */
    final void takeBack() {
        partsUsed = 0;
        numbersUsed = 0;
        lentCount = 0;
    }

    /** Drops references to the program's buffers. */
    final void clearParts() {
        for (int i = 0; i < partsUsed; i++) {
            parts.get(i).clear();
        }
    }

    @Override
    public final int rank() {
        return communicator.rank();
    }

    @Override
    public final int size() {
        return communicator.size();
    }

    @Override
    public final int hostOf(int rank) {
        return communicator.hostOf(rank);
    }

    @Override
    public final Block part(Block whole, long firstItem, int items) {
        Block part = borrow();
        part.part(whole, firstItem, items);
        return part;
    }

    @Override
    public final Block slice(Block whole, long firstByte, long byteCount) {
        Block slice = borrow();
        slice.slice(whole, firstByte, byteCount);
        return slice;
    }

    private Block borrow() {
        if (partsUsed == parts.size()) {
            parts.add(new Block());
        }
        return parts.get(partsUsed++);
    }

    @Override
    public final Block nothing() {
        return nothing;
    }

    @Override
    public final <T> T borrow(Class<T> kind, Supplier<T> maker) {
        int found = lentCount;
        while (found < lent.size() && lent.get(found).getClass() != kind) {
            found++;
        }
        if (found == lent.size()) {
            lent.add(maker.get());
        }
        Object one = lent.get(found);
        lent.set(found, lent.get(lentCount));
        lent.set(lentCount++, one);
        return kind.cast(one);
    }

    @Override
    public final int[] numbers(int length) {
        int index = numbersUsed++;
        if (index == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * index);
        }
        if (numbers[index] == null || numbers[index].length < length) {
            numbers[index] = new int[length];
        }
        return numbers[index];
    }

    @Override
    public final int hosts() {
        if (hosts == 0) {
            Set<Integer> all = new HashSet<>();
            for (int rank = 0; rank < size(); rank++) {
                all.add(hostOf(rank));
            }
            hosts = all.size();
        }
        return hosts;
    }

    @Override
    public final Channel onHost() {
        if (onHost == null) {
            int[] members = IntStream.range(0, size())
                    .filter(r -> hostOf(r) == hostOf(rank()))
                    .toArray();
            onHost = new PartChannel(this, members, 1);
        }
        return onHost;
    }

    @Override
    public final Channel betweenHosts() {
        if (onHost().rank() != 0) {
            return null;
        }
        if (betweenHosts == null) {
            Set<Integer> seen = new HashSet<>();
            int[] members =
                    IntStream.range(0, size()).filter(r -> seen.add(hostOf(r))).toArray();
            betweenHosts = new PartChannel(this, members, members.length);
        }
        return betweenHosts;
    }
}
