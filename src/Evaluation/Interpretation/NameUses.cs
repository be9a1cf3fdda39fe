using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>What the method around a name does to it: whether it is assigned again, and which of its members are.</summary>
internal sealed class NameUses
{
    private readonly HashSet<string> _written;

    private NameUses(bool isReassigned, HashSet<string> written)
    {
        IsReassigned = isReassigned;
        _written = written;
    }

    public bool IsReassigned { get; }

    /// <summary>Looks at every use of the name in the body around a node (a shadowing name only makes us more careful).</summary>
    public static NameUses Of(SyntaxNode node, string name)
    {
        bool reassigned = false;
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in Scope(node).DescendantNodes().OfType<IdentifierNameSyntax>().Where(i => i.Identifier.ValueText == name))
        {
            ExpressionSyntax place = use;
            if (place.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == place) place = qualified;
            string? member = null;
            while (place.Parent is MemberAccessExpressionSyntax access && access.Expression == place)
            {
                member ??= access.Name.Identifier.ValueText;
                place = access;
            }

            while (place.Parent is ParenthesizedExpressionSyntax parenthesized) place = parenthesized;
            if (!IsWrite(place)) continue;
            if (member is null) reassigned = true;
            else written.Add(member);
        }

        return new NameUses(reassigned, written);
    }

    /// <summary>The object with every member that is written later made unknown.</summary>
    public ObjectValue Apply(ObjectValue known)
    {
        if (_written.Count == 0) return known;
        var copy = known.Copy();
        for (INamedTypeSymbol? type = known.Type; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers().Where(m => _written.Contains(m.Name)))
            {
                copy.Store(member, Value.Unknown("'" + member.Name + "' is assigned later in the method"), null);
            }
        }

        return copy;
    }

    private static SyntaxNode Scope(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            if (ancestor is MemberDeclarationSyntax and not GlobalStatementSyntax and not BaseNamespaceDeclarationSyntax) return ancestor;
        }

        return node.SyntaxTree.GetRoot();
    }

    private static bool IsWrite(ExpressionSyntax place) => place.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == place && assignment.Parent is not InitializerExpressionSyntax,
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression) || prefix.IsKind(SyntaxKind.AddressOfExpression),
        PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression),
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => tuple.Parent is AssignmentExpressionSyntax assignment && assignment.Left == tuple,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) && !argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword),
        RefExpressionSyntax => true,
        _ => false,
    };
}
