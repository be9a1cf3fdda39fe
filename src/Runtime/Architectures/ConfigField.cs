namespace ScalingAnalyzers.Architectures;

/// <summary>One field that was read from a JSON config, so that a diagnostic can stand on it.</summary>
/// <param name="Name">The path of the field: "num_attention_heads", "text_config.hidden_size".</param>
/// <param name="Role">What it means; None where no role stands for it.</param>
/// <param name="Text">The value as written.</param>
/// <param name="NamePosition">Where the name stands, with its quotes.</param>
/// <param name="ValuePosition">Where the value stands.</param>
public sealed record ConfigField(string Name, ConfigRole Role, string Text, TextPosition NamePosition, TextPosition ValuePosition);
