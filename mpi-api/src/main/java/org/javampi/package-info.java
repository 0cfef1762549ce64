/**
 * MPI-1.2 for Java: the functions, their handles, and what a runtime and a tool implement.
 *
 * <h2>Programs</h2>
 *
 * A program begins with {@code import org.javampi.*;} and {@code import static org.javampi.MPI.*;}
 * and then reads as its C counterpart does. Each function of {@link org.javampi.MPI} has
 *
 * <ul>
 *   <li>its <b>C form</b>, with C's parameters in C's order: what C writes through a pointer goes
 *       into element 0 of an array, and the error code is returned;
 *   <li>where there is something to return, a <b>value form</b> without the output parameter, which
 *       returns the output and throws {@link org.javampi.MPIException} on an error;
 *   <li>where C takes the address of a single handle, a <b>handle form</b>, which takes the handle
 *       itself and returns the error code.
 * </ul>
 *
 * <h2>Buffers</h2>
 *
 * A buffer is a primitive array, a {@link java.nio.ByteBuffer}, or a place inside one ({@code
 * at(array, index)}, which is C's {@code &array[index]}).
 *
 * <ul>
 *   <li><b>A ByteBuffer holds numbers in the machine's byte order.</b> Java makes ByteBuffers in
 *       big-endian order, whatever the machine: write {@code
 *       ByteBuffer.allocateDirect(n).order(ByteOrder.nativeOrder())}. In the other order, datatypes
 *       wider than one byte are refused with {@code MPI_ERR_BUFFER}; {@code MPI_BYTE}, {@code
 *       MPI_CHAR}, {@code MPI_C_BOOL} and {@code MPI_PACKED} are not.
 *   <li>A ByteBuffer is used from its position to its limit, as they are when the call begins. The
 *       program may change both while a call is pending.
 *   <li>Where no element is needed, an array may be null, as in C.
 * </ul>
 *
 * <h2>Errors</h2>
 *
 * Handles are opaque, immutable and compared with {@code ==}. Under the default error handler,
 * {@code MPI_ERRORS_ARE_FATAL}, an error ends the job and no form returns.
 *
 * <h2>Tools</h2>
 *
 * A tool sees the calls of a program that is neither changed nor recompiled. It extends {@link
 * org.javampi.Tool}, overrides the functions of interest, calls {@code super} for the function
 * itself, and is named in {@code META-INF/services/org.javampi.Tool} on the program's class path.
 *
 * <pre>{@code
 * program:  MPI_Send ──► outermost tool ──► ... ──► innermost tool ──► runtime
 * program, tool:  PMPI_Send ──────────────────────────────────────────► runtime
 * }</pre>
 *
 * <p>A tool overrides the C form only: value forms and handle forms arrive there. What the runtime
 * does inside, such as the messages of a collective, goes through neither name and is not seen.
 * Without a tool, a call goes to the runtime directly.
 *
 * <h2>Runtimes</h2>
 *
 * A runtime implements {@link org.javampi.Binding}, one instance per rank. {@link
 * org.javampi.Attachment} knows which one a call belongs to; a program that nobody has attached
 * gets the one that {@link org.javampi.BindingProvider} makes. All of this is one package because
 * each part names the others: handles are in the binding's methods, and the functions call the
 * binding.
 */
package org.javampi;
