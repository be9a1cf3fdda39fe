using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>What the interpreter says of a config is what the program computes, to the last bit, or that it does not know.</summary>
public class DifferentialTests
{
    private const int Classes = 300;
    private const int Members = 12;

    [Fact]
    public async Task Values_equal_what_the_program_computes_or_are_unknown()
    {
        var classes = Enumerable.Range(0, Classes).ToDictionary(seed => "C" + seed.ToString(CultureInfo.InvariantCulture), seed => new ConfigGrammar(seed).Class("C" + seed.ToString(CultureInfo.InvariantCulture), Members), StringComparer.Ordinal);

        // Constant overflow and division by a constant zero do not compile: those classes fall away.
        foreach (string broken in await Broken(Source(classes.Values))) classes.Remove(broken);
        var compared = await AgainstTheProgram.Compare(Source(classes.Values), type => classes.ContainsKey(type.Name));
        var wrong = compared.Where(c => !c.Agrees).ToList();
        int known = compared.Count(c => c.Read is not null);
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(10)));
        Assert.True(known > 1000, $"only {known} values were known, {compared.Count - known} unknown");
    }

    private static string Source(IEnumerable<string> classes) => "using System;\n" + string.Join("\n", classes);

    private static async Task<IReadOnlyCollection<string>> Broken(string source)
    {
        var compilation = (await Config.Code.With(source).AllowCompilerErrors().Generate()).Compilation;
        return compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => d.Location.SourceTree!.GetRoot().FindNode(d.Location.SourceSpan).AncestorsAndSelf().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax>().Last().Identifier.ValueText.TrimEnd('B'))
            .ToHashSet(StringComparer.Ordinal);
    }
}
