package org.javampi.core.binding;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPIX;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Copy_function;
import org.javampi.MPI_Delete_function;
import org.javampi.MPI_Group;
import org.javampi.Predefined;
import org.javampi.core.comm.Attributes;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.Constructors;
import org.javampi.core.comm.Keyval;
import org.javampi.core.comm.Keyvals;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.group.Group;
import org.javampi.job.RankHost;

/** Communicators (MPI-1.1 §5.4). */
abstract class CommunicatorCalls extends GroupCalls {
    CommunicatorCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Comm_size(MPI_Comm comm, int[] size) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
            checkOut(size, "size");
            size[0] = communicator.size();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(communicator, "MPI_Comm_size", failure);
        }
    }

    @Override
    public int MPI_Comm_rank(MPI_Comm comm, int[] rank) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
            checkOut(rank, "rank");
            rank[0] = communicator.rank();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(communicator, "MPI_Comm_rank", failure);
        }
    }

    @Override
    public int MPI_Comm_compare(MPI_Comm comm1, MPI_Comm comm2, int[] result) {
        return guard("MPI_Comm_compare", comm1, c -> {
            Communicator other = communicator(comm2);
            checkOut(result, "result");
            result[0] = Constructors.compare(c, other);
        });
    }

    @Override
    public int MPI_Comm_dup(MPI_Comm comm, MPI_Comm[] newcomm) {
        return guard("MPI_Comm_dup", comm, c -> {
            checkOut(newcomm, "newcomm");
            // First the part in which the others wait, then the callbacks, which may fail.
            Communicator duplicate = Constructors.duplicate(c);
            boolean copied = false;
            try {
                copyAttributes(c, duplicate);
                copied = true;
            } finally {
                if (!copied) {
                    discard(duplicate);
                }
            }
            newcomm[0] = duplicate;
        });
    }

    @Override
    public int MPI_Comm_create(MPI_Comm comm, MPI_Group group, MPI_Comm[] newcomm) {
        return guard("MPI_Comm_create", comm, c -> {
            Group members = group(group);
            checkOut(newcomm, "newcomm");
            for (int worldRank : members.worldRanks()) {
                if (!c.group().contains(worldRank)) {
                    throw new MpiFailure(
                            MPI.MPI_ERR_GROUP,
                            "the group has a process, world rank " + worldRank + ", that is not in " + c);
                }
            }
            newcomm[0] = orNull(Constructors.create(c, members));
        });
    }

    @Override
    public int MPI_Comm_split(MPI_Comm comm, int color, int key, MPI_Comm[] newcomm) {
        return guard("MPI_Comm_split", comm, c -> {
            checkOut(newcomm, "newcomm");
            if (color < 0 && color != MPI.MPI_UNDEFINED) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "color " + color + " is negative (allowed 0.." + Integer.MAX_VALUE + " or MPI_UNDEFINED)");
            }
            newcomm[0] = orNull(Constructors.split(c, color, key));
        });
    }

    @Override
    public int MPI_Comm_free(MPI_Comm[] comm) {
        Communicator freed = null;
        try {
            rank();
            checkOut(comm, "comm");
            freed = communicator(comm[0]);
            if (freed.handle() != freed) {
                throw new MpiFailure(MPI.MPI_ERR_COMM, freed + " is predefined: it stays");
            }
            deleteAttributes(freed);
            freed.free();
            comm[0] = Predefined.COMM_NULL;
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(freed, "MPI_Comm_free", failure);
        }
    }

    @Override
    public int MPI_Keyval_create(
            MPI_Copy_function copy_fn, MPI_Delete_function delete_fn, int[] keyval, Object extra_state) {
        return guard("MPI_Keyval_create", () -> {
            checkNotNull(copy_fn, "copy_fn");
            checkNotNull(delete_fn, "delete_fn");
            checkOut(keyval, "keyval");
            keyval[0] = keyvals.create(copy_fn, delete_fn, extra_state).number();
        });
    }

    @Override
    public int MPI_Keyval_free(int[] keyval) {
        return guard("MPI_Keyval_free", () -> {
            checkOut(keyval, "keyval");
            if (key(keyval[0]) == algorithms) {
                throw new MpiFailure(MPI.MPI_ERR_ARG, "keyval " + keyval[0] + " is predefined: it stays");
            }
            if (!keyvals.free(key(keyval[0]))) {
                throw new MpiFailure(MPI.MPI_ERR_ARG, "keyval " + keyval[0] + " has been freed before");
            }
            keyval[0] = MPI.MPI_KEYVAL_INVALID;
        });
    }

    @Override
    public int MPI_Attr_put(MPI_Comm comm, int keyval, Object attribute_val) {
        return guard("MPI_Attr_put", comm, c -> {
            Keyval key = key(keyval);
            if (key == algorithms) {
                c.addRules(attribute_val);
            }
            delete(c, key);
            attach(c, key, attribute_val);
        });
    }

    @Override
    public int MPI_Attr_get(MPI_Comm comm, int keyval, Object[] attribute_val, boolean[] flag) {
        return guard("MPI_Attr_get", comm, c -> {
            checkOut(attribute_val, "attribute_val");
            checkOut(flag, "flag");
            Integer predefined = predefined(keyval);
            if (predefined != null) {
                attribute_val[0] = predefined;
                flag[0] = true;
                return;
            }
            Keyval key = key(keyval);
            Object found = c.attributes().find(key);
            flag[0] = found != Attributes.NONE;
            if (flag[0]) {
                attribute_val[0] = found;
            }
        });
    }

    @Override
    public int MPI_Attr_delete(MPI_Comm comm, int keyval) {
        return guard("MPI_Attr_delete", comm, c -> {
            Keyval key = key(keyval);
            if (!delete(c, key) && c.attributes().find(key) == Attributes.NONE) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG, "keyval " + keyval + " has no value on " + c + ": nothing to delete");
            }
            if (key == algorithms) {
                c.resetRules();
            }
        });
    }

    private static final int FIRST_KEYVAL = 16;

    private Keyvals keyvals = new Keyvals(FIRST_KEYVAL);

    private Keyval algorithms =
            keyvals.reserve(MPIX.MPIX_COLLECTIVE_ALGORITHMS, Predefined.DUP_FN, Predefined.NULL_DELETE_FN);

    final Keyvals keyvals() {
        return keyvals;
    }

    /** Goes on with the keys of another life. */
    final void revive(Keyvals earlier) {
        keyvals = earlier;
        algorithms = earlier.find(MPIX.MPIX_COLLECTIVE_ALGORITHMS);
    }

    private static MPI_Comm orNull(Communicator communicator) {
        return communicator == null ? Predefined.COMM_NULL : communicator;
    }

    static void checkIntra(Communicator communicator) {
        if (communicator.isInter()) {
            throw new MpiFailure(
                    MPI.MPI_ERR_COMM, communicator + " is an inter-communicator: MPI-1 does not allow this call on it");
        }
    }

    private Keyval key(int number) {
        Keyval key = keyvals.find(number);
        if (key == null) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    "keyval "
                            + number
                            + (predefined(number) != null
                                    ? " is predefined: it cannot be changed"
                                    : number == MPI.MPI_KEYVAL_INVALID
                                            ? " is MPI_KEYVAL_INVALID"
                                            : " is not known: MPI_Keyval_create makes one"));
        }
        return key;
    }

    private static Integer predefined(int keyval) {
        return switch (keyval) {
            case MPI.MPI_TAG_UB -> Integer.MAX_VALUE;
            case MPI.MPI_HOST -> Predefined.PROC_NULL;
            case MPI.MPI_IO -> Predefined.ANY_SOURCE;
            case MPI.MPI_WTIME_IS_GLOBAL -> 0;
            default -> null;
        };
    }

    /** Callbacks may change the attributes of both meanwhile: what has gone when its turn comes is not copied. */
    private void copyAttributes(Communicator from, Communicator to) {
        for (Keyval key : from.attributes().keys()) {
            Object original = from.attributes().find(key);
            if (original == Attributes.NONE) {
                continue;
            }
            Object[] value = new Object[1];
            boolean[] flag = new boolean[1];
            int code = key.copy().copy(from.handle(), key.number(), key.extraState(), original, value, flag);
            checkCallback(code, "copy", key);
            if (flag[0]) {
                attach(to, key, value[0]);
            }
        }
    }

    /** A duplicate that no program has seen, after a failure: what was copied is deleted again. */
    private void discard(Communicator duplicate) {
        try {
            deleteAttributes(duplicate);
        } catch (MpiFailure second) {
            // The failure that has led here is the one to report; this one has come of it.
            return;
        } finally {
            duplicate.free();
        }
    }

    /** Deletes all attributes, those too that delete callbacks put meanwhile. */
    private void deleteAttributes(Communicator communicator) {
        Set<Keyval> deleted = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Keyval key : communicator.attributes().keys()) {
                if (!delete(communicator, key)) {
                    continue;
                }
                more = true;
                if (!deleted.add(key)) {
                    throw new MpiFailure(
                            MPI.MPI_ERR_OTHER,
                            "a delete callback has put keyval " + key.number() + " on " + communicator
                                    + " again while it was being freed: delete callbacks must come to an end");
                }
            }
        }
    }

    /**
     * Runs the delete callback of a value and removes the value, unless the callback fails. Callbacks
     * that delete values of the same communicator never delete one twice.
     *
     * @return whether there was a value that nobody else is about to delete
     */
    private boolean delete(Communicator communicator, Keyval key) {
        Attributes attributes = communicator.attributes();
        Attributes.Entry entry = attributes.beginDeletion(key);
        if (entry == null) {
            return false;
        }
        boolean deleted = false;
        try {
            int code = key.delete().delete(communicator.handle(), key.number(), entry.value(), key.extraState());
            checkCallback(code, "delete", key);
            deleted = true;
        } finally {
            if (attributes.endDeletion(key, entry, deleted)) {
                keyvals.countAttachment(key, -1);
            }
        }
        return true;
    }

    private static void checkCallback(int code, String which, Keyval key) {
        if (code != MPI.MPI_SUCCESS) {
            throw new MpiFailure(
                    MPI.MPI_ERR_OTHER,
                    "the " + which + " callback of keyval " + key.number() + " has returned " + code);
        }
    }

    private void attach(Communicator communicator, Keyval key, Object value) {
        if (communicator.attributes().put(key, value)) {
            keyvals.countAttachment(key, 1);
        }
    }
}
