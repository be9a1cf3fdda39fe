// L(N, D) = E + A/N^a + B/D^b over pairs in C, one thread: prints "work, tab, seconds".
//   gcc -O3 -march=native -o loss loss.c -lm                                                 the compiler's scalar libm
//   gcc -O3 -march=native -ffast-math -mprefer-vector-width=512 -o loss loss.c -lmvec -lm    glibc's vector library
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const double E = 1.8172181, A = 477.825868, B = 2143.417363, a = 0.3473105, b = 0.36717243;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

static int compare(const void *x, const void *y) {
    double p = *(const double *)x, q = *(const double *)y;
    return p < q ? -1 : p > q;
}

__attribute__((noinline)) static void losses(double *restrict out, const double *restrict n, const double *restrict d, long count) {
    const double la = log(A), lb = log(B);
    for (long i = 0; i < count; i++) out[i] = E + exp(la - a * log(n[i])) + exp(lb - b * log(d[i]));
}

static double uniform(unsigned long *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (*state >> 11) * 0x1p-53;
}

int main(int argc, char **argv) {
    const char *how = argc > 1 ? argv[1] : "c";
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
    double *from = calloc(9000000, 8), *to = calloc(9000000, 8), seconds[15];
    for (int i = 0; i < 15; i++) {
        double start = now();
        from[i] = i;
        memcpy(to, from, 9000000 * 8L);
        seconds[i] = now() - start;
    }
    qsort(seconds, 15, sizeof(double), compare);
    printf("copy-9e6/%s\t%.6E\n", how, to[3] >= 0 ? seconds[7] : 0);
}
