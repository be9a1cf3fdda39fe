using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>MosaicML's llm-foundry: YAML with OmegaConf references and durations with units.</summary>
internal static class LlmFoundry
{
    public static TrainerTable Table { get; } = new("llm-foundry", "llm-foundry and OLMo")
    {
        Source = "mosaicml/llm-foundry 8c8dd48f72, scripts/train/yamls/pretrain; Composer's Time",
        Formats = [FileFormat.Yaml],
        Marks =
        [
            ["max_duration", "train_loader"], ["max_duration", "max_seq_len"], ["max_duration", "variables"],
            ["global_train_batch_size", "train_loader"], ["max_duration", "global_train_batch_size", "model.name"],
        ],
        Foreign = ["model.max_sequence_length", "model.weight_tying", "model.block_type"],
        Keys =
        [
            new("max_duration", ConfigRole.MaxSteps, "ba batches, tok tokens, sp sequences, ep epochs; a bare number: epochs")
            {
                Read = Contents.ComposerDuration,
            },
            new("global_train_batch_size", ConfigRole.GlobalBatchSequences, "sequences of all ranks"),
            new("max_seq_len", ConfigRole.SequenceLength, "tokens"),
            new("variables.max_seq_len", ConfigRole.SequenceLength, "tokens"),
            new("train_loader.dataset.max_seq_len", ConfigRole.SequenceLength, "tokens"),
            new("optimizer.lr", ConfigRole.LearningRate, ""),
            new("optimizer.name", ConfigRole.Optimizer, ""),
            new("precision", ConfigRole.Precision, "") { Read = Contents.Precision },
            new("fsdp_config.sharding_strategy", ConfigRole.ZeroStage, "the ZeRO stage of the same state") { Read = Contents.Sharding },
            new("compute.gpus", ConfigRole.AcceleratorCount, "accelerators of the job"),
            new("model.pretrained_model_name_or_path", ConfigRole.StartingPoint, ""),
        ],
        Model = new ModelTable
        {
            Family = Family,
            Fixed = new Dictionary<string, object>(StringComparer.Ordinal) { ["architectures"] = "MPTForCausalLM" },
            Watched =
            [
                "model.name", "model.norm_type", "model.ffn_config.ffn_type", "model.learned_pos_emb", "model.attn_config.rope",
                "model.block_overrides", "model.attn_config.kv_n_heads", "model.attn_config.attn_type",
            ],
            Keys =
            [
                new("model.d_model", "d_model", ConfigRole.HiddenSize),
                new("model.n_heads", "n_heads", ConfigRole.AttentionHeads),
                new("model.n_layers", "n_layers", ConfigRole.Layers),
                new("model.expansion_ratio", "expansion_ratio") { Default = 4L },
                new("model.vocab_size", "vocab_size", ConfigRole.VocabularySize),
                new("model.no_bias", "no_bias") { Default = false },
                new("model.tie_word_embeddings", "tie_word_embeddings") { Default = true },
                new("model.attn_config.alibi", "attn_config.alibi") { Default = false },
                new("model.attn_config.rope", "attn_config.rope") { Default = false },
                new("model.learned_pos_emb", "learned_pos_emb") { Default = true },
                new("model.max_seq_len", "max_seq_len") { IsRequired = false },
                new("model.attn_config.qk_ln", "attn_config.qk_ln") { Default = false },
                new("model.attn_config.kv_n_heads", "attn_config.kv_n_heads") { IsRequired = false },
                new("model.attn_config.attn_type", "attn_config.attn_type") { IsRequired = false },
            ],
        },
        Finish = Agree,
        Traps =
        [
            new("global_train_batch_size counts sequences of all devices; device_train_microbatch_size changes memory, never the batch.",
                "scripts/train/yamls/pretrain/mpt-7b.yaml"),
            new("max_duration has a unit: ba, ep, tok, sp. A bare whole number counts epochs, not batches, and epochs need the size of the "
                + "data set.", "Composer, composer/trainer/trainer.py: ensure_time(max_duration, TimeUnit.EPOCH)"),
            new("t_warmup has such a unit too and is not the length of the run.", "mpt-7b.yaml"),
            new("In a job of the platform the run stands under parameters, and compute.gpus is the number of devices.", "mcli"),
            new("Without no_bias every linear layer and norm has a bias, and without alibi or rope positions are learned.",
                "llmfoundry/models/mpt/configuration_mpt.py"),
            new("max_seq_len is in three places, which a variable keeps equal.", "mpt-7b.yaml"),
        ],
    };

    // The MPT block that its published models have; a hub model is in its own config.json.
    private static (string?, string?) Family(KeyTree tree)
    {
        if (!tree.Has("model.name")) return (null, null);
        if (tree["model.name"]?.Content is not "mpt_causal_lm")
            return (null, "'model.name' is " + Scalars.Show(tree["model.name"]?.Content) + ": its config.json gives the shape");
        if (tree["model.ffn_config.ffn_type"] is { } ffn && ffn.Content is not "mptmlp")
            return (null, "'model.ffn_config.ffn_type' is " + Scalars.Show(ffn.Content) + ", which is not counted");
        if (tree["model.norm_type"] is { } norm && norm.Content is not ("low_precision_layernorm" or "layernorm"))
            return (null, "'model.norm_type' is " + Scalars.Show(norm.Content) + ", which is not counted");
        if (tree.Has("model.block_overrides")) return (null, "'model.block_overrides' makes layers that differ");
        return ("mpt", null);
    }

    // The sequence of the loader is the one that is trained on.
    private static void Agree(RunDraft draft)
    {
        var values = new[] { "max_seq_len", "variables.max_seq_len", "train_loader.dataset.max_seq_len", "model.max_seq_len" }
            .Select(key => draft.Tree[key]).OfType<KeyEntry>().Where(entry => entry.Unknown is null).ToList();
        if (values.FirstOrDefault(entry => !Equals(entry.Content, values[0].Content)) is { } other)
        {
            draft.PutUnknown(ConfigRole.SequenceLength, values[0].Path,
                "'" + values[0].Path + "' and '" + other.Path + "' differ", values[0]);
        }
    }
}
