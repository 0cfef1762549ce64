package org.javampi.conformance.replay;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.javampi.MPI_Errhandler;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.core.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors are told again as they were: to the error handler, by the call and in statuses. */
class FailuresTest {
    @TempDir
    Path folder;

    @Test
    void shouldGiveAHandlerTheSameCodesAgain() {
        Map<Integer, List<String>> heard = new ConcurrentHashMap<>();
        World.of(1).record(folder).run(rank -> heard.put(rank, fail()));
        assertEquals(3, heard.get(0).size());
        Map<Integer, List<String>> again = new ConcurrentHashMap<>();
        World.replay(folder, 0, 0).run(rank -> again.put(rank, fail()));
        assertEquals(heard.get(0), again.get(0));
    }

    /** One good request and one whose message is too long, completed together; and a wrong count. */
    private static List<String> fail() {
        MPI_Init();
        List<String> heard = new ArrayList<>();
        MPI_Errhandler handler =
                MPI_Errhandler_create((comm, code) -> heard.add(MPI_Error_class(code) + ": " + text(code)));
        MPI_Errhandler_set(MPI_COMM_WORLD, handler);
        MPI_Request[] two = {
            MPI_Irecv(new int[1], 1, MPI_INT, 0, 1, MPI_COMM_WORLD),
            MPI_Irecv(new int[1], 1, MPI_INT, 0, 2, MPI_COMM_WORLD)
        };
        MPI_Send(new int[1], 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
        MPI_Send(new int[2], 2, MPI_INT, 0, 2, MPI_COMM_WORLD);
        MPI_Status[] statuses = {new MPI_Status(), new MPI_Status()};
        int code = MPI_Waitall(2, two, statuses);
        heard.add(MPI_Error_class(code) + " with " + MPI_Error_class(statuses[0].MPI_ERROR) + " and "
                + text(statuses[1].MPI_ERROR));
        MPI_Send(new int[1], -1, MPI_INT, 0, 1, MPI_COMM_WORLD);
        MPI_Finalize();
        return heard;
    }

    private static String text(int code) {
        return MPI_Error_string(code);
    }
}
