package org.javampi.conformance.communicators;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Group;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Groups (MPI-1.1 §5.3). */
class GroupsTest {
    private static final int SEEDS = Integer.getInteger("conformance.seeds", 200);

    private MPI_Group world;

    private MPI_Group of(int... ranks) {
        return MPI_Group_incl(world, ranks.length, ranks);
    }

    /** World ranks of the members, in order. */
    private int[] members(MPI_Group group) {
        int n = MPI_Group_size(group);
        int[] all = IntStream.range(0, n).toArray();
        int[] found = new int[n];
        MPI_Group_translate_ranks(group, n, all, world, found);
        return found;
    }

    private static void free(MPI_Group... groups) {
        for (MPI_Group group : groups) {
            MPI_Group_free(new MPI_Group[] {group});
        }
    }

    @Spmd(4)
    @Rule({"GRP-001", "GRP-002", "GRP-003", "GRP-004", "GRP-007", "GRP-008"})
    void shouldCombineLocallyAndKeepTheOrder() {
        world = MPI_Comm_group(MPI_COMM_WORLD);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        if (rank != 0) {
            free(world);
            return;
        }
        MPI_Group a = of(3, 1);
        MPI_Group b = of(0, 1, 2);
        MPI_Group c = of(3, 1, 0);
        assertArrayEquals(new int[] {3, 1, 0, 2}, members(MPI_Group_union(a, b)));
        assertArrayEquals(new int[] {1, 0}, members(MPI_Group_intersection(c, b)));
        assertArrayEquals(new int[] {3}, members(MPI_Group_difference(c, b)));
        assertEquals(MPI_UNDEFINED, MPI_Group_rank(a));
        assertEquals(2, MPI_Group_rank(c));
        assertEquals(0, MPI_Group_size(of()));
        assertArrayEquals(new int[] {3, 0}, members(MPI_Group_excl(c, 1, new int[] {1})));
        assertEquals(MPI_IDENT, MPI_Group_compare(c, MPI_Group_excl(c, 0, new int[0])));
        free(a, b, c, world);
    }

    @Spmd(1)
    @Rule({"GRP-005", "GRP-006", "GEN-005"})
    void shouldTakeTheEmptyGroupButNotTheNullGroup() {
        world = MPI_Comm_group(MPI_COMM_WORLD);
        MPI_Group none = MPI_Group_difference(world, world);
        assertEquals(0, MPI_Group_size(none));
        assertEquals(MPI_IDENT, MPI_Group_compare(none, MPI_GROUP_EMPTY));
        assertEquals(MPI_IDENT, MPI_Group_compare(MPI_GROUP_EMPTY, MPI_GROUP_EMPTY));
        assertEquals(MPI_UNEQUAL, MPI_Group_compare(world, MPI_GROUP_EMPTY));
        assertEquals(MPI_IDENT, MPI_Group_compare(world, MPI_Group_union(MPI_GROUP_EMPTY, world)));
        assertEquals(0, MPI_Group_size(MPI_Group_intersection(MPI_GROUP_EMPTY, world)));
        MPI_Group_translate_ranks(MPI_GROUP_EMPTY, 0, new int[0], world, new int[0]);
        assertEquals(MPI_UNDEFINED, MPI_Group_rank(MPI_GROUP_EMPTY));
        Errors.expect(MPI_ERR_GROUP, () -> MPI_Group_size(MPI_GROUP_NULL));
        Errors.expect(MPI_ERR_GROUP, () -> MPI_Group_union(MPI_GROUP_NULL, world));
        Errors.expect(MPI_ERR_GROUP, () -> MPI_Group_compare(world, MPI_GROUP_NULL));
        free(world);
    }

    @Spmd(8)
    @Rule({"GRP-009", "GRP-010", "GRP-011", "GRP-012"})
    void shouldExpandRanges() {
        world = MPI_Comm_group(MPI_COMM_WORLD);
        int[][][] ranges = {{{0, 6, 4}}, {{5, 0, -2}}, {{7, 7, 1}}, {{6, 7, 1}, {4, 0, -4}, {1, 3, 2}}};
        int[][] expanded = {{0, 4}, {5, 3, 1}, {7}, {6, 7, 4, 0, 1, 3}};
        for (int i = 0; i < ranges.length; i++) {
            int n = ranges[i].length;
            int[] inside = members(MPI_Group_range_incl(world, n, ranges[i]));
            assertArrayEquals(expanded[i], inside);
            assertArrayEquals(
                    members(MPI_Group_excl(world, expanded[i].length, expanded[i])),
                    members(MPI_Group_range_excl(world, n, ranges[i])));
        }
        int[] bad = {MPI_ERR_RANK, MPI_ERR_ARG};
        Errors.expectOneOf(bad, () -> MPI_Group_range_incl(world, 1, new int[][] {{0, 3, 0}}));
        Errors.expectOneOf(bad, () -> MPI_Group_range_incl(world, 1, new int[][] {{0, 8, 1}}));
        Errors.expectOneOf(bad, () -> MPI_Group_range_incl(world, 2, new int[][] {{0, 3, 1}, {3, 5, 1}}));
        Errors.expect(MPI_ERR_RANK, () -> of(1, 1));
        Errors.expect(MPI_ERR_RANK, () -> of(8));
        Errors.expect(MPI_ERR_RANK, () -> MPI_Group_excl(world, 1, new int[] {-1}));
        free(world);
    }

    @Spmd(4)
    @Rule({"GRP-013", "GRP-014", "GRP-015"})
    void shouldCompareAndTranslate() {
        world = MPI_Comm_group(MPI_COMM_WORLD);
        MPI_Group a = of(2, 0, 3);
        MPI_Group b = of(2, 0, 3);
        MPI_Group c = of(0, 2, 3);
        assertEquals(MPI_IDENT, MPI_Group_compare(a, b));
        assertEquals(MPI_SIMILAR, MPI_Group_compare(a, c));
        assertEquals(MPI_UNEQUAL, MPI_Group_compare(a, world));
        int[] found = {-7, -7, -7, -7, -7};
        MPI_Group_translate_ranks(world, 4, new int[] {0, 1, 2, 3}, a, found);
        assertArrayEquals(new int[] {1, MPI_UNDEFINED, 0, 2, -7}, found);
        MPI_Group_translate_ranks(a, 1, new int[] {MPI_PROC_NULL}, c, found);
        assertEquals(MPI_PROC_NULL, found[0]);
        MPI_Group_translate_ranks(a, 0, new int[0], c, new int[0]);
        free(a, b, c, world);
    }

    @Spmd(2)
    @Rule({"GRP-016", "GRP-017", "GEN-006"})
    void shouldLiveIndependentlyOfCommunicators() {
        world = MPI_Comm_group(MPI_COMM_WORLD);
        MPI_Comm[] dup = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Group[] group = {MPI_Comm_group(dup[0])};
        MPI_Comm_free(dup);
        assertEquals(2, MPI_Group_size(group[0]));
        MPI_Comm made = MPI_Comm_create(MPI_COMM_WORLD, group[0]);
        MPI_Group_free(group);
        assertSame(MPI_GROUP_NULL, group[0]);
        int[] sum = new int[1];
        MPI_Allreduce(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, made);
        assertEquals(2, sum[0]);
        MPI_Comm_free(new MPI_Comm[] {made});
        free(world);
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(i -> i).toArray();
    }

    private static List<Integer> choice(Random random, int size) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(all, random);
        return all.subList(0, random.nextInt(size + 1));
    }

    @Spmd(7)
    @Rule({"GRP-003", "GRP-004", "GRP-007", "GRP-008", "GRP-012", "GRP-013", "GRP-014"})
    void shouldEqualAlgebraOnLists() {
        world = MPI_Comm_group(MPI_COMM_WORLD);
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            String what = "seed " + seed;
            List<Integer> x = choice(random, 7);
            List<Integer> y = choice(random, 7);
            MPI_Group a = of(array(x));
            MPI_Group b = of(array(y));
            List<Integer> union = new ArrayList<>(x);
            y.stream().filter(r -> !x.contains(r)).forEach(union::add);
            assertArrayEquals(array(union), members(MPI_Group_union(a, b)), what);
            assertArrayEquals(
                    x.stream().filter(y::contains).mapToInt(i -> i).toArray(),
                    members(MPI_Group_intersection(a, b)),
                    what);
            assertArrayEquals(
                    x.stream().filter(r -> !y.contains(r)).mapToInt(i -> i).toArray(),
                    members(MPI_Group_difference(a, b)),
                    what);
            List<Integer> some = choice(random, Math.max(1, x.size()));
            if (!x.isEmpty()) {
                int[] ranks = array(some);
                int[][] ranges = some.stream().map(r -> new int[] {r, r, 1}).toArray(int[][]::new);
                MPI_Group one = MPI_Group_incl(a, ranks.length, ranks);
                MPI_Group same = MPI_Group_range_incl(a, ranges.length, ranges);
                assertEquals(MPI_IDENT, MPI_Group_compare(one, same), what);
                assertArrayEquals(some.stream().mapToInt(x::get).toArray(), members(one), what);
            }
            int expected =
                    x.equals(y) ? MPI_IDENT : x.size() == y.size() && x.containsAll(y) ? MPI_SIMILAR : MPI_UNEQUAL;
            assertEquals(expected, MPI_Group_compare(a, b), what);
            int[] found = new int[x.size()];
            MPI_Group_translate_ranks(a, x.size(), IntStream.range(0, x.size()).toArray(), b, found);
            for (int i = 0; i < found.length; i++) {
                int at = y.indexOf(x.get(i));
                assertEquals(at < 0 ? MPI_UNDEFINED : at, found[i], what);
            }
        }
        free(world);
    }
}
