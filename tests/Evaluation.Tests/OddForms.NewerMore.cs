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
                public T() : this(1) { N += 3; }
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
            static class Builder
            {
                public static Bag Last;
                public static Bag Create(ReadOnlySpan<long> x) => Last = new Bag { N = x.Length };
            }
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
            """, Known: ""),
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
            struct S
            {
                public long N;
                public void operator +=(long x) { N += x * 10; }
                public static S operator +(S a, long b) => new() { N = 7 };
            }
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
    ];
}
