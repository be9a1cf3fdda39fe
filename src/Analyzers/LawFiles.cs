using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE904 in a project's own law files: the fault and its position.</summary>
internal static class LawFiles
{
    public static void Judge(AdditionalFileAnalysisContext context)
    {
        if (!OwnLaws.IsLawFile(context.AdditionalFile.Path)) return;
        string name = context.AdditionalFile.Path.Split('/', '\\').Last();
        if (context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
        {
            Report(context, null, default, name, "the file cannot be read");
            return;
        }

        var read = LawFile.Parse(text.ToString());
        foreach (var error in read.Problems)
            Report(context, text, new TextSpan(error.Position.Start, error.Position.Length), name, error.Message);
        if (read.Law is { } law && LawLibrary.BuiltIn.TryGet(law.Id, out _))
        {
            Report(context, text, default, name, "the id '" + law.Id + "' is that of a built-in law; choose another");
        }
    }

    private static void Report(AdditionalFileAnalysisContext context, SourceText? text, TextSpan span, string name, string problem)
    {
        if (text is not null) span = TextSpan.FromBounds(System.Math.Min(span.Start, text.Length), System.Math.Min(span.End, text.Length));
        var lines = text?.Lines.GetLinePositionSpan(span) ?? default;
        var finding = new Finding(RuleTable.UnknownLaw, name, 1, ("problem", problem));
        var location = Location.Create(context.AdditionalFile.Path, span, lines);
        context.ReportDiagnostic(Diagnostic.Create(Rules.Of(finding), location, finding.Arguments.Cast<object>().ToArray()));
    }
}
