package org.javampi.core.check;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.core.comm.Communicator;
import org.javampi.core.datatype.Datatypes;

/** A call that sends, with its arguments and its line. */
record SendCall(String function, String place, long count, MPI_Datatype type, int dest, int tag, MPI_Comm comm) {
    SendRecord record(long number, int sender, Communicator communicator, ElementSequences sequences) {
        ElementSequence elements = sequences.of(count, type);
        String data = count + " " + Datatypes.of(type);
        return new SendRecord(
                SendRecord.Kind.SENT,
                number,
                communicator.contextId(),
                function + " of " + data + " by rank " + sender + " with tag " + tag + " on " + communicator + " at "
                        + place,
                elements == null ? -1 : elements.elements(),
                elements == null ? 0 : elements.sum(),
                data);
    }
}
