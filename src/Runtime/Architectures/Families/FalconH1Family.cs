using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>Falcon-H1: attention and Mamba-2 side by side in every layer.</summary>
/// <remarks>huggingface/transformers, configuration_falcon_h1.py at 020a37d2 and modeling_falcon_h1.py. The class's own
/// sizes are no published model's, so none is taken.</remarks>
internal static class FalconH1Family
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("falcon_h1", Read, FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        TransformerShape shape = Decoders.Gated(fields, Sizes.None with { KeyValueHeads = -1 }) with
        {
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
        };
        int? inner = fields.Node("mamba_d_ssm").Kind == JsonKind.Null ? null : fields.Own(-1, "mamba_d_ssm");
        Mamba2Shape mamba = Mamba2Reading.Read(fields, shape.HiddenSize, -1, -1, inner) with
        {
            GatedNorm = fields.Flag(false, "mamba_rms_norm"),
            OutputBias = fields.Flag(false, "projectors_bias"),
        };
        var block = new BlockShape
        {
            Count = shape.Layers,
            Attention = shape.AttentionOfEveryLayer(),
            Recurrent = mamba,
            FeedForwardSize = shape.FeedForwardSize,
            FeedForwardBias = fields.Flag(false, "mlp_bias"),
        };
        return shape with { Blocks = new[] { block } };
    }
}
