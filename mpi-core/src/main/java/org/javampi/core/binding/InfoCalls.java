package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Info;
import org.javampi.Predefined;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Info objects (MPI-4.1 chapter 10). They need no rank: programs may use them before MPI_Init and after MPI_Finalize. */
abstract class InfoCalls extends AttributeCalls {
    InfoCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    /** Runs a call that needs no rank. */
    private int anyTime(String function, Call call) {
        try {
            call.run();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(null, function, failure);
        }
    }

    @Override
    public int MPI_Info_create(MPI_Info[] info) {
        return anyTime("MPI_Info_create", () -> {
            checkOut(info, "info");
            info[0] = new Info();
        });
    }

    @Override
    public int MPI_Info_create_env(int argc, String[] argv, MPI_Info[] info) {
        return anyTime("MPI_Info_create_env", () -> {
            checkCount(argc, "argc");
            if (argc > 0) {
                checkRoom(argv, argc, "argv");
            }
            checkOut(info, "info");
            info[0] = environment().copy();
        });
    }

    @Override
    public int MPI_Info_dup(MPI_Info info, MPI_Info[] newinfo) {
        return anyTime("MPI_Info_dup", () -> {
            Info original = info(info);
            checkOut(newinfo, "newinfo");
            newinfo[0] = original.copy();
        });
    }

    @Override
    public int MPI_Info_free(MPI_Info[] info) {
        return anyTime("MPI_Info_free", () -> {
            checkOut(info, "info");
            changeable(info[0]).free();
            info[0] = Predefined.INFO_NULL;
        });
    }

    @Override
    public int MPI_Info_set(MPI_Info info, String key, String value) {
        return anyTime("MPI_Info_set", () -> {
            Info target = changeable(info);
            Info.checkKey(key);
            Info.checkValue(value);
            target.set(key, value);
        });
    }

    @Override
    public int MPI_Info_delete(MPI_Info info, String key) {
        return anyTime("MPI_Info_delete", () -> {
            Info target = changeable(info);
            Info.checkKey(key);
            target.delete(key);
        });
    }

    @Override
    public int MPI_Info_get_nkeys(MPI_Info info, int[] nkeys) {
        return anyTime("MPI_Info_get_nkeys", () -> {
            Info source = info(info);
            checkOut(nkeys, "nkeys");
            nkeys[0] = source.size();
        });
    }

    @Override
    public int MPI_Info_get_nthkey(MPI_Info info, int n, String[] key) {
        return anyTime("MPI_Info_get_nthkey", () -> {
            Info source = info(info);
            checkOut(key, "key");
            key[0] = source.key(n);
        });
    }

    @Override
    public int MPI_Info_get_string(MPI_Info info, String key, int[] buflen, String[] value, boolean[] flag) {
        return anyTime("MPI_Info_get_string", () -> {
            Info source = info(info);
            Info.checkKey(key);
            checkOut(buflen, "buflen");
            checkCount(buflen[0], "buflen[0]");
            if (buflen[0] > 0) {
                checkOut(value, "value");
            }
            checkOut(flag, "flag");
            String found = source.get(key);
            flag[0] = found != null;
            if (found != null) {
                if (buflen[0] > 0) {
                    value[0] = found.substring(0, Math.min(found.length(), buflen[0] - 1));
                }
                buflen[0] = found.length() + 1;
            }
        });
    }

    @Override
    public int MPI_Info_get(MPI_Info info, String key, int valuelen, String[] value, boolean[] flag) {
        return anyTime("MPI_Info_get", () -> {
            Info source = info(info);
            Info.checkKey(key);
            if (valuelen < 0) {
                throw new MpiFailure(MPI.MPI_ERR_ARG, "valuelen " + valuelen + " is negative (allowed 0 and more)");
            }
            checkOut(value, "value");
            checkOut(flag, "flag");
            String found = source.get(key);
            flag[0] = found != null;
            if (found != null) {
                value[0] = found.substring(0, Math.min(found.length(), valuelen));
            }
        });
    }

    @Override
    public int MPI_Info_get_valuelen(MPI_Info info, String key, int[] valuelen, boolean[] flag) {
        return anyTime("MPI_Info_get_valuelen", () -> {
            Info source = info(info);
            Info.checkKey(key);
            checkOut(valuelen, "valuelen");
            checkOut(flag, "flag");
            String found = source.get(key);
            flag[0] = found != null;
            if (found != null) {
                valuelen[0] = found.length();
            }
        });
    }

    /** What {@code handle} stands for, MPI_INFO_ENV included. */
    final Info info(MPI_Info handle) {
        if (handle == Predefined.INFO_ENV) {
            return environment();
        }
        if (handle instanceof Info info && !info.isFreed()) {
            return info;
        }
        throw new MpiFailure(
                MPI.MPI_ERR_INFO,
                handle == null
                        ? "info is Java's null: pass a handle, MPI_INFO_NULL where the standard allows it"
                        : handle == Predefined.INFO_NULL
                                ? "info is MPI_INFO_NULL: it was freed or never made"
                                : "info has been freed: a copy of its handle was kept");
    }

    /** Hints of a call: empty for MPI_INFO_NULL. */
    final Info hints(MPI_Info handle) {
        return handle == Predefined.INFO_NULL ? new Info() : info(handle);
    }

    private Info changeable(MPI_Info handle) {
        if (handle == Predefined.INFO_ENV) {
            throw new MpiFailure(MPI.MPI_ERR_INFO, "MPI_INFO_ENV is predefined: it stays as it is");
        }
        return info(handle);
    }

    private Info environment() {
        Info info = new Info();
        String command = System.getProperty("sun.java.command", "");
        if (!command.isEmpty()) {
            info.set("command", command.split(" ")[0]);
        }
        info.set("arch", System.getProperty("os.arch"));
        info.set("wdir", System.getProperty("user.dir"));
        info.set("thread_level", "MPI_THREAD_MULTIPLE");
        if (isInitialized() && !isFinalized()) {
            info.set("maxprocs", Integer.toString(rank().world().size()));
            info.set("host", rank().rankHost().hostName());
        }
        return info;
    }
}
