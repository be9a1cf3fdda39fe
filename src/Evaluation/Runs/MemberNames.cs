using System.Linq;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// The name under which a member is bound: [JsonPropertyName], [ConfigurationKeyName], [DataMember(Name)] and the like
/// name a role as the member's own name does.
/// </summary>
internal static class MemberNames
{
    /// <summary>The bound name; null where there is none.</summary>
    public static string? Bound(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is not { } type) continue;
            string? argument = BoundNames.ArgumentOf(type);
            if (argument is null) continue;
            object? name = attribute.NamedArguments.FirstOrDefault(a => a.Key == argument).Value.Value
                ?? (BoundNames.IsPositional(type) ? attribute.ConstructorArguments.FirstOrDefault().Value : null);
            if (name is string { Length: > 0 } text) return text;
        }

        return null;
    }
}
