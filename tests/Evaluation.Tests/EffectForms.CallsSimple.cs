namespace ScalingAnalyzers.Tests;

internal static partial class EffectForms
{
    /// <summary>Calls where a value stands.</summary>
    private static readonly (string Form, string Source, string Known)[] CallsSimple =
    [
        (Form: "a call in an initialiser", Source: """
            class C
            {
                static long N = 1;
                static long Up()
                {
                    N = 5;
                    return 3;
                }
                public long M0 = Up();
                public long M1 => N;
                public long M2 = 9;
            }
            """, Known: "M2"),
        (Form: "a call in a declaration", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.P;
                public long M1 => a.Q;
                public C()
                {
                    var x = a.Up();
                }
            }
            """, Known: "M1"),
        (Form: "a call in a condition", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.P;
                public C()
                {
                    if (a.Up() > 9)
                        throw new Exception();
                }
            }
            """, Known: ""),
        (Form: "a call in a condition with branches", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.P;
                public long M1 = 1;
                public C()
                {
                    if (a.Up() > 0)
                        M1 = 2;
                    else
                        M1 = 3;
                }
            }
            """, Known: ""),
        (Form: "a call in an argument", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.P;
                public long M1;
                public C()
                {
                    M1 = Math.Max(a.Up(), 8L);
                }
            }
            """, Known: ""),
        (Form: "a call in an index", Source: M + """
            class C
            {
                M a = new();
                long[] t =
                {
                    1,
                    2
                };
                public long M0 => a.P;
                public C()
                {
                    t[a.Up()] = 3;
                }
            }
            """, Known: ""),
        (Form: "a call in an argument of the base", Source: """
            class B
            {
                public B(long n)
                {
                }
            }
            class C : B
            {
                static long N = 1;
                static long Up()
                {
                    N = 5;
                    return 3;
                }
                public static long M0 => N;
                public long M1 = 4;
                public C() : base(Up())
                {
                }
            }
            """, Known: "M1"),
        (Form: "a call in an object initialiser", Source: M + """
            class C
            {
                static readonly M A = new();
                readonly M b = new M
                {
                    P = A.Up()
                };
                public long M0 => A.P;
                public long M1 => b.P;
            }
            """, Known: ""),
        (Form: "a call in a switch arm", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.P;
                public long M1;
                public C(long n = 2)
                {
                    M1 = n switch
                    {
                        1 => 3,
                        _ => a.Up()};
                }
            }
            """, Known: ""),
        (Form: "a call in a guard", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.P;
                public long M1;
                public C(long n = 2)
                {
                    M1 = n switch
                    {
                        2 when a.Up() > 4 => 3,
                        _ => 4
                    };
                }
            }
            """, Known: ""),
        (Form: "a call on the right of &&", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.P;
                public bool M1;
                public C(long n = 2)
                {
                    M1 = n > 1 && a.Up() > 4;
                }
            }
            """, Known: ""),
        (Form: "a call that is skipped by &&", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.P;
                public bool M1;
                public C(long n = 2)
                {
                    M1 = n > 3 && a.Up() > 4;
                }
            }
            """, Known: "M0 M1"),
        (Form: "a call after ??", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.P;
                public long M1;
                public C(long? n = null)
                {
                    M1 = n ?? a.Up();
                }
            }
            """, Known: ""),
        (Form: "a call in an interpolation", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.P;
                public string M1;
                public C()
                {
                    M1 = $"{a.Up()}";
                }
            }
            """, Known: ""),
        (Form: "a ToString that assigns", Source: """
            class T
            {
                public long P = 70;
                public override string ToString()
                {
                    P = 5;
                    return "";
                }
            }
            class C
            {
                T a = new();
                public long M0 => a.P;
                public string M1;
                public C()
                {
                    M1 = "x" + a;
                }
            }
            """, Known: ""),
        (Form: "a ToString that is printed", Source: """
            class T
            {
                public long P = 70;
                public override string ToString()
                {
                    P = 5;
                    return "";
                }
            }
            class C
            {
                T a = new();
                public long M0 => a.P;
                public C()
                {
                    Console.Error.Write(a);
                }
            }
            """, Known: ""),
        (Form: "an Equals that assigns", Source: """
            class T
            {
                public static long N = 70;
                public override bool Equals(object o)
                {
                    N = 5;
                    return true;
                }
                public override int GetHashCode() => 1;
            }
            [TrainingConfig]
            class K
            {
                public static long M = 70;
            }
            class C
            {
                T a = new();
                public long M0 => T.N;
                public C()
                {
                    var s = new HashSet<T>
                    {
                        a,
                        new T()
                    };
                }
            }
            """, Known: ""),
    ];
}
