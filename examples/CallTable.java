import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.PMPI;
import org.javampi.Tool;

/**
 * Lesson 11: a profiling tool. It replaces the calls that it overrides, in any program, unchanged:
 * {@code javampirun -np 4 -Djavampi.tools=CallTable -cp examples/target/classes Heat} prints for
 * each rank how often it called them and how long that took. What else is called goes straight to
 * MPI.
 */
public class CallTable extends Tool {
    private final Map<String, double[]> table = new TreeMap<>();

    /** Found by its name. */
    public CallTable() {}

    private synchronized void note(String function, double seconds) {
        double[] row = table.computeIfAbsent(function, f -> new double[2]);
        row[0]++;
        row[1] += seconds;
    }

    private int timed(String function, IntSupplier call) {
        double start = PMPI.PMPI_Wtime();
        int code = call.getAsInt();
        note(function, PMPI.PMPI_Wtime() - start);
        return code;
    }

    @Override
    public int MPI_Send(Object buf, int count, MPI_Datatype type, int dest, int tag, MPI_Comm comm) {
        return timed("MPI_Send", () -> super.MPI_Send(buf, count, type, dest, tag, comm));
    }

    @Override
    public int MPI_Recv(
            Object buf, int count, MPI_Datatype type, int source, int tag, MPI_Comm comm, MPI_Status status) {
        return timed("MPI_Recv", () -> super.MPI_Recv(buf, count, type, source, tag, comm, status));
    }

    @Override
    public int MPI_Sendrecv(
            Object out,
            int outCount,
            MPI_Datatype outType,
            int dest,
            int outTag,
            Object in,
            int inCount,
            MPI_Datatype inType,
            int source,
            int inTag,
            MPI_Comm comm,
            MPI_Status status) {
        return timed(
                "MPI_Sendrecv",
                () -> super.MPI_Sendrecv(
                        out, outCount, outType, dest, outTag, in, inCount, inType, source, inTag, comm, status));
    }

    @Override
    public int MPI_Wait(MPI_Request[] request, MPI_Status status) {
        return timed("MPI_Wait", () -> super.MPI_Wait(request, status));
    }

    @Override
    public int MPI_Waitall(int count, MPI_Request[] requests, MPI_Status[] statuses) {
        return timed("MPI_Waitall", () -> super.MPI_Waitall(count, requests, statuses));
    }

    @Override
    public int MPI_Barrier(MPI_Comm comm) {
        return timed("MPI_Barrier", () -> super.MPI_Barrier(comm));
    }

    @Override
    public int MPI_Bcast(Object buffer, int count, MPI_Datatype type, int root, MPI_Comm comm) {
        return timed("MPI_Bcast", () -> super.MPI_Bcast(buffer, count, type, root, comm));
    }

    @Override
    public int MPI_Reduce(Object out, Object in, int count, MPI_Datatype type, MPI_Op op, int root, MPI_Comm comm) {
        return timed("MPI_Reduce", () -> super.MPI_Reduce(out, in, count, type, op, root, comm));
    }

    @Override
    public int MPI_Allreduce(Object out, Object in, int count, MPI_Datatype type, MPI_Op op, MPI_Comm comm) {
        return timed("MPI_Allreduce", () -> super.MPI_Allreduce(out, in, count, type, op, comm));
    }

    @Override
    public int MPI_Finalize() {
        int[] rank = new int[1];
        PMPI.PMPI_Comm_rank(org.javampi.MPI.MPI_COMM_WORLD, rank);
        StringBuilder text = new StringBuilder();
        table.forEach((function, row) -> text.append(String.format(
                Locale.ROOT, "rank %d  %-14s %8d calls %10.6f s%n", rank[0], function, (long) row[0], row[1])));
        System.err.print(text);
        return super.MPI_Finalize();
    }
}
