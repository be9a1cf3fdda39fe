using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>What the method around a name does to it: whether it is assigned again, and which of its members
/// are.</summary>
internal sealed class NameUses
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private NameUses(ScopeNames scope, string name)
    {
        _seen.Add(name);
        var names = new Queue<string>([name]);
        while (names.Count > 0)
        {
            // A second name for the object writes its members too; assigning that name again changes nothing.
            string current = names.Dequeue();
            bool isSelf = current == name;
            foreach (var use in scope.Of(current))
            {
                Look(use, isSelf);
                if (OtherName(use) is { } other && _seen.Add(other)) names.Enqueue(other);
            }
        }
    }

    public bool IsReassigned { get; private set; }

    /// <summary>Whether it or anything in it is written.</summary>
    public bool IsTouched => IsReassigned || _written.Count > 0;

    /// <summary>
    /// Visits every use of the name in the body around a node (a shadowing name only makes the result more cautious).
    /// </summary>
    public static NameUses Of(SyntaxNode node, string name) =>
        ScopeNames.Around(Scope(node)).Uses(name, scope => new NameUses(scope, name));

    /// <summary>Where a name stands in the member around a node.</summary>
    public static IEnumerable<IdentifierNameSyntax> Places(SyntaxNode node, string name) => ScopeNames.Around(Scope(node)).Of(name);

    /// <summary>The object with every member that is written later made unknown.</summary>
    public ObjectValue Apply(ObjectValue known, CancellationToken cancellation)
    {
        if (_written.Count == 0) return known;
        var copy = known.Copy();
        for (INamedTypeSymbol? type = known.Type; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers().Where(m => _written.Contains(m.Name)))
            {
                var why = Value.Unknown(UnknownKind.AssignedLater, member.Name);
                copy.Store(member, why, null);

                // What a setter of the user's own writes is not followed here.
                if (member is IPropertySymbol property && Accessors.OwnSetter(property, cancellation) is not null) copy.Cloud(why);
            }
        }

        return copy;
    }

    /// <summary>The names in one member, found in one walk for all that ask.</summary>
    private sealed class ScopeNames
    {
        private static readonly ConditionalWeakTable<SyntaxNode, ScopeNames> Known = new();

        private readonly ILookup<string, IdentifierNameSyntax> _names;
        private readonly ConcurrentDictionary<string, NameUses> _uses = new(StringComparer.Ordinal);

        private ScopeNames(SyntaxNode scope) =>
            _names = scope.DescendantNodes().OfType<IdentifierNameSyntax>().ToLookup(i => i.Identifier.ValueText, StringComparer.Ordinal);

        public static ScopeNames Around(SyntaxNode scope) => Known.GetValue(scope, s => new ScopeNames(s));

        public IEnumerable<IdentifierNameSyntax> Of(string name) => _names[name];

        public NameUses Uses(string name, Func<ScopeNames, NameUses> find) => _uses.GetOrAdd(name, _ => find(this));
    }

    private void Look(IdentifierNameSyntax use, bool isSelf)
    {
        var place = Place(use, out string? member);
        if (place.Parent is ConditionalAccessExpressionSyntax conditional && conditional.Expression == place)
        {
            // run?.Tokens = 5
            if (conditional.WhenNotNull.DescendantNodesAndSelf().Any(n => n is AssignmentExpressionSyntax) || IsWrite(conditional))
            {
                _written.UnionWith(conditional.WhenNotNull
                    .DescendantNodesAndSelf()
                    .OfType<MemberBindingExpressionSyntax>()
                    .Select(b => b.Name.Identifier.ValueText));
            }
        }
        else if (IsWrite(place))
        {
            if (member is not null) _written.Add(member);
            else if (isSelf) IsReassigned = true;
        }
    }

    // The whole expression that names a member of the object, and which; or the object itself, through parentheses and
    // casts.
    private static ExpressionSyntax Place(IdentifierNameSyntax use, out string? member)
    {
        ExpressionSyntax place = use.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == use ? qualified : use;
        member = null;
        while (true)
        {
            switch (place.Parent)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax:
                case PostfixUnaryExpressionSyntax suppressed when suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                case BinaryExpressionSyntax cast when cast.IsKind(SyntaxKind.AsExpression) && cast.Left == place:
                    place = (ExpressionSyntax)place.Parent;
                    break;
                case MemberAccessExpressionSyntax access when access.Expression == place:
                    member ??= access.Name.Identifier.ValueText;
                    place = access;
                    break;
                default:
                    return place;
            }
        }
    }

    private static string? OtherName(IdentifierNameSyntax use)
    {
        var place = Place(use, out string? member);
        while (place.Parent is ConditionalExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
            place = (ExpressionSyntax)place.Parent;
        if (member is not null) return null;
        return place.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment when assignment.Right == place =>
                target.Identifier.ValueText,
            _ => null,
        };
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
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression)
            || prefix.IsKind(SyntaxKind.PreDecrementExpression) || prefix.IsKind(SyntaxKind.AddressOfExpression),
        PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression)
            || postfix.IsKind(SyntaxKind.PostDecrementExpression),
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsWrite(tuple),
        ForEachVariableStatementSyntax each => each.Variable == place,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None)
            && !argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword),
        RefExpressionSyntax => true,
        _ => false,
    };
}
