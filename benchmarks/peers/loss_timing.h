// The law, the pairs and the timing of C's losses; the including file defines losses().
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const double E = 1.8172181, A = 477.825868, B = 2143.417363, a = 0.3473105, b = 0.36717243;

static void losses(double *restrict out, const double *restrict n, const double *restrict d, long count);

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

static int compare(const void *x, const void *y) {
    double p = *(const double *)x, q = *(const double *)y;
    return p < q ? -1 : p > q;
}

static double uniform(unsigned long *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (*state >> 11) * 0x1p-53;
}

static void time_losses(const char *how) {
    for (int power = 6; power <= 7; power++) {
        long count = power == 6 ? 1000000 : 10000000;
        int times = power == 6 ? 31 : 9;
        double *n = malloc(8 * count), *d = malloc(8 * count), *out = malloc(8 * count), seconds[31];
        unsigned long state = 88172645463325252UL;
        for (long i = 0; i < count; i++) {
            n[i] = 1e6 * pow(1e6, uniform(&state));
            d[i] = 1e8 * pow(1e6, uniform(&state));
        }
        losses(out, n, d, count);
        for (int i = 0; i < times; i++) {
            double start = now();
            losses(out, n, d, count);
            seconds[i] = now() - start;
        }
        qsort(seconds, times, sizeof(double), compare);
        printf("loss-1e%d/%s\t%.6E\n", power, how, seconds[times / 2]);
        free(n);
        free(d);
        free(out);
    }
}
