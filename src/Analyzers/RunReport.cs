using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>Places what rules say: on the expression inside the judged declaration, else on its name, never in another file.</summary>
internal sealed class RunReport
{
    private readonly SyntaxNode _judged;
    private readonly ImmutableArray<Microsoft.CodeAnalysis.Text.TextSpan> _parts;
    private readonly Action<Diagnostic> _report;

    public RunReport(SyntaxNode judged, ImmutableArray<Microsoft.CodeAnalysis.Text.TextSpan> parts, Action<Diagnostic> report)
    {
        _judged = judged;
        _parts = parts;
        _report = report;
    }

    /// <summary>Reports on a fact, with the literals that a fix would edit and the numbers it needs.</summary>
    public void At(Fact? fact, DiagnosticDescriptor rule, FixFacts fixes, params string[] arguments) => _report(Diagnostic.Create(
        rule,
        Place(fact?.At),
        fixes.Locations,
        fixes.Properties,
        arguments.Cast<object>().ToArray()));

    public void At(Fact? fact, DiagnosticDescriptor rule, params string[] arguments) => At(fact, rule, FixFacts.None, arguments);

    /// <summary>Reports on the name of the judged declaration.</summary>
    public void AtName(DiagnosticDescriptor rule, params string[] arguments) => At(null, rule, FixFacts.None, arguments);

    /// <summary>Reports without a place, for what holds everywhere.</summary>
    public void Nowhere(DiagnosticDescriptor rule, params string[] arguments) =>
        _report(Diagnostic.Create(rule, Location.None, arguments.Cast<object>().ToArray()));

    private Location Place(SyntaxNode? at)
    {
        if (at is not null && at.SyntaxTree == _judged.SyntaxTree && _parts.Any(part => part.Contains(at.Span))) return at.GetLocation();
        return _judged is BaseTypeDeclarationSyntax type ? type.Identifier.GetLocation() : _judged.GetLocation();
    }
}
