namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Arithmetic of every type, and the conversions between them.
    private static readonly (string Form, string Source, string Known)[] NumbersOfAllTypes =
    [
        (Form: "wide and narrow integers", Source: """
            class C
            {
                static readonly Int128 A = Int128.MaxValue;
                static readonly UInt128 B = 5;
                static readonly Half H = (Half)0.1;
                static readonly nint N = 7;
                static readonly short S = 30000;
                public Int128 M0 => A - 1;
                public UInt128 M1 => B << 100;
                public Half M2 => H;
                public nint M3 => N * 2;
                public int M4 => S + S;
                public short M5 => unchecked((short)(S + S));
                public double M6 => (double)H;
                public long M7 => (long)B;
            }
            """, Known: "M4"),
        (Form: "big integers", Source: """
            class C
            {
                static readonly System.Numerics.BigInteger A = 1_000_000_007, B = System.Numerics.BigInteger.Pow(A, 3);
                public System.Numerics.BigInteger M0 => B;
                public long M1 => (long)(B % 1_000_000);
                public System.Numerics.BigInteger M2 => -B / 7;
                public System.Numerics.BigInteger M3 => -B % 7;
                public double M4 => (double)A;
                public bool M5 => B > A;
                public System.Numerics.BigInteger M6 => B >> 3;
                public System.Numerics.BigInteger M7 => (-B) >> 3;
                public System.Numerics.BigInteger M8 => B & 0xFFFF;
                public int M9 => A.CompareTo(B);
            }
            """, Known: "M0 M1 M2 M3"),
        (Form: "a big integer of a fraction", Source: """
            class C
            {
                static readonly System.Numerics.BigInteger A = new(1e20), B = new(-2.9), D = (System.Numerics.BigInteger)2.9m;
                public System.Numerics.BigInteger M0 => A;
                public System.Numerics.BigInteger M1 => B;
                public System.Numerics.BigInteger M2 => D;
                public long M3 => (long)B * 3;
            }
            """, Known: ""),
        (Form: "doubles that are not numbers, and signs of zero", Source: """
            class C
            {
                static readonly double N = double.NaN, Z = -0.0, I = double.PositiveInfinity;
                public bool M0 => N == N;
                public bool M1 => N != N;
                public bool M2 => N < 1 || N >= 1;
                public double M3 => 1 / Z;
                public double M4 => Math.Min(Z, 0.0);
                public double M5 => Math.Max(N, 1);
                public double M6 => 1 / Math.Clamp(Z, 0.0, 1.0);
                public bool M7 => Z == 0.0;
                public double M8 => I - I;
                public double M9 => I % 2;
                public bool M10 => N is double.NaN;
                public double M11 => -Z;
                public double M12 => Z + 0.0;
            }
            """, Known: "M0 M1"),
        (Form: "switches on numbers that are not", Source: """
            class C
            {
                static readonly double N = double.NaN, Z = -0.0;
                public long M0 => N switch { > 0 => 1, <= 0 => 2, _ => 3 };
                public long M1 => N switch { not > 0 => 1, _ => 3 };
                public long M2 => N switch { double.NaN => 1, _ => 3 };
                public long M3 => Z switch { 0.0 => 1, _ => 3 };
                public long M4 => 1.0m switch { 1.00m => 1, _ => 3 };
                public long M5 => 'b' switch { >= 'a' and <= 'f' => 1, _ => 2 };
                public long M6 => 5L switch { 5 => 1, _ => 2 };
            }
            """, Known: "M0 M1"),
        (Form: "decimals of many places", Source: """
            class C
            {
                static readonly decimal A = 1.10m, B = 79228162514264337593543950335m, D = 0.0000000000000000000000000001m;
                public decimal M0 => A * A;
                public decimal M1 => B / 3;
                public decimal M2 => D / 2;
                public decimal M3 => A + D;
                public decimal M4 => (decimal)0.1 + (decimal)0.2f;
                public double M5 => (double)A;
                public float M6 => (float)B;
                public long M7 => (long)-2.9m;
                public decimal M8 => -7.5m % 2;
                public string M9 => $"{A}";
                public decimal M10 => Math.Round(2.675m, 2);
                public decimal M11 => decimal.Floor(-2.5m);
                public decimal M12 => 1 / 3m * 3;
                public int M13 => (int)3.99m;
            }
            """, Known: "M0 M7 M13"),
        (Form: "floats in mixed arithmetic", Source: """
            class C
            {
                static readonly float F = 16777216f, G = 0.1f;
                static readonly long L = 9007199254740993;
                static readonly ulong U = ulong.MaxValue;
                static readonly uint W = uint.MaxValue;
                public float M0 => F + 1;
                public double M1 => F + 1.0;
                public double M2 => L;
                public float M3 => L;
                public float M4 => G * G;
                public double M5 => G * G;
                public double M6 => (double)G * G;
                public double M7 => U;
                public float M8 => U;
                public float M9 => W;
                public long M10 => (long)(G * 10);
                public float M11 => (float)0.1;
                public bool M12 => G == 0.1;
                public double M13 => L + 0.5f;
                public double M14 => 1f / 3;
            }
            """, Known: "M1 M2"),
        (Form: "overflow where it wraps and where it throws", Source: """
            class C
            {
                static readonly int I = int.MaxValue;
                static readonly long L = long.MinValue;
                static readonly uint U = 0;
                static readonly byte B = 255;
                public int M0 => unchecked(I + 1);
                public long M1 => unchecked(L - 1);
                public uint M2 => unchecked(U - 1);
                public int M3 => B + 1;
                public byte M4 => unchecked((byte)(B + 1));
                public long M5 => unchecked(-L);
                public long M6 => unchecked(L * -1);
                public int M7 => unchecked((int)3e9);
                public long M8 => unchecked((long)double.NaN);
                public int M9 => unchecked((int)L);
                public long M10 => I + 1L;
                public int M11 => unchecked(I * I);
                public uint M12 => unchecked((uint)-1.5);
            }
            """, Known: "M3 M10"),
    ];
}
