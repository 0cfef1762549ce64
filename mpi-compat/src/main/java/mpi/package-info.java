/**
 * Java MPI as programs have it: mpiJava 1.2 (mpiJava, MPJ Express, FastMPJ) and Open MPI's Java bindings. Every call
 * goes to the C-shaped API {@link org.javampi.MPI}, so that tools and traces see it.
 *
 * <pre>
 *  MPI, Comm, Intracomm ...      what programs name
 *  MessagesOfMpiJava             chapters of a communicator, one dialect each; Comm inherits all
 *  MessagesOfOpenMpi
 *  CollectivesOfMpiJava
 *  CollectivesOfOpenMpi, ReductionsOfOpenMpi, NeighborsOfOpenMpi, Scans
 *  ObjectMessages                MPI.OBJECT: serialized by ObjectCodec, admitted by ObjectFilter
 *  ObjectCollectives
 *  Buffers, Ranks, Base          arguments of either dialect as the C-shaped API takes them
 * </pre>
 */
package mpi;
