using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Nemotron-H and Nemotron 3: blocks of one part each, in a pattern of letters: Mamba-2, attention,
/// feed-forward, experts.</summary>
/// <remarks>
/// huggingface/transformers, configuration_nemotron_h.py and modeling_nemotron_h.py at 13923c63. The pattern says how
/// many layers there are, and the sizes of Nemotron-H differ so much that only small ones have a default here.
/// </remarks>
internal static class NemotronHFamily
{
    public static IEnumerable<ModelFamily> All()
    {
        yield return new ModelFamily("nemotron_h", Read, FamilyLineage.Hybrid);
    }

    private static TransformerShape Read(FieldSource fields)
    {
        string pattern = Pattern(fields);
        int hidden = fields.Size(ConfigRole.HiddenSize, -1, "hidden_size");
        bool has(char letter) => pattern.IndexOf(letter) >= 0;
        var shape = new TransformerShape
        {
            Layers = pattern.Length,
            HiddenSize = hidden,
            VocabularySize = fields.Size(ConfigRole.VocabularySize, -1, "vocab_size"),
            TiedEmbeddings = fields.Flag(ConfigRole.TiedEmbeddings, false, "tie_word_embeddings"),
            GatedFeedForward = false,
            Heads = has('*') ? fields.Size(ConfigRole.AttentionHeads, -1, "num_attention_heads") : 0,
            KeyValueHeads = has('*') ? fields.Optional(ConfigRole.KeyValueHeads, -1, "num_key_value_heads") : null,
            HeadSize = has('*') ? fields.Trait(ConfigRole.HeadSize, 128, "head_dim", "attention_head_dim") : null,
            FeedForwardSize = has('-') ? fields.Size(ConfigRole.FeedForwardSize, -1, "intermediate_size") : 0,
            Biases = Decoders.If(fields.Flag(false, "attention_bias"), Biases.Attention),
            Experts = has('E') ? Experts(fields) : null,
        };
        Mamba2Shape? mamba = has('M') ? Mamba(fields) : null;
        AttentionShape attention = shape.AttentionOfEveryLayer() with { Window = fields.Optional(ConfigRole.None, 0, "sliding_window") };
        bool biased = fields.Flag(false, "mlp_bias");
        if (biased && has('E')) fields.Refuse("mlp_bias", "is true, and biases of experts are not counted for this model_type.");
        return shape with
        {
            Blocks = LayerKinds.Blocks(pattern.Length, i => pattern[i] switch
            {
                'M' => new BlockShape { Norms = 1, Recurrent = mamba },
                '*' => new BlockShape { Norms = 1, Attention = attention },
                '-' => new BlockShape
                {
                    Norms = 1,
                    FeedForwardSize = shape.FeedForwardSize,
                    GatedFeedForward =
                    false,
                    FeedForwardBias = biased
                },
                _ => new BlockShape { Norms = 1, Experts = shape.Experts, GatedFeedForward = false },
            }),
        };
    }

    private static string Pattern(FieldSource fields)
    {
        string? pattern = fields.Text("hybrid_override_pattern");
        string name = "hybrid_override_pattern";
        if (pattern is null && fields.Texts("layers_block_type") is { } listed)
        {
            name = "layers_block_type";
            var letters = new System.Text.StringBuilder();
            foreach (string kind in listed)
                letters.Append(kind switch
                {
                    "mamba" or "linear_attention" => 'M',
                    "attention" or "full_attention" => '*',
                    "mlp" => '-',
                    "moe" => 'E',
                    _ => '?'
                });
            pattern = letters.ToString();
        }

        if (pattern is null or "")
        {
            fields.Refuse(name, ConfigRole.None, default, "is missing: it gives the kind of each layer.");
            return "M";
        }

        int layers = fields.Has("num_hidden_layers") || fields.HasMember(ConfigRole.Layers)
            ? fields.Size(ConfigRole.Layers, -1, "num_hidden_layers")
            : pattern.Length;
        if (layers != pattern.Length)
            fields.Refuse(name, ConfigRole.None, fields.Node(name), LayerKinds.CountMessage(pattern.Length, layers));
        if (pattern.Trim('M', '*', '-', 'E').Length > 0)
            fields.Refuse(name, ConfigRole.None, fields.Node(name), "has a layer that is not one of M, *, - and E.");
        return fields.Layers(pattern.Length) == pattern.Length ? pattern : "M";
    }

    private static Mamba2Shape Mamba(FieldSource fields)
    {
        // The projections read use_bias; mamba_proj_bias is a field of the class that nothing reads.
        bool biased = fields.Flag(false, "use_bias");
        return new Mamba2Shape
        {
            Heads = fields.Own(-1, "mamba_num_heads"),
            HeadSize = fields.Own(-1, "mamba_head_dim"),
            StateSize = fields.Own(-1, "ssm_state_size", "mamba_state_dim"),
            Groups = fields.Own(8, "n_groups", "mamba_n_groups"),
            ConvolutionKernel = fields.Trait(ConfigRole.None, 4, "conv_kernel", "mamba_d_conv"),
            ConvolutionBias = fields.Flag(true, "use_conv_bias"),
            InputBias = biased,
            OutputBias = biased,
            StateFormat = LayerKinds.StateFormat(fields, "mamba_ssm_cache_dtype"),
        };
    }

    private static ExpertShape Experts(FieldSource fields)
    {
        int size = fields.Size(ConfigRole.ExpertFeedForwardSize, -1, "moe_intermediate_size");
        int shared = fields.Size(ConfigRole.SharedExperts, 1, "n_shared_experts");
        return new ExpertShape
        {
            Count = fields.Size(ConfigRole.Experts, -1, "n_routed_experts"),
            PerToken = fields.Size(ConfigRole.ExpertsPerToken, -1, "num_experts_per_tok"),
            Size = size,
            SharedSize = shared == 0 ? 0 : fields.Own(-1, "moe_shared_expert_intermediate_size"),
            LatentSize = fields.Optional(ConfigRole.None, 0, "moe_latent_size") ?? 0,
            CorrectionBias = true,
        };
    }
}
