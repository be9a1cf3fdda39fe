namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    private static readonly (string Form, string Source, string Known)[] NewerMore =
    [
        (Form: "a primary constructor of a struct, its parameter captured", Source: """
            struct S(long p) { public long Q = p * 2; public long P => p; public void Up() => p++; }
            class C
            {
                S a = new(5), b = default;
                public long M0 => a.P;
                public long M1 => a.Q;
                public long M2 => b.P;
                public long M3 => c.P;
                readonly S c;
                public C()
                {
                    c = a;
                    a.Up();
                }
            }
            """, Known: ""),
        (Form: "a primary constructor whose parameter a setter changes", Source: """
            class T(long p)
            {
                public long P { get => p; set => p = value + 1; }
                public long First { get; } = p;
                public Func<long> Read => () => p;
            }
            class C
            {
                readonly T a = new(5), b = new(6) { P = 9 };
                public long M0 => a.P;
                public long M1 => a.First;
                public long M2 => b.P;
                public long M3 => b.First;
                public C()
                {
                    a.P = 20;
                }
            }
            """, Known: "M1 M3"),
        (Form: "a primary constructor that is called by another", Source: """
            class T(long p, long q = 7)
            {
                public long N { get; set; } = p + q;
                public T() : this(1) { N += p; }
                public T(string s) : this(s.Length, 2) => N *= 10;
            }
            class C
            {
                static readonly T A = new(), B = new("abc"), D = new(5);
                public long M0 => A.N;
                public long M1 => B.N;
                public long M2 => D.N;
            }
            """, Known: "M2"),
        (Form: "a property with a field of its own and accessors of all kinds", Source: """
            class T
            {
                public long A { get; set => field = value * 2; } = 5;
                public long B { get => field + 1; set; } = 6;
                public long D { get => field == 0 ? field = 9 : field; }
                public long E { get => field; init => field = Math.Max(value, 3); } = 1;
            }
            class C
            {
                readonly T t = new() { A = 10, E = 2 }, u = new();
                public long M0 => t.A;
                public long M1 => u.A;
                public long M2 => u.B;
                public long M3 => u.D;
                public long M4 => t.E;
                public long M5 => u.E;
            }
            """, Known: "M0 M1 M2"),
        (Form: "a field keyword beside a field of the name", Source: """
            class C
            {
                long field = 3;
                public long M0 { get => field + 1; set; } = 10;
                public long M1 => this.field;
                public long M2 => @field;
            }
            """, Known: ""),
        (Form: "collection expressions of the user's own", Source: """
            [CollectionBuilder(typeof(Builder), "Create")]
            class Bag : IEnumerable<long>
            {
                public long N = 1;
                public IEnumerator<long> GetEnumerator() { N++; yield break; }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }
            static class Builder { public static Bag Last; public static Bag Create(ReadOnlySpan<long> x) => Last = new Bag { N = x.Length }; }
            class C
            {
                readonly Bag a = [1, 2, 3];
                readonly long[] b;
                public long M0 => a.N;
                public int M1 => b.Length;
                public int M2 => c.Length;
                readonly int[] c = [1, 2];
                public C()
                {
                    b = [.. a, 5];
                }
            }
            """, Known: "M2"),
        (Form: "params of lists and spans", Source: """
            class C
            {
                static long A(params List<long> x) => x.Count;
                static long B(params ReadOnlySpan<long> x) => x.Length;
                static long D(params long[] x) => x.Length;
                static long D(params ReadOnlySpan<long> x) => 100 + x.Length;
                public long M0 => A(1, 2);
                public long M1 => B(1, 2, 3);
                public long M2 => D(1, 2, 3);
                public long M3 => D(new long[] { 1 });
            }
            """, Known: ""),
        (Form: "an extension block with a receiver by reference", Source: """
            static class E
            {
                extension(ref long x) { public void Up() { x += 5; } }
                extension(long x) { public long Twice => x * 2; public static long Unit => 7; }
                extension(C c) { public long Set { set { c.Hidden = value; } } }
            }
            class C
            {
                public long Hidden = 1;
                long n = 1;
                public long M0 => n;
                public long M1 => n.Twice;
                public long M2 => long.Unit;
                public long M3 => Hidden;
                public C()
                {
                    n.Up();
                    this.Set = 9;
                }
            }
            """, Known: ""),
        (Form: "an extension that has the name of a member", Source: """
            class T { public long P { get; set; } = 1; public long F() => 2; }
            static class E { extension(T t) { public long P => 10; public long F(int x = 0) => 20; public long Q => t.P * 3; } }
            class C
            {
                static readonly T A = new();
                public long M0 => A.P;
                public long M1 => A.F();
                public long M2 => A.F(1);
                public long M3 => A.Q;
            }
            """, Known: "M0 M1"),
        (Form: "compound operators of the user's own on structs and classes", Source: """
            class K { public long N = 1; public void operator +=(long x) { N += x * 10; } public void operator ++() { N += 100; } }
            struct S { public long N; public void operator +=(long x) { N += x * 10; } public static S operator +(S a, long b) => new() { N = 7 }; }
            class C
            {
                K k = new();
                S s = new() { N = 1 };
                readonly K kept;
                public long M0 => k.N;
                public long M1 => s.N;
                public long M2 => kept.N;
                public C()
                {
                    kept = k;
                    k += 2;
                    k++;
                    s += 3;
                }
            }
            """, Known: ""),
        (Form: "a conditional assignment that may not happen", Source: """
            class T { public long N = 1; public T Next; }
            class C
            {
                readonly T t = new(), none = null;
                long n = 1;
                public long M0 => t.N;
                public long M1 => n;
                public C()
                {
                    none?.Next.N = n = 5;
                    t?.N = 6;
                    t?.Next?.N = n = 7;
                    t?.N += 10;
                }
            }
            """, Known: ""),
        (Form: "a partial constructor that is primary to others", Source: """
            partial class T
            {
                public long N = 1;
                public partial T(long n);
                public T() : this(5) { N *= 2; }
            }
            partial class T { public partial T(long n) { N += n; } }
            class C
            {
                static readonly T A = new(), B = new(7);
                public long M0 => A.N;
                public long M1 => B.N;
            }
            """, Known: "M0 M1"),
        (Form: "a partial property whose parts differ in default and accessors", Source: """
            partial class T { public partial long N { get; set; } public partial long K { get; } public partial long this[int i = 3] { get; } }
            partial class T
            {
                long n = 5;
                public partial long N { get => n; set => n = value * 2; }
                public partial long K => n + 1;
                public partial long this[int i] => i * n;
            }
            class C
            {
                readonly T t = new() { N = 4 };
                public long M0 => t.N;
                public long M1 => t.K;
                public long M2 => t[2];
            }
            """, Known: "M0 M1"),
        (Form: "an inline array that is written through a span", Source: """
            [InlineArray(4)] struct Buffer { long first; }
            class C
            {
                Buffer b;
                long n = 1;
                public long M0 => b[1];
                public long M1 => n;
                public C()
                {
                    b[1] = 5;
                    Span<long> s = b;
                    s[1] = n = 6;
                }
            }
            """, Known: ""),
        (Form: "a ref field in a ref struct that a method keeps", Source: """
            ref struct Holder(ref long n) { ref long kept = ref n; public void Up() => kept += 5; public static Holder Of(ref long n) => new(ref n); }
            class C
            {
                public long M0 = 1, M1 = 2;
                public C()
                {
                    var h = Holder.Of(ref M0);
                    M0 = 10;
                    h.Up();
                }
            }
            """, Known: "M1"),
        (Form: "ref readonly parameters and their aliases", Source: """
            class C
            {
                long n = 1;
                public long M0 => n;
                public readonly long M1;
                long Sum(ref readonly long x, long y) => x + y;
                public C()
                {
                    M1 = Sum(ref n, n = 5);
                }
            }
            """, Known: ""),
        (Form: "a lock of the new kind and an implicit index", Source: """
            class Buffer { public long[] Data = new long[4]; }
            class C
            {
                readonly System.Threading.Lock gate = new();
                long n = 1;
                readonly Buffer b = new() { Data = { [^1] = 7 } };
                public long M0 => n;
                public long M1 => b.Data[3];
                public long M2 { get; } = 3;
                public C()
                {
                    lock (gate) n = 5;
                }
            }
            """, Known: "M2"),
        (Form: "an alias of any type", Source: """
            class C
            {
                static (long, long) Pair => (1, 2);
                public long M0 { get; } = nameof(List<>).Length;
                public long M1 => Sum(a: 1);
                static long Sum(long a, long b = 5) => a + b;
                public long M2 => ((Func<long, long>)((long x) => x + 1))(4);
            }
            """, Known: "M1"),
        (Form: "a ref struct that implements an interface", Source: """
            interface I { long N { get; set; } }
            ref struct S : I { public long N { get; set; } }
            class C
            {
                static long Up<T>(ref T x) where T : I, allows ref struct { x.N += 5; return x.N; }
                public readonly long M0, M1;
                public C()
                {
                    var s = new S { N = 1 };
                    M0 = Up(ref s);
                    M1 = s.N;
                }
            }
            """, Known: ""),
        (Form: "an event and a constructor in parts", Source: """
            partial class T
            {
                public long N = 1;
                public partial event Action Changed;
                public partial T();
            }
            partial class T
            {
                public partial event Action Changed { add { N = 5; } remove { N = 6; } }
                public partial T() { N = 2; }
            }
            class C
            {
                readonly T t = new(), u = new();
                public long M0 => t.N;
                public C()
                {
                    t.Changed += () => { };
                }
            }
            """, Known: ""),
        (Form: "a user's checked and unchecked conversions", Source: """
            struct S
            {
                public long V;
                public static explicit operator checked int(S s) => 1;
                public static explicit operator int(S s) => 2;
                public static implicit operator S(long v) => new() { V = v };
            }
            class C
            {
                static readonly S A = 5L;
                public long M0 => checked((int)A);
                public long M1 => unchecked((int)A);
                public long M2 => (long)(int)A + 1;
            }
            """, Known: "M1 M2"),
        (Form: "a read-only reference that is written", Source: """
            class C
            {
                public long M0 = 1;
                long m = 2;
                public long M1 => m;
                static void Evil(in long x) { Unsafe.AsRef(in x) = 7; }
                public C()
                {
                    Unsafe.AsRef(in M0) = 5;
                    Evil(in m);
                }
            }
            """, Known: ""),
    ];
}
