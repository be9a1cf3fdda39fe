using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Our attributes on a symbol, found by their own name so that a second type of that name elsewhere cannot
/// hide them.</summary>
internal static class ConfigAttributes
{
    public const string TrainingConfig = "ScalingAnalyzers.TrainingConfigAttribute";
    public const string ModelConfig = "ScalingAnalyzers.ModelConfigAttribute";
    public const string TrainingPlans = "ScalingAnalyzers.TrainingPlansAttribute";

    public static AttributeData? Training(ISymbol? symbol) => Of(symbol, "TrainingConfigAttribute");

    public static AttributeData? Model(ISymbol? symbol) => Of(symbol, "ModelConfigAttribute");

    public static AttributeData? Plans(ISymbol? symbol) => Of(symbol, "TrainingPlansAttribute");

    public static AttributeData? Member(ISymbol symbol) => Of(symbol, "ConfigMemberAttribute");

    public static bool IsConfig(ISymbol? symbol) => Training(symbol) is not null || Model(symbol) is not null;

    private static AttributeData? Of(ISymbol? symbol, string name)
    {
        // Most members are numbers and texts.
        if (symbol is null or ITypeSymbol { SpecialType: not SpecialType.None }) return null;
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == name
                && type.ContainingNamespace is { Name: "ScalingAnalyzers", ContainingNamespace.IsGlobalNamespace: true }) return attribute;
        }

        return null;
    }
}
