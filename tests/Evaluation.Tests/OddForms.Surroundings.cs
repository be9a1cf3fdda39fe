namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Interfaces, patterns, tasks, memory and what else surrounds a program.
    private static readonly (string Form, string Source, string Known)[] Surroundings =
    [
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
            class Holder
            {
                public Bag Bag { get; } = new();
                public List<long> List { get; } = new();
                public Dictionary<string, Holder> Inner { get; } = new();
                public long N = 1;
            }
            class C
            {
                readonly Holder h = new() { Bag = { 1, 2 }, List = { 3 }, Inner = { ["a"] = new() { N = 5 } }, N = 7 };
                public long M0 => h.Bag.Added;
                public long M1 => h.N;
                public int M2 => h.List.Count;
            }
            """, Known: "M1"),
        (Form: "an attribute that reads, and a type that is asked for it", Source: """
            class MarkAttribute : Attribute
            {
                public static readonly MarkAttribute Last = new(0);
                public long N;
                public MarkAttribute(long n)
                {
                    N = n;
                    if (Last != null) Last.N = n;
                }
            }
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
            interface IUnit<T> where T : IUnit<T>
            {
                static abstract long Size { get; }
                static virtual long Twice => T.Size * 2;
                static abstract T Make();
                long N { get; }
            }
            class A : IUnit<A> { public static long Size => 5; public static A Make() => new(); public long N => 7; }
            class B : IUnit<B>
            {
                public static long Size => 6;
                public static long Twice => 100;
                public static B Make() => new();
                public long N => 8;
            }
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
