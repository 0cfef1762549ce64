package mpi;

import static mpi.MPIException.check;
import static org.javampi.MPI.MPI_INFO_NULL;
import static org.javampi.MPI.MPI_Info_create;
import static org.javampi.MPI.MPI_Info_delete;
import static org.javampi.MPI.MPI_Info_dup;
import static org.javampi.MPI.MPI_Info_free;
import static org.javampi.MPI.MPI_Info_get_nkeys;
import static org.javampi.MPI.MPI_Info_get_nthkey;
import static org.javampi.MPI.MPI_Info_get_string;
import static org.javampi.MPI.MPI_Info_set;

import org.javampi.MPI_Info;

/** Hints: values under keys. */
public final class Info implements Freeable, Cloneable {
    private final MPI_Info[] handle = new MPI_Info[1];

    /** An empty one. */
    public Info() {
        check(MPI_Info_create(handle));
    }

    private Info(MPI_Info handle) {
        this.handle[0] = handle;
    }

    static Info of(MPI_Info handle) {
        return new Info(handle);
    }

    /** The handle of an argument: programs pass null as well as {@link MPI#INFO_NULL}. */
    static MPI_Info handle(Info info) {
        return info == null ? MPI_INFO_NULL : info.handle[0];
    }

    /** Puts a value. */
    public void set(String key, String value) {
        check(MPI_Info_set(handle[0], key, value));
    }

    /** The value of a key, or null. */
    public String get(String key) {
        int[] length = {0};
        String[] value = new String[1];
        boolean[] flag = new boolean[1];
        check(MPI_Info_get_string(handle[0], key, length, value, flag));
        if (!flag[0]) {
            return null;
        }
        check(MPI_Info_get_string(handle[0], key, length, value, flag));
        return value[0];
    }

    /** Removes a key. */
    public void delete(String key) {
        check(MPI_Info_delete(handle[0], key));
    }

    /** Number of keys. */
    public int size() {
        int[] keys = new int[1];
        check(MPI_Info_get_nkeys(handle[0], keys));
        return keys[0];
    }

    /** Key number {@code i}, in the order in which they were put. */
    public String getKey(int i) {
        String[] key = new String[1];
        check(MPI_Info_get_nthkey(handle[0], i, key));
        return key[0];
    }

    @Override
    public Info clone() {
        return dup();
    }

    /** A copy. */
    public Info dup() {
        MPI_Info[] copy = new MPI_Info[1];
        check(MPI_Info_dup(handle[0], copy));
        return new Info(copy[0]);
    }

    /** Gives it back; not the null one, nor {@link MPI#INFO_ENV}. */
    @Override
    public void free() {
        if (this != MPI.INFO_NULL && this != MPI.INFO_ENV) {
            check(MPI_Info_free(handle));
        }
    }

    /** Whether it is null or has been freed. */
    public boolean isNull() {
        return handle[0] == MPI_INFO_NULL;
    }
}
