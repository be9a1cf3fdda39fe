namespace ScalingAnalyzers.Configuration;

/// <summary>Attributes of serialisers and binders that give a member another name, known by their own names so that
/// none of their packages is needed.</summary>
internal static class BoundNames
{
    /// <summary>The named argument that holds the name; null where the attribute gives no name.</summary>
    public static string? ArgumentOf(string attribute) => attribute switch
    {
        "JsonPropertyNameAttribute" or "ConfigurationKeyNameAttribute" or "DataMemberAttribute" => "Name",
        "JsonPropertyAttribute" => "PropertyName",
        "YamlMemberAttribute" => "Alias",
        _ => null,
    };

    /// <summary>Whether its constructor takes the name.</summary>
    public static bool IsPositional(string attribute) =>
        attribute is "JsonPropertyNameAttribute" or "ConfigurationKeyNameAttribute" or "JsonPropertyAttribute";

    /// <summary>The role by the bound name where that means one, else by the member's own.</summary>
    public static (ConfigRole Role, double Scale) RoleOf(string? bound, string own)
    {
        var byBound = bound is null ? (ConfigRole.None, 1) : RoleTable.Of(bound);
        return byBound.Role != ConfigRole.None ? byBound : RoleTable.Of(own);
    }
}
