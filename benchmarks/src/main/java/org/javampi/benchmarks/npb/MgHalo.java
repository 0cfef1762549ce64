package org.javampi.benchmarks.npb;

import static org.javampi.MPI.*;

import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;

/**
 * Keeps the outer layer of a box what its neighbours have there: one direction after the other, so
 * that edges and corners come along. Persistent requests, and datatypes for the faces: nothing is
 * copied by hand, nothing allocated.
 */
final class MgHalo {
    private static final int REQUESTS = 4;

    private final MgBox box;

    /** The requests of each direction; null where the box is its own neighbour. */
    private final MPI_Request[][] requests = new MPI_Request[3][];

    /** A box with all of its own array, whose neighbours are those of the rank in the grid. */
    MgHalo(MgBox box, MgRanks ranks) {
        this.box = box;
        for (int axis = 0; axis < 3; axis++) {
            if (ranks.count(axis) > 1) {
                requests[axis] = requests(axis, ranks);
            }
        }
    }

    /** A periodic box: on every side its neighbour is itself. */
    MgHalo(MgBox box) {
        this.box = box;
    }

    private MPI_Request[] requests(int axis, MgRanks ranks) {
        MPI_Datatype face = face(axis);
        int below = ranks.neighbour(axis, -1);
        int above = ranks.neighbour(axis, 1);
        int last = (axis == 0 ? box.nx : axis == 1 ? box.ny : box.nz) - 1;
        int up = 2 * axis;
        int down = up + 1;
        return new MPI_Request[] {
            MPI_Recv_init(layer(axis, 0), 1, face, below, up, MPI_COMM_WORLD),
            MPI_Recv_init(layer(axis, last), 1, face, above, down, MPI_COMM_WORLD),
            MPI_Send_init(layer(axis, last - 1), 1, face, above, up, MPI_COMM_WORLD),
            MPI_Send_init(layer(axis, 1), 1, face, below, down, MPI_COMM_WORLD)
        };
    }

    private Object layer(int axis, int index) {
        return switch (axis) {
            case 0 -> at(box.points, box.at(index, 1, 1));
            case 1 -> at(box.points, box.at(0, index, 1));
            default -> at(box.points, box.at(0, 0, index));
        };
    }

    private MPI_Datatype face(int axis) {
        MPI_Datatype face =
                switch (axis) {
                    case 0 ->
                        MPI_Type_hvector(
                                box.nz - 2,
                                1,
                                (long) box.plane * Double.BYTES,
                                MPI_Type_vector(box.ny - 2, 1, box.row, MPI_DOUBLE));
                    case 1 -> MPI_Type_vector(box.nz - 2, box.nx, box.plane, MPI_DOUBLE);
                    default -> MPI_Type_contiguous(box.plane, MPI_DOUBLE);
                };
        MPI_Type_commit(face);
        return face;
    }

    /** Brings all outer points up to date. Collective among neighbours. */
    void exchange() {
        for (int axis = 0; axis < 3; axis++) {
            if (requests[axis] == null) {
                wrap(axis);
            } else {
                MPI_Startall(REQUESTS, requests[axis]);
                MPI_Waitall(REQUESTS, requests[axis], MPI_STATUSES_IGNORE);
            }
        }
    }

    private void wrap(int axis) {
        switch (axis) {
            case 0 -> wrapX();
            case 1 -> wrapY();
            default -> wrapZ();
        }
    }

    private void wrapX() {
        double[] points = box.points;
        int last = box.nx - 1;
        for (int z = 1; z < box.nz - 1; z++) {
            for (int y = 1; y < box.ny - 1; y++) {
                int row = box.at(0, y, z);
                points[row] = points[row + last - 1];
                points[row + last] = points[row + 1];
            }
        }
    }

    private void wrapY() {
        for (int z = 1; z < box.nz - 1; z++) {
            copy(box.at(0, box.ny - 2, z), box.at(0, 0, z), box.nx);
            copy(box.at(0, 1, z), box.at(0, box.ny - 1, z), box.nx);
        }
    }

    private void wrapZ() {
        copy(box.at(0, 0, box.nz - 2), box.at(0, 0, 0), box.plane);
        copy(box.at(0, 0, 1), box.at(0, 0, box.nz - 1), box.plane);
    }

    private void copy(int from, int to, int count) {
        System.arraycopy(box.points, from, box.points, to, count);
    }
}
