namespace ScalingAnalyzers.Architectures;

/// <summary>Why a shape is impossible.</summary>
/// <param name="Dimension">The property of <see cref="TransformerShape"/> at fault: "HiddenSize", "Experts.PerToken".</param>
/// <param name="Role">The role of the config member at fault; None where no role stands for it.</param>
/// <param name="Value">Its value.</param>
/// <param name="Message">What is wrong, with the values, in one sentence.</param>
public sealed record ShapeProblem(string Dimension, ConfigRole Role, long Value, string Message);
