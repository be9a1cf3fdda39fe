namespace ScalingAnalyzers.Tests;

internal static partial class EffectForms
{
    /// <summary>Calls where a value stands.</summary>
    private static readonly (string Form, string Source, string Known)[] CallsOther =
    [
        (Form: "an indexer that assigns when read", Source: """
            class C
            {
                public long M0 = 1;
                long this[int i]
                {
                    get
                    {
                        M0 = 5;
                        return 2;
                    }
                }
                public long M1;
                public C()
                {
                    M1 = this[0];
                }
            }
            """, Known: ""),
        (Form: "a getter that assigns", Source: """
            class C
            {
                long n = 70;
                long Touch
                {
                    get
                    {
                        n = 5;
                        return 1;
                    }
                }
                public long M0 => n;
                public long M1;
                public C()
                {
                    M1 = Touch;
                }
            }
            """, Known: "M0"),
        (Form: "a getter that assigns, on another", Source: """
            class T
            {
                public long P = 70;
                public long Touch
                {
                    get
                    {
                        P = 5;
                        return 1;
                    }
                }
            }
            class C
            {
                T a = new();
                public long M0 => a.P;
                public long M1;
                public C()
                {
                    M1 = a.Touch;
                }
            }
            """, Known: "M0"),
        (Form: "a getter that counts", Source: """
            class C
            {
                long n = 70;
                public long M0 => n++;
            }
            """, Known: ""),
        (Form: "an operator that assigns", Source: """
            class W
            {
                public static long N = 70;
                public static W operator +(W a, W b)
                {
                    N = 5;
                    return a;
                }
            }
            class C
            {
                public static long M0 => W.N;
                public W a;
                public C()
                {
                    a = new W() + new W();
                }
            }
            """, Known: ""),
        (Form: "an operator that assigns its operand", Source: """
            class W
            {
                public long N = 70;
                public static W operator -(W a)
                {
                    a.N = 5;
                    return a;
                }
            }
            class C
            {
                W a = new();
                public long M0 => a.N;
                public C()
                {
                    var b = -a;
                }
            }
            """, Known: ""),
        (Form: "a conversion that assigns", Source: """
            class W
            {
                public long N = 70;
                public static implicit operator long (W a)
                {
                    a.N = 5;
                    return 3;
                }
            }
            class C
            {
                W a = new();
                public long M0 => a.N;
                public long M1;
                public C()
                {
                    M1 = a;
                }
            }
            """, Known: ""),
        (Form: "an operator of one expression", Source: """
            struct V
            {
                public long N;
                public V(long n)
                {
                    N = n;
                }
                public static V operator +(V a, V b) => new V(a.N + b.N);
            }
            class C
            {
                static readonly V A = new V(3) + new V(4);
                public long M0 => A.N;
            }
            """, Known: "M0"),
        (Form: "a true operator", Source: """
            class W
            {
                public static long N = 70;
                public static bool operator true (W w)
                {
                    w.X = 5;
                    return true;
                }
                public static bool operator false (W w) => false;
                public long X = 70;
            }
            class C
            {
                W a = new();
                public long M0 => a.X;
                public long M1 = 1;
                public C()
                {
                    if (a)
                        M1 = 2;
                }
            }
            """, Known: ""),
        (Form: "equality of the user's own", Source: """
            #pragma warning disable CS0660, CS0661 // no Equals, no GetHashCode
            class W
            {
                public static bool operator ==(W a, W b) => false;
                public static bool operator !=(W a, W b) => true;
            }
            class C
            {
                static readonly W X = null;
                public long M0 => X == null ? 1 : 2;
                public bool M1 => X != X;
            }
            """, Known: ""),
        (Form: "a check of the user's own called ThrowIf", Source: M + """
            class C
            {
                static M A;
                M a = new();
                static void ThrowIfBad()
                {
                    A.P = 5;
                }
                public long M0 => a.P;
                public C()
                {
                    A = a;
                    ThrowIfBad();
                }
            }
            """, Known: ""),
        (Form: "a check of the framework", Source: """
            class C
            {
                public long M0 = 70;
                public C(string s = "a")
                {
                    ArgumentNullException.ThrowIfNull(s);
                    M0 = 5;
                }
            }
            """, Known: "M0"),
    ];
}
