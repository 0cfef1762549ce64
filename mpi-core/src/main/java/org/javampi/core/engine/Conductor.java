package org.javampi.core.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.javampi.MPI;
import org.javampi.core.buffer.Block;
import org.javampi.core.engine.Schedule.Stage;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.reduce.Operation;
import org.javampi.core.reduce.UserOperation;
import org.javampi.core.reduce.Workspace;
import org.javampi.core.spi.transport.Region;

/**
 * Carries {@linkplain Schedule schedules} out: in the thread that starts them as far as they go without
 * waiting, then in whichever thread makes progress, the background agent's too. Under the engine lock,
 * which is given back while much is copied or combined and while a function of the program runs; a
 * schedule is then its thread's alone.
 *
 * <p>Frame handlers only note that a schedule can go on: sends are never started inside them.
 */
final class Conductor {
    /** Local work of at most so many bytes is done with the lock held. */
    private static final int SHORT_WORK = 8 * 1024;

    private static final int FEW = 16;
    private static final int STAGING = 32 * 1024;

    private final EngineCore engine;
    private final ArrayDeque<Notice> notices = new ArrayDeque<>();
    /** Messages in partitions whose senders have announced them. */
    private final ArrayDeque<PartitionedReceive> announced = new ArrayDeque<>();

    private final ArrayDeque<Bench> benches = new ArrayDeque<>();

    /** Started; those that are over are forgotten now and then. */
    private final ArrayList<Schedule> underWay = new ArrayList<>();

    private int forgetAt = FEW;
    private long started;
    private Schedule firstReady;
    private Schedule lastReady;

    /** Threads that do local work without the lock. */
    private int atWork;

    /** A failure that a rank has to be told of. */
    private record Notice(Context context, int dest, int tag, Block text) {}

    /** What local work needs besides operands; one thread at a time. */
    private static final class Bench {
        private final Workspace workspace = new Workspace();
        private Region staging;

        Region staging() {
            return staging != null ? staging : (staging = Region.allocate(STAGING));
        }
    }

    Conductor(EngineCore engine) {
        this.engine = engine;
    }

    /** Whether nothing changes but by messages that come. */
    boolean isAtRest() {
        return firstReady == null && notices.isEmpty() && announced.isEmpty() && atWork == 0;
    }

    /** Does what can be done now; not from a frame handler. */
    void conduct() {
        while (firstReady != null || !notices.isEmpty() || !announced.isEmpty()) {
            if (!announced.isEmpty()) {
                announced.poll().onAnnounced(engine);
            } else if (firstReady == null) {
                send(notices.poll());
            } else {
                run(nextReady());
            }
            if (engine.hasBacklog()) {
                // What leaves now may be what another schedule waits for.
                engine.outbound.flush();
            }
        }
        engine.outbound.endErrand();
    }

    private Schedule nextReady() {
        Schedule schedule = firstReady;
        firstReady = schedule.nextReady;
        if (firstReady == null) {
            lastReady = null;
        }
        schedule.nextReady = null;
        return schedule;
    }

    /** A started schedule takes its first steps, unless its number is in use. */
    void begin(Schedule schedule) {
        if (schedule.failure != null) {
            throw new MpiFailure(
                    MPI.MPI_ERR_REQUEST,
                    schedule.order().describe(schedule)
                            + " has failed when it was last started: free it and make another");
        }
        schedule.position = 0;
        schedule.reached = 0;
        schedule.markActive();
        schedule.onBegun();
        note(schedule);
        if (schedule.order().admit(schedule)) {
            run(schedule);
        }
    }

    /** A persistent one may stand in the list since it was last started. */
    private void note(Schedule schedule) {
        schedule.start = ++started;
        if (schedule.noted) {
            return;
        }
        if (underWay.size() >= forgetAt) {
            forget();
            forgetAt = Math.max(FEW, 2 * underWay.size());
        }
        schedule.noted = true;
        underWay.add(schedule);
    }

    /** Without garbage, as persistent ones are started. */
    private void forget() {
        int kept = 0;
        for (int i = 0; i < underWay.size(); i++) {
            Schedule schedule = underWay.get(i);
            if (schedule.isDone()) {
                schedule.noted = false;
            } else {
                underWay.set(kept++, schedule);
            }
        }
        while (underWay.size() > kept) {
            underWay.remove(underWay.size() - 1);
        }
    }

    /** Those that are started and not over; of no use after the next start. */
    List<Schedule> underWay() {
        forget();
        return underWay;
    }

    /** A message of a schedule is over. */
    void settled(Schedule schedule) {
        if (schedule.stage == Stage.PARKED) {
            schedule.stage = Stage.READY;
            if (lastReady == null) {
                firstReady = schedule;
            } else {
                lastReady.nextReady = schedule;
            }
            lastReady = schedule;
            noteErrand();
        }
    }

    private void noteErrand() {
        engine.outbound.noteErrand();
        // A thread that sleeps in the selector does not hear of it otherwise.
        engine.waiting.wakeLeader();
    }

    /** Ends a schedule with a failure, the first that is found. */
    void fail(Schedule schedule, MpiFailure failure, boolean report) {
        if (schedule.trouble == null) {
            schedule.trouble = failure;
            schedule.toReport = report;
            settled(schedule);
        }
    }

    /** Tells a rank of a failure with the next progress. */
    void owe(Context context, int dest, int tag, Block text) {
        notices.add(new Notice(context, dest, tag, text));
        noteErrand();
    }

    /** Posts the receives of a message in partitions with the next progress. */
    void owe(PartitionedReceive receive) {
        announced.add(receive);
        noteErrand();
    }

    private void send(Notice notice) {
        SendRequest send = engine.pool.send();
        send.block.as(notice.text);
        engine.start(send, notice.context, notice.dest, notice.tag, SendRequest.Mode.STANDARD);
        if (send.isDone()) {
            engine.recycle(send);
        } else {
            send.detached = true;
        }
    }

    private void run(Schedule schedule) {
        schedule.stage = Stage.RUNNING;
        while (true) {
            if (schedule.trouble != null) {
                if (isCleared(schedule)) {
                    end(schedule);
                    return;
                }
                break;
            }
            if (schedule.position == schedule.length()) {
                end(schedule);
                return;
            }
            if (!isThrough(schedule, schedule.step(schedule.position))) {
                break;
            }
            schedule.position++;
        }
        // Nothing has become done since it was looked at: what makes it so holds the lock.
        schedule.stage = Stage.PARKED;
    }

    private boolean isThrough(Schedule schedule, Step step) {
        switch (step.kind) {
            case SEND -> {
                SendRequest send = engine.pool.send();
                step.request = own(send, schedule, step);
                schedule.onSent(step);
                engine.start(send, step.context, step.partner, schedule.tag, SendRequest.Mode.STANDARD);
            }
            case RECEIVE -> {
                ReceiveRequest receive = engine.pool.receive();
                step.request = own(receive, schedule, step);
                engine.start(receive, step.context, step.partner, schedule.tag);
            }
            case AWAIT -> {
                return areOver(schedule, step);
            }
            default -> work(schedule, step);
        }
        return true;
    }

    private static Request own(Request request, Schedule schedule, Step step) {
        request.block.as(step.one);
        request.owner = schedule;
        request.detached = true;
        return request;
    }

    private boolean areOver(Schedule schedule, Step wait) {
        for (int i = Math.max(wait.first, schedule.reached); i < wait.end; i++) {
            Step step = schedule.step(i);
            Request request = step.request;
            if (request == null) {
                continue;
            }
            if (!request.isDone()) {
                schedule.reached = i;
                return false;
            }
            if (request instanceof ReceiveRequest receive) {
                check(schedule, receive);
                schedule.onReceived(step);
            }
            giveBack(step);
        }
        schedule.reached = 0;
        return true;
    }

    private void giveBack(Step step) {
        Request request = step.request;
        step.request = null;
        request.owner = null;
        engine.recycle(request);
    }

    private void check(Schedule schedule, ReceiveRequest receive) {
        if (receive.failure != null) {
            fail(schedule, receive.failure, true);
        } else if (receive.byteCount < receive.capacity) {
            fail(
                    schedule,
                    new MpiFailure(
                            MPI.MPI_ERR_TRUNCATE,
                            "message of "
                                    + receive.byteCount
                                    + " bytes from rank "
                                    + receive.source
                                    + " in "
                                    + schedule.order().describe(schedule)
                                    + " where "
                                    + receive.capacity
                                    + " were expected: all ranks must pass equal sizes"),
                    true);
        }
    }

    /** Cancels what is under way; answers whether all of it is over. */
    private boolean isCleared(Schedule schedule) {
        boolean clear = true;
        for (int i = 0; i < schedule.length(); i++) {
            Step step = schedule.step(i);
            if (step.request != null) {
                if (!step.request.isDone()) {
                    cancel(step.request);
                }
                if (step.request.isDone()) {
                    giveBack(step);
                } else {
                    clear = false;
                }
            }
        }
        return clear;
    }

    private void cancel(Request request) {
        if (request instanceof ReceiveRequest receive) {
            engine.cancel(receive);
        } else {
            engine.cancel((SendRequest) request);
        }
    }

    private void end(Schedule schedule) {
        MpiFailure trouble = schedule.trouble;
        schedule.stage = Stage.IDLE;
        schedule.failure = trouble;
        CallOrder order = schedule.order();
        if (trouble != null) {
            order.broken(schedule);
        }
        schedule.onOver();
        engine.finish(schedule);
        Schedule next = order.leave(schedule);
        if (next != null) {
            next.stage = Stage.PARKED;
            settled(next);
        }
    }

    // ---- Local work

    private void work(Schedule schedule, Step step) {
        Block from = step.one;
        Block to = step.other;
        long bytes = Math.min(from.byteCount(), to.byteCount());
        if (bytes == 0) {
            return;
        }
        if (bytes <= SHORT_WORK && !(step.operation instanceof UserOperation)) {
            attempt(schedule, step, bytes);
            return;
        }
        atWork++;
        engine.lock.release();
        try {
            attempt(schedule, step, bytes);
        } finally {
            engine.lock.acquire();
            atWork--;
        }
    }

    private void attempt(Schedule schedule, Step step, long bytes) {
        Bench bench = borrow();
        try {
            if (step.operation == null) {
                copy(step.one, step.other, bytes, bench);
            } else {
                step.operation.apply(step.one, step.other, bench.workspace);
            }
        } catch (MpiFailure failure) {
            schedule.trouble = failure;
            schedule.toReport = true;
        } catch (RuntimeException | Error thrown) {
            // The thread may be anybody's: what has been thrown comes out where the call is completed.
            schedule.trouble = thrownBy(step.operation, thrown);
            schedule.toReport = true;
        }
        benches(bench);
    }

    private static MpiFailure thrownBy(Operation operation, Throwable thrown) {
        MpiFailure failure = new MpiFailure(
                MPI.MPI_ERR_OP, (operation == null ? "copying" : "the operation's function") + " has thrown " + thrown);
        failure.addSuppressed(thrown);
        return failure;
    }

    private Bench borrow() {
        synchronized (benches) {
            Bench bench = benches.poll();
            return bench != null ? bench : new Bench();
        }
    }

    private void benches(Bench bench) {
        synchronized (benches) {
            benches.push(bench);
        }
    }

    private static void copy(Block from, Block to, long bytes, Bench bench) {
        if (from.tryCopyTo(to, bytes)) {
            return;
        }
        Region staging = bench.staging();
        for (long position = 0; position < bytes; position += STAGING) {
            int length = (int) Math.min(STAGING, bytes - position);
            from.pack(position, staging, 0, length);
            to.unpack(position, staging, 0, length);
        }
    }
}
