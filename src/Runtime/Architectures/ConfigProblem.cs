namespace ScalingAnalyzers.Architectures;

/// <summary>Why a JSON config has no shape.</summary>
/// <param name="Field">The path of the field at fault; empty where the text is no JSON, or no object.</param>
/// <param name="Message">What is wrong, in one sentence that names the field.</param>
/// <param name="Position">Where: the field's value, the object where a field is missing, or the character where reading stopped.</param>
public sealed record ConfigProblem(string Field, string Message, TextPosition Position);
