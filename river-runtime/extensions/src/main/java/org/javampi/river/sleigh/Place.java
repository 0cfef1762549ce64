package org.javampi.river.sleigh;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.javampi.river.farm.Namespace;
import org.javampi.river.farm.ObjectBytes;
import org.javampi.river.nws.NetWorkSpace;

/**
 * What a worker must know of its sleigh; comes with each task, since a worker that has died has a successor.
 *
 * @param host of the workspaces' server
 * @param port of the workspaces' server
 * @param space the workspace of all workers
 * @param workers how many there are
 */
record Place(String host, int port, String space, int workers) implements Serializable {
    private static final String NAME = "org.javampi.river.sleigh";
    private static final String SPACE = NAME + ".space";

    /**
     * The place of the worker that the calling thread belongs to.
     *
     * @return null when it belongs to none
     */
    static Place here() {
        return Namespace.workerNumber() < 0 ? null : (Place) Namespace.here().get(NAME);
    }

    /** Number of the worker. */
    int rank() {
        return Namespace.workerNumber();
    }

    /** The worker's connection to the workspace, which lasts from task to task. */
    static NetWorkSpace spaceHere() {
        Place place = here();
        return (NetWorkSpace)
                Namespace.here().computeIfAbsent(SPACE, key -> NetWorkSpace.use(place.space, place.host, place.port));
    }

    /** Runs a chunk; whatever an element throws takes the place of its result. */
    <R> ArrayList<Object> run(SleighFunction<R> function, List<Object[]> chunk) {
        Map<String, Object> names = Namespace.here();
        names.put(NAME, this);
        ArrayList<Object> results = new ArrayList<>();
        for (Object[] arguments : chunk) {
            results.add(result(function, arguments));
        }
        return results;
    }

    private static <R> Object result(SleighFunction<R> function, Object[] arguments) {
        try {
            R result = function.apply(arguments);
            ObjectBytes.of(result, "the result");
            return new Slot(result, false);
        } catch (Throwable thrown) {
            // Errors, too: a worker goes on with the next element.
            return new Slot(travelling(thrown), true);
        }
    }

    private static Throwable travelling(Throwable thrown) {
        try {
            ObjectBytes.of(thrown, "the exception");
            return thrown;
        } catch (IllegalArgumentException e) {
            SleighException text = new SleighException(thrown + " at " + Arrays.toString(thrown.getStackTrace()));
            text.setStackTrace(thrown.getStackTrace());
            return text;
        }
    }

    /** What an element has come to. */
    record Slot(Object value, boolean failed) implements Serializable {}
}
