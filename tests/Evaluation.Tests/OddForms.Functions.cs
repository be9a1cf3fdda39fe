namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Functions of numbers, and numbers of type arguments.
    private static readonly (string Form, string Source, string Known)[] Functions =
    [
        (Form: "Math functions of every overload", Source: """
            class C {
                static readonly int I = -7; static readonly short S = -8; static readonly sbyte B = -9;
                static readonly float F = -2.5f; static readonly double D = 2.5; static readonly decimal M = -2.5m;
                static readonly uint U = 7; static readonly ulong Q = 9; static readonly byte By = 200;
                static readonly long L = -10; static readonly double N = double.NaN;
                public double M0 => Math.Round(D); public double M1 => Math.Round(3.5); public decimal M2 => Math.Round(M);
                public double M3 => Math.Round(2.345, 2); public double M4 => Math.Round(2.5, MidpointRounding.AwayFromZero);
                public decimal M5 => Math.Round(2.345m, 2); public decimal M6 => Math.Round(M, MidpointRounding.AwayFromZero);
                public double M7 => Math.Round(-0.4); public double M8 => 1 / Math.Round(-0.4); public float M9 => Math.Abs(F);
                public int M10 => Math.Abs(S); public int M11 => Math.Abs(B); public decimal M12 => Math.Abs(M);
                public short M13 => Math.Abs(S); public sbyte M14 => Math.Abs(B); public uint M15 => Math.Max(U, 5u);
                public ulong M16 => Math.Min(Q, 5ul); public byte M17 => Math.Max(By, (byte)3);
                public double M18 => Math.Max(N, 5); public double M19 => Math.Min(5, N);
                public double M20 => Math.Max(-0.0, 0.0); public double M21 => 1 / Math.Max(-0.0, 0.0);
                public double M22 => 1 / Math.Min(0.0, -0.0); public float M23 => Math.Max(F, 1f);
                public double M24 => Math.Max(F, 1.0); public long M25 => Math.Max(I, L); public long M26 => Math.Max(I, 5L);
                public decimal M27 => Math.Max(M, 1); public double M28 => Math.Pow(2, 10);
                public double M29 => Math.Pow(10, -3); public double M30 => Math.Pow(0, 0);
                public double M31 => Math.Pow(-8, 1.0 / 3); public double M32 => Math.Pow(10, 18);
                public double M33 => Math.Sqrt(2); public double M34 => Math.Sqrt(-1); public double M35 => Math.Log(0);
                public double M36 => Math.Log(100, 10); public double M37 => Math.Log10(1000);
                public double M38 => Math.Log(1, 0); public double M39 => Math.Log(2, 1); public double M40 => Math.Exp(1);
                public double M41 => Math.Floor(-2.5); public double M42 => Math.Ceiling(2.1);
                public double M43 => Math.Truncate(-2.9); public decimal M44 => Math.Truncate(M);
                public decimal M45 => Math.Ceiling(M); public decimal M46 => Math.Floor(M);
                public int M47 => Math.Clamp(I, -5, 5); public double M48 => Math.Clamp(D, 0, 1);
                public decimal M49 => Math.Clamp(M, -1m, 1m); public double M50 => Math.Floor(F);
                public double M51 => Math.Pow(F, 2); public double M52 => Math.Sqrt(I * I); public double M53 => Math.Pow(I, 3);
                public double M54 => Math.Round(F); public double M55 => Math.Ceiling((double)7 / 2);
                public long M56 => (long)Math.Ceiling(7m / 2); public long M57 => (long)Math.Round(0.5) + (long)Math.Round(1.5);
                public double M58 => Math.Round(1e300); public double M59 => Math.Pow(2, 0.5) * Math.Pow(2, 0.5);
            }
            """, Known: "M0 M1 M2 M7 M8 M9 M12 M15 M16 M17 M18 M19 M20 M21 M22 M23 M24 M25 M26 M27 M28 M29 M30 M31 M32 M33 "
                + "M34 M35 M36 M37 M38 M39 M40 M41 M42 M43 M44 M45 M46 M47 M48 M49 M50 M51 M52 M53 M54 M55 M56 M57 M58 "
                + "M59"),
        (Form: "more of Math that is seldom used", Source: """
            class C {
                static readonly double D = 2.5; static readonly float F = 2.5f; static readonly int I = 17;
                public double M0 => Math.Cbrt(27); public double M1 => Math.IEEERemainder(5, 3);
                public double M2 => Math.CopySign(3, -0.0); public int M3 => Math.Sign(-3);
                public long M4 => Math.BigMul(1 << 20, 1 << 20); public double M5 => Math.Log2(8);
                public int M6 => Math.DivRem(7, 3, out _); public double M7 => Math.FusedMultiplyAdd(0.1, 10, -1);
                public double M8 => Math.BitIncrement(1); public double M9 => Math.ScaleB(3, 4);
                public int M10 => Math.ILogB(1000); public float M11 => MathF.Round(F); public float M12 => MathF.Pow(2, 0.5f);
                public float M13 => MathF.Floor(-F); public double M14 => Math.Tanh(0.5); public int M15 => int.Max(I, 20);
                public double M16 => double.Pow(2, 5); public int M17 => int.Clamp(I, 0, 9);
                public double M18 => double.Round(D); public long M19 => long.Abs(-5); public int M20 => int.Sign(-5);
                public bool M21 => double.IsInteger(3.0); public double M22 => double.Lerp(1, 3, 0.5);
                public int M23 => BitOperations.Log2(1000); public uint M24 => BitOperations.RoundUpToPowerOf2(1000);
                public int M25 => BitOperations.PopCount(255); public int M26 => int.PopCount(255);
                public int M27 => int.LeadingZeroCount(1); public bool M28 => int.IsPow2(64);
                public double M29 => Math.MaxMagnitude(-3, 2); public int M30 => (int)Math.Floor(Math.Log10(12345)) + 1;
                public double M31 => Math.ReciprocalEstimate(4); public int M32 => Math.Min(Math.Max(I, 3), 9);
            }
            """, Known: "M30 M32"),
        (Form: "rounding modes", Source: """
            class C {
                public double M0 => Math.Round(2.5, MidpointRounding.ToEven);
                public double M1 => Math.Round(-2.5, MidpointRounding.AwayFromZero);
                public double M2 => Math.Round(2.7, MidpointRounding.ToZero);
                public double M3 => Math.Round(-2.1, MidpointRounding.ToNegativeInfinity);
                public double M4 => Math.Round(2.1, MidpointRounding.ToPositiveInfinity);
                public double M5 => Math.Round(2.675, 2);
                public double M6 => Math.Round(1234.5678, 3, MidpointRounding.AwayFromZero);
                public decimal M7 => decimal.Round(2.5m);
                public decimal M8 => decimal.Round(2.345m, 2, MidpointRounding.AwayFromZero);
                public decimal M9 => decimal.Truncate(-2.9m); public decimal M10 => decimal.Ceiling(2.1m);
                public decimal M11 => decimal.Floor(-2.1m);
                public decimal M12 => Math.Round(1.005m, 2, MidpointRounding.ToZero); public int M13 => Convert.ToInt32(2.5);
                public int M14 => Convert.ToInt32(3.5m); public long M15 => Convert.ToInt64("12"); public int M16 => (int)2.5;
                public long M17 => decimal.ToInt64(2.9m); public decimal M18 => decimal.Add(1, 2);
                public decimal M19 => decimal.Negate(5); public decimal M20 => Convert.ToDecimal(0.1);
                public double M21 => Convert.ToDouble(5);
            }
            """, Known: "M16"),
        (Form: "BigInteger of all operations", Source: """
            class C {
                static readonly BigInteger A = BigInteger.Pow(10, 20), B = -7, Z = BigInteger.Zero;
                static readonly BigInteger? N = null;
                public BigInteger M0 => A + 1; public BigInteger M1 => A / B; public BigInteger M2 => A % B;
                public BigInteger M3 => -A; public BigInteger M4 => A << 3; public BigInteger M5 => B >> 1;
                public BigInteger M6 => ~B; public BigInteger M7 => A & 0xFF; public BigInteger M8 => A | 1;
                public BigInteger M9 => A ^ B; public bool M10 => A > B; public bool M11 => A == BigInteger.Pow(10, 20);
                public double M12 => (double)A; public decimal M13 => (decimal)A; public long M14 => (long)(A / 1000);
                public BigInteger M15 => BigInteger.Max(A, B); public BigInteger M16 => BigInteger.Divide(A, 3);
                public BigInteger M17 => BigInteger.Parse("123456789012345678901234567890");
                public BigInteger M18 => BigInteger.One * 5; public BigInteger M19 => BigInteger.MinusOne;
                public BigInteger M20 => N ?? 5; public BigInteger M21 => (BigInteger)1e10;
                public BigInteger M22 => (BigInteger)2.5m; public int M23 => A.Sign; public bool M24 => A.IsEven;
                public BigInteger M25 => BigInteger.Abs(B); public BigInteger M26 => BigInteger.Remainder(B, 3);
                public BigInteger M27 => B >>> 1; public BigInteger M28 => new BigInteger(5) * 2;
                public BigInteger M29 => BigInteger.ModPow(3, 5, 7); public BigInteger M30 => 5L;
                public BigInteger M31 => ulong.MaxValue; public float M32 => (float)A;
                public double M33 => Math.Exp(BigInteger.Log(A)); public double M34 => BigInteger.Log10(A);
                public ulong M35 => (ulong)(A / 10); public int M36 => (int)B; public BigInteger M37 => +B;
                public bool M38 => A != 5; public bool M39 => A > 5.0.CompareTo(3);
                public BigInteger M40 => BigInteger.Parse(" 5 ");
                public BigInteger M41 => BigInteger.GreatestCommonDivisor(12, 18); public BigInteger M42 = 5;
                public BigInteger M43 = default; public BigInteger M44 => BigInteger.Pow(2, 100) - 1;
                public BigInteger M45 => 'a'; public BigInteger M46 => (byte)5; public double M47 => (double)(A / 3);
                public double M48 => (double)BigInteger.Pow(3, 40);
            }
            """, Known: "M0 M1 M2 M3 M7 M8 M9 M10 M11 M12 M14 M15 M16 M17 M20 M21 M22 M25 M28 M30 M31 M35 M36 M37 M40 M42 M43 "
                + "M44 M45 M46"),
        (Form: "BigInteger compound", Source: """
            class C { BigInteger a = 5, b = 100; public BigInteger M0 => a; public BigInteger M1 => b; public C() { a *= a;
                a <<= 2; b /= 7; b++; b -= 3; } }
            """, Known: ""),
        (Form: "Int128 and Half and nint again", Source: """
            class C {
                static readonly Int128 A = 5; static readonly Half H = (Half)2.5; static readonly nint N = -3;
                static readonly nuint U = 3; const nint K = 5;
                public long M0 => (long)(A * 3); public double M1 => (double)(H + H); public long M2 => N / 2;
                public ulong M3 => U; public long M4 => K * 2; public nint M5 => K; public int M6 => (int)N;
                public double M7 => N; public bool M8 => H > (Half)2; public Half M9 => -H; public Int128 M10 => -A;
                public UInt128 M11 => UInt128.MaxValue; public int M12 => sizeof(long); public long M13 => N >> 1;
                public long M14 => N << 65; public bool M15 => A == 5; public Half M16 => default; public Int128 M17 => default;
                public nint M18 => default; public long M19 => nint.Max(3, N); public float M20 => (float)H;
                public double M21 => N + 0.5; public decimal M22 => (decimal)A; public decimal M23 => N; public double M24 = K;
                public long M25 = K;
            }
            """, Known: "M12"),
        (Form: "generic math", Source: """
            class C {
                static T Sum<T>(T a, T b) where T : INumber<T> => a + b;
                static T Twice<T>(T a) where T : INumber<T> => a * T.CreateChecked(2);
                static T Zero<T>() where T : INumber<T> => T.Zero; static T Neg<T>(T a) where T : INumber<T> => -a;
                static bool Less<T>(T a, T b) where T : INumber<T> => a < b;
                static T Max<T>(T a, T b) where T : INumber<T> => T.Max(a, b);
                static T Conv<T>(double d) where T : INumber<T> => T.CreateTruncating(d);
                static T Div<T>(T a, T b) where T : INumber<T> => a / b;
                static T Shift<T>(T a) where T : IBinaryInteger<T> => a >> 1; static T Id<T>(T a) => a;
                static T Def<T>() => default; static T DefOr<T>(T a = default) => a;
                public int M0 => Sum(2, 3); public double M1 => Sum(2, 3.5); public byte M2 => Sum<byte>(200, 100);
                public long M3 => Twice(5L); public int M4 => Zero<int>(); public uint M5 => Neg(1u);
                public bool M6 => Less(double.NaN, 1); public decimal M7 => Max(1.5m, 2); public int M8 => Conv<int>(3e9);
                public int M9 => Div(7, 2); public double M10 => Div<double>(7, 2); public sbyte M11 => Shift<sbyte>(-5);
                public long M12 => Id<long>(5); public int? M13 => Id<int?>(null); public int M14 => Def<int>();
                public string M15 => Def<string>(); public int? M16 => Def<int?>(); public double M17 => DefOr<double>();
                public long M18 => Id(5) + Id(5L); public int M19 => Sum(int.MaxValue, 1); public float M20 => Sum(0.1f, 0.2f);
                public short M21 => Sum<short>(30000, 30000); public char M22 => Sum('a', (char)1);
                public long M23 => Sum<long>(5, 'a'); public double M24 => Id<double>(5) / 2;
                public object M25 => Id<object>(5); public double M26 => Id<float>(0.1f); public double M27 => Twice(0.1f);
            }
            """, Known: "M0 M1 M6 M9 M10 M12 M13 M18 M20 M23 M24 M25 M26"),
        (Form: "static abstract operators of the user's own", Source: """
            interface IOp<T> where T : IOp<T> { static abstract T operator +(T a, T b); static abstract long Unit { get; }
                static virtual long Twice(long a) => a * 2; }
            readonly record struct V(long P) : IOp<V> { public static V operator +(V a, V b) => new(a.P + b.P + 1);
                public static long Unit => 7; public static long Twice(long a) => a * 3; }
            readonly record struct W(long P) : IOp<W> { public static W operator +(W a, W b) => new(a.P * b.P);
                static long IOp<W>.Unit => 8; public static long Unit => 9; }
            class C { static T Add<T>(T a, T b) where T : IOp<T> => a + b; static long U<T>() where T : IOp<T> => T.Unit;
                static long Tw<T>(long a) where T : IOp<T> => T.Twice(a);
                public long M0 => Add(new V(2), new V(3)).P; public long M1 => U<V>(); public long M2 => U<W>();
                public long M3 => Tw<V>(5); public long M4 => Tw<W>(5); public long M5 => W.Unit;
                public long M6 => (new V(1) + new V(2)).P; }
            """, Known: "M5 M6"),
    ];
}
