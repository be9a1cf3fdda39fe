using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>
/// Diagnostics of the current solution. A host that applies rule after rule may pass on diagnostics from before the
/// last fix changed the files: their places may no longer exist, and their numbers may follow from a change in another
/// file. So the project is analysed again, and a new diagnostic counts where the same one existed before: the same rule
/// in the same declaration of the same file.
/// </summary>
internal static class FreshDiagnostics
{
    public static async Task<IReadOnlyList<Diagnostic>> Of(Project project, IReadOnlyList<Diagnostic> found, CancellationToken cancellation)
    {
        if (found.Count == 0 || await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation)
            return Array.Empty<Diagnostic>();
        var before = new HashSet<(string, string, string)>();
        foreach (var diagnostic in found) before.Add(await Place(diagnostic, cancellation).ConfigureAwait(false));

        var fresh = new List<Diagnostic>();
        foreach (var diagnostic in await OurAnalysis.Of(compilation, project)
            .GetAnalyzerDiagnosticsAsync(cancellation)
            .ConfigureAwait(false))
        {
            if (before.Contains(await Place(diagnostic, cancellation).ConfigureAwait(false))) fresh.Add(diagnostic);
        }

        return fresh;
    }

    // Names from the outside in: edits of literals leave them as they are.
    private static async Task<(string Rule, string File, string Declaration)> Place(Diagnostic diagnostic, CancellationToken cancellation)
    {
        string file = diagnostic.Location.GetLineSpan().Path;
        if (diagnostic.Location.SourceTree is not { } tree) return (diagnostic.Id, file, "");
        var root = await tree.GetRootAsync(cancellation).ConfigureAwait(false);
        var names =
            root.FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf().OfType<MemberDeclarationSyntax>().Select(Name).Reverse();
        return (diagnostic.Id, file, string.Join("/", names));
    }

    private static string Name(MemberDeclarationSyntax declaration) => declaration switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        TypeDeclarationSyntax type => type.Identifier.Text + type.TypeParameterList,
        MethodDeclarationSyntax method => method.Identifier.Text + method.ParameterList,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        BaseFieldDeclarationSyntax field => string.Join(",", field.Declaration.Variables.Select(v => v.Identifier.Text)),
        _ => declaration.RawKind.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
