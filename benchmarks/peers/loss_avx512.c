// L(N, D) = E + A/N^a + B/D^b over pairs in C, one thread, AVX-512 written by hand: the practical limit of one core.
// Prints "work, tab, seconds".
//   gcc -O3 -march=native -o loss_avx512 loss_avx512.c -lm
#include <immintrin.h>

#include "loss_timing.h"

typedef __m512d V;
#define S(x) _mm512_set1_pd(x)
#define F _mm512_fmadd_pd

// One over each sixteenth of the mantissa, minus its logarithm, and polynomials of log2(1 + r) / r and 2^f.
static const double inverses[16] = {
    0x1.4afd6a052bf5bp+0, 0x1.3813813813814p+0, 0x1.27350b8812735p+0, 0x1.1811811811812p+0, 0x1.0a6810a6810a7p+0,
    0x1.0000000000000p+0, 0x1.e573ac901e574p-1, 0x1.d0cb58f6ec074p-1, 0x1.bdd2b899406f7p-1, 0x1.ac5701ac5701bp-1,
    0x1.9c2d14ee4a102p-1, 0x1.8d3018d3018d3p-1, 0x1.7f405fd017f40p-1, 0x1.724287f46debcp-1, 0x1.661ec6a5122f9p-1,
    0x1.5ac056b015ac0p-1,
};
static const double logarithms[16] = {
    -0x1.7b89f02cf2aafp-2, -0x1.249cd2b13cd6fp-2, -0x1.a5094b54d2828p-3, -0x1.097e38ce6064ep-3, -0x1.d6ebd1f1fec14p-5,
    -0x0.0p+0, 0x1.3aa2fdd27f1bfp-4, 0x1.1dcd197552b7dp-3, 0x1.98edd077e70e1p-3, 0x1.0790adbb03009p-2,
    0x1.406463b1b0448p-2, 0x1.771d2ba7efb3cp-2, 0x1.abe18797f1f4ap-2, 0x1.ded3fd442364cp-2, 0x1.0809cf27f703dp-1,
    0x1.1fde3d30e8127p-1,
};
static const double L[10] = {
    0x1.71547652b82fep+0, -0x1.71547652b82fep-1, 0x1.ec709dc3a0341p-2, -0x1.71547652b8f75p-2, 0x1.2776c51084749p-2,
    -0x1.ec709db037b19p-3, 0x1.a6173ef2aea52p-3, -0x1.7154c07777276p-3, 0x1.48f16b491f926p-3, -0x1.27648a3c77dc2p-3,
};
static const double P[8] = {
    0x1.0000000000000p+0, 0x1.62e42fefa39efp-1, 0x1.ebfbdff82c858p-3, 0x1.c6b08d704a459p-5, 0x1.3b2ab6edbf550p-7,
    0x1.5d87fe63fc71dp-10, 0x1.430e9fbf1ebd2p-13, 0x1.ffd67687b35ecp-17,
};
static const double powers[8] = {
    0x1.0000000000000p+0, 0x1.172b83c7d517bp+0, 0x1.306fe0a31b715p+0, 0x1.4bfdad5362a27p+0, 0x1.6a09e667f3bcdp+0,
    0x1.8ace5422aa0dbp+0, 0x1.ae89f995ad3adp+0, 0x1.d5818dcfba487p+0,
};

static inline V vlog2(V x, V c0, V c1, V t0, V t1) {
    V m = _mm512_getmant_pd(x, _MM_MANT_NORM_p75_1p5, _MM_MANT_SIGN_src);
    __m512i exponent = _mm512_srai_epi64(_mm512_sub_epi64(_mm512_castpd_si512(x), _mm512_castpd_si512(m)), 52);
    __m512i i = _mm512_castpd_si512(_mm512_fmadd_round_pd(
        m, S(16 / 0.75), S(0x1.8p52 - 16.0), _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC));
    V r = F(m, _mm512_permutex2var_pd(c0, i, c1), S(-1.0));
    V whole = _mm512_add_pd(_mm512_cvtepi64_pd(exponent), _mm512_permutex2var_pd(t0, i, t1));
    V r2 = _mm512_mul_pd(r, r), r4 = _mm512_mul_pd(r2, r2), r8 = _mm512_mul_pd(r4, r4);
    V p0 = F(S(L[1]), r, S(L[0])), p1 = F(S(L[3]), r, S(L[2])), p2 = F(S(L[5]), r, S(L[4]));
    V p3 = F(S(L[7]), r, S(L[6])), p4 = F(S(L[9]), r, S(L[8]));
    return F(F(p4, r8, F(F(p3, r2, p2), r4, F(p1, r2, p0))), r, whole);
}

static inline V vexp2(V y, V table) {
    V z = _mm512_add_pd(y, S(0x1.8p49)), n = _mm512_sub_pd(z, S(0x1.8p49));
    V f = _mm512_sub_pd(y, n), t = _mm512_permutexvar_pd(_mm512_castpd_si512(z), table);
    V f2 = _mm512_mul_pd(f, f), f4 = _mm512_mul_pd(f2, f2);
    V p0 = F(S(P[1]), f, S(P[0])), p1 = F(S(P[3]), f, S(P[2])), p2 = F(S(P[5]), f, S(P[4])), p3 = F(S(P[7]), f, S(P[6]));
    return _mm512_scalef_pd(_mm512_mul_pd(F(F(p3, f2, p2), f4, F(p1, f2, p0)), t), n);
}

__attribute__((noinline)) static void losses(double *restrict out, const double *restrict n, const double *restrict d, long count) {
    const V c0 = _mm512_loadu_pd(inverses), c1 = _mm512_loadu_pd(inverses + 8), t0 = _mm512_loadu_pd(logarithms);
    const V t1 = _mm512_loadu_pd(logarithms + 8), table = _mm512_loadu_pd(powers);
    const V la = S(log2(A)), lb = S(log2(B)), na = S(-a), nb = S(-b), e = S(E);
    for (long i = 0; i + 8 <= count; i += 8) {
        V x = vexp2(F(vlog2(_mm512_loadu_pd(n + i), c0, c1, t0, t1), na, la), table);
        V y = vexp2(F(vlog2(_mm512_loadu_pd(d + i), c0, c1, t0, t1), nb, lb), table);
        _mm512_storeu_pd(out + i, _mm512_add_pd(e, _mm512_add_pd(x, y)));
    }
}

int main(int argc, char **argv) {
    time_losses(argc > 1 ? argv[1] : "c-avx512");
}
