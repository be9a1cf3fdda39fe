using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>Where configs may follow from the literals of a fix: documents, or the outermost type of the
/// diagnostic.</summary>
internal static class FollowingPlaces
{
    public static async Task<IReadOnlyList<(Document, TextSpan?)>> Of(
        Document document, Diagnostic diagnostic, Fix fix, CancellationToken cancellation)
    {
        var candidates = document.Project.Solution.Projects
            .Where(project => project.Id == document.Project.Id
                || project.ProjectReferences.Any(reference => reference.ProjectId == document.Project.Id))
            .SelectMany(project => project.Documents);

        // A literal that was reached through a named member may be read anywhere.
        if (fix.Edits.Any(edit => edit.IsShared)) return candidates.Select(one => (one, (TextSpan?)null)).ToArray();

        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        int position = diagnostic.Location.SourceSpan.Start;
        if (root is null || position >= root.FullSpan.End) return [];
        var outermost = root.FindToken(position).Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().LastOrDefault();

        // Whoever reads a member of another type, or inherits it, names that type.
        var names = await DeclaringTypes(document.Project.Solution, fix, cancellation).ConfigureAwait(false);
        var places = new List<(Document, TextSpan?)>();
        foreach (var one in names.Count == 0 ? [] : candidates)
        {
            var text = await one.GetTextAsync(cancellation).ConfigureAwait(false);
            string content = text.ToString();
            bool isHere = one.Id == document.Id;
            if (names.Any(name => isHere ? IsNamedOutside(content, name, outermost?.Span) : Finds(content, name, 0) >= 0))
                places.Add((one, null));
        }

        // The run's own members and whatever else in its type the literal decides.
        if (!places.Any(place => place.Item1.Id == document.Id)) places.Add((document, outermost?.Span));
        return places;
    }

    private static async Task<IReadOnlyCollection<string>> DeclaringTypes(Solution solution, Fix fix, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var edit in fix.Edits)
        {
            if (solution.GetDocument(edit.Document) is not { } holder) continue;
            var root = await holder.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            var member = root?.FindToken(edit.Span.Start).Parent?.AncestorsAndSelf()
                .FirstOrDefault(node => node is MemberDeclarationSyntax or ParameterSyntax);
            if (member?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type) names.Add(type.Identifier.ValueText);
        }

        return names;
    }

    private static bool IsNamedOutside(string content, string name, TextSpan? type)
    {
        for (int at = Finds(content, name, 0); at >= 0; at = Finds(content, name, at + 1))
        {
            if (type is not { } span || !span.Contains(at)) return true;
        }

        return false;
    }

    // The name as a whole word.
    private static int Finds(string content, string name, int from)
    {
        for (int at = content.IndexOf(name, from, StringComparison.Ordinal); at >= 0;
            at = content.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            if ((at == 0 || !IsPart(content[at - 1])) && (end == content.Length || !IsPart(content[end]))) return at;
        }

        return -1;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
