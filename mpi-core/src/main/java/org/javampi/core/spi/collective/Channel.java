package org.javampi.core.spi.collective;

import java.util.function.Supplier;
import org.javampi.core.buffer.Block;
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

    /** Host of a rank, as a small number: equal numbers share memory. */
    int hostOf(int rank);

    /** Sends a block; returns when it may be changed. */
    void send(Block data, int dest);

    /** Receives into a block; returns when it is filled. */
    void receive(Block data, int source);

    /** Both at once, without deadlock. */
    void exchange(Block out, int dest, Block in, int source);

    /** Begins a send that {@link #completeAll} finishes. */
    void startSend(Block data, int dest);

    /** Begins a receive that {@link #completeAll} finishes. */
    void startReceive(Block data, int source);

    /** Finishes everything that has been started. */
    void completeAll();

    /**
     * {@code items} items of {@code whole} from {@code firstItem} on (in extents; may be negative).
     */
    Block part(Block whole, long firstItem, int items);

    /**
     * {@code byteCount} packed bytes of {@code whole} from {@code firstByte} on: for moving, not
     * for combining. Ranks whose types differ in layout still agree on bytes.
     */
    Block slice(Block whole, long firstByte, long byteCount);

    /** Memory for {@code byteCount} packed bytes. */
    Block packed(long byteCount);

    /** Number of hosts that the ranks live on. */
    int hosts();

    /** The exchange among the ranks of this rank's host, in rank order. */
    Channel onHost();

    /** The exchange among the first ranks of all hosts; null at any other rank. */
    Channel betweenHosts();

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

    /** Memory for {@code items} items of the kind and type of {@code like}. */
    Block scratch(Block like, int items);

    /** Copies locally; types may differ in layout but not in signature. */
    void copy(Block from, Block to);

    /** {@code inout = in op inout}; {@code in} holds the operand of the lower ranks. */
    void combine(Block in, Block inout, Operation operation);
}
