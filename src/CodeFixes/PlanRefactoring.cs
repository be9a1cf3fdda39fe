using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>Writes the planned parameters and tokens into a config that declares a budget or a target loss.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(PlanRefactoring))]
public sealed class PlanRefactoring : CodeRefactoringProvider
{
    private const string Key = "write-plan";

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await RunAtCaret.Of(context).ConfigureAwait(false) is not ({ } source, TypeDeclarationSyntax declaration)) return;
        var estimate = source.Run.Estimate;
        if (estimate.Plan is not { } plan || declaration.OpenBraceToken.IsMissing || declaration.OpenBraceToken.Span.IsEmpty) return;

        // A limit is kept by rounding down, a loss is reached by rounding up.
        bool up = estimate.Counted.TargetLoss is not null;
        var members = new List<(string Name, long Value)>();
        if (estimate.PlannedParameters is { } parameters) members.Add(("Parameters", Rounded(parameters, up)));
        if (estimate.PlannedTokens is { } tokens) members.Add(("Tokens", Rounded(tokens, up)));
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model?.GetDeclaredSymbol(declaration, context.CancellationToken) is not INamedTypeSymbol type) return;
        if (members.Count == 0 || members.Any(member => IsTaken(type, member.Name))) return;

        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var edit = Insertion(context.Document, text, declaration, members);
        var fix = new Fix(Key, Title(estimate, plan, members), ImmutableArray.Create(edit));
        var solution = context.Document.Project.Solution;
        context.RegisterRefactoring(CodeAction.Create(
            fix.Title, cancellation => Fix.Apply(solution, fix.Edits, cancellation), fix.Key));
    }

    private static string Title(Estimate estimate, Estimate plan, IReadOnlyList<(string Name, long Value)> members)
    {
        string what = string.Join(" on ", members.Select(
            member => Quantity.Format(member.Value) + (member.Name == "Tokens" ? " tokens" : " parameters")));
        bool isByLaw = members.Count == 2 || estimate.AffordableFlops is null || estimate.Counted.TargetLoss is not null;
        return "Write down the plan: " + what
            + (plan.Cost is { } cost ? ", cost " + Quantity.Format(cost) : ", " + Quantity.Scientific(plan.TrainingFlops ?? 0) + " FLOPs")
            + (isByLaw ? " (" + plan.Law.Id + ")" : "");
    }

    private static bool IsTaken(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t.Name == name || t.GetMembers(name).Length > 0) return true;
        }

        return false;
    }

    private static Edit Insertion(
        Document document, SourceText text, TypeDeclarationSyntax declaration, IEnumerable<(string Name, long Value)> members)
    {
        string line = text.Lines.Any(l => l.EndIncludingLineBreak - l.End == 2) ? "\r\n" : "\n";
        string outer = Indentation(text, declaration.SpanStart);
        string inner = declaration.Members.FirstOrDefault() is { } first && IsFirstOnLine(text, first.SpanStart)
            ? Indentation(text, first.SpanStart)
            : outer + "    ";
        string written = string.Concat(members.Select(member => line + inner + "public const long " + member.Name + " = "
            + member.Value.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", "_") + ";"));
        int start = declaration.OpenBraceToken.Span.End;
        var next = declaration.OpenBraceToken.GetNextToken();

        // "{ }" on one line is opened.
        bool isOneLine = text.Lines.GetLinePosition(start).Line == text.Lines.GetLinePosition(next.SpanStart).Line;
        if (!isOneLine) return new Edit(document.Id, new TextSpan(start, 0), written);
        bool isEmpty = next == declaration.CloseBraceToken;
        return new Edit(document.Id, TextSpan.FromBounds(start, next.SpanStart), written + line + (isEmpty ? outer : inner));
    }

    private static bool IsFirstOnLine(SourceText text, int position) =>
        text.Lines.GetLineFromPosition(position) is var line && text.ToString(TextSpan.FromBounds(line.Start, position)).Trim().Length == 0;

    private static string Indentation(SourceText text, int position)
    {
        string line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static long Rounded(long value, bool up) => (long)SignificantDigits.Round(value, up);
}
