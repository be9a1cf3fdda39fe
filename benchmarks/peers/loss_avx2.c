// L(N, D) = E + A/N^a + B/D^b over pairs in C, one thread, AVX2 and FMA written by hand: logarithm and exponential by
// their series, without tables. Prints "work, tab, seconds".
//   gcc -O3 -march=native -o loss_avx2 loss_avx2.c -lm
#include <immintrin.h>

#include "loss_timing.h"

typedef __m256d V;
#define S(x) _mm256_set1_pd(x)
#define I(x) _mm256_set1_epi64x(x)
#define F _mm256_fmadd_pd

// log2 of positive normal numbers: 2/ln 2 * atanh((m - 1) / (m + 1)), m within a factor sqrt 2 of 1.
static inline V vlog2(V x) {
    __m256i bits = _mm256_sub_epi64(_mm256_castpd_si256(x), I(0x3FE6A09E667F3BCDL));
    __m256i biased = _mm256_srli_epi64(_mm256_add_epi64(bits, I(1023L << 52)), 52);
    V whole = _mm256_sub_pd(_mm256_castsi256_pd(_mm256_or_si256(biased, I(0x4330000000000000L))), S(0x1p52 + 1023));
    V m = _mm256_castsi256_pd(_mm256_add_epi64(_mm256_and_si256(bits, I(0x000FFFFFFFFFFFFFL)), I(0x3FE6A09E667F3BCDL)));
    V s = _mm256_div_pd(_mm256_sub_pd(m, S(1)), _mm256_add_pd(m, S(1))), z = _mm256_mul_pd(s, s), z2 = _mm256_mul_pd(z, z);
    const double c = 2.8853900817779268;
    V p = F(S(c / 19), z, S(c / 17)), q = F(S(c / 15), z, S(c / 13)), r = F(S(c / 11), z, S(c / 9)), t = F(S(c / 7), z, S(c / 5));
    V sum = F(F(F(F(p, z2, q), z2, r), z2, t), z2, F(S(c / 3), z, S(c)));
    return F(sum, s, whole);
}

// 2^y, |y| below 1000: the fraction by the series of the exponential.
static inline V vexp2(V y) {
    V shifted = _mm256_add_pd(y, S(0x1.8p52)), f = _mm256_sub_pd(y, _mm256_sub_pd(shifted, S(0x1.8p52)));
    V f2 = _mm256_mul_pd(f, f), f4 = _mm256_mul_pd(f2, f2);
    V a0 = F(S(0.6931471805599453), f, S(1)), a1 = F(S(0.055504108664821576), f, S(0.2402265069591007));
    V a2 = F(S(0.0013333558146428441), f, S(0.009618129107628477)), a3 = F(S(1.5252733804059838e-05), f, S(1.5403530393381606e-4));
    V a4 = F(S(1.0178086009239696e-07), f, S(1.3215486790144305e-6)), a5 = F(S(4.44553827187081e-10), f, S(7.054911620801121e-9));
    V sum = F(F(F(F(S(2.5678435993488196e-11), f2, a5), f2, a4), f4, F(a3, f2, a2)), f4, F(a1, f2, a0));
    return _mm256_castsi256_pd(_mm256_add_epi64(_mm256_castpd_si256(sum), _mm256_slli_epi64(_mm256_castpd_si256(shifted), 52)));
}

__attribute__((noinline)) static void losses(double *restrict out, const double *restrict n, const double *restrict d, long count) {
    const V la = S(log2(A)), lb = S(log2(B)), na = S(-a), nb = S(-b), e = S(E);
    for (long i = 0; i + 4 <= count; i += 4) {
        V x = vexp2(F(vlog2(_mm256_loadu_pd(n + i)), na, la));
        V y = vexp2(F(vlog2(_mm256_loadu_pd(d + i)), nb, lb));
        _mm256_storeu_pd(out + i, _mm256_add_pd(e, _mm256_add_pd(x, y)));
    }
}

int main(int argc, char **argv) {
    time_losses(argc > 1 ? argv[1] : "c-avx2");
}
