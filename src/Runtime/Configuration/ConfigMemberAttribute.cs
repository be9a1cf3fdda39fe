using System;

namespace ScalingAnalyzers;

/// <summary>Declares the role of a member, regardless of its name; <see cref="ConfigRole.None"/> hides it.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ConfigMemberAttribute : Attribute
{
    /// <summary>Assigns a role to a member.</summary>
    /// <param name="role">The role.</param>
    public ConfigMemberAttribute(ConfigRole role) => Role = role;

    /// <summary>The role.</summary>
    public ConfigRole Role { get; }

    /// <summary>What one unit of the member is worth: 1e9 for a count in billions.</summary>
    public double Scale { get; set; } = 1;
}
