using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>A value is known only if all that ran before it was understood: no form of a side effect leaves a stale
/// value, and no harmless form costs one.</summary>
public class EffectsLikeTheProgramTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Numerics;
        using System.Runtime.CompilerServices;
        using ScalingAnalyzers;
        using First = System.Runtime.CompilerServices.ModuleInitializerAttribute;

        """;

    // All forms at once, each in a namespace of its own.
    [Fact]
    public Task Values_after_effects_are_those_of_the_program() => Hold(EffectForms.All.Select((row, i) => (Index: i, Row: row)).ToList());

    [Fact]
    public Task Values_of_odd_programs_are_those_of_the_program() => HoldKnown(OddForms.All);

    [Fact]
    public Task Values_after_effects_in_newer_versions_of_the_language() =>
        HoldKnown(EffectForms.InNewerVersions, mayBeRefused: !IsOfNewestLanguage);

    [Fact]
    public Task Values_of_odd_programs_in_newer_versions_of_the_language() =>
        HoldKnown(OddForms.InNewerVersions, mayBeRefused: !IsOfNewestLanguage);

    [Fact]
    public async Task Values_after_module_initialisers_are_those_of_the_program()
    {
        foreach (var row in OddForms.WithModuleInitializers) await Hold([(0, row)]);
    }

    [Fact]
    public async Task Values_where_the_source_declares_types_of_the_framework()
    {
        foreach (var row in OddForms.WithTypesOfTheFramework)
        {
            var compared = await AgainstTheProgram.Compare(Usings + row.Source, type => type.ToDisplayString() == "C");
            Assert.NotEmpty(compared);
            Assert.Equal([], Wrong(row, compared));
        }
    }

    // An older compiler refuses what a newer version of the language has; a row that the newest refuses tests nothing.
    private static bool IsOfNewestLanguage => typeof(Compilation).Assembly.GetName().Version is { Major: >= 5 };

    private static async Task HoldKnown(IReadOnlyList<(string Form, string Source, string Known)> rows, bool mayBeRefused = false)
    {
        var known = new List<(int Index, (string Form, string Source, string Known) Row)>();
        var broken = new List<string>();
        for (int i = 0; i < rows.Count; i++)
        {
            var compilation = (await Config.Code.With(Usings + rows[i].Source).AllowCompilerErrors().Generate()).Compilation;
            var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            if (errors.Count == 0) known.Add((i, rows[i]));
            else broken.Add($"{rows[i].Form}: does not compile: {errors[0]}");
        }

        Assert.True(mayBeRefused || broken.Count == 0, string.Join("\n", broken));
        if (known.Count > 0) await Hold(known);
    }

    private static async Task Hold(IReadOnlyList<(int Index, (string Form, string Source, string Known) Row)> rows)
    {
        string source = Usings
            + string.Concat(rows.Select(r => FormattableString.Invariant($"namespace N{r.Index} {{\n{r.Row.Source}\n}}\n")));
        var compared = await AgainstTheProgram.Compare(source, type => type.Name == "C" && type.ContainingNamespace.Name.StartsWith('N'));
        var wrong = new List<string>();
        foreach (var (index, row) in rows)
        {
            var members =
                compared.Where(c => c.Name.StartsWith(FormattableString.Invariant($"N{index}.C."), StringComparison.Ordinal)).ToList();
            if (members.Count == 0) wrong.Add(row.Form + ": nothing was compared");
            wrong.AddRange(Wrong(row, members));
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static IEnumerable<string> Wrong((string Form, string Source, string Known) row, IReadOnlyList<Comparison> members) => members
        .Where(c => !c.Agrees)
        .Select(c => $"{row.Form}: {c}")
        .Concat(row.Known.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(name => members.FirstOrDefault(m => m.Name.EndsWith("." + name, StringComparison.Ordinal)) is not { Read: not null })
            .Select(name => $"{row.Form}: {name} ought to be known"));
}
