package org.javampi.job.hang;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.javampi.job.control.Message;

/**
 * What one rank tells of itself: its threads, and its communication as in {@link RankState}.
 *
 * @param joined whether it is between MPI_Init and MPI_Finalize
 */
public record RankReport(
        int rank,
        boolean joined,
        boolean quiet,
        int calls,
        List<ThreadReport> threads,
        List<Operation> posted,
        List<EarlyMessage> early,
        long[] frames,
        List<CollectiveCall> collectives,
        List<Operation> idle) {
    /** Threads that wait inside of MPI, and collectives that wait in the background. */
    List<ThreadReport> waiting() {
        return threads.stream().filter(ThreadReport::waits).toList();
    }

    /** Threads that wait inside of MPI. */
    List<ThreadReport> waitingThreads() {
        return threads.stream()
                .filter(thread -> thread.waits() && thread.isThread())
                .toList();
    }

    /** Whether nothing but a message can make it go on: all its threads wait, and one of them inside of MPI. */
    boolean isBlocked() {
        return joined && quiet && !waitingThreads().isEmpty() && polling().isEmpty() && hasNoActiveThread();
    }

    /** Threads that look for messages again and again. */
    List<ThreadReport> polling() {
        return threads.stream().filter(ThreadReport::polls).toList();
    }

    /** What waits, and what polls. */
    List<ThreadReport> unserved() {
        return Stream.concat(waiting().stream(), polling().stream()).toList();
    }

    /** Whether nothing but a message, or the end of its own looking for one, can make it go on. */
    boolean isAtRest() {
        return isBlocked() || joined && quiet && !polling().isEmpty() && hasNoActiveThread();
    }

    /** Whether each thread that polls now has looked again since {@code earlier}. */
    boolean looksAgainSince(RankReport earlier) {
        for (ThreadReport thread : polling()) {
            boolean again = earlier.polling().stream()
                    .anyMatch(then -> then.waitId() == thread.waitId() && then.waitedMs() < thread.waitedMs());
            if (!again) {
                return false;
            }
        }
        return true;
    }

    private boolean hasNoActiveThread() {
        return threads.stream().noneMatch(thread -> thread.activity() == ThreadReport.Activity.ACTIVE);
    }

    /** The thread that says most of what the rank does, or null. */
    ThreadReport main() {
        List<ThreadReport> waiting = waitingThreads().isEmpty() ? polling() : waitingThreads();
        if (!waiting.isEmpty()) {
            return waiting.get(0);
        }
        return threads.stream()
                .filter(thread -> thread.activity() == ThreadReport.Activity.ACTIVE
                        && thread.place().isKnown())
                .findFirst()
                .orElse(threads.isEmpty() ? null : threads.get(0));
    }

    /** Writes it as the body of a message. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(rank);
        out.writeBoolean(joined);
        out.writeBoolean(quiet);
        out.writeInt(calls);
        out.writeInt(threads.size());
        for (ThreadReport thread : threads) {
            thread.write(out);
        }
        out.writeInt(posted.size());
        for (Operation operation : posted) {
            operation.write(out);
        }
        out.writeInt(early.size());
        for (EarlyMessage message : early) {
            message.write(out);
        }
        out.writeInt(frames.length);
        for (long number : frames) {
            out.writeLong(number);
        }
        out.writeInt(collectives.size());
        for (CollectiveCall call : collectives) {
            call.write(out);
        }
        out.writeInt(idle.size());
        for (Operation operation : idle) {
            operation.write(out);
        }
    }

    /** The counterpart of {@link #write}. */
    public static RankReport read(Message in) throws IOException {
        int rank = in.readInt();
        boolean joined = in.readByte() != 0;
        boolean quiet = in.readByte() != 0;
        int calls = in.readInt();
        List<ThreadReport> threads = new ArrayList<>();
        for (int left = Ranks.count(in, 1); left > 0; left--) {
            threads.add(ThreadReport.read(in));
        }
        List<Operation> posted = new ArrayList<>();
        for (int left = Ranks.count(in, 1); left > 0; left--) {
            posted.add(Operation.read(in));
        }
        List<EarlyMessage> early = new ArrayList<>();
        for (int left = Ranks.count(in, 1); left > 0; left--) {
            early.add(EarlyMessage.read(in));
        }
        long[] frames = new long[Ranks.count(in, Long.BYTES)];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = in.readLong();
        }
        List<CollectiveCall> collectives = new ArrayList<>();
        for (int left = Ranks.count(in, 1); left > 0; left--) {
            collectives.add(CollectiveCall.read(in));
        }
        List<Operation> idle = new ArrayList<>();
        for (int left = Ranks.count(in, 1); left > 0; left--) {
            idle.add(Operation.read(in));
        }
        return new RankReport(rank, joined, quiet, calls, threads, posted, early, frames, collectives, idle);
    }
}
