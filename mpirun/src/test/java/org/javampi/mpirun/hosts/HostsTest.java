package org.javampi.mpirun.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.javampi.job.slurm.NodeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How hosts are named: on the command line, in files of both dialects, by Slurm. */
class HostsTest {
    private static final int MANY = Integer.MAX_VALUE;

    /** A file system of these files. */
    private record Pretended(Map<String, List<String>> files) implements Hosts.Files {
        @Override
        public boolean isReadable(Path file) {
            return files.containsKey(name(file));
        }

        @Override
        public List<String> lines(Path file) throws IOException {
            if (!isReadable(file)) {
                throw new FileNotFoundException(file.toString());
            }
            return files.get(name(file));
        }

        /** With the separators of the tables above. */
        private static String name(Path file) {
            return file.toString().replace(file.getFileSystem().getSeparator(), "/");
        }
    }

    private static Hosts find(
            String hostfile, List<String> lists, Map<String, String> environment, Map<String, List<String>> files) {
        return Hosts.find(
                hostfile == null ? null : Path.of(hostfile), lists, environment, new Pretended(files), "self");
    }

    @Test
    void shouldReadBothDialectsOfHostfiles() {
        List<HostSlots> hosts = Hostfile.parse(
                List.of(
                        "# the rack",
                        "h1 slots=4 max_slots=8",
                        "",
                        "h2:4   # hydra's way",
                        "h3",
                        "h3",
                        "h1 slots = 2",
                        "10.0.0.7 max-slots=3",
                        "[2001:db8::1]:2",
                        "fe80::7"),
                "F");
        assertEquals(
                List.of(
                        new HostSlots("h1", 6, MANY),
                        new HostSlots("h2", 4, MANY),
                        new HostSlots("h3", 2, MANY),
                        new HostSlots("10.0.0.7", 1, 3),
                        new HostSlots("2001:db8::1", 2, MANY),
                        new HostSlots("fe80::7", 1, MANY)),
                hosts);
    }

    /** As editors, Windows and batch systems write them. */
    @Test
    void shouldReadFilesOfAllOrigins() {
        List<HostSlots> four = List.of(new HostSlots("h1", 4, MANY));
        assertEquals(four, Hostfile.parse(List.of("\ufeffh1 slots=4"), "F"));
        assertEquals(four, Hostfile.parse(List.of("h1 slots=4\r", "\r", "# end\r"), "F"));
        assertEquals(four, Hostfile.parse(List.of("\t h1\t SLOTS = 4  # comment"), "F"));
        assertEquals(four, Hostfile.parse(List.of("h1", "h1", "h1", "h1"), "F"));
        assertEquals(four, Hostfile.parse(List.of("h1:3", "h1 cpu=1"), "F"));
        assertEquals(
                List.of(new HostSlots("2001:db8::1", 2, MANY)), Hostfile.parse(List.of("[2001:db8::1] slots=2"), "F"));
        assertEquals(List.of(new HostSlots("me@h1", 2, MANY)), Hostfile.parse(List.of("me@h1 slots=2"), "F"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h1 slots=x | F line 2: 'x' is not a number of slots",
                "h1 slots=3 max_slots=2 | F line 2: max_slots=2 is less than the 3 slots of h1: raise it",
                "h1:2 slots=3 | F line 2: h1:2 and slots=3 contradict each other: leave out one",
                "h1:many | F line 2: 'many' is not a number of slots",
                "h1 slot=4 | F line 2: 'slot=4' is not known here; a line is: host slots=4",
                ":4 | F line 2: ':4' is no name of a host",
                "-oProxyCommand=x | F line 2: '-oProxyCommand=x' is no name of a host",
                "# nothing | F names no host"
            })
    void shouldNameTheLineThatIsWrong(String line, String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Hostfile.parse(List.of("# first", line), "F"));
        assertTrue(refusal.getMessage().startsWith(text), refusal.getMessage());
    }

    @Test
    void shouldReadHostLists() {
        assertEquals(List.of(new HostSlots("a", 3), new HostSlots("b", 1)), HostList.parse("a:2, b,a"));
        assertThrows(IllegalArgumentException.class, () -> HostList.parse("a,,b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c[1-2] | c1 c2",
                "host-[001-003,014] | host-001 host-002 host-003 host-014",
                "node[001,007-009],host2 | node001 node007 node008 node009 host2",
                "a[1-2]b[3-4] | a1b3 a1b4 a2b3 a2b4",
                "login | login",
                "x.y[1-2].org | x.y1.org x.y2.org",
                "n[8-11] | n8 n9 n10 n11",
                "n[08-11],m[098-100] | n08 n09 n10 n11 m098 m099 m100"
            })
    void shouldExpandNodeListsWithTheirPadding(String list, String names) {
        assertEquals(List.of(names.split(" ")), NodeList.expand(list));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"c[1-2", "c1-2]", "c[a-b]", "c[2-1]", "c[1-2],,d", "c[]"})
    void shouldRefuseWhatIsNoNodeList(String list) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> NodeList.expand(list));
        assertTrue(refusal.getMessage().contains("'" + list + "'"), refusal.getMessage());
    }

    @Test
    void shouldExpandCountsPerNode() {
        assertEquals(List.of(4, 4, 4, 2), NodeList.counts("4(x3),2"));
        assertEquals(List.of(1), NodeList.counts("1"));
        assertThrows(IllegalArgumentException.class, () -> NodeList.counts("4(x)"));
    }

    @Test
    void shouldTakeOptionsBeforeAnAllocationBeforeFiles() {
        Map<String, String> slurm = Map.of(
                "SLURM_JOB_ID", "7",
                "SLURM_JOB_NODELIST", "n[1-3]",
                "SLURM_TASKS_PER_NODE", "4(x2),2",
                "HYDRA_HOST_FILE", "/h");
        Map<String, List<String>> files = Map.of(
                "/f", List.of("a slots=2", "b"),
                "/h", List.of("k1:8"),
                "/etc/mpi/hostfile", List.of("w1 slots=2"));
        assertEquals(
                new Hosts(List.of(new HostSlots("a", 2), new HostSlots("b", 1)), Hosts.Source.OPTIONS),
                find("/f", List.of(), slurm, files));
        assertEquals(
                new Hosts(List.of(new HostSlots("c", 2)), Hosts.Source.OPTIONS),
                find(null, List.of("c:2"), slurm, files));
        assertEquals(
                new Hosts(
                        List.of(new HostSlots("n1", 4), new HostSlots("n2", 4), new HostSlots("n3", 2)),
                        Hosts.Source.SLURM),
                find(null, List.of(), slurm, files));
        assertEquals(
                new Hosts(List.of(new HostSlots("k1", 8)), Hosts.Source.AGREED_FILE),
                find(null, List.of(), Map.of("HYDRA_HOST_FILE", "/h"), files));
        assertEquals(
                new Hosts(List.of(new HostSlots("w1", 2)), Hosts.Source.AGREED_FILE),
                find(null, List.of(), Map.of(), files));
        assertEquals(
                new Hosts(List.of(new HostSlots("self", 1)), Hosts.Source.NOBODY),
                find(null, List.of(), Map.of(), Map.of()));
    }

    @Test
    void shouldTakeCpusWhereSlurmCountsNoTasks() {
        Hosts hosts = find(
                null,
                List.of(),
                Map.of(
                        "SLURM_JOB_ID", "7",
                        "SLURM_JOB_NODELIST", "n[1-2]",
                        "SLURM_JOB_CPUS_PER_NODE", "16(x2)"),
                Map.of());
        assertEquals(32, hosts.slots());
    }

    @Test
    void shouldChooseFromAHostfileByNames() {
        Map<String, List<String>> files = Map.of("/f", List.of("a slots=2", "b slots=3"));
        assertEquals(
                List.of(new HostSlots("b", 3)),
                find("/f", List.of("b"), Map.of(), files).all());
        var refusal = assertThrows(IllegalArgumentException.class, () -> find("/f", List.of("c"), Map.of(), files));
        assertTrue(refusal.getMessage().contains("does not name it"), refusal.getMessage());
    }

    @Test
    void shouldReadTheNodeFilesOfBatchSystems() {
        Map<String, List<String>> files = Map.of(
                "/pbs", List.of("n1", "n1", "n2"),
                "/lsf", List.of("b1", "b2", "b2"),
                "/sge", List.of("g1 2 all.q@g1 UNDEFINED", "g2 3 all.q@g2 <NULL>", ""));
        assertEquals(
                new Hosts(List.of(new HostSlots("n1", 2), new HostSlots("n2", 1)), Hosts.Source.BATCH, BatchSystem.PBS),
                find(null, List.of(), Map.of("PBS_NODEFILE", "/pbs"), files));
        assertEquals(
                List.of(new HostSlots("b1", 1), new HostSlots("b2", 2)),
                find(null, List.of(), Map.of("LSB_DJOB_HOSTFILE", "/lsf", "LSB_MCPU_HOSTS", "x 9"), files)
                        .all());
        assertEquals(
                List.of(new HostSlots("b1", 4), new HostSlots("b2", 2)),
                find(null, List.of(), Map.of("LSB_MCPU_HOSTS", "b1 4 b2 2 "), files)
                        .all());
        assertEquals(
                List.of(new HostSlots("g1", 2), new HostSlots("g2", 3)),
                find(null, List.of(), Map.of("PE_HOSTFILE", "/sge"), files).all());
        assertEquals(
                Hosts.Source.OPTIONS,
                find(null, List.of("h"), Map.of("PBS_NODEFILE", "/pbs"), files).source());
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> find(null, List.of(), Map.of("PE_HOSTFILE", "/gone"), files));
        assertEquals("PE_HOSTFILE=/gone: there is no such file that can be read", refusal.getMessage());
    }

    @Test
    void shouldStartAgentsAsTheBatchSystemDoes() {
        assertEquals(
                List.of("/sge/bin/lx/qrsh", "-inherit"),
                BatchSystem.SGE.starter(Map.of("SGE_ROOT", "/sge", "ARC", "lx")));
        List<String> agent = List.of("java", "-cp", "a b", "Agent");
        assertEquals(
                List.of("blaunch", "b2", "java", "-cp", "a b", "Agent"),
                new RemoteStart(RemoteStart.Kind.SSH, BatchSystem.LSF.starter(Map.of()), List.of(false))
                        .command(List.of("b2"), agent));
        assertEquals(
                "exec java -cp 'a b' Agent",
                new RemoteStart(RemoteStart.Kind.SSH, BatchSystem.PBS.starter(Map.of()), List.of(false))
                        .command(List.of("n2"), agent)
                        .get(5));
    }
}
