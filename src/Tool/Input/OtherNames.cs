using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Tool.Input;

/// <summary>What people and other tools call the values of our options.</summary>
internal static class OtherNames
{
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["--parameters"] = ["params", "num-params", "model-size", "size", "n"],
        ["--tokens"] = ["training-tokens", "train-tokens", "num-tokens", "data", "d"],
        ["--unique-tokens"] = ["dataset-tokens", "data-tokens", "dataset-size"],
        ["--inference-tokens"] = ["served-tokens", "serving-tokens", "serve", "inference"],
        ["--sequence-length"] = ["seq-length", "seq-len", "seqlen", "context", "context-length", "max-seq-len"],
        ["--batch-tokens"] = ["batch", "batch-size", "global-batch-size", "tokens-per-step", "tokens-per-batch"],
        ["--vocabulary"] = ["vocab", "vocab-size"],
        ["--learning-rate"] = ["lr"],
        ["--accelerator"] = ["gpu", "gpu-type", "chip", "device", "hardware"],
        ["--gpus"] = ["count", "accelerators", "accelerator-count", "num-gpus", "devices", "num-devices", "world-size", "n-gpus", "chips"],
        ["--mfu"] = ["utilization", "utilisation", "efficiency"],
        ["--tokens-per-second"] = ["throughput", "tps"],
        ["--precision"] = ["dtype", "format-of-numbers"],
        ["--price"] = ["hourly-price", "price-per-hour", "gpu-price", "rate"],
        ["--tensor-parallel"] = ["tp", "tensor-model-parallel-size", "tensor-parallel-size"],
        ["--pipeline-parallel"] = ["pp", "pipeline-model-parallel-size", "pipeline-parallel-size"],
        ["--zero-stage"] = ["zero", "fsdp"],
        ["--budget"] = ["money", "cost", "dollars", "usd"],
        ["--compute"] = ["flops", "training-flops"],
        ["--days"] = ["time", "duration", "hours", "weeks"],
        ["--target-loss"] = ["loss"],
        ["--active-ratio"] = ["sparsity", "active"],
        ["--output"] = ["out", "out-file", "save"],
        ["--bootstrap"] = ["resamples"],
        ["--fail-on"] = ["severity", "fail"],
        ["--law"] = ["scaling-law"],
    };

    /// <summary>The option of a command that has this other name; null where there is none.</summary>
    public static string? Of(string word, IReadOnlyCollection<string> options)
    {
        string plain = word.TrimStart('-').Replace('_', '-').ToLowerInvariant();
        return Names.FirstOrDefault(pair => options.Contains(pair.Key, StringComparer.Ordinal)
            && pair.Value.Contains(plain, StringComparer.Ordinal)).Key;
    }
}
