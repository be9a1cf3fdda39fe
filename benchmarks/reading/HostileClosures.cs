using System;
using System.Linq;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>Small sources whose calls reach much code: through methods, getters, lambdas, interfaces,
/// constructors.</summary>
internal static class HostileClosures
{
    public static readonly (string Name, string Members)[] Forms =
    [
        ("300 methods of 300 calls each", "static long G(long n) => n;" + GrowthForms.Repeat(300, i =>
            $"static long F{i}(long n) {{ if (n < 1) return 1; return {List(300, _ => "G(n - 1)", " + ")}; }}") +
            GrowthForms.Repeat(300, i => $"static readonly long S{i} = F{i}(3);") + "public static readonly long Parameters = S299;"),
        ("300 getters that read each other", GrowthForms.Repeat(300, i =>
            $"static long F{i} {{ get {{ if (Box.N > 3) return 1; return {List(300, k => $"F{k}", " + ")}; }} }}") +
            "static class Box { public static long N; } public static readonly long Parameters = F0;"),
        ("200 methods that make delegates of each other", GrowthForms.Repeat(200, i => $"static System.Func<long, long> F{i}() => n => " +
            $"n < 1 ? 1 : {List(100, k => $"F{(i + k) % 200}()(n - 1)", " + ")};") + "public static readonly long Parameters = F0()(3);"),
        ("200 generic methods that call each other", GrowthForms.Repeat(200, i =>
            $"static long F{i}<T>(T n) {{ Box<T>.N++; return {List(100, k => $"F{(i + k) % 200}(n)", " + ")}; }}") +
            "static class Box<T> { public static long N; } public static readonly long Parameters = F0(3);"),
        ("200 asynchronous methods that await each other", GrowthForms.Repeat(200, i =>
            $"static async System.Threading.Tasks.Task<long> F{i}(long n) => n < 1 ? 1 : " +
            $"{List(100, k => $"await F{(i + k) % 200}(n - 1)", " + ")};") + "public static readonly long Parameters = F0(3).Result;"),
        ("200 local functions of 100 calls each", "static long M() { " + GrowthForms.Repeat(200, i =>
            $"long f{i}(long n) {{ if (n < 1) return 1; return {List(100, k => $"f{(i + k) % 200}(n - 1)", " + ")}; }}") +
            " return f0(3); } public static readonly long Parameters = M();"),
        ("an interface of 200 members, implemented 40 times", "interface I { " + GrowthForms.Repeat(200, i => $"long F{i}(I n);") + " }" +
            GrowthForms.Repeat(40, i => $"class T{i} : I {{ static long m; " + GrowthForms.Repeat(200, k =>
            $"public long F{k}(I n) {{ m++; return n.F{(k + 1) % 200}(this); }}") + "}") + "class X { public long N = 1; public X(I i) { " +
            GrowthForms.Repeat(200, k => $"i.F{k}(i);") + " } } static I Any() => System.DateTime.Now.Year > 3 ? new T0() : new T1(); " +
            "static readonly X One = new(Any()); public static readonly long Parameters = One.N;"),
        ("300 types whose constructors make each other", GrowthForms.Repeat(300, i =>
            $"class T{i} {{ public long N = 1; public object[] A; public T{i}(long n) {{ if (n > 0) A = new object[] {{ " +
            $"{List(50, k => $"new T{(i + k) % 300}(n - 1)")} }}; }} }}") + "static readonly T0 One = new(3); public " +
            "static readonly long " +
            "Parameters = One.N;"),
        ("initialisers in initialisers 1,000 deep", "class T { public T A { get; } = null; public long N { get; set; " +
            "} = 1; public T() { } " +
            "} static readonly T One = new() { " + Times(1_000, "A = { N = 1, ") + Times(1_000, "}, ") + " }; public static readonly " +
            "long Parameters = One.N;"),
        ("3,000 objects of ten members", "class T { " + GrowthForms.Repeat(10, i => $"public long N{i} {{ get; set; }} = 1;") + " } " +
            GrowthForms.Repeat(3_000, i => $"static readonly T One{i} = new() {{ {List(10, k => $"N{k} = K + {i}")} }};") + "static " +
            "readonly long K = 3; public static readonly long Parameters = " + List(3_000, i => $"One{i}.N{i % 10}", " + ") + ";"),
        ("a list of 5,000 objects", "class T { public long N; } static readonly System.Collections.Generic.List<T> A = new() { " +
            GrowthForms.Repeat(5_000, i => $"new T {{ N = {i} }},") + " }; public static readonly long Parameters = A.Count;"),
        ("a dictionary of 5,000 objects", "class T { public long N; } static readonly System.Collections.Generic.Dictionary<long, T> A = " +
            "new() { " + GrowthForms.Repeat(5_000, i => $"[{i}] = new T {{ N = {i} }},") + " }; public static readonly long Parameters = " +
            "A.Count;"),
        ("6,000 statics that call", "static long F(long n) => n + 1;" + GrowthForms.Repeat(5_999, i =>
            $"static readonly long S{i} = F({i});") + "public static readonly long Parameters = S5998;"),
        ("10,000 statics that call", "static long F(long n) => n + 1;" + GrowthForms.Repeat(10_000, i =>
            $"static readonly long S{i} = F({i});") + "public static readonly long Parameters = S9999;"),
        ("10,000 statics that call what changes one", "static long made; static long F(long n) { made++; return n + 1; }" +
            GrowthForms.Repeat(10_000, i => $"static readonly long S{i} = F({i});") + "public static readonly long Parameters = S9999;"),
        ("1,000 extensions in a row", "static readonly long Parameters1 = 5; } static class Extensions { " + GrowthForms.Repeat(1_000, i =>
            $"public static long A{i}(this long n) => n + {i};") + "} public static partial class C { public static readonly long " +
            "Parameters = Parameters1" + GrowthForms.Repeat(1_000, i => $".A{i}()") + ";"),
        ("1,000 handlers of an event", "static event System.Action<long> Done; static long sum;" + GrowthForms.Repeat(1_000, i =>
            $"static void H{i}(long n) {{ sum += n * {i}; Done -= H{i}; }}") + "class X { public long N = 1; public X() { " +
            GrowthForms.Repeat(1_000, i => $"Done += H{i}; ") + " Done(3); } } static readonly X One = new(); public " +
                "static readonly long " +
            "Parameters = One.N;"),
        ("300 operators that convert to each other", GrowthForms.Repeat(300, i =>
            $"struct V{i} {{ public long N; static long made; public static implicit operator V{i}(V{(i + 1) % 300} v) {{ made++; return " +
            $"new() {{ N = v.N + ((V{i})new V{(i + 1) % 300}()).N }}; }} }}") + "static readonly V0 A = new V1(); public static readonly " +
            "long Parameters = A.N;"),
    ];

    private static string List(int count, Func<int, string> part, string between = ", ") =>
        string.Join(between, Enumerable.Range(0, count).Select(part));

    private static string Times(int times, string part) => string.Concat(Enumerable.Repeat(part, times));
}
