namespace ScalingAnalyzers.Tests;

internal static partial class OddForms
{
    // What the framework calls back: structs have code too, and comparers are kept.
    private static readonly (string Form, string Source, string Known)[] CalledBack =
    [
        (Form: "a struct whose text counts, in an interpolation", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S { public override string ToString() { Box.One.N = 5; return ""; } }
            class C { public long M0 => Box.One.N; public string M1; public C() { S s = default; M1 = $"{s}"; } }
            """, Known: ""),
        (Form: "a struct whose text counts, written to the console", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S { long x; public override string ToString() { Box.One.N = 5; return ""; } }
            class C { public long M0 => Box.One.N; public C() { Console.Out.Write(new S()); } }
            """, Known: ""),
        (Form: "a struct whose text counts, in a concatenation", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S { long x; public override string ToString() { Box.One.N = 5; return ""; } }
            class C { public long M0 => Box.One.N; public string M1; public C() { M1 = "a" + new S(); } }
            """, Known: ""),
        (Form: "a struct whose hash code counts", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S : IEquatable<S> { public long X; public bool Equals(S o) => true; public override int GetHashCode() {
                Box.One.N = 5; return 1; } }
            class C { public long M0 => Box.One.N; public C() { var d = new Dictionary<S, long> { [new S()] = 1 }; } }
            """, Known: ""),
        (Form: "a struct that disposes", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S : IDisposable { public void Dispose() => Box.One.N = 5; }
            class C { public long M0 => Box.One.N; public C() { using (new S()) { } } }
            """, Known: ""),
        (Form: "a struct that disposes, declared", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S : IDisposable { public void Dispose() => Box.One.N = 5; }
            class C { public long M0 => Box.One.N; public C() { { using var s = new S(); } } }
            """, Known: ""),
        (Form: "a struct that is enumerated", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S { public S GetEnumerator() { Box.One.N = 5; return this; } public bool MoveNext() => false;
                public int Current => 1; }
            class C { public long M0 => Box.One.N; public C() { foreach (var x in new S()) { } } }
            """, Known: ""),
        (Form: "an enumerator by an extension of a number", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            static class X { public static IEnumerator<int> GetEnumerator(this int n) { Box.One.N = 5;
                return ((IEnumerable<int>)new int[0]).GetEnumerator(); } }
            class C { public long M0 => Box.One.N; public C() { foreach (var x in 5) { } } }
            """, Known: ""),
        (Form: "an enumerator by an extension of a range", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            static class X { public static IEnumerator<int> GetEnumerator(this Range n) { Box.One.N = 5; yield break; } }
            class C { public long M0 => Box.One.N; public C() { foreach (var x in 1..5) { } } }
            """, Known: ""),
        (Form: "a struct handed to json", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S { public long X { get { Box.One.N = 5; return 1; } } }
            class C { public long M0 => Box.One.N; public C() { var s = System.Text.Json.JsonSerializer.Serialize(new S()); } }
            """, Known: ""),
        (Form: "a record struct handed to json", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            record struct S(long Y) { public long X { get { Box.One.N = 5; return 1; } } }
            class C { public long M0 => Box.One.N; public C() { var s = System.Text.Json.JsonSerializer.Serialize(new S(1)); } }
            """, Known: ""),
        (Form: "an object handed to json", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class S { public long X { get { Box.One.N = 5; return 1; } } }
            class C { public long M0 => Box.One.N; public C() { var s = System.Text.Json.JsonSerializer.Serialize(new S()); } }
            """, Known: ""),
        (Form: "a dictionary of formattable structs", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S : IFormattable { public string ToString(string f, IFormatProvider p) { Box.One.N = 5; return ""; } }
            class C { public long M0 => Box.One.N; public string M1; public C() { M1 = string.Format("{0:x}", new S()); } }
            """, Known: ""),
        (Form: "a span formattable struct", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S : ISpanFormattable { public string ToString(string f, IFormatProvider p) => "";
                public bool TryFormat(Span<char> d, out int n, ReadOnlySpan<char> f, IFormatProvider p) { Box.One.N = 5; n = 0;
                return true; } }
            class C { public long M0 => Box.One.N; public string M1; public C() { M1 = $"{new S()}"; } }
            """, Known: ""),
        (Form: "a sum by LINQ of structs with a selector that counts", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S { public long V => Box.One.N = 5; }
            class C { public long M0 => Box.One.N; public long M1; public C() { M1 = new[] { new S() }.Sum(s => s.V); } }
            """, Known: ""),
        (Form: "a default comparer of enumerables", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S : IComparable<S> { public int CompareTo(S o) { Box.One.N = 5; return 0; } }
            class C { public long M0 => Box.One.N; public C() { var m = new[] { new S(), new S() }.Max(); } }
            """, Known: ""),
        (Form: "an array sorted by what it holds", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S : IComparable<S> { public int CompareTo(S o) { Box.One.N = 5; return 0; } }
            class C { public long M0 => Box.One.N; public C() { Array.Sort(new[] { new S(), new S() }); } }
            """, Known: ""),
        (Form: "an index of by equality", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S : IEquatable<S> { public bool Equals(S o) { Box.One.N = 5; return true; } }
            class C { public long M0 => Box.One.N; public C() { new List<S> { new S() }.IndexOf(new S()); } }
            """, Known: ""),
        (Form: "a nullable struct that is compared", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S { public override bool Equals(object o) { Box.One.N = 5; return true; }
                public override int GetHashCode() => 1; }
            class C { public long M0 => Box.One.N; public bool M1; public C() { S? a = new S(); M1 = a.Equals(new S()); } }
            """, Known: ""),
        (Form: "a nullable struct by the comparer of nullables", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S { public override bool Equals(object o) { Box.One.N = 5; return true; }
                public override int GetHashCode() => 1; }
            class C { public long M0 => Box.One.N; public bool M1; public C() { M1 = Nullable.Equals<S>(new S(), new S()); } }
            """, Known: ""),
        (Form: "a concatenation by string.Join", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S { public override string ToString() { Box.One.N = 5; return ""; } }
            class C { public long M0 => Box.One.N; public string M1; public C() { M1 = string.Join(",", new List<S> {
                new S() }); } }
            """, Known: ""),
        (Form: "a builder of texts that appends a struct", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct S { public override string ToString() { Box.One.N = 5; return ""; } }
            class C { public long M0 => Box.One.N; public C() { new System.Text.StringBuilder().Append(new S()); } }
            """, Known: ""),
        (Form: "a comparison of the default of a generic comparer", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class K : IComparable { public int CompareTo(object o) { Box.One.N = 5; return 0; } }
            class C { public long M0 => Box.One.N; public int M1; public C() {
                M1 = Comparer<K>.Default.Compare(new K(), new K()); } }
            """, Known: ""),
        (Form: "a sorted dictionary with a comparison kept", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class K : IComparer<long> { public int Compare(long a, long b) { Box.One.N = 5; return 0; } }
            class C { readonly SortedDictionary<long, long> d = new(new K()); public long M0 => Box.One.N; public C() {
                Box.One.N = 2; d[1] = 1; d[2] = 2; } }
            """, Known: ""),
        (Form: "a comparer behind its interface", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class K : IComparer<long> { public int Compare(long a, long b) { Box.One.N = 5; return 0; } }
            class C { static IComparer<long> Make() => new K(); readonly SortedSet<long> d = new(Make());
                public long M0 => Box.One.N; public C() { Box.One.N = 2; d.Add(1); d.Add(2); } }
            """, Known: ""),
        (Form: "a comparer made by a comparison", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class C { readonly SortedSet<long> d = new(Comparer<long>.Create((a, b) => { Box.One.N = 5; return 0; }));
                public long M0 => Box.One.N; public C() { Box.One.N = 2; d.Add(1); d.Add(2); } }
            """, Known: ""),
        (Form: "an immutable set with a comparer", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class K : IEqualityComparer<long> { public bool Equals(long a, long b) => true; public int GetHashCode(long a) {
                Box.One.N = 5; return 0; } }
            class C {
                readonly System.Collections.Immutable.ImmutableHashSet<long> d =
                System.Collections.Immutable.ImmutableHashSet.Create<long>(new K()); public long M0 => Box.One.N; public C() {
                Box.One.N = 2; var e = d.Add(1).Add(2); } }
            """, Known: ""),
        (Form: "a lookup by LINQ that is made later", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class K : IEqualityComparer<long> { public bool Equals(long a, long b) => true; public int GetHashCode(long a) {
                Box.One.N = 5; return 0; } }
            class C { public long M0 => Box.One.N; public int M1; public C() { var q = new long[] { 1, 2 }.Distinct(new K());
                Box.One.N = 2; M1 = q.Count(); } }
            """, Known: ""),
        (Form: "LINQ over objects that are compared later", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class K { public override int GetHashCode() { Box.One.N = 5; return 0; }
                public override bool Equals(object o) => true; }
            class C { public long M0 => Box.One.N; public int M1; public C() { var q = new[] { new K(), new K() }.Distinct();
                Box.One.N = 2; M1 = q.Count(); } }
            """, Known: ""),
        (Form: "a sequence of the user's own behind LINQ, read later", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class E : IEnumerable<long> { public IEnumerator<long> GetEnumerator() { Box.One.N = 5;
                return new List<long>().GetEnumerator(); }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
            class C { public long M0 => Box.One.N; public int M1; public C() { var q = new E().Select(x => x); Box.One.N = 2;
                M1 = q.Count(); } }
            """, Known: ""),
        (Form: "a comparer that is not known", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class K : IComparer<long> { public int Compare(long a, long b) { Box.One.N = 5; return 0; } }
            class C { static IComparer<long> Make(int n) { for (int i = 0; i < n; i++) { } return new K(); }
                readonly SortedSet<long> d = new(Make(2)); public long M0 => Box.One.N; public C() { Box.One.N = 2; d.Add(1);
                d.Add(2); } }
            """, Known: ""),
        (Form: "a struct that compares", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            struct K : IComparer<long> { public int Compare(long a, long b) { Box.One.N = 5; return 0; } }
            class C { readonly SortedSet<long> d = new(new K()); public long M0 => Box.One.N; public C() { Box.One.N = 2;
                d.Add(1); d.Add(2); } }
            """, Known: ""),
        (Form: "a class as a key of an indexer", Source: """
            class Box { public static readonly Box One = new(); public long N = 1; }
            class K { public override int GetHashCode() { Box.One.N = 5; return 1; }
                public override bool Equals(object o) => true; }
            class C { readonly Dictionary<K, long> d = new(); public long M0 => Box.One.N; public C() { d[new K()] = 5; } }
            """, Known: ""),
    ];
}
