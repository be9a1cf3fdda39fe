using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// The members of a model's config that play no role: sizes and flags that only its family has, and the pattern of its
/// layers, as a number, a text or an array.
/// </summary>
internal sealed class FamilyMembers
{
    private const int MostElements = 10_000;

    private readonly Interpreter _interpreter;
    private readonly bool _isHybrid;

    public FamilyMembers(Interpreter interpreter, ModelFamily family)
    {
        _interpreter = interpreter;
        _isHybrid = family.Lineage == FamilyLineage.Hybrid;
    }

    /// <summary>Values by member name; null where there are none.</summary>
    public IReadOnlyDictionary<string, object>? Of(INamedTypeSymbol type, ObjectValue? instance)
    {
        Dictionary<string, object>? others = null;
        for (INamedTypeSymbol? t = type; t is not null && t.SpecialType == SpecialType.None; t = t.BaseType)
        {
            foreach (var member in t.GetMembers())
            {
                string name = MemberNames.Bound(member) ?? member.Name;
                if (!ValueReader.IsReadable(member) || (!member.IsStatic && instance is null) || others?.ContainsKey(name) == true
                    || HasRole(member) || InnerState.Is(member, ConfigRole.None, CancellationToken.None)) continue;
                if (Read(member, instance) is { } value) (others ??= new(StringComparer.Ordinal)).Add(name, value);
            }
        }

        return others;
    }

    private static bool HasRole(ISymbol member) =>
        ConfigAttributes.Member(member) is not null || ValueReader.RoleOf(member).Role != ConfigRole.None;

    // What cannot be read stops a hybrid that needs it, whose layers it may decide; elsewhere such members changed
    // no count so far.
    private object? Read(ISymbol member, ObjectValue? instance)
    {
        var value = _interpreter.Member(member, instance);
        if (value is UnknownValue { IsUnset: true } or ScalarValue { Content: null }) return null;
        if (value is CollectionValue && (!_isHybrid || MayChange(member))) return _isHybrid ? NamedMembers.Unreadable : null;
        return Plain(value) ?? (_isHybrid ? NamedMembers.Unreadable : null);
    }

    // An element that is written later, or an array that is handed on, is not followed: wherever the member's name is
    // indexed or passed in the files that declare it, its elements may be others.
    private static bool MayChange(ISymbol member) => member.DeclaringSyntaxReferences
        .SelectMany(reference => reference.SyntaxTree.GetRoot().DescendantNodes())
        .Any(node => node is ElementAccessExpressionSyntax or ArgumentSyntax
            && node.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == member.Name));

    private static object? Plain(Value value)
    {
        switch (value)
        {
            case ScalarValue { Content: string or bool } scalar: return scalar.Content;
            case ScalarValue scalar: return Numbers.ToDecimal(scalar.Content);
            case CollectionValue { Count: <= MostElements } collection:
                object?[] elements = collection.Written.Select(Plain).ToArray();
                return elements.Length == collection.Count && elements.All(element => element is not null) ? elements : null;
            default: return null;
        }
    }
}
