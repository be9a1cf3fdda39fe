using System.Linq;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>Small sources whose shape makes work: wide, deep, doubled, or of many parts.</summary>
internal static class HostileShapes
{
    public static readonly (string Name, string Members)[] Forms =
    [
        ("a generic type in itself", "class G<T> { public static readonly long N = 1; } public static long Parameters = " +
            string.Concat(Enumerable.Repeat("G<", 60)) + "int" + new string('>', 60) + ".N;"),
        ("a generic type that grows as it is made", "class G<T> { public static long N(int n) => n == 0 ? 1 : G<G<T>>.N(n - 1); } " +
            "public static long Parameters => G<int>.N(1000);"),
        ("a switch of 5,000 arms", "static readonly long K = 4999; public static long Parameters => K switch { " +
            GrowthForms.Repeat(5_000, i => $"{i} => {i + 1},") + "_ => 0 };"),
        ("a switch of 2,000 arms with guards", "static readonly long K = 1; static bool No(long n) => n < 0; public static long " +
            "Parameters => K switch { " + GrowthForms.Repeat(2_000, i => $"1 when No({i}) => {i + 1},") + "_ => 7 };"),
        ("lambdas in lambdas", "public static System.Func<long, object> Parameters = " +
            string.Concat(Enumerable.Range(0, 60).Select(i => $"a{i} => (System.Func<long, object>)(")) + "null" + new string(')', 60) +
            ";"),
        ("getters that name two of the next", GrowthForms.Repeat(60, i => $"static long A{i} => A{i + 1} + A{i + 1} + K;") +
            "static long K { get { return 1; } } static long A60 => K; public static long Parameters => A0;"),
        ("records that double by with", "public record T(T A, T B, long N); static readonly T T0 = new(null, null, 1);" +
            GrowthForms.Repeat(60, i => $"static readonly T T{i + 1} = T{i} with {{ A = T{i} with {{ N = {i} }}, B = T{i} }};") +
            "static long Sum(T t) => t == null ? 0 : Sum(t.A) + Sum(t.B) + t.N; public static long Parameters => Sum(T60);"),
        ("structs that double by copies", "public struct S0 { public long N; }" +
            GrowthForms.Repeat(14, i => $"public struct S{i + 1} {{ public S{i} A, B; }}") +
            GrowthForms.Repeat(14, i => $"static S{i + 1} M{i + 1}() {{ var s = M{i}(); var t = new S{i + 1} {{ A = s, B = s }}; " +
            "var u = t; return u; }") + "static S0 M0() => new() { N = 1 }; static readonly S14 Z = M14(); public static long " +
            "Parameters => Z.A.A.A.A.A.A.A.A.A.A.A.A.A.A.N;"),
        ("spreads that double", "static readonly long[] L0 = [1, 2];" +
            GrowthForms.Repeat(40, i => $"static readonly long[] L{i + 1} = [.. L{i}, .. L{i}];") +
            "public static long Parameters => L40.Length;"),
        ("arrays in arrays that double", "static readonly object[] L0 = { 1, 2 };" +
            GrowthForms.Repeat(40, i => $"static readonly object[] L{i + 1} = {{ L{i}, L{i} }};") +
            "static long Show(object o) => 1; public static readonly long Parameters = Show(L40); " +
            "public static readonly string Name = string.Concat(L40);"),
        ("an enum of 10,000 members, each of the one before", "enum E { A0, " + GrowthForms.Repeat(10_000, i => $"A{i + 1} = A{i} + 1,") +
            " } public static long Parameters => (long)E.A10000;"),
        ("a text of 5,000 parts", "static readonly long K = 1; public static string Accelerator = $\"" +
            string.Concat(Enumerable.Repeat("{K} x ", 5_000)) + "\"; public static long Parameters = 5;"),
        ("interfaces in diamonds", "interface I0 { long F() => 1; }" + GrowthForms.Repeat(60, i =>
            $"interface I{i + 1}A : I{i}{(i == 0 ? "" : "A")} {{ }} interface I{i + 1}B : I{i}{(i == 0 ? "" : "B")} {{ }}") +
            "class X : I60A, I60B { } public static long Parameters => ((I0)new X()).F();"),
        ("a chain of 1,000 base types", "class B0 { public virtual long N => 1; }" + GrowthForms.Repeat(1_000, i =>
            $"class B{i + 1} : B{i} {{ public override long N => base.N + 1; }}") +
            "public static long Parameters => new B1000().N;"),
        ("base types in a circle", "class A : B { } class B : C2 { } class C2 : A { public long N = 1; } " +
            "public static long Parameters = new A().N; interface I : J { } interface J : I { long F(); } struct S { S s; long N; } " +
            "static S T = new(); public static long Tokens2 = T.N; record R : R { }"),
        ("3,000 parts of one type", GrowthForms.Repeat(3_000, i => $"partial class P {{ public long A{i} = {i}; }}") +
            "public static long Parameters => new P().A2999;"),
        ("a hash code of many records", GrowthForms.Repeat(200, i =>
            $"record R{i}({string.Join(", ", Enumerable.Range(0, 10).Select(k => $"R{(i + k + 1) % 200} P{k}"))});") +
            "public static string Name = $\"{new R0(null, null, null, null, null, null, null, null, null, null)}\"; " +
            "public static long Parameters = 5;"),
        ("1,000 types that start each other", GrowthForms.Repeat(1_000, i =>
            $"static class T{i} {{ public static long N = Touch(); static long Touch() {{ return T{i + 1}.N + 1; }} }}") +
            "static class T1000 { public static long N = Touch(); static long Touch() { Box.N = 5; return 1; } } " +
            "static class Box { public static long N; } public static long Parameters = T0.N;"),
        ("structs of structs that are handed on", GrowthForms.Repeat(300, i =>
            $"struct S{i} {{ public long N => {i}; {(i == 0 ? "" : $"S{i - 1} A; ")}}}") + "public static long Parameters = Go(); " +
            "static long Go() { " + GrowthForms.Repeat(300, i => $"System.GC.KeepAlive(new S{i}()); System.Text.Json.JsonSerializer." +
            $"Serialize(new S{i}());") + " return 5; }"),
    ];
}
