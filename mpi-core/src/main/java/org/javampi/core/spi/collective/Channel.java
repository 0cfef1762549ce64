package org.javampi.core.spi.collective;

import java.util.function.Supplier;
import org.javampi.core.buffer.Block;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.reduce.Operation;

/**
 * One communicator's collective exchange at one rank: what an algorithm is made of. Messages
 * between two ranks arrive in the order in which they were sent, and never meet point-to-point
 * traffic; a rank may run several collectives ahead of another, so an algorithm must receive from
 * each peer exactly what that peer sends, in its order.
 *
 * <p>One thread at a time. Parts and scratch blocks are borrowed until the collective returns;
 * nothing here makes garbage once it has warmed up.
 */
public interface Channel {
    /** Own rank in the communicator. */
    int rank();

    /** Number of ranks. */
    int size();

    /**
     * Where a rank lives.
     *
     * @param rank in this channel
     * @return its host as a small number: equal numbers share memory
     */
    int hostOf(int rank);

    /**
     * Sends a block; returns when it may be changed, which may be before it is received.
     *
     * @param data of any type; what counts is its packed bytes
     * @param dest rank in this channel, not the own
     */
    void send(Block data, int dest);

    /**
     * Receives into a block; returns when it is filled.
     *
     * @param data as many packed bytes as the other side sends
     * @param source rank in this channel, not the own
     * @throws org.javampi.core.failure.MpiFailure when what comes belongs to another call, so that the ranks cannot come
     *     to an end. What has another length is noted, see {@link #fail}
     */
    void receive(Block data, int source);

    /** Both at once, without deadlock. */
    void exchange(Block out, int dest, Block in, int source);

    /** Begins a send that {@link #completeAll} finishes; {@code data} may not be changed before. */
    void startSend(Block data, int dest);

    /**
     * Begins a receive that {@link #completeAll} finishes; {@code data} has no certain content
     * before.
     */
    void startReceive(Block data, int source);

    /**
     * Finishes everything that has been started, also when part of it fails.
     *
     * @throws org.javampi.core.failure.MpiFailure the first failure, as {@link #receive}
     */
    void completeAll();

    /**
     * Some items of a block, for moving and combining.
     *
     * @param firstItem in extents of its type; may be negative
     * @param items how many
     * @return borrowed; shares the memory of {@code whole}
     */
    Block part(Block whole, long firstItem, int items);

    /**
     * Some of a block's packed bytes, for moving, not for combining. Ranks whose types differ in
     * layout still agree on bytes.
     *
     * @param firstByte of the packed form, from 0
     * @param byteCount how many
     * @return borrowed; shares the memory of {@code whole}
     */
    Block slice(Block whole, long firstByte, long byteCount);

    /**
     * Memory for packed bytes of unknown type, to pass on.
     *
     * @param byteCount how many
     * @return borrowed; of any content
     * @throws org.javampi.core.failure.MpiFailure when that is more than a Java buffer has (2 GiB)
     */
    Block packed(long byteCount);

    /** Number of hosts that the ranks live on. */
    int hosts();

    /**
     * The exchange among the ranks of this rank's host, in rank order.
     *
     * @return the same each time; its messages and this channel's keep their order among each other
     */
    Channel onHost();

    /**
     * The exchange among the first ranks of all hosts, in rank order.
     *
     * @return the same each time, see {@link #onHost}; null at a rank that is not the first of its
     *     host
     */
    Channel betweenHosts();

    /**
     * Notes that the call fails at this rank. The algorithm goes on to its end, so that no other rank waits for ever;
     * the first failure is thrown then, and ranks that depend on this one's data fail, too.
     */
    void fail(MpiFailure failure);

    /**
     * The memory that the ranks share.
     *
     * @throws IllegalStateException when they do not; see {@link Situation#sharedMemory}
     */
    Board board();

    /** An empty block, for signals. */
    Block nothing();

    /**
     * An object for the algorithm's own use, borrowed as blocks are: so that what a call needs to
     * remember is no garbage. It is as an earlier call has left it.
     *
     * @param maker makes one when there is none left; captures nothing
     */
    <T> T borrow(Class<T> kind, Supplier<T> maker);

    /** At least {@code length} numbers of any value to write to; borrowed as blocks are. */
    int[] numbers(int length);

    /**
     * Memory to combine in.
     *
     * @param like of whose kind and type it is
     * @param items how many of it
     * @return borrowed; of any content
     */
    Block scratch(Block like, int items);

    /**
     * Copies locally.
     *
     * @param from of the same number of packed bytes as {@code to}; types may differ in layout but
     *     not in signature
     * @param to may not overlap it
     */
    void copy(Block from, Block to);

    /**
     * Computes {@code inout = in op inout}, item by item, in place. May call a user's function.
     *
     * @param in the operand of the lower ranks, unless the operation commutes
     * @param inout of the same type and number of items
     * @param operation which
     */
    void combine(Block in, Block inout, Operation operation);
}
