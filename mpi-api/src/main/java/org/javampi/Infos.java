package org.javampi;

/** Info objects (MPI-4.1 chapter 10): ordered pairs of key and value, in C form and value form. May be called before MPI_Init and after MPI_Finalize. */
@Chapter
abstract class Infos extends Communicators {
    Infos() {}

    /**
     * Makes an info object without keys. (MPI-4.1 §10.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param info out: the info object, to be freed, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("info")
    public static int MPI_Info_create(MPI_Info[] info) {
        return Calls.tool().MPI_Info_create(info);
    }

    /**
     * Removes a key and its value. (MPI-4.1 §10.)
     *
     * <p>Errors: MPI_ERR_INFO, MPI_ERR_INFO_KEY, MPI_ERR_INFO_NOKEY.
     *
     * @param info info object
     * @param key key, 1 to MPI_MAX_INFO_KEY characters
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Info_delete(MPI_Info info, String key) {
        return Calls.tool().MPI_Info_delete(info, key);
    }

    /**
     * Makes a copy with the same pairs in the same order. (MPI-4.1 §10.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_INFO.
     *
     * @param info info object to copy
     * @param newinfo out: the copy, to be freed, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newinfo")
    public static int MPI_Info_dup(MPI_Info info, MPI_Info[] newinfo) {
        return Calls.tool().MPI_Info_dup(info, newinfo);
    }

    /**
     * Gives an info object up. (MPI-4.1 §10.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_INFO.
     *
     * @param info the info object, at element 0; MPI_INFO_NULL afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Info_free(MPI_Info[] info) {
        return Calls.tool().MPI_Info_free(info);
    }

    /**
     * Gives an info object up. (MPI-4.1 §10.)
     *
     * <p>Errors: MPI_ERR_INFO.
     *
     * @param info the info object, not to be used afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Info_free(MPI_Info info) {
        return Calls.tool().MPI_Info_free(info);
    }

    /**
     * Counts the keys. (MPI-4.1 §10.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_INFO.
     *
     * @param info info object
     * @param nkeys out: number of keys, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("nkeys")
    public static int MPI_Info_get_nkeys(MPI_Info info, int[] nkeys) {
        return Calls.tool().MPI_Info_get_nkeys(info, nkeys);
    }

    /**
     * Gives the key at a position, in the order in which keys were set. (MPI-4.1 §10.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_INFO.
     *
     * @param info info object
     * @param n position, 0 to the number of keys - 1
     * @param key out: the key, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("key")
    public static int MPI_Info_get_nthkey(MPI_Info info, int n, String[] key) {
        return Calls.tool().MPI_Info_get_nthkey(info, n, key);
    }

    /**
     * Looks a value up. (MPI-4.1 §10.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_INFO, MPI_ERR_INFO_KEY.
     *
     * @param info info object
     * @param key key, 1 to MPI_MAX_INFO_KEY characters
     * @param buflen in: characters that may be given, and 1; if 0 no value is. Out: characters of
     *     the whole value, and 1, at element 0
     * @param value out: the value, cut to {@code buflen - 1} characters, at element 0
     * @param flag out: whether the key is there, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Info_get_string(MPI_Info info, String key, int[] buflen, String[] value, boolean[] flag) {
        return Calls.tool().MPI_Info_get_string(info, key, buflen, value, flag);
    }

    /**
     * Looks a value up. (MPI-4.1 §10.)
     *
     * <p>Errors: MPI_ERR_INFO, MPI_ERR_INFO_KEY.
     *
     * @param info info object
     * @param key key, 1 to MPI_MAX_INFO_KEY characters
     * @return the whole value, or null when the key is not there
     * @throws MPIException the error, where the C form would return its code
     */
    public static String MPI_Info_get_string(MPI_Info info, String key) {
        int[] buflen = {Integer.MAX_VALUE};
        String[] value = new String[1];
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Info_get_string(info, key, buflen, value, flag));
        return flag[0] ? value[0] : null;
    }

    /**
     * Adds a pair, or replaces the value of a key. (MPI-4.1 §10.)
     *
     * <p>Errors: MPI_ERR_INFO, MPI_ERR_INFO_KEY, MPI_ERR_INFO_VALUE.
     *
     * @param info info object
     * @param key key, 1 to MPI_MAX_INFO_KEY characters
     * @param value value, at most MPI_MAX_INFO_VAL characters
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Info_set(MPI_Info info, String key, String value) {
        return Calls.tool().MPI_Info_set(info, key, value);
    }

    /**
     * Looks a value up. (Deprecated since MPI-4.0: MPI_Info_get_string.) (MPI-4.1 §10.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_INFO, MPI_ERR_INFO_KEY.
     *
     * @param info info object
     * @param key key, 1 to MPI_MAX_INFO_KEY characters
     * @param valuelen characters of the value that are wanted
     * @param value out: the value, cut to {@code valuelen} characters, at element 0
     * @param flag out: whether the key is there, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Info_get(MPI_Info info, String key, int valuelen, String[] value, boolean[] flag) {
        return Calls.tool().MPI_Info_get(info, key, valuelen, value, flag);
    }

    /**
     * Tells how long a value is. (Deprecated since MPI-4.0: MPI_Info_get_string.) (MPI-4.1 §10.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_INFO, MPI_ERR_INFO_KEY.
     *
     * @param info info object
     * @param key key, 1 to MPI_MAX_INFO_KEY characters
     * @param valuelen out: characters of the value, at element 0
     * @param flag out: whether the key is there, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Info_get_valuelen(MPI_Info info, String key, int[] valuelen, boolean[] flag) {
        return Calls.tool().MPI_Info_get_valuelen(info, key, valuelen, flag);
    }

    /**
     * Makes an info object with what MPI_INFO_ENV has. (MPI-4.1 §10.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param argc number of arguments in {@code argv} that count
     * @param argv arguments of the program; may be null
     * @param info out: the info object, to be freed, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("info")
    public static int MPI_Info_create_env(int argc, String[] argv, MPI_Info[] info) {
        return Calls.tool().MPI_Info_create_env(argc, argv, info);
    }
}
