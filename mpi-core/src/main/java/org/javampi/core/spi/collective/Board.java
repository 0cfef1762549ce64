package org.javampi.core.spi.collective;

import org.javampi.core.buffer.Block;

/**
 * Memory that all ranks of a channel share: each has a slot in it that it alone writes and all
 * others read, and shows how far it has come.
 *
 * <p>Work on a board goes in turns, the same at all ranks. In a turn a rank may write its slot,
 * show that it is written up to a phase, wait for others' phases and read their slots:
 *
 * <pre>{@code
 * board.turn();
 * board.write(own, 0, 0, bytes);
 * board.show(1);
 * board.await(other, 1);
 * board.read(other, 0, block, 0, bytes);
 * board.done();
 * }</pre>
 *
 * What a rank has shown stays for some turns, so that it may be ahead of those that read it. A rank that reads in a turn ends it with {@link #done}; it
 * may leave that out where everybody waits for everybody in each turn.
 */
public interface Board {
    /** The phase that stands for all phases, and for having read everything. */
    int DONE = 63;

    /**
     * Bytes that a rank can show in one turn. The same at all ranks, so that they cut long vectors
     * alike.
     */
    int slotBytes();

    /**
     * Whether its ranks outnumber the cores, so that each wait is a change of process; the same
     * answer at all ranks, that of the first who has asked.
     */
    boolean isCrowded();

    /** Begins the next turn. */
    void turn();

    /**
     * Copies packed bytes into the own slot. Waits as long as what is written over has not been read by
     * everybody: what earlier turns have shown.
     *
     * @param data where they come from
     * @param position of the first in the block's packed form
     * @param offset of the first in the slot
     * @param length how many; offset and length together at most {@link #slotBytes}
     * @throws org.javampi.core.failure.MpiFailure when the system has no memory for the slots
     */
    void write(Block data, long position, int offset, int length);

    /**
     * Lets the others see what has been written in this turn.
     *
     * @param phase 1 to DONE, more than the last of this turn
     */
    void show(int phase);

    /**
     * Tells something in this turn with the next {@link #show}: the length of what will come, for
     * those that expect another.
     */
    void tell(long number);

    /**
     * What another has told in this turn.
     *
     * @param rank that {@link #await} has waited for
     * @return its number; of no meaning when it has told nothing
     */
    long told(int rank);

    /**
     * Waits until {@code rank} has shown at least {@code phase} of this turn, making progress on
     * everything else meanwhile.
     *
     * @throws org.javampi.core.failure.MpiFailure when that rank is in another call
     */
    void await(int rank, int phase);

    /**
     * Copies packed bytes out of a slot that has been waited for.
     *
     * @param rank whose slot, perhaps the own
     * @param offset of the first in the slot
     * @param data where they go
     * @param position of the first in the block's packed form
     * @param length how many
     */
    void read(int rank, int offset, Block data, long position, int length);

    /** Says that this rank will read nothing more in this turn. */
    default void done() {
        show(DONE);
    }
}
