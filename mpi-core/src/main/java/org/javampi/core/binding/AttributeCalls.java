package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPIX;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Comm_copy_attr_function;
import org.javampi.MPI_Comm_delete_attr_function;
import org.javampi.MPI_Copy_function;
import org.javampi.MPI_Delete_function;
import org.javampi.Predefined;
import org.javampi.core.attribute.Attributes;
import org.javampi.core.attribute.CommunicatorKeyval;
import org.javampi.core.attribute.Keyval;
import org.javampi.core.attribute.Keyvals;
import org.javampi.core.comm.Communicator;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/**
 * Attributes of communicators (MPI-1.1 §5.7, MPI-4.1 §7.7.2). A key that cannot be used is MPI_ERR_ARG under the names
 * of MPI-1, MPI_ERR_KEYVAL under the later ones.
 */
abstract class AttributeCalls extends GroupCalls {
    private static final int FIRST_KEYVAL = 16;

    private Keyvals keyvals = new Keyvals(FIRST_KEYVAL);

    private CommunicatorKeyval algorithms =
            keyvals.reserve(MPIX.MPIX_COLLECTIVE_ALGORITHMS, Predefined.DUP_FN, Predefined.NULL_DELETE_FN);

    AttributeCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    final Keyvals keyvals() {
        return keyvals;
    }

    /** Goes on with the keys of another life. */
    final void revive(Keyvals earlier) {
        keyvals = earlier;
        algorithms = (CommunicatorKeyval) earlier.find(MPIX.MPIX_COLLECTIVE_ALGORITHMS);
    }

    @Override
    public int MPI_Keyval_create(
            MPI_Copy_function copy_fn, MPI_Delete_function delete_fn, int[] keyval, Object extra_state) {
        return guard("MPI_Keyval_create", () -> {
            checkNotNull(copy_fn, "copy_fn");
            checkNotNull(delete_fn, "delete_fn");
            checkOut(keyval, "keyval");
            keyval[0] = keyvals.createForCommunicators(copy_fn, delete_fn, extra_state)
                    .number();
        });
    }

    @Override
    public int MPI_Comm_create_keyval(
            MPI_Comm_copy_attr_function comm_copy_attr_fn,
            MPI_Comm_delete_attr_function comm_delete_attr_fn,
            int[] comm_keyval,
            Object extra_state) {
        return guard("MPI_Comm_create_keyval", () -> {
            checkNotNull(comm_copy_attr_fn, "comm_copy_attr_fn");
            checkNotNull(comm_delete_attr_fn, "comm_delete_attr_fn");
            checkOut(comm_keyval, "comm_keyval");
            comm_keyval[0] = keyvals.createForCommunicators(comm_copy_attr_fn, comm_delete_attr_fn, extra_state)
                    .number();
        });
    }

    @Override
    public int MPI_Keyval_free(int[] keyval) {
        return guard("MPI_Keyval_free", () -> {
            checkOut(keyval, "keyval");
            free(key(keyval[0], MPI.MPI_ERR_ARG), MPI.MPI_ERR_ARG);
            keyval[0] = MPI.MPI_KEYVAL_INVALID;
        });
    }

    @Override
    public int MPI_Comm_free_keyval(int[] comm_keyval) {
        return guard("MPI_Comm_free_keyval", () -> {
            checkOut(comm_keyval, "comm_keyval");
            free(key(comm_keyval[0], MPI.MPI_ERR_KEYVAL), MPI.MPI_ERR_KEYVAL);
            comm_keyval[0] = MPI.MPI_KEYVAL_INVALID;
        });
    }

    final void free(Keyval<?> key, int errorClass) {
        if (key == algorithms) {
            throw new MpiFailure(errorClass, "keyval " + key.number() + " is predefined: it stays");
        }
        if (!keyvals.free(key)) {
            throw new MpiFailure(errorClass, "keyval " + key.number() + " has been freed before");
        }
    }

    @Override
    public int MPI_Attr_put(MPI_Comm comm, int keyval, Object attribute_val) {
        return guard("MPI_Attr_put", comm, c -> put(c, key(keyval, MPI.MPI_ERR_ARG), attribute_val));
    }

    @Override
    public int MPI_Comm_set_attr(MPI_Comm comm, int comm_keyval, Object attribute_val) {
        return guard("MPI_Comm_set_attr", comm, c -> put(c, key(comm_keyval, MPI.MPI_ERR_KEYVAL), attribute_val));
    }

    private void put(Communicator c, CommunicatorKeyval key, Object value) {
        if (key == algorithms) {
            c.sharedCalls().addRules(value);
        }
        c.attributes().set(c.handle(), key, value, keyvals);
    }

    @Override
    public int MPI_Attr_get(MPI_Comm comm, int keyval, Object[] attribute_val, boolean[] flag) {
        return find("MPI_Attr_get", comm, keyval, attribute_val, flag, MPI.MPI_ERR_ARG);
    }

    @Override
    public int MPI_Comm_get_attr(MPI_Comm comm, int comm_keyval, Object[] attribute_val, boolean[] flag) {
        return find("MPI_Comm_get_attr", comm, comm_keyval, attribute_val, flag, MPI.MPI_ERR_KEYVAL);
    }

    private int find(String function, MPI_Comm comm, int keyval, Object[] value, boolean[] flag, int errorClass) {
        return guard(function, comm, c -> {
            checkOut(value, "attribute_val");
            checkOut(flag, "flag");
            Integer predefined = predefined(keyval);
            if (predefined != null) {
                value[0] = predefined;
                flag[0] = true;
                return;
            }
            CommunicatorKeyval key = key(keyval, errorClass);
            Object found = c.attributes().find(key);
            flag[0] = found != Attributes.NONE;
            if (flag[0]) {
                value[0] = found;
            }
        });
    }

    @Override
    public int MPI_Attr_delete(MPI_Comm comm, int keyval) {
        return delete("MPI_Attr_delete", comm, keyval, MPI.MPI_ERR_ARG);
    }

    @Override
    public int MPI_Comm_delete_attr(MPI_Comm comm, int comm_keyval) {
        return delete("MPI_Comm_delete_attr", comm, comm_keyval, MPI.MPI_ERR_KEYVAL);
    }

    private int delete(String function, MPI_Comm comm, int keyval, int errorClass) {
        return guard(function, comm, c -> {
            CommunicatorKeyval key = key(keyval, errorClass);
            if (!c.attributes().delete(c.handle(), key, keyvals)
                    && c.attributes().find(key) == Attributes.NONE) {
                throw new MpiFailure(errorClass, "keyval " + keyval + " has no value on " + c + ": nothing to delete");
            }
            if (key == algorithms) {
                c.sharedCalls().resetRules();
            }
        });
    }

    private CommunicatorKeyval key(int number, int errorClass) {
        Keyval<?> key = keyvals.find(number);
        if (key instanceof CommunicatorKeyval ofCommunicators) {
            return ofCommunicators;
        }
        throw unusable(number, key, "a communicator", errorClass);
    }

    /** Says why a key cannot be used. */
    final MpiFailure unusable(int number, Keyval<?> key, String owner, int errorClass) {
        String creator = owner.endsWith("communicator") ? "MPI_Comm_create_keyval" : "MPI_Type_create_keyval";
        String why = predefined(number) != null
                ? " is predefined: it cannot be changed"
                : number == MPI.MPI_KEYVAL_INVALID
                        ? " is MPI_KEYVAL_INVALID"
                        : key != null
                                ? " is no key for " + owner + ": " + creator + " makes one"
                                : " is not known: " + creator + " makes one";
        return new MpiFailure(errorClass, "keyval " + number + why);
    }

    private Integer predefined(int keyval) {
        return switch (keyval) {
            case MPI.MPI_TAG_UB -> Integer.MAX_VALUE;
            case MPI.MPI_HOST -> Predefined.PROC_NULL;
            case MPI.MPI_IO -> Predefined.ANY_SOURCE;
            case MPI.MPI_WTIME_IS_GLOBAL -> 0;
            case MPI.MPI_LASTUSEDCODE -> errorCodes.users().last();
            default -> null;
        };
    }
}
