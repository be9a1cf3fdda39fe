namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] NumbersMore =
    [
        (Form: "shifts and masks of every width", Source: """
            class C
            {
                static readonly int I = -8;
                static readonly uint U = 0x80000000;
                static readonly long L = -8;
                static readonly byte B = 0xF0;
                static readonly sbyte Y = -16;
                public int M0 => I >> 1;
                public int M1 => I >>> 1;
                public uint M2 => U >> 31;
                public long M3 => L >> 65;
                public int M4 => B << 4;
                public int M5 => ~B;
                public int M6 => Y >> 2;
                public long M7 => L & 0xFF;
                public ulong M8 => 1UL << 63;
                public uint M9 => U | 1;
                public int M10 => 1 << 31;
                public long M11 => 1 << 35;
                public bool M12 => (B & 0x80) != 0;
            }
            """, Known: "M0 M4 M5"),
        (Form: "enums of every kind of number", Source: """
            enum B : byte { A = 250, D }
            enum L : long { A = 1L << 40, D = A * 2 }
            [Flags] enum F { None, X = 1, Y = 2, Z = X | Y }
            class C
            {
                static readonly F Both = F.X | F.Y;
                static readonly B Last = B.D;
                public int M0 => (int)B.D;
                public long M1 => (long)L.D;
                public bool M2 => Both == F.Z;
                public int M3 => (int)(Both & ~F.X);
                public int M4 => (int)(F.Z ^ F.Y);
                public int M5 => B.D - B.A;
                public int M6 => (int)(Last + 1);
                public bool M7 => Last > B.A;
                public bool M8 => Both.HasFlag(F.X);
                public string M9 => F.Z.ToString();
                public int M10 => (int)(F)7.9;
                public long M11 => (long)L.A;
                public byte M12 => (byte)Last;
                public int M13 => (int)default(F);
            }
            """, Known: "M0 M1"),
        (Form: "compound assignments of every type", Source: """
            class C
            {
                byte b = 250;
                short s = 1;
                float f = 1;
                decimal m = 1;
                uint u = 1;
                char c = 'a';
                string t = "a";
                long? n = 1;
                int i = 7;
                public byte M0 => b;
                public short M1 => s;
                public float M2 => f;
                public decimal M3 => m;
                public uint M4 => u;
                public char M5 => c;
                public string M6 => t;
                public long? M7 => n;
                public int M8 => i;
                public C()
                {
                    unchecked { b += 10; }
                    s *= 3;
                    f += 0.1f;
                    m /= 3;
                    u <<= 31;
                    c++;
                    t += 1;
                    t += 'x';
                    n += 5;
                    i -= i++ + ++i;
                }
            }
            """, Known: ""),
        (Form: "increments in values", Source: """
            class C
            {
                long a = 1, b = 1, d = 1;
                public long M0 => a;
                public long M1 => b;
                public long M2 => d;
                public readonly long M3;
                public C()
                {
                    a = a++ + ++a;
                    b += b++ * 2;
                    long x = d = 5;
                    M3 = x + (d = d + 1) * d--;
                }
            }
            """, Known: ""),
        (Form: "numbers of the user's own with all operators", Source: """
            readonly struct Size
            {
                readonly long v;
                public Size(long v) { this.v = v; }
                public static Size operator +(Size a, Size b) => new(a.v + b.v);
                public static Size operator *(Size a, long b) => new(a.v * b);
                public static Size operator ++(Size a) => new(a.v + 100);
                public static Size operator checked +(Size a, Size b) => new(checked(a.v + b.v) + 1);
                public static Size operator <<(Size a, int n) => new(a.v << n);
                public static Size operator >>>(Size a, int n) => new(a.v >>> n);
                public static bool operator true(Size a) => a.v > 10;
                public static bool operator false(Size a) => a.v <= 10;
                public static Size operator &(Size a, Size b) => new(a.v & b.v);
                public static implicit operator Size(long v) => new(v);
                public static explicit operator long(Size s) => s.v;
            }
            class C
            {
                static readonly Size A = 5, B = A + 7, D = B * 3;
                Size e = 1;
                public long M0 => (long)B;
                public long M1 => (long)D;
                public long M2 => (long)checked(A + B);
                public long M3 => D ? 1 : 2;
                public long M4 => (A && D) ? 1 : 2;
                public long M5 => (long)(A << 2);
                public long M6 => (long)e;
                public long M7 => (long)(A >>> 1);
                public C()
                {
                    e++;
                    e += 3;
                }
            }
            """, Known: "M0 M1"),
        (Form: "times", Source: """
            class C
            {
                static readonly TimeSpan A = TimeSpan.FromDays(1.5), B = TimeSpan.FromHours(36), D = new(1, 12, 0, 0);
                public bool M0 => A == B;
                public double M1 => A.TotalHours;
                public double M2 => (A + B).TotalDays;
                public bool M3 => A < D;
                public int M4 => A.Days;
                public double M5 => -A.TotalMinutes;
                public double M6 => A / B;
                public long M7 => A.Ticks;
                public double M8 => TimeSpan.FromSeconds(0.0015).TotalMilliseconds;
                public double M9 => (A * 2).TotalDays;
                public double M10 => TimeSpan.FromMinutes(90).TotalHours;
            }
            """, Known: "M0 M1 M2"),
        (Form: "texts of numbers by culture and format", Source: """
            class C
            {
                static readonly double D = 1234.5;
                public string M0 => D.ToString();
                public string M1 => $"{D:N1}";
                public string M2 => "a" + D;
                public string M3 => FormattableString.Invariant($"{D:0.00}");
                public int M4 => $"{D}".Length;
                public string M5 => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{D}");
                public double M6 => double.Parse("1.5", System.Globalization.CultureInfo.InvariantCulture);
                public int M7 => "abc".Length;
                public bool M8 => "a" + "b" == "ab";
                public int M9 => ("x" + nameof(D)).Length;
            }
            """, Known: "M7 M8 M9"),
        (Form: "functions of System.Math in all types", Source: """
            class C
            {
                static readonly int I = -7;
                static readonly decimal M = -2.5m;
                static readonly float F = 2.5f;
                public int M0 => Math.Abs(I);
                public decimal M1 => Math.Floor(M);
                public double M2 => Math.Round(F);
                public float M3 => MathF.Sqrt(2);
                public double M4 => Math.Pow(2, 0.5);
                public long M5 => Math.DivRem(7L, 2L).Quotient;
                public long M6 => Math.BigMul(I, I);
                public double M7 => Math.Cbrt(27);
                public int M8 => Math.Max(I, 3);
                public byte M9 => Math.Min((byte)3, (byte)4);
                public double M10 => Math.Ceiling(-0.5);
                public double M11 => 1 / Math.Ceiling(-0.5);
                public decimal M12 => Math.Max(1.0m, 1.00m);
                public int M13 => Math.Sign(M);
                public double M14 => Math.Log2(8);
                public double M15 => Math.Log(8, 2);
                public double M16 => Math.ScaleB(1, 4);
                public int M17 => Math.Clamp(I, 0, 5);
            }
            """, Known: "M0 M8 M17"),
        (Form: "nullables in every operator", Source: """
            class C
            {
                static readonly long? A = 5, N = null;
                static readonly bool? T = true, U = null;
                public long? M0 => A + N;
                public long? M1 => A * 2;
                public bool M2 => A == 5;
                public bool M3 => N == null;
                public bool M4 => N < A;
                public bool M5 => N >= N;
                public bool? M6 => T & U;
                public bool? M7 => T | U;
                public bool? M8 => !U;
                public long M9 => N ?? A ?? 1;
                public long? M10 => -N;
                public double? M11 => A / 2.0;
                public int? M12 => (int?)A;
                public long M13 => (long)A;
                public long? M14 => A << 2;
                public bool M15 => N.Equals(null);
                public string M16 => A.ToString();
                public int M17 => N.GetHashCode();
            }
            """, Known: "M9"),
    ];
}
