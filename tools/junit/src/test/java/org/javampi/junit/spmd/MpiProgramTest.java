package org.javampi.junit.spmd;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.junit.MpiProgram;
import org.javampi.junit.MpiRun;
import org.javampi.junit.SentMessage;
import org.junit.jupiter.api.Test;

/** Programs with a main of their own, run by a test. */
class MpiProgramTest {
    /** Passes a token around; its static is each rank's own. */
    static final class Token {
        private static int value = 1;

        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            int size = MPI_Comm_size(MPI_COMM_WORLD);
            int[] token = {value++};
            if (rank > 0) {
                MPI_Recv(token, 1, MPI_INT, rank - 1, 3, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            }
            if (rank < size - 1) {
                token[0] += value;
                MPI_Send(token, 1, MPI_INT, rank + 1, 3, MPI_COMM_WORLD);
            }
            System.out.println(args[0] + " " + token[0]);
            MPI_Finalize();
        }
    }

    /** Ends as its argument says. */
    static final class Ends {
        public static void main(String[] args) {
            MPI_Init(args);
            if (MPI_Comm_rank(MPI_COMM_WORLD) == 1) {
                if (args[0].equals("abort")) {
                    MPI_Abort(MPI_COMM_WORLD, 7);
                }
                throw new IllegalStateException("no more sand");
            }
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Finalize();
        }
    }

    @Test
    void shouldShowWhatEachRankHasPrintedAndSent() {
        MpiRun run = MpiProgram.of(Token.class).np(3).run("token");
        String line = System.lineSeparator();
        assertEquals("token 3" + line, run.output(0));
        assertEquals("token 5" + line, run.output(1));
        assertEquals("token 5" + line, run.output(2));
        assertEquals(2, run.messages().size());
        SentMessage message = run.messages(0, 1).get(0);
        assertTrue(
                message.toString().matches("0 -> 1, tag 3, 4 bytes, MPI_Send at MpiProgramTest.java:\\d+"),
                message::toString);
        assertEquals(0, run.status());
    }

    @Test
    void shouldSayWhichRankEndedTheProgram() {
        MpiRun run = MpiProgram.of(Ends.class).np(3).tryRun("throw");
        String text = run.failure().orElseThrow().getMessage();
        assertTrue(text.matches("(?s)rank 1: java.lang.IllegalStateException: no more sand\\R\tat .*"), text);
        assertTrue(text.contains("Ends.main(MpiProgramTest.java:"), text);
        MpiRun aborted = MpiProgram.of(Ends.class).np(3).tryRun("abort");
        assertEquals(7, aborted.status());
        String why = aborted.failure().orElseThrow().getMessage();
        assertTrue(why.contains("MPI_Abort") && why.contains("7"), why);
    }
}
