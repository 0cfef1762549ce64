package org.javampi.benchmarks.npb;

import static org.javampi.MPI.*;

import java.util.ArrayList;
import java.util.List;

/**
 * FT: the heat equation on a periodic box, solved with Fourier transforms in three dimensions. The
 * number of ranks must be a power of two, and at most that of the planes of z.
 *
 * <p>A rank has some planes of z while x and y are transformed, and some of y for z.
 */
public final class Ft implements Kernel {
    private static final long SEED = 314159265;
    private static final double ALPHA = 1e-6;
    private static final int SAMPLES = 1024;

    /** Lines that are transformed side by side: so many that vector code pays. */
    private static final int WIDTH = 64;

    private final ProblemClass problemClass;
    private final int nx;
    private final int ny;
    private final int nz;
    private final int iterations;
    private final int planesOfZ;
    private final int planesOfY;
    private final int firstZ;
    private final int firstY;
    private final FtLines linesX;
    private final FtLines linesY;
    private final FtLines linesZ;
    private final FtTranspose transpose;

    /** In space, by planes of z. */
    private final FtField field;

    /** In frequencies, by planes of y: now, and for the transform back, which uses it up. */
    private final FtField frequencies;

    private final FtField evolved;
    private final double[] decay;
    private final double[][] decayOf;
    private final double[] line;
    private final RandomNumbers random = new RandomNumbers(SEED, 0);
    private final double[] partial = new double[2];
    private final double[] total = new double[2];
    private final double[] sums;

    private Ft(ProblemClass problemClass) {
        this.problemClass = problemClass;
        int[] edges =
                switch (problemClass) {
                    case S -> new int[] {64, 64, 64};
                    case W -> new int[] {128, 128, 32};
                    case A -> new int[] {256, 256, 128};
                    case B -> new int[] {512, 256, 256};
                };
        nx = edges[0];
        ny = edges[1];
        nz = edges[2];
        iterations = problemClass == ProblemClass.B ? 20 : 6;
        int ranks = Benchmark.powerOfTwo("FT", problemClass, nz);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        planesOfZ = nz / ranks;
        planesOfY = ny / ranks;
        firstZ = planesOfZ * rank;
        firstY = planesOfY * rank;
        linesX = new FtLines(nx, WIDTH);
        linesY = new FtLines(ny, WIDTH);
        linesZ = new FtLines(nz, WIDTH);
        transpose = new FtTranspose(nx, ny, nz);
        int points = nx * ny * planesOfZ;
        field = new FtField(points);
        frequencies = new FtField(points);
        evolved = new FtField(points);
        decay = new double[points];
        decayOf = new double[][] {new double[nx], new double[ny], new double[nz]};
        line = new double[2 * nx];
        sums = new double[2 * iterations];
    }

    /** Runs as one rank; see {@link Benchmark}. */
    public static void main(String[] args) {
        Benchmark.run("FT", args, Ft::new);
    }

    @Override
    public String size() {
        return nx + "x" + ny + "x" + nz;
    }

    @Override
    public int iterations() {
        return iterations;
    }

    @Override
    public void prepare() {
        start();
        forward();
    }

    @Override
    public void compute() {
        start();
        forward();
        for (int iteration = 0; iteration < iterations; iteration++) {
            evolve(frequencies.re, evolved.re, decay);
            evolve(frequencies.im, evolved.im, decay);
            back();
            checksum(iteration);
        }
    }

    /** Within the time, as in NPB: the tables and the field at time 0. */
    private void start() {
        linesX.makeRoots();
        linesY.makeRoots();
        linesZ.makeRoots();
        makeDecay();
        random.restart(SEED, 2L * nx * ny * firstZ);
        for (int row = 0; row < ny * planesOfZ; row++) {
            random.fill(line, 0, line.length);
            for (int x = 0; x < nx; x++) {
                field.re[row * nx + x] = line[2 * x];
                field.im[row * nx + x] = line[2 * x + 1];
            }
        }
    }

    /** By what each frequency is multiplied in a unit of time. */
    private void makeDecay() {
        for (double[] one : decayOf) {
            int n = one.length;
            for (int i = 0; i < n; i++) {
                double k = (i + n / 2) % n - n / 2;
                one[i] = Math.exp(-4 * ALPHA * Math.PI * Math.PI * k * k);
            }
        }
        double[] ofX = decayOf[0];
        int at = 0;
        for (int z = 0; z < nz; z++) {
            for (int y = 0; y < planesOfY; y++) {
                double ofRow = decayOf[1][firstY + y] * decayOf[2][z];
                for (int x = 0; x < nx; x++) {
                    decay[at + x] = ofX[x] * ofRow;
                }
                at += nx;
            }
        }
    }

    private void forward() {
        for (int z = 0; z < planesOfZ; z++) {
            linesX.rows(field.re, field.im, z * ny * nx, ny, 1);
            linesY.columns(field.re, field.im, z * ny * nx, nx, nx, 1);
        }
        transpose.toPlanesOfY(field, frequencies);
        transformZ(frequencies, 1);
    }

    private void back() {
        transformZ(evolved, -1);
        transpose.toPlanesOfZ(evolved, field);
        for (int z = 0; z < planesOfZ; z++) {
            linesY.columns(field.re, field.im, z * ny * nx, nx, nx, -1);
            linesX.rows(field.re, field.im, z * ny * nx, ny, -1);
        }
    }

    private void transformZ(FtField of, int sign) {
        linesZ.columns(of.re, of.im, 0, planesOfY * nx, planesOfY * nx, sign);
    }

    private static void evolve(double[] now, double[] copy, double[] decay) {
        for (int i = 0; i < now.length; i++) {
            double next = now[i] * decay[i];
            now[i] = next;
            copy[i] = next;
        }
    }

    private void checksum(int iteration) {
        double re = 0;
        double im = 0;
        for (int j = 1; j <= SAMPLES; j++) {
            int z = 5 * j % nz - firstZ;
            if (z >= 0 && z < planesOfZ) {
                int at = (z * ny + 3 * j % ny) * nx + j % nx;
                re += field.re[at];
                im += field.im[at];
            }
        }
        double points = (double) nx * ny * nz;
        partial[0] = re / points;
        partial[1] = im / points;
        MPI_Reduce(partial, total, 2, MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD);
        sums[2 * iteration] = total[0];
        sums[2 * iteration + 1] = total[1];
    }

    @Override
    public double operations() {
        double points = (double) nx * ny * nz;
        double log = Math.log(points);
        return points * (14.8157 + 7.19641 * log + (5.23518 + 7.21113 * log) * iterations);
    }

    @Override
    public List<Check> checks() {
        double[] expected =
                switch (problemClass) {
                    case S -> SUMS_S;
                    case W -> SUMS_W;
                    case A -> SUMS_A;
                    case B -> SUMS_B;
                };
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            String what = "checksum " + (i / 2 + 1) + (i % 2 == 0 ? ", real" : ", imaginary");
            checks.add(new Check(what, sums[i], expected[i], 1e-12));
        }
        return checks;
    }

    private static final double[] SUMS_S = {
        5.546087004964e2, 4.845363331978e2,
        5.546385409189e2, 4.865304269511e2,
        5.546148406171e2, 4.883910722336e2,
        5.545423607415e2, 4.901273169046e2,
        5.544255039624e2, 4.917475857993e2,
        5.542683411902e2, 4.932597244941e2
    };

    private static final double[] SUMS_W = {
        5.673612178944e2, 5.293246849175e2,
        5.631436885271e2, 5.282149986629e2,
        5.594024089970e2, 5.270996558037e2,
        5.560698047020e2, 5.260027904925e2,
        5.530898991250e2, 5.249400845633e2,
        5.504159734538e2, 5.239212247086e2
    };

    private static final double[] SUMS_A = {
        5.046735008193e2, 5.114047905510e2,
        5.059412319734e2, 5.098809666433e2,
        5.069376896287e2, 5.098144042213e2,
        5.077892868474e2, 5.101336130759e2,
        5.085233095391e2, 5.104914655194e2,
        5.091487099959e2, 5.107917842803e2
    };

    private static final double[] SUMS_B = {
        5.177643571579e2, 5.077803458597e2,
        5.154521291263e2, 5.088249431599e2,
        5.146409228649e2, 5.096208912659e2,
        5.142378756213e2, 5.101023387619e2,
        5.139626667737e2, 5.103976610617e2,
        5.137423460082e2, 5.105948019802e2,
        5.135547056878e2, 5.107404165783e2,
        5.133910925466e2, 5.108576573661e2,
        5.132470705390e2, 5.109577278523e2,
        5.131197729984e2, 5.110460304483e2,
        5.130070319283e2, 5.111252433800e2,
        5.129070537032e2, 5.111968077718e2,
        5.128182883502e2, 5.112616233064e2,
        5.127393733383e2, 5.113203605551e2,
        5.126691062020e2, 5.113735928093e2,
        5.126064276004e2, 5.114218460548e2,
        5.125504076570e2, 5.114656139760e2,
        5.125002331720e2, 5.115053595966e2,
        5.124551951846e2, 5.115415130407e2,
        5.124146770029e2, 5.115744692211e2
    };
}
