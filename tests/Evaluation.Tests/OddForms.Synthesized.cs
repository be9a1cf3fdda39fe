namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Records, tuples, interfaces, LINQ: what the compiler or the framework writes around the user's code.
    private static readonly (string Form, string Source, string Known)[] Synthesized =
    [
        (Form: "a positional record with members of its own", Source: """
            record R(long P, long Q = 7)
            {
                public long P { get; init; } = P * 2;
                public long S => P + Q;
                public long T { get; } = P + Q;
            }
            record D(long P) : R(P + 1) { public new long Q => base.Q * 10; }
            class C
            {
                static readonly R A = new(5), B = A with { P = 1, Q = 2 };
                static readonly D X = new(5), Y = X with { P = 9 };
                public long M0 => A.P;
                public long M1 => A.S;
                public long M2 => B.S;
                public long M3 => B.T;
                public long M4 => X.S;
                public long M5 => Y.Q;
                public long M6 => ((R)Y).P;
            }
            """, Known: "M0 M1 M2 M3"),
        (Form: "a record struct", Source: """
            record struct R(long P, long Q) { public long S { get; set; } = P + Q; }
            class C
            {
                static readonly R A = new(1, 2), B = default, D = new();
                R e = new(3, 4);
                public long M0 => A.S;
                public long M1 => B.S;
                public long M2 => D.P;
                public long M3 => (A with { P = 9 }).S;
                public long M4 => e.P;
                public long M5 => f.P;
                readonly R f;
                public C()
                {
                    f = e;
                    e.P = 30;
                }
            }
            """, Known: "M0 M3 M4 M5"),
        (Form: "a record whose equality and printing run getters", Source: """
            record R { public long N = 1; public long P { get { N = 5; return 1; } } }
            record Q
            {
                public long N = 1;
                public virtual bool Equals(Q o) { N = 6; return true; }
                public override int GetHashCode() => 0;
            }
            class C
            {
                readonly R a = new();
                readonly Q b = new();
                public long M0 => a.N;
                public long M1 => b.N;
                public C()
                {
                    string s = a.ToString();
                    bool same = b == new Q();
                }
            }
            """, Known: ""),
        (Form: "a record's clone through a base, with members below", Source: """
            record A { public long N { get; init; } = 1; }
            record B : A { public long K { get; init; } = 2; public long Sum => N + K; }
            class C
            {
                static A Up(A a) => a with { N = 5 };
                static readonly A X = Up(new B { K = 7 });
                public long M0 => X.N;
                public long M1 => ((B)X).Sum;
            }
            """, Known: "M0"),
        (Form: "a deep chain of with", Source: """
            record Part { public long N { get; init; } = 1; }
            record R { public Part A { get; init; } = new(); public Part B { get; init; } = new(); public long P { get; init; } }
            class C
            {
                static readonly R X = new() { P = 1 };
                static readonly R Y = X with { A = X.A with { N = 5 } } with { P = 3 };
                public long M0 => Y.A.N;
                public long M1 => Y.B.N;
                public long M2 => X.A.N;
                public long M3 => Y.P;
            }
            """, Known: "M0 M1 M2 M3"),
        (Form: "an anonymous type and its with", Source: """
            class C
            {
                public readonly long M0, M1;
                public long M2 = 3;
                public C()
                {
                    var a = new { N = 5L, K = M2 = 4 };
                    var b = a with { N = 6 };
                    M0 = a.N;
                    M1 = b.N;
                }
            }
            """, Known: ""),
        (Form: "tuples that convert and compare", Source: """
            class C
            {
                static (long A, int B) Pair() => (1, 2);
                (long X, long Y) t = Pair();
                readonly long a, b;
                public long M0 => t.X;
                public long M1 => t.Y;
                public bool M2 => t == (1, 2);
                public long M3 => a;
                public long M4 => b;
                public C()
                {
                    (a, b) = Pair();
                    t.Y = 9;
                    (t.X, _) = (8, t.Y);
                }
            }
            """, Known: ""),
        (Form: "a swap through members of two objects that are one", Source: """
            class T { public long A = 1, B = 2; }
            class C
            {
                readonly T t = new();
                readonly T u;
                public long M0 => t.A;
                public long M1 => t.B;
                public C()
                {
                    u = t;
                    (t.A, u.A, t.B) = (t.B, 7, u.A);
                }
            }
            """, Known: ""),
        (Form: "required members and an init that counts", Source: """
            class T
            {
                long count;
                public required long N { get => field2; init { field2 = value; count++; } }
                long field2;
                public long Count => count;
            }
            class C
            {
                static readonly T A = new() { N = 5 };
                public long M0 => A.N;
                public long M1 => A.Count;
            }
            """, Known: "M0"),
        (Form: "a deconstruction by an extension", Source: """
            class T { public long N = 1; }
            static class Extensions { public static void Deconstruct(this T t, out long a, out long b) { t.N = 5; a = b = 2; } }
            class C
            {
                readonly T t = new();
                public long M0 => t.N;
                public long M1 = 1;
                public C()
                {
                    (M1, _) = t;
                }
            }
            """, Known: ""),
        (Form: "LINQ that is asked twice", Source: """
            class C
            {
                long n = 1;
                public long M0 => n;
                public readonly long M1;
                public C()
                {
                    var query = new[] { 1, 2, 3 }.Where(x => x > 1).Select(x => n += x);
                    M1 = query.Count();
                    query.ToList();
                }
            }
            """, Known: ""),
        (Form: "LINQ in initialisers, without effects", Source: """
            class C
            {
                static readonly long[] Sizes = { 1, 2, 3 };
                public long M0 { get; } = Sizes.Sum();
                public long M1 { get; } = Sizes.Length * 2;
                public long M2 { get; } = Sizes.Select(x => x * 2).Max();
                public long M3 { get; } = 7;
                public long M4 => Enumerable.Range(0, 5).Count();
                public long M5 { get; } = (from x in Sizes where x > 1 orderby x descending select x).First();
            }
            """, Known: "M1 M3"),
    ];
}
