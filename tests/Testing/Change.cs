using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace ScalingAnalyzers.Testing;

/// <summary>A code action before its application, and the requirements on the code after it.</summary>
public sealed record Change
{
    private readonly Code _before;
    private readonly IActionSource _source;
    private readonly string? _key;

    internal Change(Code before, IActionSource source, string? key) => (_before, _source, _key) = (before, source, key);

    private bool Silences { get; init; }

    /// <summary>
    /// This change, after which its rule must report nothing anywhere, and no other rule of its severity or above may
    /// report more than before.
    /// </summary>
    public Change AndNothingWarns() => this with { Silences = true };

    /// <summary>
    /// The code after the change, whatever its text; fails where it does not compile or a requirement is not met.
    /// </summary>
    public async Task<Code> Applied()
    {
        (Offered offered, CodeAction? action) = await Pick();
        if (action is null) Assert.Fail($"{Named} is not on offer, but {Names(offered.Actions)}.");
        Code after = _before.WithTexts(await Texts(await Apply(action!)));
        await Hold(offered, after);
        return after;
    }

    /// <summary>Fails unless the main file becomes that text, nothing else changes, and no compiler error is
    /// new.</summary>
    public Task<Code> Becomes(string expected)
    {
        string file = _before.Main.Files.Length == 1 ? _before.Main.Files[0].Name : Code.MainFile;
        return Becomes((file, expected));
    }

    /// <summary>Fails unless these files become these texts, nothing else changes, and no compiler error is
    /// new.</summary>
    /// <param name="expected">Files as tests name them: <c>Gopher.cs</c>, or <c>Library/Runs.cs</c> in another
    /// project.</param>
    /// <returns>The code after the change, without marks.</returns>
    public async Task<Code> Becomes(params (string File, string Text)[] expected)
    {
        (Offered offered, CodeAction? action) = await Pick();
        if (action is null) Assert.Fail($"{Named} is not on offer, but {Names(offered.Actions)}.");

        Solution changed = await Apply(action!);
        IReadOnlyDictionary<string, string> was = await Texts(offered.Analysis.Solution);
        IReadOnlyDictionary<string, string> now = await Texts(changed);
        var wanted = new Dictionary<string, string>(was, StringComparer.Ordinal);
        foreach ((string file, string text) in expected) wanted[file] = text;
        foreach (string file in wanted.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            string? want = wanted.GetValueOrDefault(file);
            string? have = now.GetValueOrDefault(file);
            if (want == have) continue;
            if (want is null) Assert.Fail($"{Named} adds {file}, which is not expected:\n{have}");
            if (have is null) Assert.Fail($"{Named} leaves no {file}.");
            Assert.Fail($"{Named} gives {file} another text: {Report.FirstDifference(want!, have!)}\n--- {file} after the change\n{have}");
        }

        Code after = _before.WithTexts(now);
        await Hold(offered, after);
        return after;
    }

    /// <summary>Fails if the action is on offer.</summary>
    public async Task IsNotOffered()
    {
        (Offered offered, CodeAction? action) = await Pick();
        if (action is not null) Assert.Fail($"{Named} is on offer: {Names(offered.Actions)}.");
    }

    private string Named => _key is null ? "The first action" : $"'{_key}'";

    private static string Names(ImmutableArray<CodeAction> actions) =>
        actions.IsEmpty ? "nothing" : string.Join(", ", actions.Select(action => $"'{action.EquivalenceKey}' ({action.Title})"));

    private async Task<(Offered Offered, CodeAction? Action)> Pick()
    {
        Offered offered = await _source.Actions();
        // The action of a FixAllProvider belongs to the requested key, but need not have it.
        bool any = _key is null || _source is FixAllSource;
        return (offered, offered.Actions.FirstOrDefault(action => any || action.EquivalenceKey == _key));
    }

    /// <summary>The solution that an action makes.</summary>
    internal static async Task<Solution> Apply(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    /// <summary>The text of every document, by the name that tests use.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> Texts(Solution solution)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (TextDocument document in solution.Projects.SelectMany(project => project.Documents.Concat(project.AdditionalDocuments)))
        {
            string path = document.FilePath ?? $"/{document.Project.Name}/{document.Name}";
            texts.Add(Report.NameOf(path), (await document.GetTextAsync()).ToString());
        }

        return texts;
    }

    private async Task Hold(Offered offered, Code after)
    {
        Analysis analysis = await Analysis.Tolerant(after);
        List<string> known = offered.Analysis.CompilerErrors.Select(Sentence).ToList();
        ImmutableArray<Diagnostic> errors = analysis.CompilerErrors.RemoveAll(error => known.Remove(Sentence(error)));
        if (!errors.IsEmpty) Assert.Fail($"After {Named} the code does not compile.\n" + Report.Lines(errors));
        if (!Silences) return;

        // A note below the severity of the corrected rule is not a new fault.
        DiagnosticSeverity least = offered.Analysis.Reported
            .Where(diagnostic => diagnostic.Id == offered.Rule)
            .Select(diagnostic => diagnostic.Severity)
            .DefaultIfEmpty()
            .Max();
        Dictionary<string, int> before = offered.Analysis.Reported
            .CountBy(diagnostic => diagnostic.Id)
            .ToDictionary(StringComparer.Ordinal);
        foreach (var rule in analysis.Reported
            .Where(diagnostic => diagnostic.Id == offered.Rule || diagnostic.Severity >= least)
            .GroupBy(diagnostic => diagnostic.Id, StringComparer.Ordinal))
            if (rule.Key == offered.Rule || rule.Count() > before.GetValueOrDefault(rule.Key))
                Assert.Fail(
                    $"After {Named} {rule.Key} warns {(rule.Key == offered.Rule ? "still" : "more than before")}.\n" + Report.Lines(rule));
    }

    private static string Sentence(Diagnostic error) => error.Id + error.GetMessage(CultureInfo.InvariantCulture);
}
