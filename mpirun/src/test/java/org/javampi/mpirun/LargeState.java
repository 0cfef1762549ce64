package org.javampi.mpirun;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.javampi.Checkpoint;
import org.javampi.MPI;

/**
 * A program whose state is a large part of its heap. Arguments: where it keeps it ({@code field}, {@code list} or
 * {@code arrays}), MiB, and how many steps it goes.
 */
final class LargeState {
    private static final int DOUBLES_SHIFT = 17;

    private static final int PARTS = 8;

    /** What is registered. */
    private static final class State implements Serializable {
        private static final long serialVersionUID = 1L;

        private int step;
        private double[] field;

        @SuppressWarnings("serial") // a list or a map of the JDK
        private List<double[]> list;
    }

    private LargeState() {}

    public static void main(String[] args) {
        MPI.MPI_Init(args);
        int mib = Integer.parseInt(args[1]);
        boolean fresh = !Checkpoint.isRestarted();
        State state = new State();
        double[][] arrays = new double[args[0].equals("arrays") ? PARTS : 0][];
        switch (args[0]) {
            case "field" -> state.field = array(mib, 1, fresh);
            case "list" -> {
                state.list = new ArrayList<>();
                for (int i = 0; i < PARTS; i++) {
                    state.list.add(array(mib, PARTS, fresh));
                }
            }
            default -> {
                for (int i = 0; i < PARTS; i++) {
                    arrays[i] = array(mib, PARTS, fresh);
                    Checkpoint.register("array" + i, arrays[i]);
                }
            }
        }
        Checkpoint.register("state", state);
        int from = state.step;
        while (state.step < Integer.parseInt(args[2])) {
            state.step++;
            Checkpoint.here();
        }
        double[] last =
                state.field != null ? state.field : state.list != null ? state.list.get(PARTS - 1) : arrays[PARTS - 1];
        System.out.println("from " + from + " to " + state.step + ": " + last[last.length - 1]);
        MPI.MPI_Finalize();
    }

    private static double[] array(int mib, int parts, boolean fresh) {
        double[] array = new double[(mib << DOUBLES_SHIFT) / parts];
        array[array.length - 1] = fresh ? 7 : -1;
        return array;
    }
}
