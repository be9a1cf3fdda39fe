namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Numbers of all types at their edges.
    private static readonly (string Form, string Source, string Known)[] NumbersAtEdges =
    [
        (Form: "coalesce of a char, a byte and an enum into wider types", Source: """
            enum E : byte { A = 3 }
            class C {
                static readonly char? Ch = 'a'; static readonly byte? B = 7; static readonly E? En = E.A;
                static readonly float? F = 0.1f; static readonly int? N = null; static readonly short? S = -3;
                public int M0 => Ch ?? 5; public long M1 => Ch ?? 5L; public int M2 => B ?? 300; public double M3 => F ?? 0.2;
                public long M4 => N ?? 5L; public decimal M5 => S ?? 1.5m; public int M6 => (int)(En ?? E.A);
                public double M7 => Ch ?? 1.5; public long? M8 => S ?? (long?)7; public float M9 => B ?? 1.5f;
                public double? M10 => F ?? (double?)null; public decimal M11 => Ch ?? 1m;
            }
            """, Known: "M2 M3 M4 M5 M6 M8 M9 M10"),
        (Form: "optional arguments of every type", Source: """
            enum E : long { A = 5_000_000_000 }
            class C {
                static long F(long a = 'a', double b = 3, decimal c = 1.50m, E e = E.A, int? n = 4, long? m = null, float f = 1,
                    string s = "abc", char ch = 'b', byte by = 200, bool t = true, TimeSpan ts = default, E? en = E.A, object o
                    = null) => a + (long)b + (long)(c * 2) + (long)e + (n ?? 0) + (m ?? 1) + (long)f + s.Length + by;
                static char Ch(char c = 'b') => c; static decimal D(decimal d = 0.10m) => d; static E? En(E? e = E.A) => e;
                static float Fl(float f = 16777217) => f; static double Db(double d = 0.1f) => d;
                static long? L(long? l = 5) => l; static byte By(byte b = 5) => b; static TimeSpan T(TimeSpan t = default) => t;
                static uint U(uint u = 7) => u; static short Sh(short s = -7) => s; static decimal? Dn(decimal? d = 1) => d;
                static double? Dd(double? d = 2) => d; static ulong Ul(ulong u = 5) => u;
                public long M0 => F(); public int M1 => Ch(); public decimal M2 => D(); public long M3 => (long)En();
                public double M4 => Fl(); public double M5 => Db(); public long M6 => L() + 1 ?? 0; public long M7 => By() * 2L;
                public double M8 => T().TotalDays; public long M9 => U() - 3; public int M10 => Sh() / 2;
                public decimal M11 => Dn() * 2 ?? 0; public double M12 => Dd() / 4 ?? 0; public ulong M13 => Ul() * 3;
                public float M14 => Fl(); public bool M15 => En() == E.A;
            }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 M13 M14 M15"),
        (Form: "optional arguments by attributes and constants of other types", Source: """
            class K { public const int I = 5; public const double D = I / 2; public const float F = I / 2f;
                public const decimal M = I / 2m; public const string S = nameof(K) + "x"; public const byte B = 5;
                public const long L = B << 30; }
            class C {
                static double G([System.Runtime.InteropServices.Optional,
                    System.Runtime.InteropServices.DefaultParameterValue(7)] int q) => q + K.F;
                static double G2(double d = K.D, float f = K.F) => d + f;
                static decimal H([System.Runtime.InteropServices.Optional, DecimalConstant(1, 0, 0u, 0u, 15u)] decimal d) => d;
                public double M0 => G(); public double M12 => G2(); public decimal M1 => H(); public double M2 => K.D;
                public float M3 => K.F; public decimal M4 => K.M; public int M5 => K.S.Length; public long M6 => K.L;
                public double M7 = K.F; public long M8 = K.L; public decimal M9 = K.M; public double M10 = K.I;
                public float M11 = K.I / 2f;
            }
            """, Known: "M0 M12 M1 M2 M3 M4 M5 M7 M9 M10 M11"),
        (Form: "char arithmetic", Source: """
            class C {
                static readonly char A = 'a', Z = 'z'; const char K = 'k';
                public int M0 => Z - A; public char M1 => (char)(A + 1); public int M2 => A * 2; public bool M3 => A < Z;
                public int M4 => K % 10; public long M5 => A; public double M6 => A / 2.0; public char M7 => (char)66;
                public int M8 => -A; public int M9 => ~A; public uint M10 => A; public bool M11 => A == 97;
                public int M12 => A << 1; public decimal M13 => A; public float M14 => A; public ushort M15 => A;
                public int M16 = 'a'; public double M17 = 'b'; public long M18 = 'c' + 1; public char M19 = 'd';
                public byte M20 = (byte)'e'; public short M21 => (short)K; public int M22 => A ^ Z;
            }
            """, Known: "M0 M2 M3 M4 M5 M6 M8 M9 M10 M11 M12 M15 M16 M17 M18 M19 M20 M21 M22"),
        (Form: "char compound", Source: """
            class C { char c = 'a'; int n = 'b'; public int M0 => c; public int M1 => n; public char M2 => c; public C() {
                c++; c += (char)2; n += 'a'; n -= c; } }
            """, Known: ""),
        (Form: "shifts of narrow types and unsigned results", Source: """
            class C {
                static readonly byte B = 0xF0; static readonly sbyte S = -128; static readonly ushort U = 0xFFFF;
                static readonly uint W = 0x80000001; static readonly ulong Q = 0x8000000000000001; static readonly long L = -1;
                static readonly int N = 40;
                public int M0 => B << 24; public int M1 => S >> 3; public uint M2 => W >> 33; public ulong M3 => Q >> 64;
                public ulong M4 => Q >> 65; public long M5 => L >>> 60; public int M6 => S >>> 4; public uint M7 => W << 1;
                public int M8 => U << 15; public int M9 => U << 16; public long M10 => 1L << N; public int M11 => 1 << N;
                public uint M12 => W >>> 31; public ulong M13 => 1ul << -1; public int M14 => unchecked((int)W) >> 31;
                public int M15 => -1 >>> 1; public int M16 => B >> 36; public long M17 => (long)B << 36;
                public int M18 => 1 << 31; public long M19 => 1L << 63; public int M20 => unchecked((1 << 30) * 2);
                public uint M21 => 1u << 31;
            }
            """, Known: "M1 M2 M3 M4 M8 M10 M11 M13 M16 M17 M21"),
        (Form: "compound shifts", Source: """
            class C { int a = -16; uint b = 0x80000000; long c = -1; byte d = 0x81; ulong e = 5; int f = 3;
                public int M0 => a; public uint M1 => b; public long M2 => c; public int M3 => d; public ulong M4 => e;
                public int M5 => f; public C() { a >>>= 28; b >>= 35; c >>>= 1; d <<= 1; e <<= 64; f <<= 33; } }
            """, Known: "M1 M4 M5"),
        (Form: "constant folding against run time in decimals", Source: """
            class C {
                const decimal A = 1.0m, B = 3m; static readonly decimal X = 1.0m, Y = 3m;
                const decimal Big = 79228162514264337593543950335m;
                public bool M0 => A / B == X / Y; public decimal M1 => A / B * B; public decimal M2 => X / Y * Y;
                public bool M3 => A / B * B == 1; public decimal M4 => 1.230m + 1.77m; public decimal M5 => 100m * 1.10m;
                public decimal M6 => 5.5m % 2.2m; public decimal M7 => -5.5m % 2.2m; public decimal M8 => 1e-28m / 2;
                public decimal M9 => 1.5e-28m; public decimal M10 => Big / 10m; public decimal M11 => Big - 0.5m;
                public decimal M12 => 2m / 3m; public decimal M13 => -(0.0m); public decimal M14 => 0.1m * 0.1m * 0.1m;
                public bool M15 => 1.10m == 1.1m; public decimal M16 => decimal.MaxValue; public decimal M17 => decimal.One / 7;
                public decimal M18 => 1m * 1.0m * 1.00m; public decimal M19 = 1.100m; public decimal M20 = 3;
                public decimal M21 => +1.50m; public decimal M22 => (decimal)1.10f; public decimal M23 => (decimal)1e28;
                public decimal M24 => (decimal)123456789.123456789; public decimal M25 => (decimal)1e-10;
                public decimal M26 => (decimal)0.1f; public decimal M27 => (decimal)1e-29;
            }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 M13 M14 M15 M16 M17 M18 M19 M20 M21 M22 M23 M24 M25 M26 "
                + "M27"),
        (Form: "floats: intermediate results and constants", Source: """
            class C {
                const float A = 0.1f, B = 16777216f; static readonly float X = 0.1f, Y = 16777216f, H = 3.4e38f;
                static readonly double D = 0.1;
                public float M0 => A + 0.2f; public float M1 => X + 0.2f; public bool M2 => X + 0.2f == 0.3f;
                public double M3 => X + 0.2f; public float M4 => Y + 1f + 1f; public float M5 => Y + (1f + 1f);
                public double M6 => B + 1f; public float M7 => H * 10; public float M8 => H * 10 / 10;
                public double M9 => (double)H * 10; public float M10 => X * X * X; public float M11 => (float)(D * D * D);
                public bool M12 => X == D; public bool M13 => (float)D == X; public float M14 => 1f / 3f * 3f;
                public double M15 => 1f / 3f * 3f - 1; public float M16 => 16777217; public float M17 => 16777217L;
                public float M18 = 16777219; public double M19 = 0.1f; public float M20 => (int)Y + 1;
                public float M21 => int.MaxValue; public double M22 => (float)int.MaxValue; public float M23 => 5 / 2;
                public float M24 => 5 / 2f; public float M25 => 1e-46f; public float M26 => X % 0.03f;
                public double M27 => X % 0.03; public int M28 => (int)(0.7f + 0.1f) * 10;
                public int M29 => (int)((0.7f + 0.1f) * 10); public long M30 => (long)(1e10f); public float M31 => -Y;
                public float M32 => 9007199254740993; public float M33 => ulong.MaxValue; public float M34 => 33554435u;
            }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 M13 M14 M15 M16 M17 M18 M19 M20 M21 M22 M23 M24 M25 M26 "
                + "M27 M28 M29 M30 M31 M32 M33 M34"),
        (Form: "doubles at the edges", Source: """
            class C {
                static readonly double Max = double.MaxValue, Eps = double.Epsilon, N = double.NaN, I = double.PositiveInfinity,
                    Z = 0.0;
                public double M0 => Max + 1; public double M1 => Max * 2; public double M2 => Eps / 2;
                public double M3 => 1 / Z; public double M4 => -1 / Z; public bool M5 => double.IsNaN(N);
                public bool M6 => N.Equals(N); public bool M7 => N == N; public bool M8 => I == I; public bool M9 => !(N < 1);
                public double M10 => Z / Z; public bool M11 => -Z == Z; public double M12 => 5.5 % -2;
                public double M13 => -5.5 % 2; public double M14 => I - I; public double M15 => 1e308 * 10 / 10;
                public double M16 => 0.1 + 0.2; public bool M17 => 0.1 + 0.2 == 0.3; public double M18 => 1 / 3;
                public double M19 => 4.35 * 100; public long M20 => (long)(4.35 * 100); public double M21 => 1e15 + 0.3;
                public long M22 => (long)9.2e18; public int M23 => (int)-0.9; public double M24 => 9007199254740993;
                public double M25 => 123456789012345678; public double M26 => ulong.MaxValue;
                public double M27 => double.MaxValue; public double M28 => double.Epsilon; public double M29 => Math.PI * 2;
                public double M30 => Math.E; public double M31 => double.NaN; public double M32 => float.MaxValue;
                public double M33 => float.Epsilon; public double M34 => double.MinValue; public double M35 => -0.0;
                public double M36 => 1 / -0.0; public double M37 => 0.0 * -1;
            }
            """, Known: "M0 M1 M2 M3 M4 M7 M8 M9 M10 M11 M12 M13 M14 M15 M16 M17 M18 M19 M20 M21 M22 M23 M24 M25 M26 M27 M28 "
                + "M29 M30 M31 M32 M33 M34 M35 M36 M37"),
        (Form: "equality that is not a number, by boxes and patterns", Source: """
            class C {
                static readonly double N = double.NaN, Z = -0.0; static readonly float F = float.NaN;
                static readonly object O = double.NaN, P = 0.0, Q = 0f; static readonly double? L = double.NaN;
                public long M0 => N is double.NaN ? 1 : 2; public long M1 => Z is 0 ? 1 : 2;
                public long M2 => O is double.NaN ? 1 : 2; public long M3 => P is 0.0 ? 1 : 2;
                public long M4 => Q is 0.0 ? 1 : 2; public long M5 => L is double.NaN ? 1 : 2;
                public bool M6 => L == double.NaN; public bool M7 => O.Equals(double.NaN); public bool M8 => Equals(P, Q);
                public long M9 => F switch { > 0 => 1, < 0 => 2, float.NaN => 3, _ => 4 }; public long M10 => P switch {
                -0.0 => 1, _ => 2 }; public long M11 => O switch { > 0.0 => 1, not > 0.0 => 2 }; public long M12 => L switch {
                > 0 => 1, null => 2, _ => 3 }; public bool M13 => N != N && L != L; public long M14 => Q switch {
                0 => 1, 0f => 2, _ => 3 };
            }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M9 M10 M11 M12 M13 M14"),
    ];
}
