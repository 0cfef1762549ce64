package org.javampi;

/** What a datatype is, its names, attributes and its representation on all machines (MPI-4.1 §5.1, §5.3, §7.7, §7.8), in C form and value form. */
@Chapter
abstract class DatatypeInquiries extends DatatypeConstructors {
    DatatypeInquiries() {}

    /**
     * Gives where the data of a type begins and how far it reaches, without regard to bounds that
     * were set. (MPI-4.1 §5.1.9.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about
     * @param true_lb out: displacement of the first byte of data, at element 0
     * @param true_extent out: bytes from there to behind the last byte, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({})
    public static int MPI_Type_get_true_extent(MPI_Datatype datatype, long[] true_lb, long[] true_extent) {
        return Calls.tool().MPI_Type_get_true_extent(datatype, true_lb, true_extent);
    }

    /**
     * Tells how a type was made, and how many arguments of each kind MPI_Type_get_contents will
     * give. (MPI-4.1 §5.1.13.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about
     * @param num_integers out: number of integers, at element 0
     * @param num_addresses out: number of addresses, at element 0
     * @param num_datatypes out: number of types, at element 0
     * @param combiner out: MPI_COMBINER_NAMED for a predefined type, else which constructor, at
     *     element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_get_envelope(
            MPI_Datatype datatype, int[] num_integers, int[] num_addresses, int[] num_datatypes, int[] combiner) {
        return Calls.tool().MPI_Type_get_envelope(datatype, num_integers, num_addresses, num_datatypes, combiner);
    }

    /**
     * Gives the arguments that a type was made with. Derived types among them are new handles, to
     * be freed. (MPI-4.1 §5.1.13.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype derived type
     * @param max_integers room in {@code array_of_integers}
     * @param max_addresses room in {@code array_of_addresses}
     * @param max_datatypes room in {@code array_of_datatypes}
     * @param array_of_integers out: the integers
     * @param array_of_addresses out: the addresses
     * @param array_of_datatypes out: the types
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_get_contents(
            MPI_Datatype datatype,
            int max_integers,
            int max_addresses,
            int max_datatypes,
            int[] array_of_integers,
            long[] array_of_addresses,
            MPI_Datatype[] array_of_datatypes) {
        return Calls.tool()
                .MPI_Type_get_contents(
                        datatype,
                        max_integers,
                        max_addresses,
                        max_datatypes,
                        array_of_integers,
                        array_of_addresses,
                        array_of_datatypes);
    }

    /**
     * As {@code MPI_Type_get_envelope}, for types that any constructor has made, those with large counts too. (MPI-4.1
     * §5.1.13.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about
     * @param num_integers out: number of integers, at element 0
     * @param num_addresses out: number of addresses, at element 0
     * @param num_large_counts out: number of large counts, at element 0
     * @param num_datatypes out: number of types, at element 0
     * @param combiner out: MPI_COMBINER_NAMED for a predefined type, else which constructor, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_get_envelope_c(
            MPI_Datatype datatype,
            long[] num_integers,
            long[] num_addresses,
            long[] num_large_counts,
            long[] num_datatypes,
            int[] combiner) {
        return Calls.tool()
                .MPI_Type_get_envelope_c(
                        datatype, num_integers, num_addresses, num_large_counts, num_datatypes, combiner);
    }

    /**
     * As {@code MPI_Type_get_envelope}, for types that any constructor has made, those with large counts too. (MPI-4.1
     * §5.1.13.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about
     * @param num_integers out: number of integers, at element 0
     * @param num_addresses out: number of addresses, at element 0
     * @param num_large_counts out: number of large counts, at element 0
     * @param num_datatypes out: number of types, at element 0
     * @param combiner out: MPI_COMBINER_NAMED for a predefined type, else which constructor, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_get_envelope(
            MPI_Datatype datatype,
            long[] num_integers,
            long[] num_addresses,
            long[] num_large_counts,
            long[] num_datatypes,
            int[] combiner) {
        return Calls.tool()
                .MPI_Type_get_envelope_c(
                        datatype, num_integers, num_addresses, num_large_counts, num_datatypes, combiner);
    }

    /**
     * As {@code MPI_Type_get_contents}, for types that any constructor has made, those with large counts too. (MPI-4.1
     * §5.1.13.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype derived type
     * @param max_integers room in {@code array_of_integers}
     * @param max_addresses room in {@code array_of_addresses}
     * @param max_large_counts room in {@code array_of_large_counts}
     * @param max_datatypes room in {@code array_of_datatypes}
     * @param array_of_integers out: the integers
     * @param array_of_addresses out: the addresses
     * @param array_of_large_counts out: the large counts
     * @param array_of_datatypes out: the types
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_get_contents_c(
            MPI_Datatype datatype,
            long max_integers,
            long max_addresses,
            long max_large_counts,
            long max_datatypes,
            int[] array_of_integers,
            long[] array_of_addresses,
            long[] array_of_large_counts,
            MPI_Datatype[] array_of_datatypes) {
        return Calls.tool()
                .MPI_Type_get_contents_c(
                        datatype,
                        max_integers,
                        max_addresses,
                        max_large_counts,
                        max_datatypes,
                        array_of_integers,
                        array_of_addresses,
                        array_of_large_counts,
                        array_of_datatypes);
    }

    /**
     * As {@code MPI_Type_get_contents}, for types that any constructor has made, those with large counts too. (MPI-4.1
     * §5.1.13.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype derived type
     * @param max_integers room in {@code array_of_integers}
     * @param max_addresses room in {@code array_of_addresses}
     * @param max_large_counts room in {@code array_of_large_counts}
     * @param max_datatypes room in {@code array_of_datatypes}
     * @param array_of_integers out: the integers
     * @param array_of_addresses out: the addresses
     * @param array_of_large_counts out: the large counts
     * @param array_of_datatypes out: the types
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_get_contents(
            MPI_Datatype datatype,
            long max_integers,
            long max_addresses,
            long max_large_counts,
            long max_datatypes,
            int[] array_of_integers,
            long[] array_of_addresses,
            long[] array_of_large_counts,
            MPI_Datatype[] array_of_datatypes) {
        return Calls.tool()
                .MPI_Type_get_contents_c(
                        datatype,
                        max_integers,
                        max_addresses,
                        max_large_counts,
                        max_datatypes,
                        array_of_integers,
                        array_of_addresses,
                        array_of_large_counts,
                        array_of_datatypes);
    }

    /**
     * Finds the predefined type of a class and size. (MPI-4.1 §5.1 and 19.1.5.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param typeclass MPI_TYPECLASS_INTEGER or MPI_TYPECLASS_REAL
     * @param size bytes
     * @param datatype out: the predefined type, not to be freed, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("datatype")
    public static int MPI_Type_match_size(int typeclass, int size, MPI_Datatype[] datatype) {
        return Calls.tool().MPI_Type_match_size(typeclass, size, datatype);
    }

    /**
     * Names a type at this rank; error messages say the name of a derived type from now on.
     * (MPI-4.1 §7.8.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type to name
     * @param type_name the name; what is beyond MPI_MAX_OBJECT_NAME - 1 characters is cut off
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_set_name(MPI_Datatype datatype, String type_name) {
        return Calls.tool().MPI_Type_set_name(datatype, type_name);
    }

    /**
     * Gives the name of a type: that of MPI_Type_set_name, of a predefined one its constant's; else
     * empty. (MPI-4.1 §7.8.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about
     * @param type_name out: the name, at element 0
     * @param resultlen out: its length in characters, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns(value = "type_name", without = "resultlen")
    public static int MPI_Type_get_name(MPI_Datatype datatype, String[] type_name, int[] resultlen) {
        return Calls.tool().MPI_Type_get_name(datatype, type_name, resultlen);
    }

    /**
     * Appends items to a packing unit in a representation that all machines share. (MPI-4.1 §5.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COUNT, MPI_ERR_TYPE,
     * MPI_ERR_UNSUPPORTED_DATAREP.
     *
     * @param datarep "external32": big-endian, of the standard's sizes
     * @param inbuf items to pack
     * @param incount number of items, 0 or more
     * @param datatype committed type of each item
     * @param outbuf packing unit: byte[] or ByteBuffer
     * @param outsize bytes of the packing unit
     * @param position in and out: where the next byte goes, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("incount")
    public static int MPI_Pack_external(
            String datarep,
            Object inbuf,
            int incount,
            MPI_Datatype datatype,
            Object outbuf,
            long outsize,
            long[] position) {
        return Calls.tool().MPI_Pack_external(datarep, inbuf, incount, datatype, outbuf, outsize, position);
    }

    /**
     * Takes items out of a packing unit that MPI_Pack_external has made. (MPI-4.1 §5.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COUNT, MPI_ERR_TRUNCATE, MPI_ERR_TYPE,
     * MPI_ERR_UNSUPPORTED_DATAREP.
     *
     * @param datarep "external32": big-endian, of the standard's sizes
     * @param inbuf packing unit: byte[] or ByteBuffer
     * @param insize bytes of the packing unit
     * @param position in and out: where the next byte comes from, at element 0
     * @param outbuf where the items go
     * @param outcount number of items, 0 or more
     * @param datatype committed type of each item
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("outcount")
    public static int MPI_Unpack_external(
            String datarep,
            Object inbuf,
            long insize,
            long[] position,
            Object outbuf,
            int outcount,
            MPI_Datatype datatype) {
        return Calls.tool().MPI_Unpack_external(datarep, inbuf, insize, position, outbuf, outcount, datatype);
    }

    /**
     * Tells how many bytes MPI_Pack_external needs. (MPI-4.1 §5.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE, MPI_ERR_UNSUPPORTED_DATAREP.
     *
     * @param datarep "external32": big-endian, of the standard's sizes
     * @param incount number of items, 0 or more
     * @param datatype committed type of each item
     * @param size out: bytes, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("size")
    @LargeCounts("incount")
    public static int MPI_Pack_external_size(String datarep, int incount, MPI_Datatype datatype, long[] size) {
        return Calls.tool().MPI_Pack_external_size(datarep, incount, datatype, size);
    }

    /**
     * Makes a key for attributes of datatypes. (MPI-4.1 §7.7.4.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param type_copy_attr_fn called for each attribute when a type is duplicated; or
     *     MPI_TYPE_NULL_COPY_FN, MPI_TYPE_DUP_FN
     * @param type_delete_attr_fn called when an attribute is deleted or replaced, or its type
     *     freed; or MPI_TYPE_NULL_DELETE_FN
     * @param type_keyval out: the key, at element 0
     * @param extra_state handed to the callbacks
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("type_keyval")
    public static int MPI_Type_create_keyval(
            MPI_Type_copy_attr_function type_copy_attr_fn,
            MPI_Type_delete_attr_function type_delete_attr_fn,
            int[] type_keyval,
            Object extra_state) {
        return Calls.tool().MPI_Type_create_keyval(type_copy_attr_fn, type_delete_attr_fn, type_keyval, extra_state);
    }

    /**
     * Gives an attribute key up; attributes that have it stay. (MPI-4.1 §7.7.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_KEYVAL.
     *
     * @param type_keyval the key, at element 0; MPI_KEYVAL_INVALID afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_free_keyval(int[] type_keyval) {
        return Calls.tool().MPI_Type_free_keyval(type_keyval);
    }

    /**
     * Gives an attribute key up; attributes that have it stay. (MPI-4.1 §7.7.4.)
     *
     * <p>Errors: MPI_ERR_KEYVAL.
     *
     * @param type_keyval the key, not to be used afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_free_keyval(int type_keyval) {
        return Calls.tool().MPI_Type_free_keyval(type_keyval);
    }

    /**
     * Attaches a value to a type under a key; an earlier value is deleted first. (MPI-4.1 §7.7.4.)
     *
     * <p>Errors: MPI_ERR_KEYVAL, MPI_ERR_OTHER, MPI_ERR_TYPE.
     *
     * @param datatype type that has or gets the value
     * @param type_keyval a key from MPI_Type_create_keyval
     * @param attribute_val the value; may be null
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_set_attr(MPI_Datatype datatype, int type_keyval, Object attribute_val) {
        return Calls.tool().MPI_Type_set_attr(datatype, type_keyval, attribute_val);
    }

    /**
     * Looks up the value that a type has under a key. (MPI-4.1 §7.7.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_KEYVAL, MPI_ERR_TYPE.
     *
     * @param datatype type that has or gets the value
     * @param type_keyval a key from MPI_Type_create_keyval
     * @param attribute_val out: the value, at element 0; unchanged when there is none
     * @param flag out: whether there is a value, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_get_attr(
            MPI_Datatype datatype, int type_keyval, Object[] attribute_val, boolean[] flag) {
        return Calls.tool().MPI_Type_get_attr(datatype, type_keyval, attribute_val, flag);
    }

    /**
     * Looks up the value that a type has under a key. (MPI-4.1 §7.7.4.)
     *
     * <p>Errors: MPI_ERR_KEYVAL, MPI_ERR_TYPE.
     *
     * @param datatype type that has the value
     * @param type_keyval a key from MPI_Type_create_keyval
     * @return the value, or null when there is none
     * @throws MPIException the error, where the C form would return its code
     */
    public static Object MPI_Type_get_attr(MPI_Datatype datatype, int type_keyval) {
        Object[] attribute_val = new Object[1];
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Type_get_attr(datatype, type_keyval, attribute_val, flag));
        return flag[0] ? attribute_val[0] : null;
    }

    /**
     * Deletes the value that a type has under a key. (MPI-4.1 §7.7.4.)
     *
     * <p>Errors: MPI_ERR_KEYVAL, MPI_ERR_OTHER, MPI_ERR_TYPE.
     *
     * @param datatype type that has or gets the value
     * @param type_keyval a key from MPI_Type_create_keyval
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_delete_attr(MPI_Datatype datatype, int type_keyval) {
        return Calls.tool().MPI_Type_delete_attr(datatype, type_keyval);
    }
}
