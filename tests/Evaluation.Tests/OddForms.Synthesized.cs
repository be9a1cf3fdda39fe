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
            record Q { public long N = 1; public virtual bool Equals(Q o) { N = 6; return true; } public override int GetHashCode() => 0; }
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
        (Form: "an indexer, an enumerator and a collection of the user's own", Source: """
            class Bag : System.Collections.IEnumerable
            {
                public long Sum = 1;
                public void Add(long x) { Sum += x; }
                public void Add(long x, long y) { Sum *= x + y; }
                public System.Collections.IEnumerator GetEnumerator() { Sum = 0; yield break; }
            }
            class C
            {
                readonly Bag a = new() { 1, 2, { 3, 4 } }, b = new() { 5 };
                public long M0 => a.Sum;
                public long M1 => b.Sum;
                public C()
                {
                    foreach (object o in b) { }
                }
            }
            """, Known: ""),
        (Form: "collections inside an object's initialiser", Source: """
            class Bag : List<long> { public long Added = 1; public new void Add(long x) { Added += x; base.Add(x); } }
            class Holder { public Bag Bag { get; } = new(); public List<long> List { get; } = new(); public Dictionary<string, Holder> Inner { get; } = new(); public long N = 1; }
            class C
            {
                readonly Holder h = new() { Bag = { 1, 2 }, List = { 3 }, Inner = { ["a"] = new() { N = 5 } }, N = 7 };
                public long M0 => h.Bag.Added;
                public long M1 => h.N;
                public int M2 => h.List.Count;
            }
            """, Known: "M1"),
        (Form: "an attribute that reads, and a type that is asked for it", Source: """
            class MarkAttribute : Attribute { public static readonly MarkAttribute Last = new(0); public long N; public MarkAttribute(long n) { N = n; if (Last != null) Last.N = n; } }
            [Mark(5)] class Marked { }
            class C
            {
                public long M0 => MarkAttribute.Last.N;
                public C()
                {
                    typeof(Marked).GetCustomAttributes(false);
                }
            }
            """, Known: ""),
        (Form: "events with several handlers, one of which removes itself", Source: """
            class Source { public event Action<long> Changed; public void Raise(long x) => Changed?.Invoke(x); }
            class C
            {
                readonly Source s = new();
                long n = 1;
                public long M0 => n;
                void Once(long x) { n += x; s.Changed -= Once; }
                public C()
                {
                    s.Changed += Once;
                    s.Changed += x => n *= 2;
                    s.Raise(5);
                    s.Raise(5);
                }
            }
            """, Known: ""),
        (Form: "an asynchronous method, an asynchronous iterator and a task", Source: """
            class C
            {
                long n = 1, m = 2;
                public long M0 => n;
                public long M1 => m;
                public long M2 { get; } = 3;
                async System.Threading.Tasks.Task Later() { n = 5; await System.Threading.Tasks.Task.Yield(); n = 6; }
                async IAsyncEnumerable<long> Many() { m = 7; yield return m; await Later(); }
                public C()
                {
                    Later().Wait();
                    Many().GetAsyncEnumerator().MoveNextAsync().AsTask().Wait();
                }
            }
            """, Known: ""),
        (Form: "an unsafe write by address", Source: """
            unsafe class C
            {
                long a = 1;
                readonly long[] b = { 2 };
                public long M0 => a;
                public long M1 => b[0];
                public readonly long M2;
                public C()
                {
                    fixed (long* p = &a) *p = 5;
                    fixed (long* q = b) q[0] = 6;
                    long x = 1;
                    long* r = &x;
                    *r = 7;
                    M2 = x;
                }
            }
            """, Known: ""),
        (Form: "a function pointer and a stack allocation", Source: """
            unsafe class C
            {
                static class Box { public static long N = 1; }
                static void Up() { Box.N = 5; }
                long n = 2;
                public long M0 => n;
                public static long M1 => Box.N;
                public C()
                {
                    delegate*<void> f = &Up;
                    f();
                    Span<long> s = stackalloc long[2];
                    s[0] = 3;
                    n = s[0];
                }
            }
            """, Known: ""),
        (Form: "caller's information in attributes, lambdas and initialisers", Source: """
            class C
            {
                static long Line([CallerLineNumber] int n = 0) => n;
                static string Text(long x, [CallerArgumentExpression("x")] string s = "none") => s;
                public long M0 { get; } = Line();
                public string M1 => Text(1 + 2);
                public string M2 => Text(1, "given");
                public int M3 => Text(10).Length;
            }
            """, Known: "M2"),
        (Form: "a pattern in a condition that declares what is assigned", Source: """
            class T { public long N = 5; public T Next; }
            class C
            {
                readonly T t = new() { Next = new() { N = 7 } };
                public readonly long M0, M1;
                public long M2 = 1;
                public C()
                {
                    if (t is { N: > 3 and var n, Next: { N: var k } }) { M0 = n + k; }
                    if (t.Next is not { Next: null } other) M1 = 8; else M1 = 9;
                    M2 = t is T { Next.N: 7 } ? 5 : 6;
                }
            }
            """, Known: ""),
        (Form: "list patterns with a count of the user's own", Source: """
            class Bag
            {
                public long N = 1;
                public int Count { get { N++; return 2; } }
                public long this[int i] { get { N += 10; return i; } }
            }
            class C
            {
                readonly Bag bag = new();
                public long M0 => bag.N;
                public readonly bool M1;
                public C()
                {
                    M1 = bag is [0, 1];
                }
            }
            """, Known: ""),
        (Form: "covariant returns in a chain", Source: """
            class Part { public virtual long N => 1; }
            class Big : Part { public override long N => 2; public long Own = 3; }
            class A { public virtual Part Make() => new Part(); public virtual Part P { get; } = new Part(); }
            class B : A { public override Big Make() => new Big(); public override Big P { get; } = new Big { Own = 4 }; }
            class C
            {
                static readonly A X = new B();
                static readonly B Y = new B();
                public long M0 => X.Make().N;
                public long M1 => X.P.N;
                public long M2 => Y.P.Own;
                public long M3 => Y.Make().Own;
            }
            """, Known: "M0 M1 M2 M3"),
        (Form: "static members of interfaces through a type parameter", Source: """
            interface IUnit<T> where T : IUnit<T> { static abstract long Size { get; } static virtual long Twice => T.Size * 2; static abstract T Make(); long N { get; } }
            class A : IUnit<A> { public static long Size => 5; public static A Make() => new(); public long N => 7; }
            class B : IUnit<B> { public static long Size => 6; public static long Twice => 100; public static B Make() => new(); public long N => 8; }
            class C
            {
                static long Of<T>() where T : IUnit<T> => T.Size + T.Twice + T.Make().N;
                public long M0 => Of<A>();
                public long M1 => Of<B>();
                public long M2 => A.Size;
                public long M3 => B.Twice;
            }
            """, Known: "M2 M3"),
        (Form: "a generic method that assigns through its constraint", Source: """
            interface I { long N { get; set; } }
            struct S : I { public long N { get; set; } }
            class K : I { public long N { get; set; } }
            class C
            {
                static long Up<T>(T x) where T : I { x.N += 5; return x.N; }
                static void Up<T>(ref T x) where T : I { x.N += 7; }
                S s = new() { N = 1 };
                readonly K k = new() { N = 2 };
                public long M0 => s.N;
                public long M1 => k.N;
                public C()
                {
                    Up(s);
                    Up(ref s);
                    Up(k);
                }
            }
            """, Known: ""),
    ];
}
