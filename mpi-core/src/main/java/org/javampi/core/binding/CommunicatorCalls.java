package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Group;
import org.javampi.MPI_Info;
import org.javampi.Predefined;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.Constructors;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.group.Group;
import org.javampi.job.RankHost;

/** Communicators (MPI-1.1 §5.4). */
abstract class CommunicatorCalls extends LargeDatatypeCalls {
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
            newcomm[0] = duplicate(c);
        });
    }

    /** First the part in which the others wait, then the callbacks, which may fail. */
    private Communicator duplicate(Communicator c) {
        Communicator duplicate = Constructors.duplicate(c);
        boolean copied = false;
        try {
            c.attributes().copyTo(duplicate.attributes(), c.handle(), keyvals());
            copied = true;
        } finally {
            if (!copied) {
                discard(duplicate);
            }
        }
        return duplicate;
    }

    /** A duplicate that no program has seen, after a failure: what was copied is deleted again. */
    private void discard(Communicator duplicate) {
        try {
            duplicate.attributes().deleteAll(duplicate.handle(), keyvals());
        } catch (MpiFailure second) {
            // The failure that has led here is the one to report; this one has come of it.
            return;
        } finally {
            duplicate.free();
        }
    }

    @Override
    public int MPI_Comm_create(MPI_Comm comm, MPI_Group group, MPI_Comm[] newcomm) {
        return guard("MPI_Comm_create", comm, c -> {
            Group members = group(group);
            checkOut(newcomm, "newcomm");
            checkMembers(c, members);
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
            freed.attributes().deleteAll(freed.handle(), keyvals());
            freed.free();
            comm[0] = Predefined.COMM_NULL;
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(freed, "MPI_Comm_free", failure);
        }
    }

    @Override
    public int MPI_Comm_dup_with_info(MPI_Comm comm, MPI_Info info, MPI_Comm[] newcomm) {
        return guard("MPI_Comm_dup_with_info", comm, c -> {
            Info hints = hints(info);
            checkOut(newcomm, "newcomm");
            Communicator duplicate = duplicate(c);
            duplicate.addHints(hints.pairs());
            newcomm[0] = duplicate;
        });
    }

    @Override
    public int MPI_Comm_get_info(MPI_Comm comm, MPI_Info[] info_used) {
        return guard("MPI_Comm_get_info", comm, c -> {
            checkOut(info_used, "info_used");
            info_used[0] = Info.of(c.hints());
        });
    }

    @Override
    public int MPI_Comm_set_info(MPI_Comm comm, MPI_Info info) {
        return guard("MPI_Comm_set_info", comm, c -> c.addHints(hints(info).pairs()));
    }

    @Override
    public int MPI_Comm_split_type(MPI_Comm comm, int split_type, int key, MPI_Info info, MPI_Comm[] newcomm) {
        return guard("MPI_Comm_split_type", comm, c -> {
            checkIntra(c);
            if (split_type != MPI.MPI_COMM_TYPE_SHARED && split_type != MPI.MPI_UNDEFINED) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "split_type " + split_type + " is neither MPI_COMM_TYPE_SHARED nor MPI_UNDEFINED");
            }
            hints(info);
            checkOut(newcomm, "newcomm");
            newcomm[0] = orNull(Constructors.splitByHost(c, split_type == MPI.MPI_COMM_TYPE_SHARED, key));
        });
    }

    @Override
    public int MPI_Comm_create_group(MPI_Comm comm, MPI_Group group, int tag, MPI_Comm[] newcomm) {
        return guard("MPI_Comm_create_group", comm, c -> {
            checkIntra(c);
            Group members = group(group);
            checkMembers(c, members);
            checkSendTag(tag);
            checkOut(newcomm, "newcomm");
            boolean member = members.contains(c.group().worldRank(c.rank()));
            newcomm[0] = member ? Constructors.createAmong(c, members, tag) : Predefined.COMM_NULL;
        });
    }

    @Override
    public int MPI_Comm_set_name(MPI_Comm comm, String comm_name) {
        return guard("MPI_Comm_set_name", comm, c -> c.setName(objectName(comm_name, "comm_name")));
    }

    @Override
    public int MPI_Comm_get_name(MPI_Comm comm, String[] comm_name, int[] resultlen) {
        return guard("MPI_Comm_get_name", comm, c -> {
            checkOut(comm_name, "comm_name");
            checkOut(resultlen, "resultlen");
            // A predefined communicator has a name from the start.
            comm_name[0] = c.name().isEmpty() && c.handle() != c ? c.toString() : c.name();
            resultlen[0] = comm_name[0].length();
        });
    }

    /** A name as it is kept: C's strings need one character for their end. */
    static String objectName(String name, String argument) {
        checkNotNull(name, argument);
        return name.substring(0, Math.min(name.length(), MPI.MPI_MAX_OBJECT_NAME - 1));
    }

    private static void checkMembers(Communicator c, Group members) {
        for (int worldRank : members.worldRanks()) {
            if (!c.group().contains(worldRank)) {
                throw new MpiFailure(
                        MPI.MPI_ERR_GROUP,
                        "the group has a process, world rank " + worldRank + ", that is not in " + c);
            }
        }
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
}
