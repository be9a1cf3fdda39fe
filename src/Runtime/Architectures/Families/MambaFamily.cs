using System.Collections.Generic;
using ScalingAnalyzers.Json;

namespace ScalingAnalyzers.Architectures;

/// <summary>State-space models without attention: Mamba, Mamba-2 and Falcon Mamba. A layer is one mixer and its
/// norm.</summary>
/// <remarks>
/// huggingface/transformers, modeling_mamba.py and modeling_mamba2.py; the defaults of their configuration classes are
/// RECALLED: those of mamba-130m and of Mamba-Codestral 7B. Falcon Mamba's norms of time step and state have no
/// weights.
/// </remarks>
internal static class MambaFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("mamba", First, FamilyLineage.Hybrid);
        yield return new ModelFamily("falcon_mamba", First, FamilyLineage.Hybrid);
        yield return new ModelFamily("mamba2", Second, FamilyLineage.Hybrid);
    }

    /// <summary>The rank of the time step: a sixteenth of the width where the config has "auto" or nothing.</summary>
    public static int Rank(FieldSource fields, string name, int hidden) =>
        fields.Node(name).Kind is JsonKind.Missing or JsonKind.Null or JsonKind.String
            ? (int)(((long)hidden + 15) / 16)
            : fields.Own(-1, name);

    private static TransformerShape First(FieldSource fields)
    {
        int hidden = fields.Size(ConfigRole.HiddenSize, 768, "hidden_size", "d_model");
        bool inner = fields.Has("intermediate_size") || fields.Has("d_inner");
        return Of(fields, hidden, tied: true, new MambaShape
        {
            InnerSize =
                inner ? fields.Own(-1, "intermediate_size", "d_inner") : Widths.Times(hidden, fields.Trait(ConfigRole.None, 2, "expand")),
            StateSize = fields.Own(16, "state_size", "d_state"),
            TimeStepRank = Rank(fields, "time_step_rank", hidden),
            ConvolutionKernel = fields.Trait(ConfigRole.None, 4, "conv_kernel", "d_conv"),
            ConvolutionBias = fields.Flag(true, "use_conv_bias"),
            ProjectionBias = fields.Flag(false, "use_bias"),
        });
    }

    private static TransformerShape Second(FieldSource fields)
    {
        int hidden = fields.Size(ConfigRole.HiddenSize, 4096, "hidden_size", "d_model");
        bool biased = fields.Flag(false, "use_bias");
        int heads = fields.Own(128, "num_heads");
        int size = fields.Own(64, "head_dim");
        long inner = Widths.Times(hidden, fields.Trait(ConfigRole.None, 2, "expand"));
        if ((long)heads * size != inner)
            fields.Refuse("num_heads", ConfigRole.None, fields.Node("num_heads"),
                "times head_dim is not the inner width, expand times hidden_size.");
        return Of(fields, hidden, tied: false, new Mamba2Shape
        {
            Heads = heads,
            HeadSize = size,
            StateSize = fields.Own(128, "state_size"),
            Groups = fields.Own(8, "n_groups"),
            ConvolutionKernel = fields.Trait(ConfigRole.None, 4, "conv_kernel"),
            ConvolutionBias = fields.Flag(true, "use_conv_bias"),
            InputBias = biased,
            OutputBias = biased,
        });
    }

    private static TransformerShape Of(FieldSource fields, int hidden, bool tied, RecurrentShape mixer)
    {
        int layers = fields.Size(ConfigRole.Layers, tied ? 32 : 64, "num_hidden_layers", "n_layer");
        return new TransformerShape
        {
            Layers = layers,
            HiddenSize = hidden,
            VocabularySize = fields.Size(ConfigRole.VocabularySize, tied ? 50280 : 32768, "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, tied, "tie_word_embeddings"),
            Positions = PositionEncoding.None,
            Blocks = new[] { new BlockShape { Count = layers, Norms = 1, Recurrent = mixer } },
        };
    }
}
