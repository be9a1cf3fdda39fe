using System;
using System.Globalization;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Choices by the type of their member.</summary>
internal static class ChoiceTypes
{
    /// <summary>
    /// The value of a member of this type: a number counts only as one of the choice's own enum, for 2 may be a stage
    /// of ZeRO and 16 a number of bits.
    /// </summary>
    public static Value Typed(ConfigRole role, ITypeSymbol type, Value value, SyntaxNode? at)
    {
        if (Choices.TypeOf(role) is not { } choice || value is not ScalarValue { Content: { } content and not string }) return value;
        if (content is bool && Choices.TakesTruth(role)) return value;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return IsOurs(type, choice)
            ? value
            : Value.Unknown(at, UnknownKind.OtherType,
                Convert.ToString(content, CultureInfo.InvariantCulture), type.ToDisplayString(), choice.Name);
    }

    private static bool IsOurs(ITypeSymbol type, Type choice) => type.Name == choice.Name && type.ContainingType is null
        && type.ContainingNamespace.ToDisplayString() == choice.Namespace;
}
