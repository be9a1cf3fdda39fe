using System;

namespace ScalingAnalyzers;

/// <summary>Says what a member means, whatever its name; <see cref="ConfigRole.None"/> hides it.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ConfigMemberAttribute : Attribute
{
    /// <summary>Gives a member its role.</summary>
    /// <param name="role">The role.</param>
    public ConfigMemberAttribute(ConfigRole role) => Role = role;

    /// <summary>The role.</summary>
    public ConfigRole Role { get; }

    /// <summary>What one unit of the member is worth: 1e9 for a count in billions.</summary>
    public double Scale { get; set; } = 1;
}
