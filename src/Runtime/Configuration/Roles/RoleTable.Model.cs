using System.Collections.Generic;

namespace ScalingAnalyzers.Configuration;

internal static partial class RoleTable
{
    // How the model is built.
    private static IReadOnlyList<RoleRow> Model =>
    [
        new(ConfigRole.Model, RoleKind.Model)
        {
            GivesSize = true, IsArgument = true,
            Relatives = ["ModelName", "ModelType"],
            Names =
            [
                .. Own("Model", "ModelConfig", "Architecture"),
            ],
        },
        new(ConfigRole.HiddenSize, RoleKind.Dimension)
        {
            IsOfModel = true, GivesSize = true,
            Relatives = ["embedding_size", "hidden_act"],
            Names =
            [
                .. Own("HiddenSize", "ModelDimension", "ModelWidth", "EmbeddingDim", "EmbedDim", "EmbeddingDimension"),
                .. HuggingFace("hidden_size", "n_embd"),
                .. NanoGpt("n_embed"),
                .. Meta("dim"),
                .. HuggingFace("d_model"),
            ],
        },
        new(ConfigRole.Layers, RoleKind.Dimension)
        {
            IsOfModel = true, GivesSize = true,
            Relatives = ["LayerNorm", "num_encoder_layers"],
            Names =
            [
                .. Own("Layers", "LayerCount", "NumberOfLayers", "HiddenLayers", "NumBlocks"),
                .. HuggingFace("num_hidden_layers", "num_layers", "n_layer"),
                .. Meta("n_layers"),
            ],
        },
        new(ConfigRole.AttentionHeads, RoleKind.Dimension)
        {
            IsOfModel = true, GivesSize = true,
            Names =
            [
                .. Own("Heads", "AttentionHeads", "HeadCount", "AttentionHeadCount", "NumberOfHeads", "NumberOfAttentionHeads"),
                .. HuggingFace("num_attention_heads", "num_heads", "n_head"),
                .. Meta("n_heads"),
            ],
        },
        new(ConfigRole.KeyValueHeads, RoleKind.Dimension)
        {
            MinusOneIsUnset = true, IsOfModel = true, GivesSize = true,
            Names =
            [
                .. Own("KeyValueHeads", "KvHeads", "NumKvHeads", "KvHeadCount", "KeyValueHeadCount", "NumKvGroups",
                    "NumberOfKeyValueHeads"),
                .. HuggingFace("num_key_value_heads"),
                .. Megatron("num_query_groups"),
                .. Meta("n_kv_heads", "n_kv_head"),
            ],
        },
        new(ConfigRole.HeadSize, RoleKind.Dimension)
        {
            MinusOneIsUnset = true, IsOfModel = true, GivesSize = true,
            Relatives = ["qk_rope_head_dim", "v_head_dim"],
            Names =
            [
                .. Own("HeadSize", "HeadDimension"),
                .. HuggingFace("head_dim"),
                .. Megatron("kv_channels"),
            ],
        },
        new(ConfigRole.FeedForwardSize, RoleKind.Dimension)
        {
            MinusOneIsUnset = true, IsOfModel = true, GivesSize = true,
            Relatives = ["shared_expert_intermediate_size"],
            Names =
            [
                .. Own("FeedForwardSize", "FfnSize", "FfDim", "FfnWidth", "FeedForwardDimension", "FeedForwardDim", "MlpDim", "MlpSize"),
                .. HuggingFace("intermediate_size"),
                .. Megatron("ffn_hidden_size"),
                .. HuggingFace("ffn_dim", "n_inner", "d_ff"),
            ],
        },
        new(ConfigRole.FeedForwardMultipleOf, RoleKind.Dimension)
        {
            IsOfModel = true, GivesSize = true,
            Names =
            [
                .. Meta("multiple_of"),
            ],
        },
        new(ConfigRole.FeedForwardMultiplier, RoleKind.Dimension)
        {
            IsOfModel = true, GivesSize = true,
            Names =
            [
                .. Meta("ffn_dim_multiplier"),
            ],
        },
        new(ConfigRole.VocabularySize, RoleKind.Dimension)
        {
            MinusOneIsUnset = true, IsOfModel = true, GivesSize = true,
            Relatives = ["type_vocab_size", "vocab_file"],
            Names =
            [
                .. Own("VocabularySize", "VocabSize"),
                .. HuggingFace("vocab_size"),
                .. Megatron("padded_vocab_size"),
                .. NanoGpt("n_vocab"),
            ],
        },
        new(ConfigRole.MaxPositions, RoleKind.Dimension)
        {
            IsOfModel = true, GivesSize = true,
            Names =
            [
                .. Own("MaxPositions"),
                .. HuggingFace("max_position_embeddings", "n_positions", "n_ctx"),
            ],
        },
        new(ConfigRole.TiedEmbeddings, RoleKind.Flag)
        {
            IsOfModel = true, GivesSize = true,
            Names =
            [
                .. Own("TiedEmbeddings", "TieEmbeddings", "TieWeights", "TiedWeights", "WeightTying"),
                .. Megatron("share_embeddings_and_output_weights"),
                .. HuggingFace("tie_word_embeddings"),
            ],
        },
        new(ConfigRole.Experts, RoleKind.Dimension)
        {
            ZeroIsNone = true, IsOfModel = true, GivesSize = true,
            Relatives = ["Exports"],
            Names =
            [
                .. Own("Experts", "RoutedExperts", "ExpertCount", "NumberOfExperts", "NumRoutedExperts"),
                .. HuggingFace("num_local_experts", "num_experts", "n_routed_experts", "moe_num_experts"),
            ],
        },
        new(ConfigRole.ExpertsPerToken, RoleKind.Dimension)
        {
            ZeroIsNone = true, IsOfModel = true, GivesSize = true,
            Names =
            [
                .. Own("ExpertsPerToken", "ActiveExperts", "ExpertsPerTok"),
                .. HuggingFace("num_experts_per_tok", "num_experts_per_token"),
                .. Megatron("moe_router_topk"),
                .. HuggingFace("moe_top_k"),
            ],
        },
        new(ConfigRole.SharedExperts, RoleKind.Dimension)
        {
            ZeroIsNone = true, IsOfModel = true, GivesSize = true,
            Names =
            [
                .. Own("SharedExperts"),
                .. HuggingFace("n_shared_experts", "num_shared_experts", "moe_num_shared_experts"),
            ],
        },
        new(ConfigRole.ExpertFeedForwardSize, RoleKind.Dimension)
        {
            ZeroIsNone = true, IsOfModel = true, GivesSize = true,
            Names =
            [
                .. Own("ExpertFeedForwardSize"),
                .. HuggingFace("moe_intermediate_size", "expert_ffn_hidden_size"),
                .. Megatron("moe_ffn_hidden_size"),
            ],
        },
        new(ConfigRole.DenseLayers, RoleKind.Dimension)
        {
            ZeroIsNone = true, IsOfModel = true, GivesSize = true,
            Names =
            [
                .. Own("DenseLayers"),
                .. HuggingFace("first_k_dense_replace"),
            ],
        },
    ];
}
