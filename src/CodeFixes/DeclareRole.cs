using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>declare-role: marks a member with the role that its name almost has. Its name stays: others may use
/// it.</summary>
internal static class DeclareRole
{
    public static async Task<Fix?> Of(Document document, Diagnostic diagnostic, CarriedFix carried, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null || !diagnostic.Properties.TryGetValue(FindingKeys.Role, out string? role)) return null;
        var node = root.FindNode(diagnostic.Location.SourceSpan);
        var member = node.FirstAncestorOrSelf<SyntaxNode>(one => one is MemberDeclarationSyntax or ParameterSyntax);

        // One attribute would mark every variable of a declaration.
        if (member is null or TypeDeclarationSyntax or BaseFieldDeclarationSyntax { Declaration.Variables.Count: > 1 }) return null;
        string target = member is ParameterSyntax ? "property: " : "";
        string space = model.LookupNamespacesAndTypes(member.SpanStart, name: "ConfigMemberAttribute")
            .Any(symbol => symbol is INamedTypeSymbol { ContainingNamespace.Name: "ScalingAnalyzers" }) ? "" : "global::ScalingAnalyzers.";
        string attribute = "[" + target + space + "ConfigMember(" + space + "ConfigRole." + role + ")]";
        int start = member.GetFirstToken().SpanStart;
        return new Fix(carried.Key, carried.Title, ImmutableArray.Create(new Edit(document.Id, new TextSpan(start, 0),
            member is ParameterSyntax
                ? attribute + " "
                : attribute + NewLine(await document.GetTextAsync(cancellation).ConfigureAwait(false), start))));
    }

    // The line break and the indentation of the member's own line.
    private static string NewLine(SourceText text, int start)
    {
        var line = text.Lines.GetLineFromPosition(start);
        string before = text.ToString(TextSpan.FromBounds(line.Start, start));
        if (before.Trim().Length > 0) return " ";
        string end = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        return (end.Length > 0 ? end : "\n") + before;
    }
}
