/* The programs of org.javampi.benchmarks.osu that are compared, in C: the same loops, warm-up, iterations and statistics.
 * Usage: osu latency|bandwidth|bibandwidth|rate|collectives [-m sizes] [-i n] [-x n] [-t seconds] [collective ...]
 * Output: the lines of Java's --format csv. Options as in Options.java; how a size is measured as in Sampler.java. */
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MESSAGES = 64, LONGER = 5, MOST_SAMPLES = 100, FEWEST = 10, MOST_SIZES = 64, TAG = 1, WINDOW_TAG = 2, ANSWER = 3 };

static int rank, ranks, peer;
static int sizes[MOST_SIZES], size_count;
static long iterations, warm_up = -1;
static double limit = 1;

/* what the loops work on, made anew for each size */
static int size;
static char *out, *in;

typedef double (*loop_fn)(int times);
typedef double (*unit_fn)(double seconds);

static void wrong(const char *what, const char *value) {
    fprintf(stderr, "osu: %s %s\n", what, value);
    MPI_Abort(MPI_COMM_WORLD, 2);
}

/* written, as what a program sends has been: of memory that nobody has written to, all pages are one page of zeros */
static void *memory(size_t bytes) {
    void *block = malloc(bytes ? bytes : 1);
    if (!block) wrong("no memory for", "a buffer");
    return memset(block, 1, bytes);
}

static int size_of(const char *text) {
    char *end;
    long number = strtol(text, &end, 10);
    return (int)(*end == 'k' ? number << 10 : *end == 'm' ? number << 20 : number);
}

static void set_sizes(const char *argument) {
    char text[256];
    snprintf(text, sizeof text, "%s", argument);
    char *colon = strchr(text, ':');
    size_count = 0;
    if (colon) {
        *colon = 0;
        for (long s = size_of(text), max = size_of(colon + 1); s <= max && size_count < MOST_SIZES; s = s ? 2 * s : 1)
            sizes[size_count++] = (int)s;
    } else {
        for (char *one = strtok(text, ","); one && size_count < MOST_SIZES; one = strtok(NULL, ","))
            sizes[size_count++] = size_of(one);
    }
}

static long most_measured(void) {
    long n = size <= 8 << 10 ? iterations : size <= 256 << 10 ? iterations / 10 : iterations / 100;
    return n > FEWEST ? n : FEWEST;
}

static double least(double a, double b) { return a < b ? a : b; }

static int warm(loop_fn loop) {
    long most = warm_up < 0 ? 30 * iterations : warm_up, done = 0, plan[2] = {1, 0};
    double end = MPI_Wtime() + LONGER * limit;
    while (plan[0] > 0) {
        int times = (int)plan[0];
        MPI_Barrier(MPI_COMM_WORLD);
        double begin = MPI_Wtime();
        loop(times);
        double now = MPI_Wtime();
        done += times;
        if (rank == 0) {
            double each = (now - begin) / times;
            plan[0] = (long)least(least(2.0 * times, most - done), (end - now) / each);
            plan[1] = (long)least(most_measured(), limit / each);
            if (plan[1] < FEWEST) plan[1] = FEWEST;
        }
        MPI_Bcast(plan, 2, MPI_LONG, 0, MPI_COMM_WORLD);
    }
    return (int)plan[1];
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double percentile(const double *sorted, int n, int percent) {
    int at = (n * percent + 99) / 100 - 1;
    return sorted[at > 0 ? at : 0];
}

static void measure(const char *name, const char *unit, int members, int counts, loop_fn loop, unit_fn convert) {
    int total = warm(loop), samples = total < MOST_SAMPLES ? total : MOST_SAMPLES, batch = total / samples;
    double mine[MOST_SAMPLES + 1], sums[MOST_SAMPLES + 1], mean = 0;
    for (int s = 0; s < samples; s++) {
        MPI_Barrier(MPI_COMM_WORLD);
        double seconds = loop(batch);
        mine[s] = counts ? seconds / batch : 0;
    }
    mine[samples] = counts;
    MPI_Reduce(mine, sums, samples + 1, MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD);
    if (rank != 0) return;
    for (int s = 0; s < samples; s++) mean += sums[s] /= sums[samples];
    qsort(sums, samples, sizeof(double), ascending);
    printf("%s,%d,%d,%s,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%d\n", name, members, size, unit, convert(sums[0]), convert(mean / samples),
           convert(percentile(sums, samples, 50)), convert(percentile(sums, samples, 90)),
           convert(percentile(sums, samples, 99)), convert(sums[samples - 1]), samples);
    fflush(stdout);
}

static double micros(double s) { return s * 1e6; }
static double half_micros(double s) { return s / 2 * 1e6; }
static double megabytes(double s) { return MESSAGES * (double)size / s / 1e6; }
static double megabytes_both(double s) { return 2 * megabytes(s); }
static double messages(double s) { return MESSAGES / s; }

static double ping_pong(int times) {
    double begin = MPI_Wtime();
    if (rank == 0) {
        for (int i = 0; i < times; i++) {
            MPI_Send(out, size, MPI_BYTE, peer, TAG, MPI_COMM_WORLD);
            MPI_Recv(out, size, MPI_BYTE, peer, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        }
    } else if (rank == 1) {
        for (int i = 0; i < times; i++) {
            MPI_Recv(out, size, MPI_BYTE, peer, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Send(out, size, MPI_BYTE, peer, TAG, MPI_COMM_WORLD);
        }
    }
    return MPI_Wtime() - begin;
}

static double windows(int times, int sends, int receives) {
    MPI_Request requests[2 * MESSAGES];
    char answer[4] = {0};
    double begin = MPI_Wtime();
    for (int i = 0; rank < 2 && i < times; i++) {
        int started = 0;
        for (int m = 0; receives && m < MESSAGES; m++)
            MPI_Irecv(in, size, MPI_BYTE, peer, WINDOW_TAG, MPI_COMM_WORLD, &requests[started++]);
        for (int m = 0; sends && m < MESSAGES; m++)
            MPI_Isend(out, size, MPI_BYTE, peer, WINDOW_TAG, MPI_COMM_WORLD, &requests[started++]);
        MPI_Waitall(started, requests, MPI_STATUSES_IGNORE);
        if (rank == 0) MPI_Recv(answer, 4, MPI_BYTE, peer, ANSWER, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        else MPI_Send(answer, 4, MPI_BYTE, peer, ANSWER, MPI_COMM_WORLD);
    }
    return MPI_Wtime() - begin;
}

static double window(int times) { return windows(times, rank == 0, rank == 1); }
static double window_both(int times) { return windows(times, 1, 1); }

static int doubles(void) { return size / 8 > 1 ? size / 8 : 1; }
static void barrier(void) { MPI_Barrier(MPI_COMM_WORLD); }
static void bcast(void) { MPI_Bcast(out, size, MPI_BYTE, 0, MPI_COMM_WORLD); }
static void reduce(void) { MPI_Reduce(out, in, doubles(), MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD); }
static void allreduce(void) { MPI_Allreduce(out, in, doubles(), MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD); }
static void allgather(void) { MPI_Allgather(out, size, MPI_BYTE, in, size, MPI_BYTE, MPI_COMM_WORLD); }
static void alltoall(void) { MPI_Alltoall(out, size, MPI_BYTE, in, size, MPI_BYTE, MPI_COMM_WORLD); }

static const struct {
    const char *name;
    void (*call)(void);
    int out_blocks, in_blocks; /* -1: one for each rank */
} collectives[] = {{"barrier", barrier, 0, 0},     {"bcast", bcast, 1, 0},          {"reduce", reduce, 1, 1},
                   {"allreduce", allreduce, 1, 1}, {"allgather", allgather, 1, -1}, {"alltoall", alltoall, -1, -1}};
enum { COLLECTIVES = sizeof collectives / sizeof collectives[0] };

static void (*operation)(void);

static double calls(int times) {
    double seconds = 0;
    for (int i = 0; i < times; i++) {
        MPI_Barrier(MPI_COMM_WORLD);
        double begin = MPI_Wtime();
        operation();
        seconds += MPI_Wtime() - begin;
    }
    return seconds;
}

static void collective(int which) {
    operation = collectives[which].call;
    for (int s = 0; s < (operation == barrier ? 1 : size_count); s++) {
        size = operation == barrier ? 0 : sizes[s];
        size_t block = size > 8 ? size : 8;
        out = memory(block * (collectives[which].out_blocks < 0 ? ranks : 1));
        in = memory(block * (collectives[which].in_blocks < 0 ? ranks : 1));
        measure(collectives[which].name, "us", ranks, 1, calls, micros);
        free(out);
        free(in);
    }
}

static void pair(const char *name, const char *unit, loop_fn loop, unit_fn convert) {
    for (int s = 0; s < size_count; s++) {
        size = sizes[s];
        out = memory(size);
        in = memory(size);
        measure(name, unit, 2, rank == 0, loop, convert);
        free(out);
        free(in);
    }
}

int main(int argc, char **argv) {
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    peer = rank < 2 ? 1 - rank : rank;
    const char *what = argc > 1 ? argv[1] : "";
    const char *names[COLLECTIVES];
    int name_count = 0;
    iterations = !strcmp(what, "latency") ? 100000 : !strcmp(what, "collectives") ? 10000 : 5000;
    set_sizes(!strcmp(what, "rate") ? "8" : !strcmp(what, "collectives") ? "8:1m" : "8:4m");
    for (int i = 2; i < argc; i++) {
        if (argv[i][0] != '-') {
            if (name_count == COLLECTIVES) wrong("too many names:", argv[i]);
            names[name_count++] = argv[i];
            continue;
        }
        const char *option = argv[i], *value = i + 1 < argc ? argv[++i] : "";
        if (!strcmp(option, "-m")) set_sizes(value);
        else if (!strcmp(option, "-i")) iterations = atol(value);
        else if (!strcmp(option, "-x")) warm_up = atol(value);
        else if (!strcmp(option, "-t")) limit = atof(value);
        else wrong("unknown option", option);
    }
    if (rank == 0) printf("benchmark,ranks,size,unit,min,mean,p50,p90,p99,max,samples\n");
    if (!strcmp(what, "latency")) pair("latency", "us", ping_pong, half_micros);
    else if (!strcmp(what, "bandwidth")) pair("bandwidth", "MB/s", window, megabytes);
    else if (!strcmp(what, "bibandwidth")) pair("bibandwidth", "MB/s", window_both, megabytes_both);
    else if (!strcmp(what, "rate")) pair("rate", "msg/s", window, messages);
    else if (!strcmp(what, "collectives")) {
        for (int c = 0; c < COLLECTIVES; c++) {
            int wanted = name_count == 0;
            for (int n = 0; n < name_count; n++) wanted |= !strcmp(names[n], collectives[c].name);
            if (wanted) collective(c);
        }
    } else wrong("unknown benchmark", what);
    MPI_Finalize();
    return 0;
}
