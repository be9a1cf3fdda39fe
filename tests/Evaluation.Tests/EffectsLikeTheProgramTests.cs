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
        using System.Runtime.CompilerServices;
        using ScalingAnalyzers;
        """;

    // The compiler at hand decides; all forms at once, each in a namespace of its own.
    [Fact]
    public Task Values_after_effects_are_those_of_the_program() => Hold(EffectForms.All.Select((row, i) => (Index: i, Row: row)).ToList());

    [Fact]
    public async Task Values_after_effects_in_newer_versions_of_the_language()
    {
        var known = new List<(int Index, (string Form, string Source, string Known) Row)>();
        for (int i = 0; i < EffectForms.Newer.Length; i++)
        {
            var compilation = (await Config.Code.With(Usings + EffectForms.Newer[i].Source).AllowCompilerErrors().Generate()).Compilation;
            if (compilation.GetDiagnostics().All(d => d.Severity != DiagnosticSeverity.Error)) known.Add((i, EffectForms.Newer[i]));
        }

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
            wrong.AddRange(members.Where(c => !c.Agrees).Select(c => $"{row.Form}: {c}"));
            foreach (string name in row.Known.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (members.FirstOrDefault(m => m.Name.EndsWith("." + name, StringComparison.Ordinal)) is not { Read: not null })
                    wrong.Add($"{row.Form}: {name} ought to be known");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}
