using System.Linq;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>Small sources whose expressions and bodies are long: elements, statements, calls in a row.</summary>
internal static class HostileBodies
{
    public static readonly (string Name, string Members)[] Forms =
    [
        ("a list of 15,000 names", "const long K = 3; static readonly System.Collections.Generic.List<long> A = new() { " +
            GrowthForms.Repeat(15_000, _ => "K,") + " }; public static readonly long Parameters = A.Count;"),
        ("a list of 25,000 elements", "static readonly System.Collections.Generic.List<long> A = new() { " +
            GrowthForms.Repeat(25_000, _ => "1,") + " }; public static readonly long Parameters = A.Count;"),
        ("a list that 5,000 statements fill", "static readonly System.Collections.Generic.List<long> A = Make(); static " +
            "System.Collections.Generic.List<long> Make() { var a = new System.Collections.Generic.List<long>(); " +
            GrowthForms.Repeat(5_000, i => $"a.Add({i});") + " return a; } public static readonly long Parameters = A.Count;"),
        ("a dictionary of 10,000 entries", "static readonly System.Collections.Generic.Dictionary<string, long> A = new() { " +
            GrowthForms.Repeat(10_000, i => $"{{ \"k{i}\", {i} }},") + " }; public static readonly long Parameters = A[\"k5\"];"),
        ("a dictionary of 10,000 assigned entries", "static readonly System.Collections.Generic.Dictionary<string, long> A = new() { " +
            GrowthForms.Repeat(10_000, i => $"[\"k{i}\"] = {i},") + " }; public static readonly long Parameters = A[\"k5\"];"),
        ("an array of 5,000 objects", "class T { public long N; } static readonly T[] A = { " + GrowthForms.Repeat(5_000, i =>
            $"new T {{ N = {i} }},") + " }; public static readonly long Parameters = A.Length;"),
        ("arrays in arrays in arrays", "static readonly long[][][] A = { " + GrowthForms.Repeat(30, _ => "new long[][] { " +
            GrowthForms.Repeat(30, _ => "new long[] { " + Times(20, "1,") + " },") + "},") +
            " }; public static readonly long Parameters = " +
            "A.Length;"),
        ("300 queries in a row",
            "static readonly int[] B = { 1, 2 }; public static readonly long Parameters = System.Linq.Enumerable.Count(" +
            Times(300, "System.Linq.Enumerable.Select(") + "B" + Times(300, ", x => x + 1)") + ");"),
        ("1,000 calls in a row", "class T { public long N; public T A(long n) { N += n; return this; } } static readonly T X = new T()" +
            GrowthForms.Repeat(1_000, i => $".A({i})") + "; public static readonly long Parameters = X.N;"),
        ("members in members 1,500 deep", "class T { public T A => this; public long N = 4; } static readonly T X = new(); public static " +
            "readonly long Parameters = X" + Times(1_500, ".A") + ".N;"),
        ("900 choices in a row", "static readonly long K = 5000; public static readonly long Parameters = " +
            GrowthForms.Repeat(900, i => $"K == {i} ? {i} :") + " 7;"),
        ("1,500 values that may be null", "static readonly long? K = null; public static readonly long? Parameters = " +
            Times(1_500, "K ?? ") + "7;"),
        ("4,000 locals", "static long M() { " + GrowthForms.Repeat(4_000, i => $"long a{i} = {(i == 0 ? "1" : $"a{i - 1} + 1")};") +
            " return a3999; } public static readonly long Parameters = M();"),
        ("2,000 locals in lambdas", "static long M() { long z = 0; " + GrowthForms.Repeat(2_000, i =>
            $"long a{i} = {i}; System.Func<long> " +
            $"f{i} = () => a{i} + z;") + " z = 3; return f1999() + a3; } public static readonly long Parameters = M();"),
        ("400 local functions that call each other", "static long M() { " + GrowthForms.Repeat(400, i =>
            $"long f{i}(long n) => n < 1 ? 1 : " +
            $"{string.Join(" + ", Enumerable.Range(0, 5).Select(k => $"f{((i * 7) + (k * 13)) % 400}(n - 1)"))};") +
            " return f0(200); } public static readonly long Parameters = M();"),
        ("3,000 conditions", "static long M(long n) { " + GrowthForms.Repeat(3_000, i => $"if (n == {i}) return {i};") + " return 5; } " +
            "public static readonly long Parameters = M(2999);"),
        ("2,000 conditions that are not known", "class T { public long N = 1; public T() { " + GrowthForms.Repeat(2_000, i =>
            $"if (System.DateTime.Now.Year > {i}) N = {i};") + " } } public static readonly long Parameters = new T().N;"),
        ("1,500 jumps", "static long M() { long n = 0; " + GrowthForms.Repeat(1_500, i => $"l{i}: n++; if (n == {i}) goto " +
            $"l{i * 7 % 1_500};") + " return n; } public static readonly long Parameters = M();"),
        ("a tuple of 500, and tuples 30 deep", "static readonly long P = (" + string.Join(", ", Enumerable.Range(0, 500).Select(i =>
            $"{i}L")) +
            ").Item500; static readonly " + Times(30, "(long, ") + "long" + Times(30, ")") + " T = default; public static readonly long " +
            "Parameters = P + T" + Times(30, ".Item2") + ";"),
        ("1,500 operators of a type",
            "struct V { public long N; public static V operator +(V a, V b) { return new V { N = a.N + b.N }; } " +
            "public static implicit operator V(long n) => new() { N = n }; public static implicit operator long(V v) => v.N; } static " +
            "readonly V A = 1; public static readonly long Parameters = A" + GrowthForms.Repeat(1_500, i => $" + {i}") + ";"),
        ("records of records, 1,000 times with", "record struct A(long N); record struct B(A X, A Y); record struct D(B X, B Y); static " +
            "readonly D C0 = new();" + GrowthForms.Repeat(1_000, i => $"static readonly D C{i + 1} = C{i} with {{ X = C{i}.Y with {{ X = " +
            $"C{i}.X.Y with {{ N = {i} }} }} }};") + "public static readonly long Parameters = C1000.X.X.N;"),
    ];

    private static string Times(int times, string part) => string.Concat(Enumerable.Repeat(part, times));
}
