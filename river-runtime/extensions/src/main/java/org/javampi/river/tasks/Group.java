package org.javampi.river.tasks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.javampi.river.farm.Crew;
import org.javampi.river.farm.Ended;
import org.javampi.river.farm.Farm;
import org.javampi.river.farm.Outcome;
import org.javampi.river.farm.TaskFailure;
import org.javampi.river.farm.Work;

/** Tasks that talk to each other, in one attempt of all: when one fails, the others are ended, and fail with it. */
final class Group<R> implements Listener<R> {
    private final List<Outcome<R>> outcomes;
    private final int attempt;
    private Farm farm;
    private Work<?, R> work;
    private volatile boolean timeIsOver;

    /** The first that has failed; null while none has. */
    private Outcome<R> culprit;

    Group(int count, int attempt) {
        outcomes = new ArrayList<>(Collections.nCopies(count, null));
        this.attempt = attempt;
    }

    @Override
    public void begin(Crew crew, Work<?, R> newWork, TaskGraph none) {
        farm = crew.farm();
        work = newWork;
        farm.submit(work);
    }

    @Override
    public ArrayList<R> values(Collection<Integer> none) {
        return new ArrayList<>();
    }

    @Override
    public void accept(Outcome<R> outcome) {
        outcomes.set(outcome.index(), outcome);
        if (outcome.ended() != Ended.OK && culprit == null) {
            culprit = outcome;
            farm.cancel(work);
        }
    }

    @Override
    public void onTimeOver() {
        timeIsOver = true;
    }

    /** Whether all are to be tried again, if they may. */
    boolean hasFailed() {
        return culprit != null && !timeIsOver;
    }

    /** Passes on how all have ended, as the outcome of this attempt. */
    void tellTo(Results<R> results) {
        for (Outcome<R> one : outcomes) {
            Outcome<R> told = one;
            if (hasFailed() && one != culprit) {
                String text = "task " + one.index() + " of " + outcomes.size() + " of the list was ended, since task "
                        + culprit.index() + " is " + culprit.ended()
                        + ", and tasks that talk to each other fail as one: "
                        + culprit.failure().getMessage();
                told = new Outcome<>(
                        one.index(),
                        Ended.FAILED,
                        1,
                        null,
                        new TaskFailure(text, null),
                        one.worker(),
                        one.durationNs());
            }
            results.accept(new Outcome<>(
                    told.index(),
                    told.ended(),
                    told.attempts() == 0 ? 0 : attempt,
                    told.value(),
                    told.failure(),
                    told.worker(),
                    told.durationNs()));
        }
    }
}
