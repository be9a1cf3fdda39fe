using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ScalingAnalyzers.Testing;

/// <summary>A code action as a menu shows it.</summary>
/// <param name="Title">What the user reads.</param>
/// <param name="Key">The equivalence key that FixAll uses.</param>
public sealed record Offer(string Title, string? Key);

public sealed partial record Code
{
    /// <summary>The fixes on offer at a fixable diagnostic, in the order they were registered.</summary>
    /// <param name="at">Which of the fixable diagnostics, from 0, in the order a reader meets them.</param>
    public async Task<ImmutableArray<Offer>> Offers(int at = 0) =>
        (await new FixSource(this, at).Actions()).Actions
            .Select(action => new Offer(action.Title, action.EquivalenceKey))
            .ToImmutableArray();

    /// <summary>The refactorings on offer at the marked span or caret, in the order they were registered.</summary>
    public async Task<ImmutableArray<Offer>> OfferedRefactorings() =>
        (await new RefactoringSource(this).Actions()).Actions
            .Select(action => new Offer(action.Title, action.EquivalenceKey))
            .ToImmutableArray();

    /// <summary>One fix at one diagnostic.</summary>
    /// <param name="key">The equivalence key; null uses the first offered, as batch tools do.</param>
    /// <param name="at">Which of the fixable diagnostics, from 0, in the order a reader meets them.</param>
    public Change Fix(string? key = null, int at = 0) => new(this, new FixSource(this, at), key);

    /// <summary>One fix at every diagnostic of the scope, by the fix's own FixAllProvider.</summary>
    /// <param name="key">The equivalence key; null uses that of the first fix offered at the first diagnostic.</param>
    /// <param name="scope">Document, project or solution; the first two contain the first fixable diagnostic.</param>
    public Change FixAll(string? key = null, FixAllScope scope = FixAllScope.Solution) =>
        new(this, new FixAllSource(this, scope, key), key);

    /// <summary>The code after the first fix of each of these rules, one rule after the other over the solution, as
    /// command lines do it.</summary>
    public Task<Code> FixRules(BatchKnowledge knowledge, params string[] rules) => Batch.Fix(this, knowledge, rules);

    /// <summary>The text of a file, by the name that tests use.</summary>
    public string TextOf(string file) =>
        Projects.SelectMany(project => project.Files.Select(one => (Name: Report.NameOf(project.Folder) + one.Name, one.Marked))).Single(
            one => one.Name == file).Marked;

    /// <summary>One refactoring at the span marked <c>[|...|]</c> or the caret <c>$$</c>.</summary>
    /// <param name="key">The equivalence key; null uses the first offered.</param>
    public Change Refactor(string? key = null) => new(this, new RefactoringSource(this), key);
}
