using System;

namespace ScalingAnalyzers;

/// <summary>Marks a static partial class whose static readonly runs get constants:
/// Plans.Estimates.Llama3.TrainingFlops.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TrainingPlansAttribute : Attribute
{
    /// <summary>The name of the nested class of constants; Estimates by default. For a type in which that name is
    /// taken.</summary>
    public string? EstimatesName { get; set; }
}
