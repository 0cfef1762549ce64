package org.javampi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which rank a call belongs to: of the copy of the facade, or of the thread. */
class AttachmentTest {
    @AfterEach
    void detach() {
        Attachment.detachThread();
    }

    @Test
    void shouldServeEveryThreadWhenAttachedToACopyOfTheFacade() throws Exception {
        FacadeCopy copy = new FacadeCopy();
        FutureTask<Integer> call = new FutureTask<>(copy::rank);
        // Made before the attachment, so that it inherits nothing from this thread.
        Thread thread = new Thread(call);
        copy.attach(ranked(3));
        thread.start();
        assertEquals(3, call.get());
        assertEquals(3, copy.rank());
    }

    @Test
    void shouldKeepTheRanksOfSeveralCopiesApart() throws Exception {
        FacadeCopy one = new FacadeCopy();
        FacadeCopy two = new FacadeCopy();
        one.attach(ranked(1));
        two.attach(ranked(2));
        assertNotSame(one.loadClass("org.javampi.MPI"), two.loadClass("org.javampi.MPI"));
        assertSame(MPI_Comm.class, one.loadClass("org.javampi.MPI_Comm"));
        assertEquals(1, one.rank());
        assertEquals(2, two.rank());
    }

    @Test
    void shouldRefuseASecondBindingForOneCopy() throws Exception {
        FacadeCopy copy = new FacadeCopy();
        copy.attach(ranked(0));
        InvocationTargetException thrown = assertThrows(InvocationTargetException.class, () -> copy.attach(ranked(1)));
        IllegalStateException error = assertInstanceOf(IllegalStateException.class, thrown.getCause());
        assertEquals("this copy of the MPI facade is attached to a rank already", error.getMessage());
        assertEquals(0, copy.rank());
    }

    @Test
    void shouldGiveAChildThreadTheRankOfItsParent() throws Exception {
        Attachment.attachThread(ranked(4), AttachmentTest.class.getClassLoader());
        FutureTask<Integer> child = new FutureTask<>(() -> MPI.MPI_Comm_rank(MPI.MPI_COMM_WORLD));
        new Thread(child).start();
        assertEquals(4, child.get());
    }

    @Test
    void shouldKeepTheRanksOfTwoThreadsApart() throws Exception {
        FutureTask<Integer> other = new FutureTask<>(() -> {
            Attachment.attachThread(ranked(6), AttachmentTest.class.getClassLoader());
            try {
                return MPI.MPI_Comm_rank(MPI.MPI_COMM_WORLD);
            } finally {
                Attachment.detachThread();
            }
        });
        Attachment.attachThread(ranked(5), AttachmentTest.class.getClassLoader());
        new Thread(other).start();
        assertEquals(6, other.get());
        assertEquals(5, MPI.MPI_Comm_rank(MPI.MPI_COMM_WORLD));
    }

    @Test
    void shouldRefuseAThreadOfNoRankBesideRanksThatAreThreads() throws Exception {
        Attachment.attachThread(ranked(7), AttachmentTest.class.getClassLoader());
        FutureTask<IllegalStateException> stranger = new FutureTask<>(
                () -> assertThrows(IllegalStateException.class, () -> MPI.MPI_Comm_rank(MPI.MPI_COMM_WORLD)));
        new Thread(null, stranger, "pool-1", 0, false).start();
        String error = stranger.get().getMessage();
        assertTrue(error.startsWith("thread \"pool-1\" calls MPI but belongs to no rank"), error);
        assertEquals(7, MPI.MPI_Comm_rank(MPI.MPI_COMM_WORLD));
    }

    @Test
    void shouldSayWhatIsMissingWhenNoRuntimeIsOnTheClassPath() {
        IllegalStateException error =
                assertThrows(IllegalStateException.class, () -> MPI.MPI_Comm_rank(MPI.MPI_COMM_WORLD));
        assertEquals(
                "no MPI runtime on the class path: add mpi-core, a transport and mpi-collectives,"
                        + " or start the program with javampirun",
                error.getMessage());
    }

    private static Binding ranked(int rank) {
        CallLog log = new CallLog();
        log.effect = call -> ((int[]) call.arguments().get(1))[0] = rank;
        return RecordingBinding.onto(log);
    }
}
