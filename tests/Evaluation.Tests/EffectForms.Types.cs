namespace ScalingAnalyzers.Tests;

internal static partial class EffectForms
{
    /// <summary>Types that values keep.</summary>
    private static readonly (string Form, string Source, string Known)[] Types =
    [
        (Form: "a box of another number", Source: """
            class C
            {
                static readonly object O = 70L;
                public long M0 => O switch
                {
                    70 => 1,
                    _ => 2
                };
                public long M1 => O switch
                {
                    70L => 1,
                    _ => 2
                };
                public long M2 => (long)O;
            }
            """, Known: "M2"),
        (Form: "a box of another enum", Source: """
            enum E
            {
                A = 70
            }
            enum F
            {
                A = 70
            }
            class C
            {
                static readonly object O = E.A;
                public long M0 => O switch
                {
                    F.A => 1,
                    _ => 2
                };
                public long M1 => O switch
                {
                    E.A => 1,
                    _ => 2
                };
            }
            """, Known: ""),
        (Form: "as of a box", Source: """
            class C
            {
                static readonly object O = 70;
                public long M0 => (O as long? ) ?? 5;
                public long M1 => (O as int? ) ?? 5;
                public bool M2 => (O as string) == null;
            }
            """, Known: ""),
        (Form: "a box compared", Source: """
            class C
            {
                static readonly object A = 5, B = 5;
                public bool M0 => A == B;
                public bool M1 => A != null;
            }
            """, Known: ""),
        (Form: "unboxing another type", Source: """
            class C
            {
                static readonly object O = 70;
                public long M0 => (int)O;
                public long M1 => (long)(int)O;
            }
            """, Known: "M0 M1"),
        (Form: "defaults of structs", Source: """
            class C
            {
                public C(TimeSpan t = default, Guid g = default, DateTime d = default, int n = default)
                {
                    M0 = ((TimeSpan? )t ?? TimeSpan.FromDays(1)).TotalDays;
                    M1 = n;
                    M2 = (Guid? )g == null ? 1 : 2;
                }
                public double M0;
                public long M1, M2;
            }
            """, Known: "M1"),
        (Form: "default of a struct of the source", Source: """
            struct S
            {
                public long P;
                public S()
                {
                    P = 5;
                }
            }
            class C
            {
                static readonly S A = default, B = new S();
                public long M0 => A.P;
                public long M1 => B.P;
            }
            """, Known: "M1"),
        (Form: "null of a nullable", Source: """
            class C
            {
                static readonly long? N = null;
                public long M0 => N.GetValueOrDefault(7);
                public bool M1 => N.HasValue;
                public long M2 => N.Value;
                public bool M3 => N == 0;
                public bool M4 => !(N < 3);
            }
            """, Known: "M0 M1 M3 M4"),
        (Form: "lifted conversions", Source: """
            struct N
            {
                public long V;
                public static implicit operator N(long n) => new N
                {
                    V = n
                };
            }
            class C
            {
                N? a = 7;
                long? b = null;
                N? c;
                public long M0 => a.Value.V;
                public bool M1 => c == null;
                public C()
                {
                    c = b;
                }
            }
            """, Known: ""),
        (Form: "remainders of the least number", Source: """
            class C
            {
                static readonly long A = long.MinValue, B = -1;
                static readonly int D = int.MinValue, E = -1;
                public long M0 => A % B;
                public long M1 => D / E;
                public long M2 => 7 + A % B;
            }
            """, Known: ""),
        (Form: "unsigned and narrow", Source: """
            class C
            {
                static readonly uint A = 3;
                static readonly byte B = 200;
                public long M0 => A - 4L;
                public int M1 => B + B;
                public long M2 => (byte)(B + 100 - 100);
                public long M3 => A * B;
            }
            """, Known: "M0 M1 M2 M3"),
    ];
}
