package org.javampi.conformance.checkpoint;

import static org.javampi.MPI.MPI_COMM_NULL;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Errhandler;
import org.javampi.MPI_Group;
import org.javampi.MPI_Message;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;

/** What a scene keeps from before to after. */
final class Stage implements Serializable {
    static final int LONG = 100_000;

    private static final long serialVersionUID = 1L;

    int[] small = new int[4];
    double[] large = new double[LONG];
    double[] received = new double[LONG];
    int[] more = new int[64];
    byte[] bytes = new byte[4096];
    transient ByteBuffer unsaved = ByteBuffer.allocate(1);

    @SuppressWarnings("serial") // a buffer is written by the checkpoint
    ByteBuffer direct = ByteBuffer.allocateDirect(64);

    MPI_Request[] requests = new MPI_Request[0];
    MPI_Message[] messages = new MPI_Message[0];
    MPI_Comm comm = MPI_COMM_NULL;
    MPI_Comm other = MPI_COMM_NULL;
    MPI_Group group;
    MPI_Datatype type;
    MPI_Op op;
    MPI_Errhandler handler;
    int keyval;
    MPI_Status status = new MPI_Status();
    ArrayList<String> words = new ArrayList<>();
    Stage self = this;
}
