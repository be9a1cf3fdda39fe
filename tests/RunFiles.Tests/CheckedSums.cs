using System;
using System.Linq;

namespace ScalingAnalyzers.RunFiles.Tests;

/// <summary>Tokens that trainers' own files make, recomputed by hand from the published numbers.</summary>
public sealed class CheckedSums
{
    private const string Neox20B = """
        # EleutherAI/gpt-neox, configs/20B.yml
        {
          "pipe-parallel-size": 4,
          "model-parallel-size": 2,
          "num-layers": 44,
          "hidden-size": 6144,
          "num-attention-heads": 64,
          "seq-length": 2048,
          "max-position-embeddings": 2048,
          "norm": "layernorm",
          "pos-emb": "rotary",
          "no-weight-tying": true,
          "gpt_j_residual": true,
          "optimizer": { "type": "Adam", "params": { "lr": 0.97e-4, "betas": [0.9, 0.95] } },
          "min_lr": 0.97e-5,
          "zero_optimization": { "stage": 1 },
          "train_micro_batch_size_per_gpu": 4,
          "gradient_accumulation_steps": 32,
          "fp16": { "fp16": true, "enabled": true },
          "train-iters": 150000,
        }
        """;

    [Fact]
    public void Neox_multiplies_by_the_data_parallel_ranks_and_not_by_the_gpus()
    {
        // 4 x 32 x (96 / 4 / 2) = 1,536 sequences; x 2,048 x 150,000 (gpt-neox#654: 3.15M tokens a step, 472B in all).
        var file = RunFile.Parse(Neox20B, "20B.yml", new RunFileOptions { AcceleratorCount = 96, VocabularySize = 50432 });

        Assert.Equal("GPT-NeoX", file.Trainer);
        Assert.Equal(471_859_200_000, file.Run!.Declared.TrainingTokens);
        Assert.Equal(20_554_567_680, file.Estimate!.Counted.Shape!.Parameters);
    }

    [Fact]
    public void Neox_asks_for_the_gpus_with_the_size_of_one_copy_as_hint()
    {
        var file = RunFile.Parse(Neox20B, "20B.yml");

        Assert.Null(file.Run!.Declared.TrainingTokens);
        Assert.Contains("multiple of 8", file.Needed.Single(need => need.Role == ConfigRole.AcceleratorCount).Hint, StringComparison.Ordinal);
        Assert.Contains(file.Needed, need => need.Role == ConfigRole.VocabularySize);
    }

    [Fact]
    public void Every_value_has_its_place()
    {
        var steps = RunFile.Parse(Neox20B, "20B.yml").Values.Single(value => value.Role == ConfigRole.MaxSteps);

        Assert.Equal(("20B.yml", 20, 18, (object)150_000L), (steps.File, steps.Line, steps.Column, steps.Content!));
    }
}
