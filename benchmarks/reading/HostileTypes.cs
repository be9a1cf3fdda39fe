using System.Linq;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>Small sources whose types are many, and read, derive from or start each other.</summary>
internal static class HostileTypes
{
    public static readonly (string Name, string Members)[] Forms =
    [
        ("1,000 overrides of a getter, asked 300 times", "abstract class B { public abstract long N { get; } }" +
            GrowthForms.Repeat(1_000, i => $"class D{i} : B {{ public override long N => {i}; }}") + "static B Pick() => " +
            "System.DateTime.Now.Year > 3 ? new D1() : new D2();" +
            GrowthForms.Repeat(300, i => $"static readonly long X{i} = Pick().N + {i};") +
            "public static readonly long Parameters = X299;"),
        ("300 types that implement an interface three times", "interface I<T> { long F(T n); }" + GrowthForms.Repeat(300, i =>
            $"class T{i} : I<T{i}>, I<int>, I<string> {{ public long F(T{i} n) => 1; public long F(int n) => 2; public long F(string s) " +
            "=> 3; }") + "static I<int> Pick(int n) => n > 3 ? new T1() : new T2();" +
            GrowthForms.Repeat(200, i => $"static readonly long B{i} = Pick({i}).F({i});") +
            "public static readonly long Parameters = B199;"),
        ("200 interfaces, each calling the one above", GrowthForms.Repeat(200, i => $"interface I{i} {(i > 0 ? $": I{i - 1}" : "")} " +
            $"{{ long F{i}() => {(i > 0 ? $"F{i - 1}() + 1" : "1")}; }}") + "class X : I199 { } public static readonly long Parameters = " +
            "((I199)new X()).F199();"),
        ("structs of twelve structs, in a list", "struct S0 { public long N; }" + GrowthForms.Repeat(9, i =>
            $"struct S{i + 1} {{ public S{i} {List(12, k => $"A{k}")}; }}") + "static readonly System.Collections.Generic.List<S9> A = " +
            "new() { default, default }; static bool F(S9 s) => A.Contains(s); public static readonly bool B = F(default); " +
            "public static readonly long Parameters = A.Count;"),
        ("statics of 60 types that all read each other", GrowthForms.Repeat(60, i => $"static class A{i} {{ public static long M = " +
            $"{List(60, k => k == i ? "1" : $"A{k}.F()", " + ")}; public static long F() {{ M++; return M; }} }}") +
            "public static readonly long Parameters = A0.F();"),
        ("400 static constructors in a chain", GrowthForms.Repeat(400, i => $"static class A{i} {{ public static long M; static A{i}() " +
            $"{{ M = {(i < 399 ? $"A{i + 1}.M" : "1")} + 1; }} }}") + "public static readonly long Parameters = A0.M;"),
        ("300 statics that each read the 100 before", "static readonly long A0 = 1;" + GrowthForms.Repeat(300, i =>
            $"static readonly long A{i + 1} = {List(System.Math.Min(i + 1, 100), k => $"A{i - k}", " ^ ")};") +
            "public static readonly long Parameters = A300;"),
        ("constants that double", "const long A60 = 1;" + GrowthForms.Repeat(60, i => $"const long A{i} = A{i + 1} - A{i + 1} + 1;") +
            "public static readonly long Parameters = A0;"),
        ("200 model configs, each of the one before", ModelChain(200)),
        ("500 model configs, each of the one before", ModelChain(500)),
        ("100 configs, each of the one before", ConfigChain(100)),
        ("300 configs, each of the one before", ConfigChain(300)),
        ("500 configs, each of the one before", ConfigChain(500)),
        ("500 configs, each of the one before and without code", "[TrainingConfig] public partial class B0 { public long Tokens = " +
            "1_400_000_000_000; }" + GrowthForms.Repeat(500, i => $"[TrainingConfig] public partial class B{i + 1} : B{i} {{ public long " +
            $"A{i} = {i}; }}") + "public static long Parameters = 5_000_000_000;"),
        ("500 models of one config", "[ModelConfig(Family = \"llama\")] public class M { public int HiddenSize = 4096; }" +
            GrowthForms.Repeat(500, i => $"public static readonly M Model{i} = new() {{ HiddenSize = {64 * (i + 1)} }};") +
            "public static long Parameters = 5_000_000_000;"),
        ("2,000 members of one role", GrowthForms.Repeat(2_000, i => "[ConfigMember(ConfigRole.TrainingTokens)] public static long " +
            $"T{i} = {i};") + "public static long Parameters = 5_000_000_000;"),
        ("2,000 members that are almost read", GrowthForms.Repeat(2_000, i => $"public static long Tokns{i} = {i};") +
            "public static long Paramters = 5_000_000_000;"),
        ("3,000 attributes", "[System.AttributeUsage(System.AttributeTargets.All, AllowMultiple = true)] class Q : System.Attribute { " +
            "public Q(string s, params object[] x) { } }" + GrowthForms.Repeat(1_000, i => $"[Q(\"{i}\", 1, typeof(Q)), Q(\"z\"), " +
            $"Q(\"y\")] public static readonly long A{i} = {i};") + "public static long Parameters = 5_000_000_000;"),
    ];

    private static string ModelChain(int count) => "[ModelConfig(Family = \"llama\")] public class M0 { public int HiddenSize = " +
        "4096; public int Layers = 3; }" + GrowthForms.Repeat(count, i => $"[ModelConfig(Family = \"llama\")] public class M{i + 1} : " +
        $"M{i} {{ public int Layers{i} = {i}; }}") + $"public static readonly M{count} Model = new(); public static long Parameters = " +
        "5_000_000_000;";

    private static string ConfigChain(int count) =>
        "[TrainingConfig] public partial class B0 { public long Tokens = 1_400_000_000_000; }" + GrowthForms.Repeat(count, i =>
        $"[TrainingConfig] public partial class B{i + 1} : B{i} {{ public B{i + 1}() {{ Tokens += {i}; }} }}") +
        "public static long Parameters = 5_000_000_000;";

    private static string List(int count, System.Func<int, string> part, string between = ", ") =>
        string.Join(between, Enumerable.Range(0, count).Select(part));
}
