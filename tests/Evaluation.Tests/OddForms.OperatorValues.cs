namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Operators and conversions of all kinds.
    private static readonly (string Form, string Source, string Known)[] OperatorValues =
    [
        (Form: "user's operators of every shape on structs", Source: """
            readonly struct N { public readonly long V; public N(long v) => V = v;
                public static N operator +(N a, int b) => new(a.V + b);
                public static N operator +(int a, N b) => new(a * 10 + b.V); public static N operator -(N a) => new(-a.V * 2);
                public static N operator ~(N a) => new(a.V + 1000); public static N operator %(N a, N b) => new(a.V % b.V);
                public static bool operator <(N a, N b) => a.V > b.V; public static bool operator >(N a, N b) => a.V < b.V;
                public static bool operator ==(N a, N b) => a.V != b.V; public static bool operator !=(N a, N b) => a.V == b.V;
                public override bool Equals(object o) => true; public override int GetHashCode() => 7;
                public static N operator ^(N a, N b) => new(a.V * 100 + b.V);
                public static long operator >>(N a, int b) => a.V + b; public static string operator *(N a, string s) => s;
                public static N operator +(N a) => new(a.V + 5); public static N operator --(N a) => new(a.V - 10);
                public static double operator /(N a, double d) => a.V / d + 0.5; }
            class C { static readonly N A = new(3), B = new(4); static readonly N? X = A, Z = null; N m = new(50);
                N? n = null;
                public long M0 => (A + 1).V; public long M1 => (1 + A).V; public long M2 => (-A).V; public long M3 => (~A).V;
                public bool M4 => A < B; public bool M5 => A == B; public bool M6 => A.Equals(B); public long M7 => (A ^ B).V;
                public long M8 => A >> 2; public int M9 => (A * "abc").Length; public long M10 => (+A).V;
                public double M11 => A / 2; public bool M12 => X == Z; public bool M13 => X != A; public bool M14 => X < B;
                public bool M15 => Z < A; public long M16 => (X + 1)?.V ?? 0; public bool M17 => (-Z).HasValue;
                public long M18 => m.V; public long M19 => (B % A).V; public long M20 => (1 + A + 1).V;
                public bool M21 => Z == null; public bool M22 => Z == Z; public long? M23 => X >> 1;
                public long M24 => n.HasValue ? 1 : 2; public C() { m--; m += 5; n--; } }
            """, Known: "M0 M1 M2 M3 M4 M5 M7 M8 M9 M10 M11 M12 M13 M14 M15 M17 M19 M20 M21 M22 M23"),
        (Form: "a user's comparison in a pattern and a switch", Source: """
            struct V { public int X; public static bool operator ==(V a, V b) => true;
                public static bool operator !=(V a, V b) => false; public override bool Equals(object o) => false;
                public override int GetHashCode() => 0; public static implicit operator int(V v) => v.X + 1;
                public static implicit operator V(int x) => new() { X = x * 2 }; }
            class C { static readonly V A = 5; static readonly V? N = null; public int M0 => A switch { { X: 10 }
                => 1, _ => 2 }; public int M1 => A; public bool M2 => A == 5; public bool M3 => A.Equals(A);
                public int M4 => ((int)A) switch { 11 => 1, _ => 2 }; public bool M5 => A is { X: 10 };
                public double M6 => A / 2.0; public bool M7 => N is null; public bool M8 => N == null; public int M9 => N ?? 3;
                public int M10 => (N ?? A).X; public long M11 => A; public long M12 => A + A; public V M13 => 7;
                public int M14 => M13.X; public bool M15 => A > 10; public int M16 = (V)3; public long M17 => (short)A; }
            """, Known: "M1 M2 M4 M6 M7 M8 M9 M10 M11 M12 M14 M15 M16 M17"),
        (Form: "conversions of a class hierarchy", Source: """
            class A { public long N = 1; public static explicit operator A(int i) => new A { N = i };
                public static implicit operator bool(A a) => a.N > 0; } class B : A { public long O = 2;
                public static implicit operator B(string s) => new B { N = s.Length, O = 9 }; }
            class C { static readonly A X = new B(), Y = (B)"abcd", Z = (A)7; static readonly B W = "xy";
                public long M0 => X.N; public long M1 => ((B)X).O; public long M2 => Y.N; public long M3 => ((B)Y).O;
                public long M4 => Z.N; public bool M5 => X; public int M6 => Z ? 1 : 2; public long M7 => (Z as B)?.O ?? 5;
                public long M8 => (X as B).O; public bool M9 => Z is B; public bool M10 => X is B b && b.O == 2;
                public long M11 => ((A)W).N; public bool M12 => !Z; public bool M13 => X && Y;
                public long M14 => ((object)X as A).N; }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M8 M11 M12 M13 M14"),
        (Form: "conversions through constants to narrower types", Source: """
            class C { byte a = 5; sbyte b = -5; short c = 0x7FFF; ushort d = 'z'; uint e = 5; ulong f = 7; float g = 'a';
                decimal h = 'b'; double i = 5u; long j = 5u; char k = 'k'; nint l = 5; float m = 5L; byte? n = 200;
                ulong? o = 5; short? p = -1; float? q = 3; decimal? r = 2; double? s = 'c'; int? t = 'd'; const byte K = 10;
                const sbyte Neg = -10; byte u = K + 5; int v = Neg; ulong w = K; Half x = default; byte y = (byte)'A' + 1;
                double z = 1 / 2;
                public byte M0 => a; public sbyte M1 => b; public short M2 => c; public ushort M3 => d; public uint M4 => e;
                public ulong M5 => f; public float M6 => g; public decimal M7 => h; public double M8 => i; public long M9 => j;
                public char M10 => k; public nint M11 => l; public float M12 => m; public byte? M13 => n;
                public ulong? M14 => o; public short? M15 => p; public float? M16 => q; public decimal? M17 => r;
                public double? M18 => s; public int? M19 => t; public byte M20 => u; public int M21 => v; public ulong M22 => w;
                public byte M23 => y; public double M24 => z; public object M25 => a; public object M26 = 5u;
                public IFormattable M27 = 1.5f; public ValueType M28 = 'x'; public dynamic M29 = 5; public object M30 = null;
                public bool M31 => M26 is uint; public bool M32 => M27 is float;
                public int M33 => M26 is int ? 1 : M26 is uint ? 2 : 3; }
            """, Known: "M0 M1 M2 M3 M4 M5 M8 M9 M10 M12 M13 M14 M15 M16 M17 M18 M19 M20 M21 M22 M23 M24 M25 M26 M27 M28 M30"),
        (Form: "literals of every notation", Source: """
            class C {
                public int M0 => 0x7FFF_FFFF; public uint M1 => 0xFFFFFFFF; public long M2 => 0b1111_0000;
                public ulong M3 => 0xFFFF_FFFF_FFFF_FFFF; public double M4 => 1e3; public float M5 => 1e3f;
                public decimal M6 => 1e3m; public long M7 => 1_0L; public ulong M8 => 5UL; public uint M9 => 5U;
                public double M10 => 5d; public double M11 => .5; public long M12 => 4_294_967_296;
                public long M13 => -9223372036854775808; public int M14 => -2147483648; public double M15 => 1_000.5_0e-1_0;
                public double M16 => 0x10; public float M17 => 1.0000000596046448f; public double M18 => 1.7976931348623157e308;
                public double M19 => 4.9e-324; public double M20 => 2.2250738585072014e-308; public decimal M21 => 0.00m;
                public char M22 => '\x41'; public int M23 => '\u0042'; public char M24 => '\''; public string M25 => "\0";
                public int M26 => '\U00000043'; public long M27 => 3000000000; public ulong M28 => 9223372036854775808;
                public double M29 => 9223372036854775807; public float M30 => 3.4028235e38f;
                public double M31 => 12345678901234567890; public object M32 => 2147483648; public object M33 => 5L;
                public object M34 => 4294967295; public long M35 => 0xFFFFFFFFL + 1;
                public double M36 => 100_000_000_000_000_000_000.0; public object M37 => -2147483648;
                public bool M38 => M32 is uint; public bool M39 => M37 is int;
                public bool M40 => (object)-9223372036854775807 is long; }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 M13 M14 M15 M16 M17 M18 M19 M20 M21 M22 M23 M24 M25 M26 "
                + "M27 M28 M29 M30 M31 M32 M33 M34 M35 M36 M37"),
        (Form: "integer division and the order of operators", Source: """
            class C {
                static readonly int A = 7, B = 2, N = -7; static readonly long L = 70; static readonly byte By = 7;
                static readonly uint U = 7;
                public int M0 => A / B * B; public double M1 => A / B * 1.0; public double M2 => 1.0 * A / B;
                public int M3 => N / B; public int M4 => N % B; public int M5 => A - B - 1; public int M6 => A * B % 4;
                public int M7 => A + B << 1; public int M8 => A & 3 | 8; public bool M9 => A > B == true;
                public int M10 => -A % 4; public long M11 => L / 3 * 3L; public double M12 => L / 3d; public int M13 => By / 2;
                public long M14 => U / -2; public long M15 => U - 8; public int M16 => A / B / B;
                public double M17 => A / (double)B; public double M18 => (double)(A / B); public int M19 => A ^ B & 1;
                public int M20 => ~A & 0xF; public int M21 => 1 + 2 * 3 - 4 / 3; public int M22 => - -A; public int M23 => +N;
                public bool M24 => !(A == B) && A != 3 || false; public bool M25 => A < B & B < A | true;
                public bool M26 => true ^ true; public int M27 => (A, B) is (7, 2) ? 1 : 0; public uint M28 => U / 2;
                public ulong M29 => 7ul / 2; public decimal M30 => 7m / 2; public double M31 => 1 / 3 * 3.0;
                public float M32 => A / B; public int M33 => A / (B - 3); public long M34 => (long)(A * 0.29 * 100);
                public long M35 => (long)(1.1 * 1.1 * 100); public long M36 => A * 1_000_000_000L; public int M37 => B - -3;
                public int M38 => 10 - 5 % 3; }
            """, Known: "M0 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 M13 M14 M16 M17 M18 M19 M20 M21 M22 M23 M24 M25 M26 M28 "
                + "M29 M30 M31 M32 M33 M34 M35 M36 M37 M38"),
        (Form: "compound of narrower types and doubles", Source: """
            class C { byte a = 250; short b = 7; int c = 7; float d = 0.1f; long e = 10; double f = 1; uint g = 3;
                decimal h = 1.5m; int i = 5; char j = 'a'; string k = "a"; bool l = true; sbyte m = 5; ulong n = 5; int? o = 4;
                public byte M0 => a; public short M1 => b; public int M2 => c; public float M3 => d; public long M4 => e;
                public double M5 => f; public uint M6 => g; public decimal M7 => h; public int M8 => i; public char M9 => j;
                public string M10 => k; public bool M11 => l; public sbyte M12 => m; public ulong M13 => n;
                public int? M14 => o; public double M15 { get; set; } = 3;
                public C() { a += 5; b /= 2; c /= 2; c *= 3; d += 0.2f; e *= 2; e += c; f /= 3; g -= 2; h *= 2; i %= 3; i |= 8;
                i <<= 2; j++; k += "b"; k += 1; l &= false; l |= true; m = (sbyte)(m * 2); n >>= 1; n += 2; o += 1; M15 += 1;
                M15 *= 1.5; M15--; } }
            """, Known: "M2 M3 M4 M5 M6 M7 M8 M11 M12 M13 M15"),
        (Form: "compound where the right side changes the left", Source: """
            class C { int a = 5; int b = 5; int c = 5; int F() { a = 100; return 1; } public int M0 => a;
                public int M1 => b; public int M2 => c; public C() { a += F(); b += b++ + ++b; c = c-- - --c; } }
            """, Known: "M0 M1 M2"),
        (Form: "int compound by double, char by int", Source: """
            class C { int a = 7; char b = 'a'; byte c = 200; long d = 7; short e = 3; float f = 1; int g = 5;
                public int M0 => a; public char M1 => b; public byte M2 => c; public long M3 => d; public short M4 => e;
                public float M5 => f; public int M6 => g; public C() { a = (int)(a * 1.5); a *= 2; b += (char)1; c += 100;
                d = (long)(d / 2.0); e <<= 14; f += 0.1f; f *= 3; g /= 2; g -= -3; } }
            """, Known: "M0 M3 M5 M6"),
        (Form: "int compound by a double", Source: """
            class C { int a = 7; long b = 3; byte c = 9; uint d = 7; float e = 1; public int M0 => a; public long M1 => b;
                public byte M2 => c; public uint M3 => d; public float M4 => e; public C() { a += 'b'; b *= 'a'; c *= 30;
                d += 5; e += 1L; a -= (byte)5; b -= 5; d *= 3u; e /= 3; } }
            """, Known: "M0 M1 M3 M4"),
    ];
}
