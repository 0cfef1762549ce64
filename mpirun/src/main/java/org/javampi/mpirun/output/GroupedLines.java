package org.javampi.mpirun.output;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.javampi.river.platform.Encodings;

/**
 * Shows lines that several ranks write alike once, with the ranks before them: {@code [0-7] ready}. A line waits a moment
 * for others' to come; each rank's lines stay in their order.
 */
final class GroupedLines {
    private static final long WINDOW_NS = TimeUnit.MILLISECONDS.toNanos(250);

    /** Bytes of one rank that wait, at most; more make the first go. */
    private static final int ROOM = 1 << 16;

    private final RankStream target;
    private final List<Member> members = new ArrayList<>();

    /** Whether a line is on its way from here to the target. */
    private boolean busy;

    GroupedLines(RankStream target, int ranks) {
        this.target = target;
        for (int rank = 0; rank < ranks; rank++) {
            members.add(new Member(rank));
        }
        Thread thread = new Thread(this::run, "javampirun-group");
        thread.setDaemon(true);
        thread.start();
    }

    /** The stream of a rank. */
    RankStream lane(int rank) {
        return members.get(rank);
    }

    /** A line of a rank, and when it came. */
    private record Line(byte[] text, long arrivedNs) {}

    /** One rank's lines. */
    private final class Member implements RankStream {
        private final int rank;
        private final Deque<Line> lines = new ArrayDeque<>();
        private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int bytes;
        private boolean ended;

        Member(int rank) {
            this.rank = rank;
        }

        @Override
        public void write(byte[] more, int length) {
            synchronized (GroupedLines.this) {
                boolean interrupted = false;
                while (bytes > ROOM) {
                    try {
                        GroupedLines.this.wait();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
                add(more, length);
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void offer(byte[] more, Runnable taken) {
            synchronized (GroupedLines.this) {
                add(more, more.length);
                waiting.add(taken);
                GroupedLines.this.notifyAll();
            }
        }

        private void add(byte[] more, int length) {
            for (int i = 0; i < length; i++) {
                if (more[i] == '\n' || begun.size() >= ROOM) {
                    end();
                }
                if (more[i] != '\n') {
                    begun.write(more[i]);
                }
            }
            GroupedLines.this.notifyAll();
        }

        private void end() {
            lines.add(new Line(begun.toByteArray(), System.nanoTime()));
            bytes += begun.size() + 1;
            begun.reset();
        }

        @Override
        public void finish() {
            synchronized (GroupedLines.this) {
                if (begun.size() > 0) {
                    end();
                }
                ended = true;
                GroupedLines.this.notifyAll();
            }
        }
    }

    /** Waits until all lines have gone on; false after {@code patienceMs} (0 for any time). */
    synchronized boolean drain(long patienceMs) throws InterruptedException {
        long startNs = System.nanoTime();
        while (busy || members.stream().anyMatch(member -> !member.lines.isEmpty())) {
            if (patienceMs > 0 && System.nanoTime() - startNs > TimeUnit.MILLISECONDS.toNanos(patienceMs)) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, WINDOW_NS);
        }
        return true;
    }

    private void run() {
        try {
            while (true) {
                byte[] line = next();
                target.write(line, line.length);
                synchronized (this) {
                    busy = false;
                    notifyAll();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] next() throws InterruptedException {
        List<Runnable> taken = new ArrayList<>();
        byte[] line;
        synchronized (this) {
            Member oldest = ripe();
            while (oldest == null) {
                TimeUnit.NANOSECONDS.timedWait(this, WINDOW_NS / 4);
                oldest = ripe();
            }
            busy = true;
            byte[] text = oldest.lines.peek().text;
            List<Integer> ranks = new ArrayList<>();
            for (Member member : members) {
                if (!member.lines.isEmpty() && Arrays.equals(member.lines.peek().text, text)) {
                    ranks.add(member.rank);
                    member.bytes -= member.lines.poll().text.length + 1;
                }
                if (member.bytes <= ROOM) {
                    taken.addAll(member.waiting);
                    member.waiting.clear();
                }
            }
            notifyAll();
            byte[] label = ("[" + ranges(ranks) + "] ").getBytes(Encodings.ofOutput());
            line = Arrays.copyOf(label, label.length + text.length + 1);
            System.arraycopy(text, 0, line, label.length, text.length);
            line[line.length - 1] = '\n';
        }
        taken.forEach(Runnable::run);
        return line;
    }

    /** The rank whose first line has waited longest, if no other's can still join it; or null. */
    private Member ripe() {
        Member oldest = null;
        boolean complete = true;
        for (Member member : members) {
            if (member.lines.isEmpty()) {
                complete &= member.ended;
            } else if (oldest == null || member.lines.peek().arrivedNs - oldest.lines.peek().arrivedNs < 0) {
                oldest = member;
            }
        }
        if (oldest == null) {
            return null;
        }
        boolean waited = System.nanoTime() - oldest.lines.peek().arrivedNs >= WINDOW_NS;
        boolean full = members.stream().anyMatch(member -> member.bytes > ROOM);
        return complete || waited || full ? oldest : null;
    }

    /** Ascending numbers in short: 0-2,5. */
    static String ranges(List<Integer> ranks) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ranks.size(); i++) {
            int last = i;
            while (last + 1 < ranks.size() && ranks.get(last + 1) == ranks.get(last) + 1) {
                last++;
            }
            text.append(text.length() == 0 ? "" : ",").append(ranks.get(i));
            if (last > i) {
                text.append('-').append(ranks.get(last));
            }
            i = last;
        }
        return text.toString();
    }
}
