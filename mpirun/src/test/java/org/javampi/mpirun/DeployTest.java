package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;

/** The files in deploy: fields that the published schemas know, and scripts that a shell can read. */
class DeployTest {
    private static final Path DEPLOY = Path.of("..", "deploy");

    /** Fields of a pod (Kubernetes API reference, core/v1 PodSpec), as far as they are used. */
    private static final String POD = "(restartPolicy"
            + "|containers(\\.(name|image|command|args|securityContext\\.runAsUser|resources\\.limits\\.(cpu|memory)"
            + "|volumeMounts\\.(name|mountPath)))"
            + "|volumes\\.(name|emptyDir\\.(medium|sizeLimit)))";

    /** batch/v1 JobSpec. */
    private static final Pattern JOB = Pattern.compile(
            "apiVersion|kind|metadata\\.name|spec\\.(backoffLimit|activeDeadlineSeconds|template\\.spec\\." + POD
                    + ")");

    /** kubeflow.org/v2beta1 MPIJobSpec (mpi-operator, pkg/apis/kubeflow/v2beta1/types.go). */
    private static final Pattern MPI_JOB = Pattern.compile("apiVersion|kind|metadata\\.name|spec\\.(slotsPerWorker"
            + "|runPolicy\\.(cleanPodPolicy|ttlSecondsAfterFinished|activeDeadlineSeconds|backoffLimit|suspend)"
            + "|sshAuthMountPath|mpiImplementation"
            + "|mpiReplicaSpecs\\.(Launcher|Worker)\\.(replicas|restartPolicy|template\\.spec\\." + POD + "))");

    private static final Pattern LINE = Pattern.compile("( *)(- )?([A-Za-z]+): *(.*)");

    /** The leaves of a manifest, by their paths; this reads no more of YAML than manifests of such a kind have. */
    private static Map<String, String> leaves(Path file) throws IOException {
        Map<String, String> leaves = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        List<Integer> indents = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            assertTrue(matcher.matches(), file + ": " + line);
            int indent = matcher.group(1).length() + (matcher.group(2) == null ? 0 : 2);
            while (!indents.isEmpty() && indents.get(indents.size() - 1) >= indent) {
                indents.remove(indents.size() - 1);
                names.remove(names.size() - 1);
            }
            indents.add(indent);
            names.add(matcher.group(3));
            if (!matcher.group(4).isEmpty()) {
                leaves.put(String.join(".", names), matcher.group(4));
            }
        }
        return leaves;
    }

    private static void assertKnown(Pattern fields, Map<String, String> leaves) {
        TreeSet<String> unknown = new TreeSet<>(leaves.keySet());
        unknown.removeIf(field -> fields.matcher(field).matches());
        assertEquals(new TreeSet<>(), unknown);
    }

    @Test
    void shouldHaveAnMpiJobThatTheOperatorKnows() throws IOException {
        Map<String, String> job = leaves(DEPLOY.resolve("kubernetes/mpijob.yaml"));
        assertKnown(MPI_JOB, job);
        assertEquals("kubeflow.org/v2beta1", job.get("apiVersion"));
        assertEquals("MPIJob", job.get("kind"));
        assertTrue(List.of("OpenMPI", "Intel", "MPICH").contains(job.get("spec.mpiImplementation")));
        assertTrue(List.of("All", "Running", "None").contains(job.get("spec.runPolicy.cleanPodPolicy")));
        assertEquals("1", job.get("spec.mpiReplicaSpecs.Launcher.replicas"));
        String configuration = Files.readString(DEPLOY.resolve("container/sshd_config"));
        assertTrue(
                configuration.contains("HostKey " + job.get("spec.sshAuthMountPath") + "/id_rsa"),
                "the operator mounts its keys there");
    }

    @Test
    void shouldHaveAPlainJob() throws IOException {
        Map<String, String> job = leaves(DEPLOY.resolve("kubernetes/job.yaml"));
        assertKnown(JOB, job);
        assertEquals("batch/v1", job.get("apiVersion"));
        assertTrue(List.of("Never", "OnFailure").contains(job.get("spec.template.spec.restartPolicy")));
    }

    @Test
    void shouldCopyIntoTheImageWhatTheBuildMakes() throws IOException {
        List<String> copied = Files.readAllLines(DEPLOY.resolve("container/Containerfile")).stream()
                .filter(line -> line.startsWith("COPY "))
                .map(line -> line.split(" ")[1])
                .toList();
        assertEquals(List.of("mpirun/target/javampi-0.1.0/javampi-0.1.0", "deploy/container/sshd_config"), copied);
        assertTrue(Files.readString(Path.of("..", "javampirun")).contains("/" + copied.get(0)));
    }

    @Test
    void shouldHaveScriptsThatAShellCanRead() throws Exception {
        try (Stream<Path> files =
                Stream.concat(Files.list(DEPLOY.resolve("slurm")), Files.list(DEPLOY.resolve("batch")))) {
            for (Path script : files.toList()) {
                Process shell = new ProcessBuilder("bash", "-n", script.toString())
                        .inheritIO()
                        .start();
                assertTrue(shell.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
                assertEquals(0, shell.exitValue(), script.toString());
            }
        }
    }
}
