using System;
using System.Linq;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>Small sources whose calls, types and copies multiply.</summary>
internal static class HostileCalls
{
    public static readonly (string Name, string Members)[] Forms =
    [
        ("a text of 10,000 holes", "static readonly string A = \"x\"; public static readonly string Accelerator = $\"" +
            GrowthForms.Repeat(10_000, _ => "{A}").Replace("\n", "", StringComparison.Ordinal) + "\";"),
        ("generic types that double", "public static readonly long Parameters = G<int>.X; static class G<T> { public static readonly " +
            "long X = G<(T, T)>.X + G<System.Collections.Generic.Dictionary<T, G2<T>>>.X; } class G2<T> { }"),
        ("objects of types that double", "public static readonly long Parameters = new G<int>().N.N.N.K; class G<T> { public G<(T, T)> N " +
            "= new(); public long K = 1; }"),
        ("a chain of 1,500 with", "public record W(long A = 1, long B = 2); static readonly W W0 = new(); static readonly W W1 = W0" +
            GrowthForms.Repeat(1_500, i => $" with {{ A = {i} }}") + "; public static long Parameters => W1.A;"),
        ("a loop of two thousand million", "static readonly T One = new(); public static readonly long Parameters = One.N; class T { " +
            "public long N = 1; public T() { for (int i = 0; i < 2_000_000_000; i++) for (int k = 0; k < i; k++) N += k; } }"),
        ("a text doubled by statements", "static readonly T One = new(); public static readonly string Accelerator = One.S; class T { " +
            "public string S = \"x\"; public T() { " + GrowthForms.Repeat(60, _ => "S += S;") + " } }"),
        ("powers of powers", "static readonly System.Numerics.BigInteger P = 10; public static System.Numerics.BigInteger Parameters => " +
            string.Concat(Enumerable.Repeat("System.Numerics.BigInteger.Pow(", 40)) + "P" + string.Concat(Enumerable.Repeat(", 30)", 40)) +
            ";"),
        ("an array of 20,000 elements", "static readonly int[] A = { " + GrowthForms.Repeat(20_000, _ => "1,") +
            " }; public static readonly long Parameters = A.Length;"),
        ("a list of 15,000 elements", "static readonly System.Collections.Generic.List<long> A = new() { " +
            GrowthForms.Repeat(15_000, _ => "1,") + " }; public static readonly long Parameters = A.Count;"),
        ("3,000 parts", GrowthForms.Repeat(3_000, i => $"}} public static partial class C {{ static readonly long A{i} = {i} + B; const " +
            $"long B{i} = {i};") + "const long B = 1; public static readonly long Parameters = A2999;"),
        ("a switch of 5,000 arms, asked 200 times", "static long F(long n) => n switch { " + GrowthForms.Repeat(5_000, i =>
            $"{i} => {i + 1},") + " _ => 0 }; public static readonly long Parameters = " + string.Join(" + ", Enumerable.Range(4_800, 200)
            .Select(i => $"F({i})")) + ";"),
        ("properties that double", GrowthForms.Repeat(60, i => $"static long A{i} => A{i + 1} + A{i + 1};") + "static long A60 => B(1); " +
            "static long B(long n) => n; public static long Parameters => A0;"),
        ("instance properties that double", "static readonly T One = new(); public static long Parameters => One.A0; class T { " +
            GrowthForms.Repeat(60, i => $"public long A{i} => A{i + 1} + A{i + 1};") + "public long A60 { get; set; } = 1; }"),
        ("a query of queries", "static readonly int[] A = { 1, 2, 3 }; public static readonly long Parameters = (" +
            GrowthForms.Repeat(9, i => $"from x{i} in A").Replace("\n", " ", StringComparison.Ordinal) +
            " where x0 > 0 select x0).Count();"),
        ("a record of 2,000 members, cloned 500 times", "public record W(" + string.Join(", ", Enumerable.Range(0, 2_000).Select(i =>
            $"long A{i} = 1")) + "); static W Make(long n) => n < 1 ? new W() : Make(n - 1) with { A0 = n }; static readonly " +
            "W W0 = new();" +
            GrowthForms.Repeat(500, i => $"static readonly W W{i + 1} = W{i} with {{ A0 = {i} }};") +
            "public static long Parameters => W500.A0 + Make(100).A0;"),
        ("lambdas in lambdas", "static readonly System.Func<long> A = " + string.Concat(Enumerable.Repeat("() => { System.Func<long> f = ",
            12)) + "() => 1" + string.Concat(Enumerable.Repeat("; return f(); }", 12)) + "; public static readonly long Parameters = A();"),
        ("300 methods that call each other, asked 1,000 times", GrowthForms.Repeat(300, i => $"static long F{i}(long n) {{ if (n < 1) " +
            "return 1; return " + string.Join(" + ", Enumerable.Range(0, 300).Select(k => $"F{k}(n - 1)")) + "; }") +
            GrowthForms.Repeat(1_000, i => $"static readonly long S{i} = F{i % 300}(3);") + "public static readonly long " +
            "Parameters = S999;"),
        ("1,000 implementations called 1,000 times", "interface I { long F(); } " + GrowthForms.Repeat(1_000, i =>
            $"class T{i} : I {{ static long n; public long F() {{ n++; return {i}; }} }}") + "static I Any() => " +
            "System.DateTime.Now.Year > 2000 ? new T0() : new T1(); static readonly X One = new(); class X " +
            "{ public long N = 1; public X() { I i = Any(); " +
            GrowthForms.Repeat(1_000, _ => "i.F();") + " } } public static readonly long Parameters = One.N;"),
        ("2,000 statics of types in a chain", GrowthForms.Repeat(2_000, i => $"static class A{i} {{ public static readonly long X = " +
            $"A{i + 1}.X + 1, Y = X + A{i + 1}.Y; }}") + "static class A2000 { public static readonly long X = 1, Y = 2; } public static " +
            "readonly long Parameters = A1900.Y; public static readonly long SequenceLength = A0.X;"),
        ("500 bases", "class B0 { public long N0 = 1; }" + GrowthForms.Repeat(500, i => $"class B{i + 1} : B{i} {{ public long " +
            $"N{i + 1} = N({i}); static long N(long n) => n; }}") + "static readonly B500 One = new(); public static readonly long " +
            "Parameters = One.N0;"),
    ];
}
