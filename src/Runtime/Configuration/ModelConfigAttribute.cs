using System;

namespace ScalingAnalyzers;

/// <summary>Marks a type as a model architecture.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ModelConfigAttribute : Attribute
{
    /// <summary>
    /// A Hugging Face model_type such as llama. It supplies the details that dimensions do not contain (gated
    /// feed-forward, biases, norms, tying). Without it nothing is counted.
    /// </summary>
    public string? Family { get; set; }

    /// <summary>The name of the nested class of constants; Estimates by default. For a type in which that name is
    /// taken.</summary>
    public string? EstimatesName { get; set; }
}
