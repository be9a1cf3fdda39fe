using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace ScalingAnalyzers.Testing;

/// <summary>The sources of code actions, and the analysis that they were made on.</summary>
internal interface IActionSource
{
    /// <summary>The offered actions, and the id of their rule, if any.</summary>
    Task<Offered> Actions();
}

/// <summary>Actions on offer in a solution.</summary>
internal sealed record Offered(Analysis Analysis, ImmutableArray<CodeAction> Actions, string? Rule);

/// <summary>The fixes at one diagnostic.</summary>
internal sealed record FixSource(Code Code, int At) : IActionSource
{
    public async Task<Offered> Actions()
    {
        Analysis analysis = await Analysis.Of(Code);
        Diagnostic diagnostic = Fixable(analysis, Code, At);
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        TextDocument document = DocumentOf(analysis.Solution, diagnostic)!;
        foreach (CodeFixProvider fix in Code.Fixes.Where(fix => TakesOn(fix, document, diagnostic)))
            actions.AddRange(await Registered(fix, analysis.Solution, diagnostic));
        return new(analysis, actions.ToImmutable(), diagnostic.Id);
    }

    /// <summary>The n-th fixable diagnostic in a file; fails if there are fewer.</summary>
    public static Diagnostic Fixable(Analysis analysis, Code code, int at)
    {
        ImmutableArray<Diagnostic> fixable = analysis.Reported
            .Where(diagnostic => DocumentOf(analysis.Solution, diagnostic) is { } document
                && code.Fixes.Any(fix => TakesOn(fix, document, diagnostic)))
            .ToImmutableArray();
        if (at >= fixable.Length)
            Assert.Fail($"There is no fixable diagnostic {at}: {fixable.Length} of {analysis.Reported.Length} reported are fixable.\n"
                + Report.Lines(analysis.Reported));
        return fixable[at];
    }

    /// <summary>What a fix registers for a diagnostic, in its order.</summary>
    public static async Task<ImmutableArray<CodeAction>> Registered(CodeFixProvider fix, Solution solution, Diagnostic diagnostic)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        TextDocument document = DocumentOf(solution, diagnostic)!;
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        await fix.RegisterCodeFixesAsync(context);
        return actions.ToImmutable();
    }

    // As in an editor: a fix for additional files declares that in its export, all others are for code.
    private static bool TakesOn(CodeFixProvider fix, TextDocument document, Diagnostic diagnostic)
    {
        if (!fix.FixableDiagnosticIds.Contains(diagnostic.Id)) return false;
        ExportCodeFixProviderAttribute? export = fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>();
        string kind = document is Document ? nameof(TextDocumentKind.Document) : nameof(TextDocumentKind.AdditionalDocument);
        if (export is null) return document is Document;
        return export.DocumentKinds.Contains(kind)
            && (export.DocumentExtensions is not { Length: > 0 } extensions || extensions.Contains(Path.GetExtension(document.FilePath)));
    }

    private static TextDocument? DocumentOf(Solution solution, Diagnostic diagnostic) =>
        diagnostic.Location.Kind == LocationKind.ExternalFile
        ? solution.Projects
            .SelectMany(project => project.AdditionalDocuments)
            .FirstOrDefault(document => document.FilePath == Report.PathOf(diagnostic))
        : solution.GetDocument(diagnostic.Location.SourceTree);
}

/// <summary>The refactorings at the marked place.</summary>
internal sealed record RefactoringSource(Code Code) : IActionSource
{
    public async Task<Offered> Actions()
    {
        (string path, TextSpan span) = Place();
        // The caret is taken out of the text as other marks are.
        Analysis analysis = await Analysis.Of(Code.WithoutCaret());
        Document document = analysis.Solution.GetDocument(analysis.Solution.GetDocumentIdsWithFilePath(path).Single())!;
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (CodeRefactoringProvider refactoring in Code.Refactorings)
            await refactoring.ComputeRefactoringsAsync(new(document, span, actions.Add, CancellationToken.None));
        return new(analysis, actions.ToImmutable(), null);
    }

    private (string Path, TextSpan Span) Place()
    {
        var places =
            from file in Code.Main.Files
            let markup = Markup.Parse(file.Marked, withCaret: true)
            from span in markup.Spans.Where(mark => mark.Id is null).Select(mark => mark.Span)
                .Concat(markup.Caret is { } caret ? new[] { new TextSpan(caret, 0) } : Array.Empty<TextSpan>())
            select (Code.Main.Folder + file.Name, span);
        (string, TextSpan)[] found = places.ToArray();
        if (found.Length != 1) Assert.Fail($"A refactoring needs one place marked [|...|] or $$, not {found.Length}.");
        return found[0];
    }
}
