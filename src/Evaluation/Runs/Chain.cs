using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// Fluent forms: an object that a chain of calls turns into another of its type is complete only at the end, which the
/// creation does not show.
/// </summary>
internal static class Chain
{
    /// <summary>Whether more is made of the object where it is created: new C { ... }.WithTokens(...), this with
    /// { ... } in a method of the type, or c = c.WithTokens(...) afterwards.</summary>
    public static bool GoesOn(IOperation operation, INamedTypeSymbol type) =>
        operation is IWithOperation { Operand: var operand } && IsThis(operand)
        || IsReceiver(operation, type)
        || IsReplacedByItself(operation.Syntax) || IsOnlyCopied(operation.Syntax);

    private static bool IsThis(IOperation operand)
    {
        while (operand is IConversionOperation or IParenthesizedOperation) operand = operand.ChildOperations.First();
        return operand is IInstanceReferenceOperation;
    }

    private static bool IsReceiver(IOperation operation, INamedTypeSymbol type)
    {
        var node = operation;
        while (node.Parent is IParenthesizedOperation or IConversionOperation) node = node.Parent;
        return node.Parent switch
        {
            IInvocationOperation call when call.Instance == node => Gives(call, type),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } call } argument
                when call.Arguments.Length > 0 && call.Arguments[0] == argument => Gives(call, type),
            _ => false,
        };
    }

    private static bool Gives(IInvocationOperation call, INamedTypeSymbol type)
    {
        for (ITypeSymbol? given = type; given is not null && given.SpecialType != SpecialType.System_Object; given = given.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(given, call.Type)) return true;
        }

        return call.Type is { TypeKind: TypeKind.Interface } shared
            && type.AllInterfaces.Any(own => SymbolEqualityComparer.Default.Equals(own, shared));
    }

    // var a = new C { ... }; return a with { ... };
    private static bool IsOnlyCopied(SyntaxNode node)
    {
        if (LocalOf(node) is not { } local) return false;
        var uses = NameUses.Places(node, local.Name).Where(use => local.Block.Span.Contains(use.Span)).ToArray();
        return uses.Length > 0 && uses.All(use => Outermost(use).Parent is WithExpressionSyntax with && with.Expression.Contains(use));
    }

    private static SyntaxNode Outermost(SyntaxNode node)
    {
        while (node.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax) node = node.Parent;
        return node;
    }

    // The local that an object is created for, and the block that it lives in.
    private static (string Name, SyntaxNode Block)? LocalOf(SyntaxNode node) => Outermost(node).Parent is EqualsValueClauseSyntax
    {
        Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: { } block } } variable,
    }
        ? (variable.Identifier.ValueText, block)
        : null;

    // var c = new C { ... }; c = c with { ... };
    private static bool IsReplacedByItself(SyntaxNode node)
    {
        if (LocalOf(node) is not var (name, block)) return false;
        return NameUses.Places(node, name).Any(use => use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use
            && block.Span.Contains(use.Span) && Root(assignment.Right) == name);
    }

    private static string? Root(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax inner: expression = inner.Expression; break;
                case CastExpressionSyntax cast: expression = cast.Expression; break;
                case WithExpressionSyntax with: expression = with.Expression; break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }: expression = access.Expression; break;
                case IdentifierNameSyntax name: return name.Identifier.ValueText;
                default: return null;
            }
        }
    }
}
