using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace ScalingAnalyzers.Testing.Tests.ThrowAway;

/// <summary>
/// Edits text at every place that a diagnostic names: <c>capitalize</c> corrects it, <c>shorten</c> leaves it wrong,
/// <c>break</c> breaks the code.
/// </summary>
internal sealed class CapitalizeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create("LOWER");

    public override FixAllProvider GetFixAllProvider() => new All();

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (string key in new[] { "capitalize", "shorten", "break" })
        {
            context.RegisterCodeFix(
                CodeAction.Create("To " + key, _ => Edit(context.Document.Project.Solution, context.Diagnostics, key), key),
                context.Diagnostics);
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> Edit(Solution solution, ImmutableArray<Diagnostic> diagnostics, string key)
    {
        var places = diagnostics.SelectMany(diagnostic => diagnostic.AdditionalLocations.Prepend(diagnostic.Location)).Distinct();
        foreach (var file in places.GroupBy(place => place.SourceTree!))
        {
            DocumentId document = solution.GetDocument(file.Key)!.Id;
            SourceText text = await solution.GetDocument(document)!.GetTextAsync();
            var edits = file.Select(place => new TextChange(place.SourceSpan, Mend(text.ToString(place.SourceSpan), key)));
            solution = solution.WithDocumentText(document, text.WithChanges(edits.OrderBy(edit => edit.Span.Start)));
        }

        return solution;
    }

    private static string Mend(string name, string key) => key switch
    {
        "capitalize" => char.ToUpper(name[0], CultureInfo.InvariantCulture) + name.Substring(1),
        "shorten" => name.Substring(0, 1),
        _ => "class",
    };

    private sealed class All : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var diagnostics = ImmutableArray<Diagnostic>.Empty;
            if (fixAllContext.Scope == FixAllScope.Document)
            {
                diagnostics = await fixAllContext.GetDocumentDiagnosticsAsync(fixAllContext.Document!);
            }
            else
            {
                var projects = fixAllContext.Scope == FixAllScope.Project
                    ? new[] { fixAllContext.Project }
                    : fixAllContext.Solution.Projects;
                foreach (Project project in projects)
                    diagnostics = diagnostics.AddRange(await fixAllContext.GetAllDiagnosticsAsync(project));
            }

            return CodeAction.Create("All", _ => Edit(fixAllContext.Solution, diagnostics, fixAllContext.CodeActionEquivalenceKey!), "all");
        }
    }
}

/// <summary>Converts the span or the word at the caret to upper case.</summary>
internal sealed class ShoutRefactoring : CodeRefactoringProvider
{
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        SourceText text = await context.Document.GetTextAsync();
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync())!;
        TextSpan span = context.Span.IsEmpty ? root.FindToken(context.Span.Start).Span : context.Span;
        string louder = text.ToString(span).ToUpperInvariant();
        context.RegisterRefactoring(CodeAction.Create(
            "Shout " + louder, _ => Task.FromResult(context.Document.WithText(text.Replace(span, louder))), "shout"));
    }
}

/// <summary>Shows in its title which parts of the project it receives.</summary>
internal sealed class TellingRefactoring : CodeRefactoringProvider
{
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        Project project = context.Document.Project;
        var options = project.AnalyzerOptions.AnalyzerConfigOptionsProvider;
        options.GetOptions((await context.Document.GetSyntaxTreeAsync())!).TryGetValue("test.limit", out string? limit);
        options.GlobalOptions.TryGetValue("build_property.Suffix", out string? suffix);
        string file = project.AdditionalDocuments.Single().Name;
        var generated = (await project.GetSourceGeneratedDocumentsAsync()).Select(document => document.HintName);
        Compilation compilation = (await project.GetCompilationAsync())!;
        var types = compilation.Assembly.GlobalNamespace.GetTypeMembers().Select(type => type.Name).Where(name => name != "Alpha");
        string title = $"{limit}, {suffix}, {file}, {string.Join(", ", types.Order(System.StringComparer.Ordinal))}";
        if (generated.Count() == 2) context.RegisterRefactoring(CodeAction.Create(title, _ => Task.FromResult(context.Document), "tell"));
    }
}
