using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE904 in a project's own law files: what is wrong, where it stands.</summary>
internal static class LawFiles
{
    public static void Judge(AdditionalFileAnalysisContext context)
    {
        if (!OwnLaws.IsLawFile(context.AdditionalFile.Path)) return;
        string name = context.AdditionalFile.Path.Split('/', '\\').Last();
        if (context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
        {
            Report(context, null, default, "'" + name + "' cannot be read, so it gives no law");
            return;
        }

        var read = LawFile.Parse(text.ToString());
        foreach (var error in read.Problems) Report(context, text, new TextSpan(error.Position.Start, error.Position.Length), "'" + name + "' gives no law: " + error.Message);
        if (read.Law is { } law && LawLibrary.BuiltIn.TryGet(law.Id, out _))
        {
            Report(context, text, default, "'" + name + "' gives no law: the id '" + law.Id + "' is that of a built-in law; choose another");
        }
    }

    private static void Report(AdditionalFileAnalysisContext context, SourceText? text, TextSpan span, string said)
    {
        if (text is not null) span = TextSpan.FromBounds(System.Math.Min(span.Start, text.Length), System.Math.Min(span.End, text.Length));
        var lines = text?.Lines.GetLinePositionSpan(span) ?? default;
        context.ReportDiagnostic(Diagnostic.Create(Rules.UnknownLaw, Location.Create(context.AdditionalFile.Path, span, lines), said));
    }
}
