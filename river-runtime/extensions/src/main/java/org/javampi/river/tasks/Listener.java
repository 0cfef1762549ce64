package org.javampi.river.tasks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Consumer;
import org.javampi.river.farm.Crew;
import org.javampi.river.farm.Outcome;
import org.javampi.river.farm.Work;

/** Hears the outcomes of a list's tasks, one after the other. */
interface Listener<R> extends Consumer<Outcome<R>> {
    /** Begins the work: tasks that come after others when these are OK. */
    void begin(Crew crew, Work<?, R> work, TaskGraph graph);

    /** The time for all is over: what is not OK by now is nobody's fault. */
    default void onTimeOver() {
        // Each task's outcome says it.
    }

    /** What some tasks have returned, all of which are OK. */
    ArrayList<R> values(Collection<Integer> tasks);
}
