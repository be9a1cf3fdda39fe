using System;

namespace ScalingAnalyzers;

/// <summary>Marks a static partial class whose static readonly runs get constants:
/// Plans.Estimates.Llama3.TrainingFlops.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TrainingPlansAttribute : Attribute
{
}
