using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>Mamba-2 under the names that Bamba's configuration class gave its sizes, which Granite 4 and Falcon-H1
/// share.</summary>
internal static class Mamba2Reading
{
    /// <summary>The mixer, with the head size that follows from the inner width where the config has "auto".</summary>
    public static Mamba2Shape Read(FieldSource fields, int hidden, int heads, int state, int? inner = null)
    {
        long width = inner ?? Widths.Times(hidden, fields.Trait(ConfigRole.None, 2, "mamba_expand"));
        int count = fields.Own(heads, "mamba_n_heads");
        bool automatic = fields.Node("mamba_d_head").Kind is JsonKind.Missing or JsonKind.Null or JsonKind.String;
        int size = automatic && count > 0 ? (int)(width / count) : automatic ? 0 : fields.Own(-1, "mamba_d_head");
        if ((long)size * count != width)
            fields.Refuse("mamba_n_heads", ConfigRole.None, fields.Node("mamba_n_heads"),
                "does not divide the inner width of the state space.");
        return new Mamba2Shape
        {
            Heads = count,
            HeadSize = size,
            StateSize = fields.Own(state, "mamba_d_state"),
            Groups = fields.Trait(ConfigRole.None, 1, "mamba_n_groups"),
            ConvolutionKernel = fields.Trait(ConfigRole.None, 4, "mamba_d_conv"),
            ConvolutionBias = fields.Flag(true, "mamba_conv_bias"),
            InputBias = fields.Flag(false, "mamba_proj_bias"),
            OutputBias = fields.Flag(false, "mamba_proj_bias"),
        };
    }
}
