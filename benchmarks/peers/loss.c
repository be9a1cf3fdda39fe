// L(N, D) = E + A/N^a + B/D^b over pairs in C, one thread: prints "work, tab, seconds".
//   gcc -O3 -march=native -o loss loss.c -lm                                                 the compiler's scalar libm
//   gcc -O3 -march=native -ffast-math -mprefer-vector-width=512 -o loss loss.c -lmvec -lm    glibc's vector library
// With -mno-avx512f and -mprefer-vector-width=256 for AVX2.
#include <string.h>

#include "loss_timing.h"

__attribute__((noinline)) static void losses(double *restrict out, const double *restrict n, const double *restrict d, long count) {
    const double la = log(A), lb = log(B);
    for (long i = 0; i < count; i++) out[i] = E + exp(la - a * log(n[i])) + exp(lb - b * log(d[i]));
}

int main(int argc, char **argv) {
    const char *how = argc > 1 ? argv[1] : "c";
    time_losses(how);
    double *from = malloc(9000000 * 8L), *to = malloc(9000000 * 8L), seconds[15];
    // Pages that nothing was written to are all one page of zeros, which stays in cache.
    for (long i = 0; i < 9000000; i++) from[i] = to[i] = i;
    for (int i = 0; i < 15; i++) {
        double start = now();
        from[i] = i;
        memcpy(to, from, 9000000 * 8L);
        seconds[i] = now() - start;
    }
    qsort(seconds, 15, sizeof(double), compare);
    printf("copy-9e6/%s\t%.6E\n", how, to[3] >= 0 ? seconds[7] : 0);
}
