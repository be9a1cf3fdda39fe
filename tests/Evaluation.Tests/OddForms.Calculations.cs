namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] Calculations =
    [
        (Form: "a constant that is shadowed by a property", Source: """
            static class Unit { public const long B = 1000; }
            class C
            {
                static long n;
                long Unit
                {
                    get
                    {
                        n++;
                        return 7;
                    }
                }
                public long M0 { get; set; } = 3 * N0.Scale.B;
                public long M1 => Unit;
                class N0 { public static class Scale { public const long B = 10; } }
            }
            """, Known: "M0"),
        (Form: "arithmetic of constants of several types", Source: """
            enum E { A = 3, B = A * 2 }
            class C
            {
                const int K = 7;
                const byte S = 200;
                const double D = 0.5;
                public long M0 { get; set; } = K * 1_000_000_000L;
                public int M1 { get; set; } = S + S;
                public double M2 { get; set; } = K / 2 * D;
                public long M3 { get; set; } = -(K << 3) % 5;
                public int M4 { get; set; } = (int)E.B + 1;
                public uint M5 { get; set; } = unchecked((uint)-K);
                public float M6 { get; set; } = K * 1.1f;
                public long? M7 { get; set; } = K + 1;
                public ulong M8 { get; set; } = ulong.MaxValue - K;
                public bool M9 { get; set; } = !true;
                public string M10 { get; set; } = "a" + nameof(K);
                public char M11 { get; set; } = 'a';
            }
            """, Known: "M0 M1 M2 M3 M4 M6 M7 M8"),
        (Form: "an initialiser converted by an operator that counts", Source: """
            struct Amount
            {
                public static int Made;
                public long V;
                public static implicit operator Amount(long v)
                {
                    Made++;
                    return new Amount { V = v };
                }
            }
            class C
            {
                const long K = 5;
                public Amount A { get; set; } = K * 2;
                public long M0 { get; set; } = Amount.Made;
                public long M1 => A.V;
            }
            """, Known: ""),
        (Form: "a constant of a base, hidden below", Source: """
            class A { protected const long K = 2; }
            class B : A { protected new const long K = 3; }
            class C : B
            {
                public long M0 { get; set; } = K * 10;
                public long M1 { get; set; } = A.K * 10;
            }
            """, Known: "M0 M1"),
        (Form: "nested types that hide an outer constant", Source: """
            static class Q { public const long B = 4; }
            class C
            {
                static class Q { public static long B => 9; }
                public long M0 { get; set; } = 2 * Q.B;
                public long M1 { get; set; } = 2 * Inner.Get;
                static class Inner { public static long Get = 6 * Q.B; }
            }
            """, Known: "M0"),
        (Form: "nullable arithmetic and comparison", Source: """
            class C
            {
                long? a = 5, b;
                public long? M0 => a + b;
                public bool M1 => a > b;
                public bool M2 => b == null;
                public long M3 => (a * 2) ?? 1;
                public bool M4 => !(a <= b);
                public long M5 => b.GetValueOrDefault(7);
            }
            """, Known: "M3"),
        (Form: "shifts by more than the width", Source: """
            class C
            {
                int a = 1;
                long b = 1;
                public int M0 => a << 33;
                public long M1 => b << 65;
                public int M2 => -8 >> 33;
                public uint M3 => uint.MaxValue >> 33;
                public int M4 => a << -1;
            }
            """, Known: "M0 M1 M2"),
        (Form: "division and remainder of negative numbers", Source: """
            class C
            {
                int a = -7;
                public int M0 => a / 2;
                public int M1 => a % 3;
                public double M2 => a % 2.5;
                public long M3 => a / 2 * 2;
                public decimal M4 => a % 2m;
            }
            """, Known: "M0 M1 M3"),
        (Form: "floats that do not fit into a decimal or a double's digits", Source: """
            class C
            {
                float f = 0.1f;
                double d = 0.1;
                public double M0 => f;
                public bool M1 => f == d;
                public float M2 => f * 3;
                public double M3 => 0.1 + 0.2;
                public decimal M4 => (decimal)0.1f;
                public long M5 => (long)(0.1 * 3 * 1e17);
            }
            """, Known: "M0 M2 M3"),
        (Form: "characters and numbers", Source: """
            class C
            {
                char c = 'a';
                public int M0 => c + 1;
                public char M1 => (char)(c + 1);
                public int M2 => 'z' - c;
                public string M3 => "" + c + 1;
                public string M4 => c + 1 + "";
            }
            """, Known: ""),
        (Form: "rounding of halves", Source: """
            class C
            {
                public double M0 => Math.Round(2.5);
                public double M1 => Math.Round(3.5);
                public double M2 => Math.Round(2.5, MidpointRounding.AwayFromZero);
                public decimal M3 => Math.Round(0.125m, 2);
                public double M4 => Math.Round(-0.5);
                public double M5 => Math.Truncate(-2.7);
            }
            """, Known: "M0 M1"),
        (Form: "a ternary of mixed types", Source: """
            class C
            {
                bool t = true;
                public object M0 => t ? 1 : (object)2.5;
                public double M1 => t ? 1 : 2.5;
                public long M2 => t ? 1 : 2L;
                public object M3 => t ? 1 : 2L;
            }
            """, Known: "M1 M2"),
        (Form: "arithmetic of names that mean something else in a getter", Source: """
            static class Unit { public const long B = 1000; }
            class Base { public long Steps { get; init; } = 2 * Unit.B; protected virtual long Rate => 3; }
            class C : Base
            {
                const int K = 7;
                static readonly long S = 5 + K;
                static long counted = 1;
                public long M0 => K * Steps;
                public long M1 => -K * Rate + 2;
                public double M2 => K / 2 + 0.5 * Steps;
                public int M3 => K - 2 * (3 + K);
                public long? M4 => 4 * Steps;
                public int Big { get; } = int.MaxValue / 2;
                public long M5 => Big * 3;
                public double M6 => Steps * 1e9 / K;
                public static long M7 = 2 * S;
                public static readonly long M8 = 1 + S + counted;
                public long M9 => Rate * M0;
                public long M10 => M11 + 1;
                public long M11 => M10 + 1;
                protected override long Rate => 11 * 2;
            }
            """, Known: "M0 M1 M2 M3 M4 M6 M9"),
        (Form: "a name that is a type and a member", Source: """
            class Unit { public const long B = 1000; public long C = 4; }
            class C
            {
                public Unit Unit { get; } = new();
                public long M0 => 3 * Unit.B;
                public long M1 { get; } = 2 * Unit.B;
                public long M2 => 3 * Unit.C;
            }
            """, Known: "M0 M1 M2"),
        (Form: "a name that an inner type hides", Source: """
            class Outer
            {
                public const long N = 3;
                public long Size { get; } = 5;
                public class Inner : Outer { public new long Size { get; set; } = 7; public long Read => 2 * Size * N; }
            }
            class C
            {
                const long N = 11;
                public long M0 => new Outer.Inner { Size = 13 }.Read;
                public long M1 => 2 * N;
            }
            """, Known: "M0 M1"),
        (Form: "statics that are assigned after arithmetic has read them", Source: """
            class C
            {
                static long n = 5;
                public static readonly long M0 = 2 * n;
                public static readonly long M1 = Count() + n;
                public static readonly long M2 = 2 * n;
                public long M3 => 2 * M0 + M2;
                static long Count() { n += 4; return 1; }
            }
            """, Known: ""),
    ];
}
