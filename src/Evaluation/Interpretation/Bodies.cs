using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Where the code of a member is.</summary>
internal static class Bodies
{
    /// <summary>The expression that a field, property or event starts with.</summary>
    public static ExpressionSyntax? Initializer(ISymbol member, CancellationToken cancellation)
    {
        foreach (var reference in Parts(member))
        {
            var initializer = reference.ReadSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            };
            if (initializer is not null) return initializer;
        }

        return null;
    }

    private static IEnumerable<SyntaxReference> Parts(ISymbol member) =>
        member is IPropertySymbol property && PartialMembers.Implementation(property) is var code && !ReferenceEquals(code, property)
            ? member.DeclaringSyntaxReferences.Concat(code.DeclaringSyntaxReferences)
            : member.DeclaringSyntaxReferences;

    /// <summary>The nodes that hold a method's code; a partial method's are in its other part.</summary>
    public static IEnumerable<SyntaxNode> Of(IMethodSymbol method, CancellationToken cancellation) =>
        PartialMembers.Implementation(method).DeclaringSyntaxReferences.Select(r => r.ReadSyntax(cancellation));

    /// <summary>Whether a partial member's code is in a part that is not found.</summary>
    public static bool IsElsewhere(IMethodSymbol method,
        CancellationToken cancellation) => method.MethodKind != MethodKind.Ordinary && Of(method, cancellation).Any(node => node switch
    {
        ConstructorDeclarationSyntax constructor => IsDeclarationAlone(constructor),
        AccessorDeclarationSyntax accessor => accessor.Parent?.Parent is BasePropertyDeclarationSyntax property
            && property.Modifiers.Any(SyntaxKind.PartialKeyword) && !Accessors.HasCode(property),
        _ => false,
    });

    /// <summary>Whether a partial constructor's code is in another part.</summary>
    public static bool IsDeclarationAlone(ConstructorDeclarationSyntax constructor) =>
        constructor.Modifiers.Any(SyntaxKind.PartialKeyword) && constructor.Body is null && constructor.ExpressionBody is null;

    /// <summary>The statements of a body, from whatever operation holds them.</summary>
    public static IBlockOperation? Block(IOperation? operation) => operation switch
    {
        IBlockOperation block => block,
        IMethodBodyBaseOperation body => body.BlockBody ?? body.ExpressionBody,
        ILocalFunctionOperation function => function.Body,
        _ => null,
    };

    /// <summary>The expression that a body returns, where it does nothing else.</summary>
    public static IOperation? Returned(IBlockOperation? block) =>
        block is { Operations: { Length: 1 } inner }
            && inner[0] is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } ? value : null;
}
