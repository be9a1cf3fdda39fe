namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Numbers, once more.
    private static readonly (string Form, string Source, string Known)[] NumbersAgain =
    [
        (Form: "checked and unchecked in constants", Source: """
            class C
            {
                const int Big = int.MaxValue;
                public long M0 = unchecked(Big + 1);
                public long M1 => unchecked((int)(long)uint.MaxValue);
                public long M2 => unchecked((uint)-1);
                public long M3 => unchecked((byte)300);
                public double M4 => unchecked((sbyte)200);
                public long M5 => (long)unchecked((char)(-1));
                public long M6 => unchecked((short)40000) + 1;
            }
            """, Known: ""),
        (Form: "half, Int128, nint", Source: """
            class C
            {
                public double M0 => (double)(Half)1.0009765625;
                public long M1 => (long)(Int128)5 * 2;
                public long M2 => (nint)5 + 3;
                public long M3 => (long)(nuint)7;
                public double M4 => (double)(Half)70000;
                static readonly nint N = 5;
                public long M6 => N * 2;
                public long M7 => unchecked((nint)long.MaxValue);
                public ulong M8 => (UInt128)9 > 8 ? 1ul : 2ul;
            }
            """, Known: ""),
        (Form: "enums of all kinds in arithmetic", Source: """
            enum E : byte { A = 250, B = 5 }
            enum F : long { X = long.MaxValue, Y = 1 }
            [Flags] enum G { One = 1, Two = 2, Both = One | Two, Not = ~One }
            class C
            {
                public long M0 => (long)(E.A + 3);
                public long M1 => E.A - E.B;
                public long M2 => (long)(G.Both & ~G.One);
                public long M3 => (int)G.Not;
                public long M4 => (long)F.X - (long)F.Y;
                public long M5 => unchecked((long)(E)(E.A + 10));
                public long M6 => E.B > E.A ? 1 : 2;
                public long M7 => (long)(G.One | G.Two) << 2;
                public long M8 => (int)(E)G.Two;
            }
            """, Known: "M2 M3 M4 M7 M8"),
        (Form: "shifts beyond the width", Source: """
            class C
            {
                static readonly int S = 33; static readonly int L = 65; static readonly int Neg = -1;
                public long M0 => 1 << S;
                public long M1 => 1L << L;
                public long M2 => 1 << Neg;
                public long M3 => -8 >> 1;
                public long M4 => -8 >>> 28;
                public long M5 => -8L >>> 60;
                public long M6 => (byte)255 << 4;
                public long M7 => 0x80000000 >> 31;
                public long M8 => (uint)1 << 35;
            }
            """, Known: "M0 M1 M3 M6 M7 M8"),
        (Form: "constant folding of strings and chars", Source: """"
            class C
            {
                const string S = "ab" + "cd";
                public long M0 => S.Length;
                public long M1 => ("a" + 'b' + 1).Length;
                public long M2 => 'a' + 'b' + "c" == "195c" ? 1 : 2;
                public long M3 => $"{S}x".Length;
                public long M4 => "é".Length + "😀".Length;
                public long M5 => "\r\n".Length;
                public long M6 => """
                    a
                    b
                    """.Length;
                public long M7 => ("" + null + S).Length;
                public long M8 => string.Concat("a", "b").Length;
                public long M9 => 'a' * 2;
            }
            """", Known: "M0 M4 M5 M6 M9"),
        (Form: "doubles, floats and decimals that change types", Source: """
            class C
            {
                static readonly double D = 1e30, N = double.NaN; static readonly float F = 16777217f;
                    static readonly decimal X = 1.10m;
                public long M0 => (long)D; public int M1 => (int)N; public float M2 => (float)1e300; public long M3 => (long)F;
                    public int M4 => (int)2147483646.9999;
                public decimal M5 => (decimal)1.123456789012345678; public double M6 => 0.1f; public double M7 => 0.1f + 0.2;
                    public decimal M8 => X * 2; public string M9 => (X * 2).ToString();
                public double M10 => F * 3; public float M11 => F / 3; public double M12 => (double)(float)0.1;
                    public long M13 => (long)1.9999999999999999; public decimal M14 => 1m / 3m;
                    public double M15 => (double)(1m / 3m); public long M16 => (long)(1m / 3m * 3m);
            }
            """, Known: "M2 M3 M4 M5 M6 M7 M8 M10 M11 M12 M13 M14 M15 M16"),
        (Form: "integers at their limits", Source: """
            class C
            {
                static readonly int Min = int.MinValue; static readonly long LMin = long.MinValue;
                    static readonly ulong U = ulong.MaxValue; static readonly int One = -1; static readonly uint V = 5;
                public long M0 => -(long)Min; public long M1 => Math.Abs((long)Min); public int M2 => Min / 2;
                    public long M3 => LMin % 10; public double M4 => U; public float M5 => U; public decimal M6 => U;
                public long M7 => V - 6; public long M8 => V + One; public ulong M9 => U / 2;
                    public long M10 => (long)(U >> 1); public int M11 => Min >> 31; public long M12 => ~LMin;
                    public int M13 => unchecked(Min - 1); public long M14 => (int)V * One;
            }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M8 M9 M10 M11 M12 M14"),
        (Form: "dates, times and cultures", Source: """
            class C
            {
                static readonly TimeSpan T = TimeSpan.FromHours(1.5); static readonly DateTime D = new(2024, 2, 29);
                public double M0 => T.TotalMinutes; public double M1 => (T * 2).TotalHours;
                    public double M2 => (T / 4).TotalMinutes; public double M3 => T / TimeSpan.FromMinutes(30);
                    public int M4 => D.AddYears(1).Day; public double M5 => (D - new DateTime(2024, 1, 1)).TotalDays;
                public double M6 => TimeSpan.FromDays(1, 2).TotalHours;
                    public double M7 => TimeSpan.FromSeconds(0.1).TotalSeconds;
                    public double M8 => TimeSpan.FromMinutes(90L).TotalHours; public double M9 => -T.TotalHours;
                    public long M10 => T.Ticks; public int M11 => T.Hours;
                    public double M12 => TimeSpan.FromHours(1, 30).TotalMinutes;
                public double M13 => new TimeSpan(1, 30, 0).TotalHours;
                    public double M14 => new TimeSpan(1, 2, 3, 4, 500).TotalSeconds;
                    public double M15 => TimeSpan.FromDays(0.123456789).TotalSeconds;
                    public double M16 => TimeSpan.FromSeconds(1.0 / 3).TotalSeconds;
                    public double M17 => TimeSpan.FromHours(1e-12).TotalSeconds;
            }
            """, Known: "M0 M7 M8 M9 M13 M15 M16 M17"),
    ];
}
