package org.javampi.job.hang;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.javampi.job.control.Message;

/**
 * What one thread of a rank does.
 *
 * @param thread its name
 * @param doing in words, with the verb: {@code waits in MPI_Recv}, {@code computes}
 * @param function the MPI function that it is in; empty when it is in none
 * @param place the program's line
 * @param stack the program's frames from there on, the innermost first
 * @param waitId names this wait, or series of looks, among all of the rank; 0 unless it waits or polls
 * @param waitedMs for how long; of looks up to the last one
 * @param any whether one of the operations is enough; else all are needed
 * @param operations what it waits for
 * @param collective the collective that it is in, or null
 */
public record ThreadReport(
        String thread,
        Activity activity,
        String doing,
        String function,
        Place place,
        String stack,
        long waitId,
        long waitedMs,
        boolean any,
        List<Operation> operations,
        CollectiveCall collective) {
    /** Stands for a thread's name: a collective that goes on without a thread. */
    public static final String BACKGROUND = "";

    private static final Pattern ROOTED = Pattern.compile("P?MPI_(Bcast|Gatherv?|Scatterv?|Reduce)(_c)?");

    /** What a thread can do by itself. */
    public enum Activity {
        /** Waits inside of MPI for other ranks. */
        WAITS,
        /** Looks for messages again and again and finds none; it alone knows when to do something else. */
        POLLS,
        /** Can be woken by other threads of its process only. */
        IDLE,
        /** May go on at any time. */
        ACTIVE
    }

    /** Whether it is a thread of the program. */
    boolean isThread() {
        return !thread.equals(BACKGROUND);
    }

    /** Whether the program has given the root of the collective itself: MPI_Comm_dup uses a broadcast inside. */
    boolean hasRoot() {
        return collective.root() != CollectiveCall.NO_ROOT
                && ROOTED.matcher(function).matches();
    }

    boolean waits() {
        return activity == Activity.WAITS;
    }

    boolean polls() {
        return activity == Activity.POLLS;
    }

    void write(DataOutputStream out) throws IOException {
        Message.writeString(out, thread);
        out.writeByte(activity.ordinal());
        Message.writeString(out, doing);
        Message.writeString(out, function);
        place.write(out);
        Message.writeString(out, stack);
        out.writeLong(waitId);
        out.writeLong(waitedMs);
        out.writeBoolean(any);
        out.writeInt(operations.size());
        for (Operation operation : operations) {
            operation.write(out);
        }
        out.writeBoolean(collective != null);
        if (collective != null) {
            collective.write(out);
        }
    }

    static ThreadReport read(Message in) throws IOException {
        String thread = in.readString();
        Activity activity = Ranks.constant(Activity.values(), in.readByte());
        String doing = in.readString();
        String function = in.readString();
        Place place = Place.read(in);
        String stack = in.readString();
        long waitId = in.readLong();
        long waitedMs = in.readLong();
        boolean any = in.readByte() != 0;
        List<Operation> operations = new ArrayList<>();
        for (int left = Ranks.count(in, 1); left > 0; left--) {
            operations.add(Operation.read(in));
        }
        CollectiveCall collective = in.readByte() == 0 ? null : CollectiveCall.read(in);
        return new ThreadReport(
                thread, activity, doing, function, place, stack, waitId, waitedMs, any, operations, collective);
    }
}
