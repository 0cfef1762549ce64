package mpi;

import static org.javampi.MPI.MPI_Start;
import static org.javampi.MPI.MPI_Startall;

import org.javampi.MPI_Request;

/** An operation that can be started again and again. */
public class Prequest extends Request {
    /** Starts an operation whose messages are made anew each time: one of objects. */
    interface Starter {
        void start(Prequest request);
    }

    private final Starter starter;

    Prequest() {
        this(null);
    }

    Prequest(Starter starter) {
        this.starter = starter;
    }

    /** Starts it. */
    public void Start() {
        start();
    }

    /** Starts all. */
    public static void Startall(Prequest[] array_of_request) {
        startAll(array_of_request);
    }

    /** Starts it. */
    public void start() {
        if (starter == null) {
            MPIException.check(MPI_Start(handle));
        } else {
            starter.start(this);
        }
    }

    /** Starts all. */
    public static void startAll(Prequest[] requests) {
        boolean plain = true;
        for (Prequest request : requests) {
            plain &= request.starter == null;
        }
        if (plain) {
            MPI_Request[] handles = handles(requests);
            MPIException.check(MPI_Startall(handles.length, handles));
            take(requests, handles);
        } else {
            for (Prequest request : requests) {
                request.start();
            }
        }
    }
}
