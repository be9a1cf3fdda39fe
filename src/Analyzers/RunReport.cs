using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>Places what rules say: on the expression inside the judged declaration, else on its name, never in another file.</summary>
internal sealed class RunReport
{
    private readonly SyntaxNode _judged;
    private readonly ImmutableArray<TextSpan> _parts;
    private readonly Action<Diagnostic> _report;

    public RunReport(SyntaxNode judged, ImmutableArray<TextSpan> parts, Action<Diagnostic> report)
    {
        _judged = judged;
        _parts = parts;
        _report = report;
    }

    /// <summary>Reports on a fact, with the literals that a fix would edit and the numbers it needs.</summary>
    public void At(Fact? fact, DiagnosticDescriptor rule, FixFacts fixes, params string[] arguments) => _report(Diagnostic.Create(
        rule,
        Place(fact?.At, fixes),
        fixes.Locations,
        fixes.Properties,
        arguments.Cast<object>().ToArray()));

    /// <summary>Reports at another severity than the rule's default; what the user configures still wins.</summary>
    public void At(Fact? fact, DiagnosticDescriptor rule, DiagnosticSeverity severity, FixFacts fixes, params string[] arguments) => _report(Diagnostic.Create(
        rule,
        Place(fact?.At, fixes),
        severity,
        fixes.Locations,
        fixes.Properties,
        arguments.Cast<object>().ToArray()));

    public void At(Fact? fact, DiagnosticDescriptor rule, params string[] arguments) => At(fact, rule, FixFacts.None, arguments);

    /// <summary>Reports on the name of the judged declaration.</summary>
    public void AtName(DiagnosticDescriptor rule, params string[] arguments) => At(null, rule, FixFacts.None, arguments);

    /// <summary>Reports without a place, for what holds everywhere.</summary>
    public void Nowhere(DiagnosticDescriptor rule, params string[] arguments) =>
        _report(Diagnostic.Create(rule, Location.None, arguments.Cast<object>().ToArray()));

    /// <summary>
    /// Whether a fact is said here: an object's run speaks of what its creation writes; what the type declares is said at the type.
    /// </summary>
    public bool Concerns(Fact fact) => _judged is BaseTypeDeclarationSyntax
        || (fact.At is { } at && IsInside(at.SyntaxTree, at.Span))
        || (fact.Literal is { } literal && literal.Token.SyntaxTree is { } tree && IsInside(tree, literal.Token.Span));

    /// <summary>Reports on an expression that blocked the reading, inside the judged declaration where it lies there.</summary>
    public void AtExpression(SyntaxNode? at, DiagnosticDescriptor rule, params string[] arguments) =>
        _report(Diagnostic.Create(rule, Place(at, FixFacts.None), arguments.Cast<object>().ToArray()));

    private Location Place(SyntaxNode? at, FixFacts fixes)
    {
        if (at is not null && IsInside(at.SyntaxTree, at.Span)) return at.GetLocation();

        // A value that came through a constructor's parameter is placed where the argument was written.
        var literal = fixes.Locations.FirstOrDefault();
        if (literal?.SourceTree is { } tree && IsInside(tree, literal.SourceSpan))
        {
            SyntaxNode node = _judged.FindToken(literal.SourceSpan.Start).Parent!;
            while (node.Parent is ExpressionSyntax parent and not InitializerExpressionSyntax && parent != _judged && parent.Span.Length < _judged.Span.Length) node = parent;
            return node.GetLocation();
        }

        return NameOf(_judged);
    }

    private bool IsInside(SyntaxTree tree, TextSpan span) => tree == _judged.SyntaxTree && _parts.Any(part => part.Contains(span));

    private static Location NameOf(SyntaxNode judged) => judged switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.GetLocation(),
        BaseObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        WithExpressionSyntax with => with.WithKeyword.GetLocation(),
        _ => judged.GetLocation(),
    };
}
