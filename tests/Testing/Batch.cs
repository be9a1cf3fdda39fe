using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ScalingAnalyzers.Testing;

/// <summary>The state of the code that a command line uses for the next rule.</summary>
public enum BatchKnowledge
{
    /// <summary>
    /// As <c>dotnet format</c>: the code is analysed again for each rule, and the key is that of the first fix at the
    /// first diagnostic.
    /// </summary>
    AnalysedForEachRule,

    /// <summary>What was found before any rule was fixed; the key is that of the first fix at the rule's own first
    /// diagnostic.</summary>
    FoundBeforeAnyFix,

    /// <summary>As <c>dotnet format</c> within its process: analysed for each rule, in the solution that the rule
    /// before left.</summary>
    FoundAsTheBatchGoes,
}

/// <summary>The fixes of several rules over a solution in one go.</summary>
internal static class Batch
{
    public static async Task<Code> Fix(Code code, BatchKnowledge knowledge, IEnumerable<string> rules)
    {
        Analysis analysis = await Analysis.Of(code);
        Solution solution = analysis.Solution;
        foreach (string rule in rules)
        {
            if (knowledge != BatchKnowledge.FoundBeforeAnyFix) analysis = await Analysis.Of(code.WithTexts(await Change.Texts(solution)));
            if (knowledge == BatchKnowledge.AnalysedForEachRule) solution = analysis.Solution;

            Diagnostic? first = analysis.Reported.FirstOrDefault(
                one => one.Location.SourceTree is not null && (knowledge != BatchKnowledge.FoundBeforeAnyFix || one.Id == rule));
            foreach (CodeFixProvider fix in code.Fixes.Where(fix => first is not null && fix.FixableDiagnosticIds.Contains(rule)))
                solution = await FixAll(fix, solution, analysis, first!, rule);
        }

        return code.WithTexts(await Change.Texts(solution));
    }

    private static async Task<Solution> FixAll(CodeFixProvider fix, Solution solution, Analysis analysis, Diagnostic first, string rule)
    {
        if (fix.GetFixAllProvider() is not { } provider) return solution;
        ImmutableArray<CodeAction> offered = await FixSource.Registered(fix, analysis.Solution, first);
        Document document = solution.GetDocument(solution.GetDocumentIdsWithFilePath(first.Location.SourceTree!.FilePath).First())!;
        // A key may be null: then the batch tool leaves the choice to the provider.
        var context = new FixAllContext(
            document, fix, FixAllScope.Solution, offered.FirstOrDefault()?.EquivalenceKey!, new[] { rule }, new Diagnosed(analysis, rule),
            CancellationToken.None);
        return await provider.GetFixAsync(context) is { } action ? await Change.Apply(action) : solution;
    }
}
