package org.javampi.core.check;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.core.datatype.Datatypes;

/** A call that receives, with its arguments and its line. */
record ReceiveCall(String function, String place, long count, MPI_Datatype type, MPI_Comm comm) {
    SendRecords.Receive taken() {
        return new SendRecords.Receive(
                function + " of " + count + " " + Datatypes.of(type) + " at " + place, count, type);
    }
}
