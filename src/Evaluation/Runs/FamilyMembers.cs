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
    private const int MostGroups = 3;

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
                    || HasRole(member) || _interpreter.Effects.Inner.Is(member, ConfigRole.None, CancellationToken.None)) continue;
                others ??= new(StringComparer.Ordinal);
                if (Read(member, instance) is { } value) others.Add(name, value);
                if (!IsOf(member, type)) AddInner(others, name, _interpreter.Member(member, instance), depth: 1);
            }
        }

        return others is { Count: > 0 } ? others : null;
    }

    // A group of values in an object of its own: Moe = new() { NumExperts = 8 }. By the names of both.
    private void AddInner(Dictionary<string, object> others, string name, Value value, int depth)
    {
        if (value is not ObjectValue group || group.Type.DeclaringSyntaxReferences.Length == 0 || depth > MostGroups
            || ConfigAttributes.IsConfig(group.Type)) return;
        foreach (var member in group.Type.GetMembers().Where(member => !member.IsStatic && ValueReader.IsReadable(member)))
        {
            if (ConfigAttributes.Member(member) is not null) continue;
            string path = name + "." + (MemberNames.Bound(member) ?? member.Name);
            var inner = _interpreter.Member(member, group);
            if (inner is ScalarValue && (Named(member, inner) ?? Plain(inner)) is { } plain) others[path] = plain;
            else AddInner(others, path, inner, depth + 1);
        }
    }

    // int? QueryRank = null says that there is none.
    private static bool MayBeNone(ISymbol member) =>
        ((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type) is INamedTypeSymbol
        {
            OriginalDefinition.SpecialType: SpecialType.System_Nullable_T
        } type
        && type.TypeArguments[0].SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    // A preset of the type is no part of its model.
    private static bool IsOf(ISymbol member, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type, type);

    private static bool HasRole(ISymbol member) =>
        ConfigAttributes.Member(member) is not null || ValueReader.RoleOf(member).Role != ConfigRole.None;

    // What cannot be read stops a hybrid that needs it, whose layers it may decide, and a list that may be sizes.
    private object? Read(ISymbol member, ObjectValue? instance)
    {
        var value = _interpreter.Member(member, instance);
        if (value is UnknownValue { IsUnset: true } or ScalarValue { Content: null }) return MayBeNone(member) ? NamedMembers.None : null;
        if (value is CollectionValue list)
            return list.Count == 0 ? null : MayChange(member) ? NamedMembers.Unreadable : Plain(value) ?? NamedMembers.Unreadable;
        return Named(member, value) ?? Plain(value) ?? (_isHybrid ? NamedMembers.Unreadable : null);
    }

    // An element that is written later, or an array that is handed on, is not followed: wherever the member's name is
    // indexed or passed in the files that declare it, its elements may be others.
    private static bool MayChange(ISymbol member) => member.DeclaringSyntaxReferences
        .SelectMany(reference => reference.ReadSyntax().SyntaxTree.GetRoot().DescendantNodes())
        .Any(node => node is ElementAccessExpressionSyntax or ArgumentSyntax
            && node.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == member.Name));

    // A choice is read by its name, as a text would be: Positions = PositionKind.Learned.
    private static string? Named(ISymbol member, Value value)
    {
        var type = (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } choices || value is not ScalarValue { Content: { } content }
            || Numbers.ToDecimal(content) is not { } number) return null;
        return choices.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue
            && Numbers.ToDecimal(field.ConstantValue) == number)?.Name;
    }

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
