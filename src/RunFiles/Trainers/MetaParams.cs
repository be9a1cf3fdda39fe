namespace ScalingAnalyzers.RunFiles;

/// <summary>Meta's params.json: a shape without a run.</summary>
internal static class MetaParams
{
    public static TrainerTable Table { get; } = new("params.json", "Megatron-LM")
    {
        Source = "meta-llama/llama-models, sku_list.py",
        Formats = [FileFormat.Json],
        Marks = [["dim", "n_layers"]],
        Model = new ModelTable
        {
            Family = Family,
            VocabularyField = "vocab_size",
            Watched = ["moe", "moe_args"],
            Keys =
            [
                new("dim", "dim", ConfigRole.HiddenSize),
                new("n_layers", "n_layers", ConfigRole.Layers),
                new("n_heads", "n_heads", ConfigRole.AttentionHeads),
                new("n_kv_heads", "n_kv_heads", ConfigRole.KeyValueHeads) { IsRequired = false },
                new("head_dim", "head_dim", ConfigRole.HeadSize) { IsRequired = false },
                new("hidden_dim", "hidden_dim", ConfigRole.FeedForwardSize) { IsRequired = false },
                new("multiple_of", "multiple_of") { IsRequired = false },
                new("ffn_dim_multiplier", "ffn_dim_multiplier") { IsRequired = false },
                new("vocab_size", "vocab_size", ConfigRole.VocabularySize) { IsRequired = false },
                new("tied_embeddings", "tied_embeddings") { IsRequired = false },
                new("moe.num_experts", "moe.num_experts") { IsRequired = false },
                new("moe.num_experts_per_tok", "moe.num_experts_per_tok") { IsRequired = false },
            ],
        },
        Traps =
        [
            new("vocab_size -1 (Llama 1 and 2) means the tokenizer's.", "sku_list.py"),
            new("Tied embeddings are not stated; Llama 3.2 1B and 3B tie.", "sku_list.py"),
        ],
    };

    // Small models of one vocabulary tie their embeddings or not, and the file does not show which.
    private static (string?, string?) Family(KeyTree tree)
    {
        if (tree.Has("moe_args")) return (null, "'moe_args' describes experts, which are not counted from params.json");
        return tree.Whole("dim") < 4096 && tree.Whole("vocab_size") > 100_000 && !tree.Has("tied_embeddings")
            ? (null, "the file does not show whether the embeddings are tied, which Llama 3.2 1B and 3B do")
            : ("", null);
    }
}
