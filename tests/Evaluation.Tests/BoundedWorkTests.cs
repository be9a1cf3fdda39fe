using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>What a config may cost depends on its own source: beyond that its values are unknown, and those of the
/// config beside it are as if it were alone, whichever is read first.</summary>
public class BoundedWorkTests
{
    // A call is four tokens.
    [Theory]
    [InlineData("a small closure", 20, 20, true)]
    [InlineData("a large closure", 80, 80, false)]
    public async Task A_value_is_known_as_far_as_the_called_code_goes(string form, int methods, int calls, bool isKnown) =>
        Assert.True(await IsKnown(Helpers(methods, calls) + "[TrainingConfig] static class A { static readonly long S " +
            "= H.F0(); public static long " +
            "Tokens = 5; }", "A") == isKnown, form);

    [Theory]
    [InlineData(60, true)]
    [InlineData(70, false)]
    public async Task A_type_is_read_as_far_as_its_bases_go(int bases, bool isKnown) => Assert.Equal(isKnown, await IsKnown(
        "class B0 { public long Tokens = 5; }" + Repeat(bases, i => $"class B{i + 1} : B{i} {{ }}"), "B" + bases));

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(6_001, false)]
    public async Task A_type_is_read_as_far_as_its_statics_go(int statics, bool isKnown) => Assert.Equal(isKnown, await IsKnown(
        "[TrainingConfig] static class A { static long F() => 1; public static readonly long Tokens = F() + 4;" +
        Repeat(statics, i => $"static readonly long S{i} = F();") + "}", "A"));

    [Theory]
    [InlineData("A", "B")]
    [InlineData("B", "A")]
    public async Task A_config_that_costs_too_much_takes_nothing_from_another(string first, string second)
    {
        var compilation = await Compiled(Helpers(80, 80) + "[TrainingConfig] static class A { static readonly long S " +
            "= H.F0(); public static long Tokens = " +
            "5; } [TrainingConfig] static class B { static long F() { H.N++; return 3; } static readonly long S = F(); " +
            "public static long Tokens = 7; }");
        foreach (string name in new[] { first, second }) Assert.Equal(name == "B", IsKnown(compilation, name));
    }

    // What code that is not followed does counts as everything, also where the first of its calls alone is little.
    [Theory]
    [InlineData("the third of three calls changes a static, and the first two are long", """
        class Box { public static long N = 1, Other; }
        class C
        {
            public long M0 => Box.N;
            long Long() { return 1@; }
            long Longer() { Box.Other++; return 1@; }
            long Last() { Box.N = 7; return 1; }
            void Do(long a, long b, long c) { }
            public C() { Box.N = 2; if (System.DateTime.Now.Year > 3) Do(Last(), Longer(), Long()); }
        }
        """)]
    [InlineData("a long method starts a type whose static is read later", """
        class Box { public static long N = 1; }
        static class T { public static readonly long R = Box.N; static T() { } }
        static class H
        {
            public static long Long() { long x = 0; if (System.DateTime.Now.Year > 3) x = 1@@@; return x + T.R; }
        }
        class C
        {
            static bool Is => System.DateTime.Now.Year > 3;
            public long M0 { get; }
            public C() { var x = Is ? H.Long() : 0; Box.N = 2; M0 = T.R; }
        }
        """)]
    public Task Long_code_agrees_with_the_program(string form, string source) => AgainstTheProgram.Hold(form,
        source.Replace("@", string.Concat(Enumerable.Repeat(" + 1", 4_000)), StringComparison.Ordinal));

    // Somewhere among these chains the type's start is the first that is nested too deeply.
    [Fact]
    public async Task A_type_that_starts_too_deep_agrees_with_the_program()
    {
        string source = Repeat(140, i => $"class Box{i} {{ public static long N = 1; }} class T{i} {{ public static readonly long X = " +
            $"F(); static long F() {{ Box{i}.N = 5; return 2; }} static T{i}() {{ }} }} class C{i} {{ public long M0 {{ get; }} public " +
            $"long M1 {{ get; }} public long M2 {{ get; }} {Repeat(i, k => $"static long D{k}() => D{k + 1}();")} static long D{i}() => " +
            $"T{i}.X; public C{i}() {{ Box{i}.N = 1; M0 = D0(); M1 = Box{i}.N; Box{i}.N = 3; M2 = T{i}.X + Box{i}.N; }} }}");
        var compared = await AgainstTheProgram.Compare(source, type => type.Name[0] == 'C');
        Assert.Equal([], compared.Where(c => !c.Agrees));
        Assert.Contains(compared, c => c.Name.EndsWith("M0", StringComparison.Ordinal) && c.Read is null);
        Assert.Contains(compared, c => c.Name.EndsWith("M0", StringComparison.Ordinal) && c.Read is not null);
    }

    // Methods that call each other, and change a static.
    private static string Helpers(int methods, int calls) => "static class H { public static long N;" + Repeat(methods, i =>
        $"public static long F{i}() {{ if (System.DateTime.Now.Year > 3) N = " +
        string.Join(" + ", Enumerable.Range(1, calls).Select(k => $"F{(i + k) % methods}()")) + "; return 1; }") + "}";

    private static string Repeat(int times, Func<int, string> part) => string.Concat(Enumerable.Range(0, times).Select(part));

    private static async Task<bool> IsKnown(string source, string name) => IsKnown(await Compiled(source), name);

    private static async Task<Compilation> Compiled(string source) =>
        (await Config.Code.With("using ScalingAnalyzers;\n" + source).AllowCompilerErrors().Generate()).Compilation;

    private static bool IsKnown(Compilation compilation, string name)
    {
        var type = compilation.GetSymbolsWithName(name, SymbolFilter.Type).OfType<INamedTypeSymbol>().Single();
        var model = compilation.GetSemanticModel(type.DeclaringSyntaxReferences[0].SyntaxTree);
        var interpreter = new Interpreter(new SourceModels(model), CancellationToken.None);
        var instance = type.IsStatic ? null : interpreter.CreateDefault(type) as ObjectValue;
        ISymbol? tokens = null;
        for (INamedTypeSymbol? t = type; t is not null && tokens is null; t = t.BaseType) tokens = t.GetMembers("Tokens").FirstOrDefault();
        return interpreter.Member(tokens!, instance) is ScalarValue;
    }
}
