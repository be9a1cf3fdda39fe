namespace ScalingAnalyzers.Tests;

internal static partial class EffectForms
{
    /// <summary>Two names of one object.</summary>
    private static readonly (string Form, string Source, string Known)[] NamesSimple =
    [
        (Form: "two fields of one object", Source: M + """
            class C
            {
                M a = new();
                M b;
                public long M0 => a.P;
                public C()
                {
                    b = a;
                    b.P = 5;
                }
            }
            """, Known: "M0"),
        (Form: "a local of a field", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.P;
                public C()
                {
                    var s = a;
                    s.P = 5;
                }
            }
            """, Known: "M0"),
        (Form: "a nested initialiser through another name", Source: M + """
            class R
            {
                public M A { get; } = new();
                M b;
                public R()
                {
                    b = A;
                }
                public long N => b.P;
            }
            class C
            {
                static readonly R X = new R
                {
                    A =
                    {
                        P = 5
                    }
                };
                public long M0 => X.N;
                public long M1 => X.A.P;
            }
            """, Known: "M0 M1"),
        (Form: "two objects that share a third", Source: M + """
            class R
            {
                public M A;
                public R(M m)
                {
                    A = m;
                }
            }
            class C
            {
                static readonly M S = new();
                R x = new R(S), y = new R(S);
                public long M0 => y.A.P;
                public C()
                {
                    x.A.P = 5;
                }
            }
            """, Known: ""),
        (Form: "a copy that shares its parts", Source: M + """
            record R(M A);
            class C
            {
                static R X = null;
                public long M0;
                public C()
                {
                    var x = new R(new M());
                    var y = x with
                    {
                    };
                    y.A.P = 5;
                    M0 = x.A.P;
                }
            }
            """, Known: "M0"),
        (Form: "a struct that is copied", Source: """
            struct S
            {
                public long P;
            }
            class C
            {
                S a = new S
                {
                    P = 70
                };
                S b;
                public long M0 => a.P;
                public long M1 => b.P;
                public C()
                {
                    b = a;
                    b.P = 5;
                }
            }
            """, Known: "M0 M1"),
        (Form: "a struct in a struct", Source: """
            struct S
            {
                public long P;
            }
            struct T
            {
                public S A;
            }
            class C
            {
                T x;
                T y;
                public long M0 => x.A.P;
                public long M1 => y.A.P;
                public C()
                {
                    x.A.P = 70;
                    y = x;
                    y.A.P = 5;
                }
            }
            """, Known: ""),
        (Form: "a struct that is passed", Source: """
            struct S
            {
                public long P;
            }
            class C
            {
                S a = new S
                {
                    P = 70
                };
                public long M0 => a.P;
                static long Up(S s)
                {
                    s.P = 5;
                    return s.P;
                }
                public C()
                {
                    var x = Up(a);
                }
            }
            """, Known: ""),
        (Form: "a struct whose method assigns", Source: """
            struct S
            {
                public long P;
                public void Up()
                {
                    P = 5;
                }
            }
            class C
            {
                S a = new S
                {
                    P = 70
                };
                public long M0 => a.P;
                public C()
                {
                    a.Up();
                }
            }
            """, Known: ""),
        (Form: "a readonly struct field whose method assigns a copy", Source: """
            struct S
            {
                public long P;
                public long Up()
                {
                    P = 5;
                    return P;
                }
            }
            class C
            {
                readonly S a = new S
                {
                    P = 70
                };
                public long M0 => a.P;
                public long M1 => a.Up();
            }
            """, Known: "M0"),
        (Form: "a boxed struct", Source: """
            interface I
            {
                void Up();
                long P { get; }
            }
            struct S : I
            {
                public long P { get; set; }
                public void Up()
                {
                    P = 5;
                }
            }
            class C
            {
                S s = new S
                {
                    P = 70
                };
                I i;
                public long M0 => s.P;
                public long M1 => i.P;
                public C()
                {
                    i = s;
                    i.Up();
                }
            }
            """, Known: ""),
        (Form: "an object that holds this", Source: """
            class S
            {
                public C O;
                public long Go()
                {
                    O.M0 = 5;
                    return 1;
                }
            }
            class C
            {
                public long M0 = 70;
                public long M1;
                public C()
                {
                    var s = new S
                    {
                        O = this
                    };
                    M1 = s.Go();
                }
            }
            """, Known: ""),
        (Form: "this in a static", Source: """
            class C
            {
                static C Last;
                public long M0 = 70;
                static void Up()
                {
                    Last.M0 = 5;
                }
                public C()
                {
                    Last = this;
                    Up();
                }
            }
            """, Known: ""),
        (Form: "an element of an array", Source: M + """
            class C
            {
                M a = new();
                public long M0 => a.P;
                public C()
                {
                    var t = new[]
                    {
                        a
                    };
                    t[0].P = 5;
                }
            }
            """, Known: ""),
    ];
}
