package mpi;

/**
 * The buffer of a collective operation on objects: for each rank a number of items at some place.
 *
 * @param counts items of each rank; one element: of all
 * @param displacements where each rank's begin, in extents of the type; null: one after the other
 */
record ObjectPart(Object buffer, int offset, int[] counts, int[] displacements, Datatype type) {
    static ObjectPart of(Object buffer, int offset, int count, Datatype type) {
        return new ObjectPart(buffer, offset, new int[] {count}, null, type);
    }

    static ObjectPart of(Object buffer, int offset, int[] counts, int[] displacements, Datatype type) {
        return new ObjectPart(buffer, offset, counts, displacements, type);
    }

    int count(int rank) {
        return counts.length == 1 && displacements == null ? counts[0] : counts[rank];
    }

    /** Element of the buffer where the items of {@code rank} begin. */
    int start(int rank) {
        int items = displacements != null ? displacements[rank] : rank * counts[0];
        return offset + items * type.Extent();
    }

    /** The items of {@code rank}, serialized. */
    byte[] encode(int rank) {
        return ObjectCollectives.bytes(ObjectCodec.encode(buffer, start(rank), count(rank), type));
    }
}
