package org.javampi.core.binding;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.javampi.core.attribute.Keyvals;
import org.javampi.core.comm.Communicator;
import org.javampi.core.engine.EngineImage;
import org.javampi.core.memory.AddressSpace;

/**
 * All that a rank is, but for what the program has registered, as one graph: MPI's own state. Nothing in
 * it names a host, a process, a thread or a transport.
 *
 * @param point points that the program has passed
 * @param names classes of what the program has registered, by name; the objects follow in the stream, in that order
 * @param elapsedNs what MPI_Wtime has counted
 * @param layer of a layer over the binding, {@link SavedLayer#state}; or null
 */
record RankImage(
        long point,
        Map<String, String> names,
        EngineImage engine,
        Communicator world,
        Communicator self,
        List<Communicator> communicators,
        long nextContext,
        Keyvals keyvals,
        AddressSpace addresses,
        int[] errorHandlerReferences,
        UserErrorCodes errorCodes,
        DatatypeNotes datatypeNotes,
        long elapsedNs,
        Object layer)
        implements Serializable {}
