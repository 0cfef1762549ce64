package org.javampi.job.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.javampi.job.hang.CollectiveCall;
import org.javampi.job.hang.EarlyMessage;
import org.javampi.job.hang.Operation;
import org.javampi.job.hang.Place;
import org.javampi.job.hang.RankReport;
import org.javampi.job.hang.ThreadReport;
import org.junit.jupiter.api.Test;

/** A rank's report on its way. */
class LookedMessageTest {
    private static byte[] message() throws IOException {
        CollectiveCall call = new CollectiveCall(16, "dup", new int[] {0, 2}, 5, "MPI_Bcast", 1);
        Operation receive = new Operation(
                Operation.Kind.RECEIVE, "MPI_COMM_WORLD", 1, Operation.ANY, 1, "MPI_INT", 4, new int[] {1}, "note");
        ThreadReport thread = new ThreadReport(
                "t",
                ThreadReport.Activity.WAITS,
                "waits in MPI_Bcast",
                "MPI_Bcast",
                new Place("A.b", "A.java", 7),
                "A.b (A.java:7) < A.main (A.java:9)",
                4,
                5,
                true,
                List.of(receive),
                call);
        return bytes(new RankReport(
                2,
                true,
                false,
                9,
                List.of(thread),
                List.of(receive),
                List.of(new EarlyMessage("w", 1, 2, 3, 4, true)),
                new long[] {0, 7, 8},
                List.of(call),
                List.of(receive)));
    }

    private static byte[] bytes(RankReport report) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(MessageKind.LOOKED.ordinal());
        report.write(out);
        return bytes.toByteArray();
    }

    @Test
    void shouldReadWhatIsWritten() throws IOException {
        byte[] message = message();
        assertArrayEquals(message, bytes(RankReport.read(new Message(message))));
    }

    @Test
    void shouldRefuseWhatIsCutOff() throws IOException {
        byte[] message = message();
        for (int length = 1; length < message.length; length++) {
            byte[] cut = Arrays.copyOf(message, length);
            assertThrows(IOException.class, () -> RankReport.read(new Message(cut)), "after " + length + " bytes");
        }
    }
}
