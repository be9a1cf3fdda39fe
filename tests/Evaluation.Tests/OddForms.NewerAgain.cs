namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // Forms of C# 12 to 14.
    private static readonly (string Form, string Source, string Known)[] NewerAgain =
    [
        (Form: "a set literal that asks for hash codes", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Key { public override int GetHashCode() { Box.One.N = 5; return 1; } }
            class C
            {
                public long M0 => Box.One.N;
                public C() { HashSet<Key> s = [new Key(), new Key()]; }
            }
            """, Known: ""),
        (Form: "a sorted set literal that compares", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class Key : IComparable<Key> { public int CompareTo(Key o) { Box.One.N = 5; return 1; } }
            class C
            {
                public long M0 => Box.One.N;
                public C() { SortedSet<Key> s = [new Key(), new Key()]; }
            }
            """, Known: ""),
        (Form: "a static readonly reached through a ref readonly property", Source: """
            static class Box { static readonly long n = long.Parse("1") ; public static readonly long K = 3;
                public static ref readonly long R => ref K; }
            class C
            {
                public long M0 => Box.K;
                public C() { Unsafe.AsRef(in Box.R) = 5; }
            }
            """, Known: ""),
        (Form: "an extension by reference in a lambda", Source: """
            static class X { extension(ref long x) { public void Up() => x = 5; } }
            class C
            {
                public long M0;
                public C() { long n = 1; Action a = () => n.Up(); n = 2; a(); M0 = n; }
            }
            """, Known: ""),
        (Form: "an extension by reference, called plainly", Source: """
            static class X { extension(ref long x) { public void Up() => x = 5; public long Q { get { x = 6; return 1; } } } }
            class C
            {
                public long M0, M1;
                public C() { long n = 1, k = 1; n.Up(); M0 = n; var q = k.Q; M1 = k; }
            }
            """, Known: ""),
        (Form: "a spread of a collection of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class E<T> : IEnumerable<T> { public IEnumerator<T> GetEnumerator() { Box.One.N = 5; yield break; }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null; }
            class C { public long M0 => Box.One.N; public C() { List<long> s = [1, .. new E<long>()];
                long[] t = [.. new E<long>()]; } }
            """, Known: ""),
        (Form: "a spread of a collection whose enumerator counts at once", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class E<T> { public Span<T>.Enumerator GetEnumerator() { Box.One.N = 5; return default; } }
            class C { public long M0 => Box.One.N; public C() { long[] t = [.. new E<long>()]; } }
            """, Known: ""),
        (Form: "a list that contains by equality", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S : IEquatable<S> { public bool Equals(S o) { Box.One.N = 5; return true; } }
            class C { readonly List<S> l = [default]; public long M0 => Box.One.N; public bool M1; public C() {
                M1 = l.Contains(default); } }
            """, Known: ""),
        (Form: "a field of a getter that counts by the field keyword", Source: """
            class C
            {
                public long M0 { get => field++; } = 5;
                public long M1 { get; set => field = value + field; } = 5;
                public long M2 { get => field; init => field = value * 2; } = 3;
                public C() { M1 = 2; var x = M0; }
            }
            """, Known: "M1 M2"),
        (Form: "an extension property with a setter and a compound assignment", Source: """
            static class X { extension(P p) { public long Twice { get => p.N * 2; set => p.N = value / 2; }
                public void operator +=(long n) { p.N = n; } } }
            class P { public long N = 1; }
            class C
            {
                static readonly P a = new(), b = new(), c = new(); public long M0 => a.N; public long M1 => b.N;
                    public long M2 => c.N;
                public C() { a.Twice = 10; b.Twice += 4; var d = c; d += 7; }
            }
            """, Known: ""),
        (Form: "a compound operator of an object that replaces it", Source: """
            class P { public long N = 1; public void operator +=(long n) { N = n; } public void operator ++() { N += 10; }
                public static P operator -(P a, long n) => new() { N = a.N - n }; }
            class C
            {
                P p = new(); static readonly P q = new(); P r = q; public long M0 => p.N; public long M1 => q.N;
                    public long M2 => r.N;
                public C() { p += 5; p -= 2; r++; ++r; }
            }
            """, Known: ""),
        (Form: "null-conditional assignment of an event and an indexer", Source: """
            class P { public long N = 1; public event Action E { add { N = 5; } remove { N = 6; } } public long this[int i] {
                get => i; set => N = value; } }
            class C
            {
                static readonly P a = new(), b = new(); P c = null; public long M0 => a.N; public long M1 => b.N;
                public C() { P x = a; x?.E += () => { }; P y = b; y?[3] = 9; c?.N = 4; }
            }
            """, Known: ""),
        (Form: "params of a span and a collection of the user's own", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            [CollectionBuilder(typeof(L), "Make")] class Bag : IEnumerable<long> {
                public IEnumerator<long> GetEnumerator() => null;
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null; }
            static class L { public static Bag Make(ReadOnlySpan<long> x) { Box.One.N = x.Length; return new(); } }
            class C { static long F(params Bag b) => 1; public long M0 => Box.One.N; public C() { F(1, 2, 3); } }
            """, Known: ""),
        (Form: "a default lambda argument and a params lambda", Source: """
            class C
            {
                long n = 1; public long M0 => n; public readonly long M1;
                public C() { var f = (long a = 3, params long[] b) => { n += a + b.Length; return n; }; M1 = f(); f(1, 2, 3); }
            }
            """, Known: ""),
    ];
}
