package org.javampi.core.binding;

import java.io.Serializable;
import java.util.Map;
import org.javampi.MPI_Datatype;
import org.javampi.core.attribute.Attributes;
import org.javampi.core.datatype.Datatype;

/**
 * What a rank has noted of datatypes, for its image.
 *
 * @param attributes of types that have some
 * @param predefinedNames names that the program has given to predefined types
 */
record DatatypeNotes(Map<Datatype, Attributes<MPI_Datatype>> attributes, Map<Datatype, String> predefinedNames)
        implements Serializable {}
