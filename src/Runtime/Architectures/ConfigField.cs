namespace ScalingAnalyzers.Architectures;

/// <summary>One field that was read from a JSON config, with its places for diagnostics.</summary>
public sealed record ConfigField
{
    internal ConfigField(string name, ConfigRole role, string text, TextPosition namePosition, TextPosition valuePosition)
    {
        Name = name;
        Role = role;
        Text = text;
        NamePosition = namePosition;
        ValuePosition = valuePosition;
    }

    /// <summary>The path of the field: "num_attention_heads", "text_config.hidden_size".</summary>
    public string Name { get; }

    /// <summary>What it means; None where it has no role.</summary>
    public ConfigRole Role { get; }

    /// <summary>The value as written.</summary>
    public string Text { get; }

    /// <summary>The position of the name, with its quotes.</summary>
    public TextPosition NamePosition { get; }

    /// <summary>The position of the value.</summary>
    public TextPosition ValuePosition { get; }
}
