using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>
/// Reports in C#: on the expression inside the assessed declaration, else on its name, never in another file.
/// </summary>
internal sealed class SourceTeller : FindingTeller
{
    private readonly SyntaxNode _judged;
    private readonly ImmutableArray<TextSpan> _parts;

    public SourceTeller(SyntaxNode judged, ImmutableArray<TextSpan> parts, PlaceTable places, Action<Diagnostic> report)
        : base(places, report)
    {
        _judged = judged;
        _parts = parts;
    }

    protected override bool IsWrittenHere(ConfigValue value, bool isOfModel)
    {
        var place = Places.Find(value.Source);
        if (!isOfModel || _judged is not BaseTypeDeclarationSyntax
            || place?.At?.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is not { } writer)
        {
            return Concerns(place);
        }

        return _parts.Contains(writer.Span) || !writer.AttributeLists.SelectMany(list => list.Attributes).Any(IsConfig);

        static bool IsConfig(AttributeSyntax attribute) =>
            attribute.Name.ToString().Split('.', ':').Last() is "ModelConfig" or "ModelConfigAttribute" or "TrainingConfig"
                or "TrainingConfigAttribute";
    }

    protected override Location PlaceOf(ConfigValue? value)
    {
        var place = value is null ? null : Places.Find(value.Source);
        if (place?.NameAt is { SourceTree: { } named } name && IsInside(named, name.SourceSpan)) return name;
        if (place?.At is { } at && IsInside(at.SyntaxTree, at.Span)) return at.GetLocation();

        // A value that came through a constructor's parameter is placed where the argument was written.
        if (place?.Literal?.Location is { SourceTree: { } tree } literal && IsInside(tree, literal.SourceSpan))
        {
            SyntaxNode node = _judged.FindToken(literal.SourceSpan.Start).Parent!;
            while (node.Parent is ExpressionSyntax parent and not InitializerExpressionSyntax && parent != _judged
                && parent.Span.Length < _judged.Span.Length) node = parent;
            return node.GetLocation();
        }

        return NameOf(_judged);
    }

    private bool Concerns(ValuePlace? place) => _judged is BaseTypeDeclarationSyntax
        || (place?.At is { } at && IsInside(at.SyntaxTree, at.Span))
        || (place?.Literal is { } literal && literal.Token.SyntaxTree is { } tree && IsInside(tree, literal.Token.Span));

    private bool IsInside(SyntaxTree tree, TextSpan span) => tree == _judged.SyntaxTree && _parts.Any(part => part.Contains(span));

    private static Location NameOf(SyntaxNode judged) => judged switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.GetLocation(),
        BaseObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        WithExpressionSyntax with => with.WithKeyword.GetLocation(),
        _ => judged.GetLocation(),
    };
}
