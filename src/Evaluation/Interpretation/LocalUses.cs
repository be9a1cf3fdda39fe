using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>What the rest of a method does to a local: whether it is assigned again, and which of its members are.</summary>
internal sealed class LocalUses
{
    private readonly HashSet<string> _written;

    private LocalUses(bool isReassigned, HashSet<string> written)
    {
        IsReassigned = isReassigned;
        _written = written;
    }

    public bool IsReassigned { get; }

    /// <summary>Looks at every use of the name in the body around its declaration (a shadowing name only makes us more careful).</summary>
    public static LocalUses Of(VariableDeclaratorSyntax declarator, string name)
    {
        bool reassigned = false;
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in Scope(declarator).DescendantNodes().OfType<IdentifierNameSyntax>().Where(i => i.Identifier.ValueText == name))
        {
            ExpressionSyntax place = use;
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

        return new LocalUses(reassigned, written);
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
        AssignmentExpressionSyntax assignment => assignment.Left == place,
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression) || prefix.IsKind(SyntaxKind.AddressOfExpression),
        PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression),
        ArgumentSyntax argument => argument.Parent is TupleExpressionSyntax tuple ? tuple.Parent is AssignmentExpressionSyntax a && a.Left == tuple : !argument.RefKindKeyword.IsKind(SyntaxKind.None) && !argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword),
        RefExpressionSyntax => true,
        _ => false,
    };
}
