package org.javampi.conformance.datatypes;

import static org.javampi.MPI.*;
import static org.javampi.conformance.datatypes.Types.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.javampi.MPI_Datatype;
import org.javampi.conformance.harness.Catalogue;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** The numbers of {@code datatype-vectors.tsv}: bounds, sizes and the order of entries. */
class VectorsTest {
    private final Map<String, MPI_Datatype> made = new HashMap<>();

    private MPI_Datatype make(String id) {
        MPI_Datatype known = made.get(id);
        if (known == null) {
            known = construct(id);
            made.put(id, known);
        }
        return known;
    }

    private MPI_Datatype construct(String id) {
        return switch (id) {
            case "DC" -> doubleChar();
            case "CD" -> struct(new int[] {1, 1}, new long[] {0, 1}, MPI_CHAR, MPI_DOUBLE);
            case "DC-contig3" -> MPI_Type_contiguous(3, make("DC"));
            case "DC-vec234" -> MPI_Type_vector(2, 3, 4, make("DC"));
            case "DC-vec31m2" -> MPI_Type_vector(3, 1, -2, make("DC"));
            case "DC-indexed" -> MPI_Type_indexed(2, new int[] {3, 1}, new int[] {4, 0}, make("DC"));
            case "STRUCT" -> struct(new int[] {2, 1, 3}, new long[] {0, 16, 26}, MPI_FLOAT, make("DC"), MPI_CHAR);
            case "LBUB" -> bounded(-3, 6);
            case "LBUB-contig2" -> MPI_Type_contiguous(2, make("LBUB"));
            case "LBUB-vec" -> MPI_Type_vector(3, 2, 3, make("LBUB"));
            case "LB-only" -> struct(new int[] {1, 1}, new long[] {-3, 0}, MPI_LB, MPI_INT);
            case "UB-only" -> struct(new int[] {1, 1}, new long[] {0, 6}, MPI_INT, MPI_UB);
            case "UB-sticky-low" -> struct(new int[] {1, 1}, new long[] {0, 2}, make("LBUB"), MPI_UB);
            case "UB-sticky-high" -> struct(new int[] {1, 1}, new long[] {0, 20}, make("LBUB"), MPI_UB);
            case "LB-sticky" -> struct(new int[] {1, 1}, new long[] {-10, 0}, MPI_LB, make("LBUB"));
            case "ROW" -> MPI_Type_vector(100, 1, 100, MPI_FLOAT);
            case "ROW1" -> struct(new int[] {1, 1}, new long[] {0, 4}, make("ROW"), MPI_UB);
            case "ROW1-contig100" -> MPI_Type_contiguous(100, make("ROW1"));
            case "XPOSE" -> MPI_Type_hvector(100, 1, 4, make("ROW"));
            case "SECTION3D" ->
                MPI_Type_hvector(9, 1, 40000, MPI_Type_hvector(9, 1, 400, MPI_Type_vector(9, 1, 2, MPI_FLOAT)));
            case "TRI" -> triangle();
            case "PARTICLE" -> struct(new int[] {1, 6, 7}, new long[] {0, 8, 56}, MPI_INT, MPI_DOUBLE, MPI_CHAR);
            case "NEG" -> struct(new int[] {1, 4, 1}, new long[] {6, 0, -3}, MPI_LB, MPI_BYTE, MPI_UB);
            case "NEG-contig3" -> MPI_Type_contiguous(3, make("NEG"));
            case "NEG-vec34m5" -> MPI_Type_vector(3, 4, -5, make("NEG"));
            case "VECNEG-INT" -> MPI_Type_vector(3, 1, -2, MPI_INT);
            case "OVERLAP" -> MPI_Type_vector(2, 3, 2, MPI_INT);
            case "HVEC-UNAL" -> MPI_Type_hvector(2, 1, 5, MPI_SHORT);
            case "NEST-LB" ->
                MPI_Type_hindexed(
                        1,
                        new int[] {1},
                        new long[] {1},
                        MPI_Type_hindexed(1, new int[] {1}, new long[] {3}, MPI_BYTE));
            case "SHORT-AT1" -> struct(new int[] {1}, new long[] {1}, MPI_SHORT);
            case "CHAR3-INT8" -> struct(new int[] {1, 1}, new long[] {3, 8}, MPI_CHAR, MPI_INT);
            case "ZERO-BLOCK" -> struct(new int[] {1, 0}, new long[] {0, 1000}, MPI_INT, MPI_DOUBLE);
            case "EMPTY" -> MPI_Type_contiguous(0, MPI_INT);
            case "MARKERS" -> struct(new int[] {1, 1}, new long[] {-4, 12}, MPI_LB, MPI_UB);
            case "FLOAT_INT" -> MPI_FLOAT_INT;
            case "DOUBLE_INT" -> MPI_DOUBLE_INT;
            case "LONG_INT" -> MPI_LONG_INT;
            case "2INT" -> MPI_2INT;
            case "SHORT_INT" -> MPI_SHORT_INT;
            default -> throw new AssertionError("no constructor for vector " + id);
        };
    }

    private static MPI_Datatype triangle() {
        int[] lengths = new int[100];
        int[] places = new int[100];
        for (int i = 0; i < 100; i++) {
            lengths[i] = 99 - i;
            places[i] = i * 100 + i + 1;
        }
        return MPI_Type_indexed(100, lengths, places, MPI_FLOAT);
    }

    @Spmd(1)
    @Rule({
        "DDT-001", "DDT-002", "DDT-003", "DDT-005", "DDT-006", "DDT-007", "DDT-008", "DDT-009",
        "DDT-010", "DDT-012", "DDT-014", "DDT-015", "DDT-016", "DDT-019", "DDT-020", "DDT-021",
        "DDT-022", "DDT-043"
    })
    void shouldHaveTheSizesAndBoundsOfTheTable() {
        for (String[] row : Catalogue.table("datatype-vectors")) {
            MPI_Datatype type = make(row[0]);
            assertEquals(Integer.parseInt(row[2]), MPI_Type_size(type), row[0] + " size");
            assertEquals(Long.parseLong(row[3]), MPI_Type_lb(type), row[0] + " lower bound");
            assertEquals(Long.parseLong(row[4]), MPI_Type_ub(type), row[0] + " upper bound");
            assertEquals(Long.parseLong(row[5]), MPI_Type_extent(type), row[0] + " extent");
        }
        for (MPI_Datatype marker : new MPI_Datatype[] {MPI_LB, MPI_UB}) {
            assertEquals(0, MPI_Type_size(marker));
            assertEquals(0, MPI_Type_extent(marker));
        }
        made.forEach((id, type) -> {
            if (!id.endsWith("_INT") && !id.equals("2INT")) {
                free(type);
            }
        });
    }

    @Spmd(1)
    @Rule({"DDT-008", "DDT-009", "DDT-013", "DDT-024", "DDT-045"})
    void shouldPackInTheOrderOfTheTypeMap() {
        int base = 100;
        for (String[] row : Catalogue.table("datatype-vectors")) {
            if (row[7].equals("(none)") || row[7].contains("...")) {
                continue;
            }
            byte[] memory = new byte[400];
            for (int i = 0; i < memory.length; i++) {
                memory[i] = (byte) (i * 7 + i / 37);
            }
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            for (String entry : row[7].split(" ")) {
                String[] parts = entry.split("@");
                int start = base + Integer.parseInt(parts[1]);
                expected.write(memory, start, bytesOf(parts[0]));
            }
            MPI_Datatype type = make(row[0]);
            commit(type);
            assertArrayEquals(expected.toByteArray(), pack(at(memory, base), 1, type), row[0]);
        }
    }

    private static int bytesOf(String name) {
        return switch (name) {
            case "DOUBLE", "LONG" -> 8;
            case "FLOAT", "INT" -> 4;
            case "SHORT" -> 2;
            default -> 1;
        };
    }
}
