namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] Kinds =
    [
        (Form: "an array element as a ref argument", Source: """
            class C
            {
                readonly long[] a = { 1, 2, 3 };
                public long M0 => a[1];
                public long M1 => a.Length;
                static void Set(ref long x)
                {
                    x = 9;
                }
                public C()
                {
                    Set(ref a[1]);
                }
            }
            """, Known: ""),
        (Form: "a struct in an array and its copy", Source: """
            struct V { public long P; }
            class C
            {
                readonly V[] a = { new V { P = 1 } };
                public long M0 => a[0].P;
                public long M1 { get; }
                public C()
                {
                    var copy = a[0];
                    copy.P = 5;
                    a[0].P = 6;
                    M1 = copy.P;
                }
            }
            """, Known: ""),
        (Form: "a readonly struct field that a method would change", Source: """
            struct V
            {
                public long P;
                public long Up()
                {
                    return ++P;
                }
            }
            class C
            {
                readonly V v = new V { P = 1 };
                V w = new V { P = 1 };
                public long M0 => v.P;
                public long M1 => w.P;
                public long M2 { get; }
                public C()
                {
                    w.Up();
                    M2 = Read();
                }
                long Read() => v.Up() + v.Up();
            }
            """, Known: ""),
        (Form: "a base constructor that calls an override before the initialisers of a field", Source: """
            class B
            {
                protected B()
                {
                    Set();
                }
                protected virtual void Set()
                {
                }
            }
            class C : B
            {
                long n = 1;
                long m;
                public long M0 => n;
                public long M1 => m;
                protected override void Set()
                {
                    n = 5;
                    m = 6;
                }
            }
            """, Known: ""),
        (Form: "static fields in two parts of a class", Source: """
            partial class C { static long a = 2; public static long M0 = a * 3; }
            partial class C { public static long M1 = a + M0; }
            """, Known: ""),
        (Form: "statics of generic types are not shared", Source: """
            class G<T> { public static long P = 1; }
            class C
            {
                public long M0 => G<int>.P;
                public long M1 => G<string>.P;
                public C()
                {
                    G<int>.P = 5;
                }
            }
            """, Known: ""),
        (Form: "code of a generic type that assigns its own static", Source: """
            class G<T>
            {
                public static long P = 1;
                public static void Set()
                {
                    P = 6;
                }
            }
            class C
            {
                public long M0 => G<int>.P;
                public long M1 => G<string>.P;
                public C()
                {
                    G<int>.Set();
                }
            }
            """, Known: ""),
        (Form: "a method group kept in a field", Source: """
            class C
            {
                long n = 1;
                Func<long> f;
                long Up() => n = 7;
                public long M0 => n;
                public long M1 { get; set; } = 2;
                public C()
                {
                    f = Up;
                    f();
                }
            }
            """, Known: ""),
        (Form: "a multicast delegate", Source: """
            class C
            {
                long n = 1;
                public long M0 => n;
                public C()
                {
                    Action a = () => n = 2;
                    a += () => n *= 5;
                    a.Invoke();
                }
            }
            """, Known: ""),
        (Form: "patterns that call a Deconstruct with an effect", Source: """
            class P
            {
                public long Seen = 1;
                public void Deconstruct(out long x, out long y)
                {
                    Seen = 8;
                    (x, y) = (1, 2);
                }
            }
            class C
            {
                readonly P p = new P();
                public long M0 => p.Seen;
                public long M1 { get; }
                public C()
                {
                    M1 = p is (1, 2) ? 5 : 6;
                }
            }
            """, Known: ""),
        (Form: "a property pattern whose getter counts", Source: """
            class P
            {
                public long N = 1;
                public long Q
                {
                    get
                    {
                        return ++N;
                    }
                }
            }
            class C
            {
                readonly P p = new P();
                public long M0 => p.N;
                public long M1 { get; }
                public C()
                {
                    if (p is { Q: > 1 }) M1 = 4;
                }
            }
            """, Known: ""),
        (Form: "a record's with over a member that its initialiser shares", Source: """
            class S { public long P = 1; }
            record R
            {
                public S Part { get; init; } = new S();
                public long N { get; init; } = 2;
            }
            class C
            {
                readonly R a = new R();
                readonly R b;
                public long M0 => a.Part.P;
                public long M1 => b.Part.P;
                public long M2 => b.N;
                public C()
                {
                    b = a with { N = 3 };
                    b.Part.P = 7;
                }
            }
            """, Known: "M0 M1 M2"),
        (Form: "a positional record whose property is written again", Source: """
            record R(long P, long Q)
            {
                public long P { get; init; } = P * 2;
                public long Sum => P + Q;
            }
            class C
            {
                readonly R r = new R(3, 4);
                public long M0 => r.P;
                public long M1 => r.Sum;
                public long M2 => (r with { Q = 10 }).Sum;
            }
            """, Known: "M0 M1 M2"),
    ];
}
