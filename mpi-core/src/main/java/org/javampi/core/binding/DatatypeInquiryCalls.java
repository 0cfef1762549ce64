package org.javampi.core.binding;

import java.lang.reflect.Array;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Type_copy_attr_function;
import org.javampi.MPI_Type_delete_attr_function;
import org.javampi.Predefined;
import org.javampi.core.attribute.Attributes;
import org.javampi.core.attribute.DatatypeKeyval;
import org.javampi.core.attribute.Keyval;
import org.javampi.core.datatype.Construction;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** What a datatype is and how it was made, its name and its attributes (MPI-4.1 §5.1, §7.7.4, §7.8). */
abstract class DatatypeInquiryCalls extends InfoCalls {
    /** Attributes of types that have some, until the types are freed. */
    private Map<Datatype, Attributes<MPI_Datatype>> attributes = new LinkedHashMap<>();

    /** Names that this rank has given to predefined types, which all ranks of a VM share. */
    private Map<Datatype, String> predefinedNames = new LinkedHashMap<>();

    DatatypeInquiryCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    final DatatypeNotes datatypeNotes() {
        synchronized (this) {
            return new DatatypeNotes(new LinkedHashMap<>(attributes), new LinkedHashMap<>(predefinedNames));
        }
    }

    /** Goes on with the attributes and names of another life. */
    final void revive(DatatypeNotes notes) {
        synchronized (this) {
            attributes = notes.attributes();
            predefinedNames = notes.predefinedNames();
        }
    }

    @Override
    public int MPI_Type_get_true_extent(MPI_Datatype datatype, long[] true_lb, long[] true_extent) {
        return guard("MPI_Type_get_true_extent", () -> trueExtent(datatype, true_lb, true_extent));
    }

    static void trueExtent(MPI_Datatype datatype, long[] lowerBound, long[] extent) {
        Datatype type = Datatypes.of(datatype);
        checkOut(lowerBound, "true_lb");
        checkOut(extent, "true_extent");
        lowerBound[0] = type.trueLowerBound();
        extent[0] = type.trueUpperBound() - type.trueLowerBound();
    }

    @Override
    public int MPI_Type_get_envelope(
            MPI_Datatype datatype, int[] num_integers, int[] num_addresses, int[] num_datatypes, int[] combiner) {
        return guard("MPI_Type_get_envelope", () -> {
            Construction how = Datatypes.of(datatype).construction();
            checkOut(num_integers, "num_integers");
            checkOut(num_addresses, "num_addresses");
            checkOut(num_datatypes, "num_datatypes");
            checkOut(combiner, "combiner");
            checkSmall(how);
            num_integers[0] = how == null ? 0 : how.integers().length;
            num_addresses[0] = how == null ? 0 : how.addresses().length;
            num_datatypes[0] = how == null ? 0 : how.types().length;
            combiner[0] = how == null ? MPI.MPI_COMBINER_NAMED : how.combiner();
        });
    }

    @Override
    public int MPI_Type_get_contents(
            MPI_Datatype datatype,
            int max_integers,
            int max_addresses,
            int max_datatypes,
            int[] array_of_integers,
            long[] array_of_addresses,
            MPI_Datatype[] array_of_datatypes) {
        return guard("MPI_Type_get_contents", () -> {
            Construction how = derived(datatype);
            checkSmall(how);
            checkMaximum(max_integers, how.integers().length, "max_integers");
            checkMaximum(max_addresses, how.addresses().length, "max_addresses");
            checkMaximum(max_datatypes, how.types().length, "max_datatypes");
            give(how, array_of_integers, array_of_addresses, array_of_datatypes);
        });
    }

    /** Fills the caller's arrays; each is looked at before any is filled. */
    final void give(Construction how, int[] integers, long[] addresses, MPI_Datatype[] types) {
        checkFits(how.integers().length, integers, "array_of_integers");
        checkFits(how.addresses().length, addresses, "array_of_addresses");
        checkFits(how.types().length, types, "array_of_datatypes");
        for (int i = 0; i < how.types().length; i++) {
            Datatype type = how.types()[i];
            types[i] = type.isPredefined() ? type.handle() : type.copy();
        }
        copy(how.integers(), integers);
        copy(how.addresses(), addresses);
    }

    static void checkFits(int length, Object array, String name) {
        if (length > 0) {
            checkRoom(array, length, name);
        }
    }

    static void copy(Object from, Object to) {
        int length = Array.getLength(from);
        if (length > 0) {
            System.arraycopy(from, 0, to, 0, length);
        }
    }

    final Construction derived(MPI_Datatype datatype) {
        Datatype type = Datatypes.of(datatype);
        if (type.construction() == null) {
            throw new MpiFailure(
                    MPI.MPI_ERR_TYPE, type + " is predefined: it was not made of anything (MPI_COMBINER_NAMED)");
        }
        return type.construction();
    }

    private static void checkSmall(Construction how) {
        if (how != null && how.large()) {
            throw new MpiFailure(
                    MPI.MPI_ERR_TYPE,
                    "the type was made with large counts: ask MPI_Type_get_envelope_c and MPI_Type_get_contents_c");
        }
    }

    static void checkMaximum(long maximum, long needed, String name) {
        if (maximum < needed) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    name + " " + maximum + " is too small: the type has " + needed
                            + ", which MPI_Type_get_envelope tells");
        }
    }

    @Override
    public int MPI_Type_match_size(int typeclass, int size, MPI_Datatype[] datatype) {
        return guard("MPI_Type_match_size", () -> {
            checkOut(datatype, "datatype");
            MPI_Datatype found = matching(typeclass, size);
            if (found == null) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "there is no type of class " + typeclass + " with " + size
                                + " bytes (MPI_TYPECLASS_INTEGER has 1, 2, 4, 8; MPI_TYPECLASS_REAL 4, 8)");
            }
            datatype[0] = found;
        });
    }

    private static MPI_Datatype matching(int typeClass, int size) {
        if (typeClass == MPI.MPI_TYPECLASS_REAL) {
            return size == 4 ? Predefined.FLOAT : size == 8 ? Predefined.DOUBLE : null;
        }
        if (typeClass != MPI.MPI_TYPECLASS_INTEGER) {
            return null;
        }
        return switch (size) {
            case 1 -> Predefined.SIGNED_CHAR;
            case 2 -> Predefined.SHORT;
            case 4 -> Predefined.INT;
            case 8 -> Predefined.LONG;
            default -> null;
        };
    }

    // ---- Names

    @Override
    public int MPI_Type_set_name(MPI_Datatype datatype, String type_name) {
        return guard("MPI_Type_set_name", () -> {
            Datatype type = Datatypes.of(datatype);
            String name = CommunicatorCalls.objectName(type_name, "type_name");
            if (type.isPredefined()) {
                synchronized (this) {
                    predefinedNames.put(type, name);
                }
            } else {
                type.setLabel(name);
            }
        });
    }

    @Override
    public int MPI_Type_get_name(MPI_Datatype datatype, String[] type_name, int[] resultlen) {
        return guard("MPI_Type_get_name", () -> {
            Datatype type = Datatypes.of(datatype);
            checkOut(type_name, "type_name");
            checkOut(resultlen, "resultlen");
            synchronized (this) {
                type_name[0] = type.isPredefined() ? predefinedNames.getOrDefault(type, type.toString()) : type.label();
            }
            resultlen[0] = type_name[0].length();
        });
    }

    // ---- Attributes

    @Override
    public int MPI_Type_create_keyval(
            MPI_Type_copy_attr_function type_copy_attr_fn,
            MPI_Type_delete_attr_function type_delete_attr_fn,
            int[] type_keyval,
            Object extra_state) {
        return guard("MPI_Type_create_keyval", () -> {
            checkNotNull(type_copy_attr_fn, "type_copy_attr_fn");
            checkNotNull(type_delete_attr_fn, "type_delete_attr_fn");
            checkOut(type_keyval, "type_keyval");
            type_keyval[0] = keyvals()
                    .createForDatatypes(type_copy_attr_fn, type_delete_attr_fn, extra_state)
                    .number();
        });
    }

    @Override
    public int MPI_Type_free_keyval(int[] type_keyval) {
        return guard("MPI_Type_free_keyval", () -> {
            checkOut(type_keyval, "type_keyval");
            free(key(type_keyval[0]), MPI.MPI_ERR_KEYVAL);
            type_keyval[0] = MPI.MPI_KEYVAL_INVALID;
        });
    }

    @Override
    public int MPI_Type_set_attr(MPI_Datatype datatype, int type_keyval, Object attribute_val) {
        return guard("MPI_Type_set_attr", () -> {
            Datatype type = Datatypes.of(datatype);
            DatatypeKeyval key = key(type_keyval);
            attributesOf(type).set(type.handle(), key, attribute_val, keyvals());
        });
    }

    @Override
    public int MPI_Type_get_attr(MPI_Datatype datatype, int type_keyval, Object[] attribute_val, boolean[] flag) {
        return guard("MPI_Type_get_attr", () -> {
            Attributes<MPI_Datatype> own = attributesOf(Datatypes.of(datatype));
            checkOut(attribute_val, "attribute_val");
            checkOut(flag, "flag");
            DatatypeKeyval key = key(type_keyval);
            Object found = own.find(key);
            flag[0] = found != Attributes.NONE;
            if (flag[0]) {
                attribute_val[0] = found;
            }
        });
    }

    @Override
    public int MPI_Type_delete_attr(MPI_Datatype datatype, int type_keyval) {
        return guard("MPI_Type_delete_attr", () -> {
            Datatype type = Datatypes.of(datatype);
            DatatypeKeyval key = key(type_keyval);
            Attributes<MPI_Datatype> own = attributesOf(type);
            if (!own.delete(type.handle(), key, keyvals()) && own.find(key) == Attributes.NONE) {
                throw new MpiFailure(
                        MPI.MPI_ERR_KEYVAL,
                        "keyval " + type_keyval + " has no value on " + type + ": nothing to delete");
            }
        });
    }

    @Override
    public int MPI_Type_dup(MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return guard("MPI_Type_dup", () -> {
            Datatype old = Datatypes.of(oldtype);
            checkOut(newtype, "newtype");
            Datatype duplicate = old.duplicate();
            attributesOf(old).copyTo(attributesOf(duplicate), old.handle(), keyvals());
            newtype[0] = duplicate;
        });
    }

    @Override
    final void beforeFreeing(Datatype type) {
        Attributes<MPI_Datatype> own;
        synchronized (this) {
            own = attributes.get(type);
        }
        if (own != null) {
            own.deleteAll(type.handle(), keyvals());
            synchronized (this) {
                attributes.remove(type);
            }
        }
    }

    private Attributes<MPI_Datatype> attributesOf(Datatype type) {
        synchronized (this) {
            Attributes<MPI_Datatype> own = attributes.get(type);
            if (own == null) {
                own = new Attributes<>();
                attributes.put(type, own);
            }
            return own;
        }
    }

    private DatatypeKeyval key(int number) {
        Keyval<?> key = keyvals().find(number);
        if (key instanceof DatatypeKeyval ofDatatypes) {
            return ofDatatypes;
        }
        throw unusable(number, key, "a datatype", MPI.MPI_ERR_KEYVAL);
    }
}
