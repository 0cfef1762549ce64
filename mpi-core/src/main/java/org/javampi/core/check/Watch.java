package org.javampi.core.check;

import java.util.List;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.Predefined;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Communicator;
import org.javampi.core.runtime.Rank;

/** One rank whose calls are watched, from MPI_Init to MPI_Finalize: what its layers share. Any thread. */
final class Watch {
    private final RankBinding binding;
    private final Rank rank;
    private final Findings findings = new Findings();
    private final ElementSequences sequences = new ElementSequences();
    private final SendRecords records;

    Watch(RankBinding binding) {
        this.binding = binding;
        rank = binding.joined();
        records = new SendRecords(rank, findings, sequences);
    }

    ElementSequences sequences() {
        return sequences;
    }

    /** A mistake that the program can go on with. */
    void tell(String text) {
        findings.tell(rank, text);
    }

    /** A mistake after which results mean nothing, or ranks wait for ever. Does not return. */
    void end(String text) {
        binding.endJob(Findings.STATUS, "check: " + text);
    }

    /** What {@code comm} stands for; null where it stands for nothing. */
    Communicator communicator(MPI_Comm comm) {
        return binding.known(comm);
    }

    /** The data of a send; null where it is wrong, and where there is none. */
    Block outgoing(Object buf, long count, MPI_Datatype type) {
        Block data = binding.outgoing(buf, count, type);
        return data == null || data.byteCount() == 0 ? null : data;
    }

    /** The message {@code number} has been sent. */
    void sent(SendCall call, long number) {
        Communicator communicator = communicator(call.comm());
        if (number >= 0 && communicator != null) {
            records.tell(
                    communicator.remoteGroup().worldRank(call.dest()),
                    call.record(number, rank.rankHost().rank(), communicator, sequences));
        }
    }

    /** The message {@code number} has been taken back. */
    void withdrawn(SendCall call, long number) {
        Communicator communicator = communicator(call.comm());
        if (number >= 0 && communicator != null) {
            records.tell(
                    communicator.remoteGroup().worldRank(call.dest()),
                    SendRecord.of(SendRecord.Kind.WITHDRAWN, number));
        }
    }

    /** A receive has taken the message {@code number} of {@code source}. */
    void received(ReceiveCall call, int source, long number) {
        Communicator communicator = communicator(call.comm());
        if (number >= 0 && communicator != null && source != Predefined.PROC_NULL) {
            records.onReceived(communicator.remoteGroup().worldRank(source), number, call.taken());
        }
    }

    /** Messages that nobody has received, when all ranks have called MPI_Finalize. */
    List<SendRecord> settle() {
        return records.settle();
    }
}
