using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>Reports in C#: on the expression inside the judged declaration, else on its name, never in another file.</summary>
internal sealed class SourceReport : RunReport
{
    private readonly SyntaxNode _judged;
    private readonly ImmutableArray<TextSpan> _parts;

    public SourceReport(SyntaxNode judged, ImmutableArray<TextSpan> parts, Action<Diagnostic> report)
        : base(report)
    {
        _judged = judged;
        _parts = parts;
    }

    public override bool Concerns(Fact fact) => _judged is BaseTypeDeclarationSyntax
        || (fact.At is { } at && IsInside(at.SyntaxTree, at.Span))
        || (fact.Literal is { } literal && literal.Token.SyntaxTree is { } tree && IsInside(tree, literal.Token.Span));

    public override bool Writes(Fact fact)
    {
        if (_judged is not BaseTypeDeclarationSyntax || fact.At?.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is not { } writer) return Concerns(fact);
        return _parts.Contains(writer.Span) || !writer.AttributeLists.SelectMany(list => list.Attributes).Any(IsConfig);

        static bool IsConfig(AttributeSyntax attribute) =>
            attribute.Name.ToString().Split('.', ':').Last() is "ModelConfig" or "ModelConfigAttribute" or "TrainingConfig" or "TrainingConfigAttribute";
    }

    public override void AtExpression(SyntaxNode? at, DiagnosticDescriptor rule, params string[] arguments) =>
        Send(Diagnostic.Create(rule, Place(at, literal: null), arguments.Cast<object>().ToArray()));

    protected override Location Place(Fact? fact, FixFacts fixes) => Place(fact?.At, fact?.Literal?.Location);

    private Location Place(SyntaxNode? at, Location? literal)
    {
        if (at is not null && IsInside(at.SyntaxTree, at.Span)) return at.GetLocation();

        // A value that came through a constructor's parameter is placed where the argument was written.
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
