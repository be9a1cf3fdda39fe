using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>The interpreter's value of a config equals the program's to the last bit, or is unknown.</summary>
[Trait("Category", "Slow")]
public class DifferentialTests
{
    private const int UsualTypes = 300;
    private const int Members = 12;

    // SCALING_TYPES=20000 looks longer; SCALING_FROM=20000 goes on from there.
    private static readonly int Types = Number("SCALING_TYPES", UsualTypes);
    private static readonly int From = Number("SCALING_FROM", 0);

    // A compilation costs a second or two before its first type.
    private static readonly int Batch = Math.Min(Types, 1_000);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
            ? number
            : otherwise;

    [Fact]
    public async Task Values_equal_what_the_program_computes_or_are_unknown()
    {
        var (known, all) = await Compare("C", seed => new ConfigGrammar(seed).Class(Name("C", seed), Members));

        // Being silent about everything is no answer: these are plain types, without effects.
        Assert.True(known >= 0.6 * all, $"only {known} of {all} values were known");
    }

    [Fact]
    public async Task Values_after_effects_equal_what_the_program_computes_or_are_unknown()
    {
        var (known, all) = await Compare("D", seed => new EffectGrammar(seed, Name("D", seed)).Class());
        Assert.True(known >= 0.3 * all, $"only {known} of {all} values were known");
    }

    private static async Task<(int Known, int All)> Compare(string letter, Func<int, string> write)
    {
        int known = 0, all = 0;
        for (int from = From; from < From + Types; from += Batch)
        {
            var classes = Enumerable.Range(from, Math.Min(Batch, From + Types - from))
                .ToDictionary(seed => Name(letter, seed), write, StringComparer.Ordinal);

            // Constant overflow and division by a constant zero do not compile: those classes fall away.
            foreach (string broken in await Broken(Source(classes.Values))) classes.Remove(broken);
            Assert.True(classes.Count > Batch / 3, "too few classes compile");
            var compared = await AgainstTheProgram.Compare(Source(classes.Values), type => classes.ContainsKey(type.Name));
            var wrong = compared.Where(c => !c.Agrees).ToList();
            Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(5).Select(w => w + " of\n" + classes[w.Name.Split('.')[0]])));
            known += compared.Count(c => c.Read is not null);
            all += compared.Count;
        }

        Console.Error.WriteLine($"{Types} types {letter} from {From}: {known} of {all} values known");
        return (known, all);
    }

    private static string Name(string letter, int seed) => letter + seed.ToString(CultureInfo.InvariantCulture);

    private static string Source(IEnumerable<string> classes) => $$"""
        #pragma warning disable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        {{string.Join("\n", classes)}}
        """;

    private static async Task<IReadOnlyCollection<string>> Broken(string source)
    {
        var compilation = (await Config.Code.With(source).AllowCompilerErrors().Generate()).Compilation;
        return compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => ((Microsoft.CodeAnalysis.CSharp.Syntax.CompilationUnitSyntax)d.Location.SourceTree!.GetRoot())
                .Members.OfType<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>()
                .Last(type => type.SpanStart <= d.Location.SourceSpan.Start).Identifier.ValueText
                .TrimEnd('B', 'X'))
            .ToHashSet(StringComparer.Ordinal);
    }
}
