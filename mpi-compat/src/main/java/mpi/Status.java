package mpi;

import static org.javampi.MPI.MPI_Get_count;
import static org.javampi.MPI.MPI_Get_elements;
import static org.javampi.MPI.MPI_Test_cancelled;

import org.javampi.MPI_Status;

/** What is known of a message that has been received or probed, or of a request that is complete. */
public class Status extends MPI_Status implements Freeable {
    private static final long serialVersionUID = 1L;

    /** Rank of the sender. */
    public int source = MPI.ANY_SOURCE;

    /** Tag of the message. */
    public int tag = MPI.ANY_TAG;

    /** Position of the request in the array that was waited for. */
    public int index = MPI.UNDEFINED;

    /** An empty status. */
    public Status() {}

    /** The same object, once MPI has filled it. */
    Status filled() {
        source = Ranks.orConstant(MPI_SOURCE);
        tag = MPI_TAG >= 0 ? MPI_TAG : MPI.ANY_TAG;
        return this;
    }

    Status filled(int position) {
        index = position;
        return filled();
    }

    /** Items of {@code datatype} received; {@link MPI#UNDEFINED} when that is no whole number. */
    public int Get_count(Datatype datatype) {
        if (datatype.isObject()) {
            int size = datatype.Size();
            int objects = ObjectCount.of(byteCount());
            return size == 0 ? 0 : objects % size == 0 ? objects / size : MPI.UNDEFINED;
        }
        int[] count = new int[1];
        MPIException.check(MPI_Get_count(this, datatype.handle, count));
        return count[0] >= 0 ? count[0] : MPI.UNDEFINED;
    }

    /** Basic elements received; {@link MPI#UNDEFINED} when that is no whole number. */
    public int Get_elements(Datatype datatype) {
        if (datatype.isObject()) {
            return ObjectCount.of(byteCount());
        }
        int[] count = new int[1];
        MPIException.check(MPI_Get_elements(this, datatype.handle, count));
        return count[0] >= 0 ? count[0] : MPI.UNDEFINED;
    }

    /** Whether the operation has been cancelled. */
    public boolean Test_cancelled() {
        boolean[] flag = new boolean[1];
        MPIException.check(MPI_Test_cancelled(this, flag));
        return flag[0];
    }

    /** Items of {@code datatype} received; {@link MPI#UNDEFINED} when that is no whole number. */
    public int getCount(Datatype datatype) {
        return Get_count(datatype);
    }

    /** Basic elements received; {@link MPI#UNDEFINED} when that is no whole number. */
    public int getElements(Datatype datatype) {
        return Get_elements(datatype);
    }

    /** Basic elements received, as a number that may be large. */
    public Count getElementsX(Datatype datatype) {
        return new Count(getElements(datatype));
    }

    /** Makes the status answer with {@code count} elements. */
    public void setElements(Datatype datatype, int count) {
        record(MPI_SOURCE, MPI_TAG, (long) count * datatype.base.bytes, isCancelled());
    }

    /** Makes the status answer with {@code count} elements. */
    public void setElementsX(Datatype datatype, Count count) {
        record(MPI_SOURCE, MPI_TAG, count.getCount() * datatype.base.bytes, isCancelled());
    }

    /** Makes the status answer that the operation has, or has not, been cancelled. */
    public void setCancelled(boolean flag) {
        record(MPI_SOURCE, MPI_TAG, byteCount(), flag);
    }

    /** Rank of the sender. */
    public int getSource() {
        return source;
    }

    /** Tag of the message. */
    public int getTag() {
        return tag;
    }

    /** Error code of the request; {@link MPI#SUCCESS} unless one of several has failed. */
    public int getError() {
        return MPI_ERROR;
    }

    /** Position of the request in the array that was waited for. */
    public int getIndex() {
        return index;
    }

    /** Does nothing. */
    @Override
    public void free() {}

    /** Does nothing. */
    @Override
    @SuppressWarnings({"removal", "deprecation"})
    public void finalize() {}
}
