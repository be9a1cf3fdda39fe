using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// Members that are a program's own state and no config: what it counts up while it runs, and fields behind a property
/// of the same role.
/// </summary>
internal sealed class InnerState
{
    private readonly ConcurrentDictionary<SyntaxNode, WrittenNames> _written = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, ShownRoles> _shown = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, string[]> _degrees = new(SymbolEqualityComparer.Default);

    /// <summary>The members of a group of values that are degrees of parallelism; found once a type.</summary>
    public IReadOnlyList<string> UnreadDegrees(INamedTypeSymbol type) => _degrees.TryGetValue(type, out string[]? known) ? known
        : _degrees.GetOrAdd(type, type.GetMembers().Where(ValueReader.IsReadable)
            .Where(member => UnreadParallelism.OfInner(member.Name) != ConfigRole.None).Select(member => member.Name).ToArray());

    public bool Is(ISymbol member, ConfigRole role, CancellationToken cancellation) => member switch
    {
        IFieldSymbol { DeclaredAccessibility: Accessibility.Private } field =>
            (!field.IsConst && !field.IsReadOnly) || IsBehindProperty(field, role),
        IFieldSymbol { IsConst: false, IsReadOnly: false } field => IsAssigned(field, cancellation, any: false),
        IPropertySymbol { SetMethod: { IsInitOnly: false } set } property =>
            set.DeclaredAccessibility < property.DeclaredAccessibility
                ? IsAssigned(property, cancellation, any: true)
                : IsAssigned(property, cancellation, any: false),
        _ => false,
    };

    private bool IsBehindProperty(IFieldSymbol field, ConfigRole role) =>
        _shown.GetOrAdd(field.ContainingType, type => new ShownRoles(type)).Has(role, field.IsStatic);

    // Whether the type assigns the member outside of its construction: in any way, or by counting it up.
    private bool IsAssigned(ISymbol member, CancellationToken cancellation, bool any)
    {
        foreach (var reference in member.ContainingType.DeclaringSyntaxReferences)
        {
            if (_written.GetOrAdd(reference.ReadSyntax(cancellation), static declaration => new WrittenNames(declaration))
                .Has(member.Name, any)) return true;
        }

        return false;
    }

    // The roles of a type's properties, found once, not once a field.
    private sealed class ShownRoles(INamedTypeSymbol type)
    {
        private readonly HashSet<(ConfigRole Role, bool IsStatic)> _roles = new(type.GetMembers().OfType<IPropertySymbol>()
            .Where(property => property.DeclaredAccessibility != Accessibility.Private)
            .Select(property => (ValueReader.RoleOf(property).Role, property.IsStatic)));

        public bool Has(ConfigRole role, bool isStatic) => _roles.Contains((role, isStatic));
    }

    // The names of a declaration are looked through once, not once a member.
    private sealed class WrittenNames(SyntaxNode declaration)
    {
        private readonly (HashSet<string>? Any, HashSet<string>? Counted) _names = Of(declaration);

        public bool Has(string name, bool any) => (any ? _names.Any : _names.Counted)?.Contains(name) == true;

        private static (HashSet<string>? Any, HashSet<string>? Counted) Of(SyntaxNode declaration)
        {
            HashSet<string>? any = null, counted = null;
            foreach (var part in declaration.ChildNodes())
            {
                if (IsStorageOfNumber(part) || !WrittenText.MayAssign(part.ToString())) continue;
                foreach (var node in part.DescendantNodesAndSelf())
                {
                    if (node is not IdentifierNameSyntax name || !IsWritten(name, any: true) || IsInConstruction(name)) continue;
                    (any ??= new(StringComparer.Ordinal)).Add(name.Identifier.ValueText);
                    if (IsWritten(name, any: false)) (counted ??= new(StringComparer.Ordinal)).Add(name.Identifier.ValueText);
                }
            }

            return (any, counted);
        }

        // Most members of a config are nothing else, and write nothing.
        private static bool IsStorageOfNumber(SyntaxNode part) => part switch
        {
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } list, Initializer: var first } =>
                (first is null || IsArithmetic(first.Value)) && !HasCode(list),
            FieldDeclarationSyntax { Declaration.Variables: { Count: 1 } fields } =>
                fields[0] is { ArgumentList: null, Initializer: var first } && (first is null || IsArithmetic(first.Value)),
            AttributeListSyntax => true,
            _ => false,
        };

        private static bool HasCode(AccessorListSyntax list)
        {
            foreach (var accessor in list.Accessors)
            {
                if (accessor.Body is not null || accessor.ExpressionBody is not null) return true;
            }

            return false;
        }

        private static bool IsArithmetic(ExpressionSyntax expression)
        {
            while (expression is BinaryExpressionSyntax { Right: LiteralExpressionSyntax or IdentifierNameSyntax } sum)
                expression = sum.Left;
            return expression is LiteralExpressionSyntax or IdentifierNameSyntax;
        }
    }

    private static bool IsWritten(IdentifierNameSyntax name, bool any)
    {
        ExpressionSyntax place = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own && own.Name == name
            ? own
            : name;
        return place.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == place && assignment.Parent is not InitializerExpressionSyntax =>
                any || !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression),
            PrefixUnaryExpressionSyntax step => step.IsKind(SyntaxKind.PreIncrementExpression)
                || step.IsKind(SyntaxKind.PreDecrementExpression),
            PostfixUnaryExpressionSyntax step => step.IsKind(SyntaxKind.PostIncrementExpression)
                || step.IsKind(SyntaxKind.PostDecrementExpression),
            ArgumentSyntax { RefKindKeyword: var kind } => kind.IsKind(SyntaxKind.RefKeyword),
            _ => false,
        };
    }

    private static bool IsInConstruction(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is BaseMethodDeclarationSyntax or PropertyDeclarationSyntax)
            is ConstructorDeclarationSyntax;
}
