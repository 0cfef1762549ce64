package org.javampi;

/**
 * Checkpoint and restart, with the program's help: it keeps what must survive in objects that it
 * registers, and marks places at which it may be frozen.
 *
 * <pre>{@code
 * MPI_Init();
 * Heat heat = Checkpoint.register("heat", new Heat(n));     // after a restart: as it was
 * while (heat.step < steps) {
 *     heat.relax();
 *     heat.step++;
 *     Checkpoint.here();
 * }
 * MPI_Finalize();
 * }</pre>
 *
 * <p>Saved are the registered objects and all of MPI's state: messages that are on their way,
 * requests, communicators with their attributes and topologies, datatypes, operations, error
 * handlers, the attached buffer. Handles, requests and arrays that the registered objects hold are
 * the same ones afterwards. Objects must be {@link java.io.Serializable}; {@code transient} fields
 * are left out. After a restart {@code main} runs again from its start, on whatever hosts there
 * are.
 *
 * <p>Checkpoints are taken when {@code javampirun} was given {@code --checkpoint-dir}; without it
 * these calls cost next to nothing and change nothing. River's coordinated checkpoint (University
 * of San Francisco, 2007), application-assisted.
 */
public final class Checkpoint {
    private Checkpoint() {}

    /**
     * Names an object whose state survives. After a restart the object's fields (or elements) are
     * filled with those of the object of that name in the checkpoint. Register before the first
     * point and under the same names at each start; each object once.
     *
     * @param name unique at this rank
     * @param object a mutable object: of a class of the program's own, a collection or map, or an
     *     array of the same length as before
     * @return {@code object}
     * @throws IllegalArgumentException when the name is taken, or the object cannot be filled from
     *     what the checkpoint has under this name
     */
    public static <T> T register(String name, T object) {
        return Attachment.bottom().checkpoints().register(name, object);
    }

    /**
     * The object of that name need not survive any longer.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static void unregister(String name) {
        Attachment.bottom().checkpoints().unregister(name);
    }

    /** Adds a listener of this rank's checkpoints, called in the order of adding. */
    public static void listen(CheckpointListener listener) {
        Attachment.bottom().checkpoints().listen(listener);
    }

    /**
     * Passes a point at which a checkpoint may be taken, and stands there while one is taken if one
     * is due. All ranks of MPI_COMM_WORLD pass the same points, as often and in the same order; no
     * other thread of the rank may be in an MPI call. Passing does not synchronise the ranks.
     *
     * @return whether a checkpoint was taken here
     */
    public static boolean here() {
        return Attachment.bottom().checkpoints().pass(false);
    }

    /**
     * As {@link #here}, but a checkpoint is taken in any case; all ranks call it at the same point.
     *
     * @return whether it was; false without {@code --checkpoint-dir}, or when it was abandoned
     */
    public static boolean take() {
        return Attachment.bottom().checkpoints().pass(true);
    }

    /** Asks for a checkpoint at the next point that all ranks can stand at. Returns at once. */
    public static void request() {
        Attachment.bottom().checkpoints().request();
    }

    /** Whether this start of the program goes on from a checkpoint. */
    public static boolean isRestarted() {
        return Attachment.bottom().checkpoints().isRestarted();
    }

    /** Points that this rank has passed, those of earlier lives included. */
    public static long passed() {
        return Attachment.bottom().checkpoints().passed();
    }
}
