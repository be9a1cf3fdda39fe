using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.RunFiles;

/// <summary>What a file beside a run file is.</summary>
internal enum BesideKind
{
    /// <summary>More keys of the same run.</summary>
    Same,
    ModelConfig,
    Accelerate,
    DeepSpeed,
    WandbMetadata,
    TrainerState,
}

/// <summary>Files beside a run file: the model's config.json, accelerate's and DeepSpeed's settings, W and B's
/// machine.</summary>
internal static class BesideFiles
{
    /// <summary>What a file is by its keys.</summary>
    public static BesideKind KindOf(KeyTree tree)
    {
        if (tree.Has("model_type") && !tree.Has("per_device_train_batch_size")) return BesideKind.ModelConfig;
        if (tree.Has("num_processes") && (tree.Has("distributed_type") || tree.Has("compute_environment"))) return BesideKind.Accelerate;
        if (tree.Has("gpu") && tree.Has("gpu_count") && (tree.Has("host") || tree.Has("os"))) return BesideKind.WandbMetadata;
        if (tree.Has("global_step") && tree.Has("log_history")) return BesideKind.TrainerState;
        return tree.Has("zero_optimization") && !tree.Has("num_layers") && !tree.Has("train_iters") ? BesideKind.DeepSpeed
            : BesideKind.Same;
    }

    /// <summary>Adds what a file beside gives.</summary>
    public static void Add(RunDraft draft, KeyTree tree, BesideKind kind)
    {
        switch (kind)
        {
            case BesideKind.Accelerate:
                Take(draft, tree, "num_processes", ConfigRole.AcceleratorCount, "accelerators", content => content);
                Take(draft, tree, "deepspeed_config.zero_stage", ConfigRole.ZeroStage, "", content => content);
                Take(draft, tree, "mixed_precision", ConfigRole.Precision, "", content => content is "no" or false ? null : content);
                break;
            case BesideKind.DeepSpeed:
                Take(draft, tree, "zero_optimization.stage", ConfigRole.ZeroStage, "", content => content);
                Take(draft, tree, "train_batch_size", ConfigRole.GlobalBatchSequences, "sequences of all ranks", content => content);
                break;
            case BesideKind.WandbMetadata:
                Take(draft, tree, "gpu", ConfigRole.Accelerator, "", content => content);
                Devices(draft, tree);
                break;
            case BesideKind.TrainerState:
                // Tokens are counted only where the trainer was told to, and of a finished run only they are all.
                if (tree.Whole("global_step") is { } done && done == tree.Whole("max_steps"))
                    Take(draft, tree, "num_input_tokens_seen", ConfigRole.TrainingTokens, "tokens seen", content => content is > 0L
                        ? content : null);
                break;
        }
    }

    // The devices are those of one node; only a scheduler has the number of nodes.
    private static void Devices(RunDraft draft, KeyTree tree)
    {
        if (tree["gpu_count"] is not { Content: long and > 0 } count) return;
        object? written = tree["slurm.job_num_nodes"]?.Content;
        if (Scalars.Whole(written is string text ? Scalars.Number(text) : written) is { } nodes
            && Scalars.Product(nodes, (long)count.Content!) is { } all)
            Set(draft, ConfigRole.AcceleratorCount, "gpu_count x job_num_nodes", all, "accelerators", count);
        else
            draft.DevicesOfNode = (long)count.Content!;
    }

    private static void Take(RunDraft draft, KeyTree tree, string key, ConfigRole role, string unit, Func<object?, object?> read)
    {
        if (tree[key] is not { } entry) return;
        if (entry.Unknown is { } why) draft.PutUnknown(role, key, why, entry);
        else if (read(entry.Content) is { } content) Set(draft, role, key, content, unit, entry);
    }

    private static void Set(RunDraft draft, ConfigRole role, string key, object content, string unit, KeyEntry entry)
    {
        if (draft[role] is { IsDefault: false } written && (written.Unknown is not null
            || written.Content is not (null or -1L or "auto"))) return;
        draft.Put(role, key, content, unit, entry);
    }

    /// <summary>The values of a model's own config, with their places.</summary>
    public static IEnumerable<(ConfigRole Role, KeyEntry Entry)> Fields(HuggingFaceConfig config, string file) => config.Fields
        .Where(field => field.Role != ConfigRole.None)
        .Select(field => (field.Role, new KeyEntry(file, field.Name, Scalars.Read(field.Text.Trim('"')),
            field.ValuePosition.Line, field.ValuePosition.Column)));
}
