package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.failure.MpiFailure;
import org.javampi.river.Residence;

/** stub */
public final class RankBinding extends EnvironmentCalls {
    public RankBinding(Supplier<Residence> residences) { super(residences); }
    @Override void beforeLeaving() {}
    @Override Datatype communicable(MPI_Datatype d) { return org.javampi.core.datatype.Datatypes.communicable(d); }
    @Override public int MPI_Comm_rank(MPI_Comm c,int[] r) { try { r[0]=communicator(c).rank(); return 0;} catch (MpiFailure f) { return raise(null,"MPI_Comm_rank",f);} }
    @Override public int MPI_Comm_size(MPI_Comm c,int[] r) { try { r[0]=communicator(c).size(); return 0;} catch (MpiFailure f) { return raise(null,"MPI_Comm_size",f);} }
}
