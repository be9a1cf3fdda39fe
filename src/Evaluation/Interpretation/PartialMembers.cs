using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// The two parts of partial members. The oldest Roslyn we run on has no name for the parts of a property or a
/// constructor, but a newer one has those of their methods.
/// </summary>
internal static class PartialMembers
{
    /// <summary>The part with the code.</summary>
    public static IMethodSymbol Implementation(IMethodSymbol method) => method.PartialImplementationPart ?? method;

    /// <summary>The part with the code.</summary>
    public static IPropertySymbol Implementation(IPropertySymbol property) =>
        (property.GetMethod?.PartialImplementationPart ?? property.SetMethod?.PartialImplementationPart)?.AssociatedSymbol
            as IPropertySymbol ?? property;

    /// <summary>Whether an event is declared in two parts.</summary>
    public static bool IsPartial(IEventSymbol @event, CancellationToken cancellation) => @event.DeclaringSyntaxReferences
        .SelectMany(reference => reference.ReadSyntax(cancellation).AncestorsAndSelf().OfType<MemberDeclarationSyntax>().Take(1))
        .Any(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The part by which members are known and their values kept.</summary>
    public static IPropertySymbol Definition(IPropertySymbol property) =>
        (property.GetMethod?.PartialDefinitionPart ?? property.SetMethod?.PartialDefinitionPart)?.AssociatedSymbol
            as IPropertySymbol ?? property;
}
