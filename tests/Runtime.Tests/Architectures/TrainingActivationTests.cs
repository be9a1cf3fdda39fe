using System;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// What one block keeps of a token for its backward pass, tensor by tensor: each row lists the tensors by the
/// operation that needs them, two bytes a number unless noted. The product leaves out what is below a hundredth (row
/// statistics of norms), so the bound is 2 %.
/// </summary>
public class TrainingActivationTests
{
    private const int Sequence = 4096;

    private static readonly TrainingActivationOptions OneSequence = new() { SequenceLength = Sequence };

    // RMSNorm: its input and 1 / rms (32 bit). Attention: the projections' input; rotated queries and keys, values,
    // output, log-sum-exp (32 bit). Feed-forward: the projections' input; gate and up; their product.
    [Fact]
    public void A_Llama_block_keeps_what_each_operation_needs()
    {
        const long Attention = (2 * 4096) + 4 + (2 * 4096) + (2 * (4096 + 1024 + 1024 + 4096)) + (4 * 32);
        const long FeedForward = (2 * 4096) + 4 + (2 * 4096) + (2 * 3 * 14336);

        Near((Attention + FeedForward) * Sequence, Largest(Shapes.Llama31_8B));
    }

    // The figure of the derivation, bytes a token: 8 h + 4 q + 4 kv + 6 f, and 4 a head; logits 6 a row.
    [Fact]
    public void Llama_3_1_8B_keeps_139264_bytes_a_token_and_layer()
    {
        TrainingActivations all = Of(Shapes.Llama31_8B, OneSequence);

        Assert.Equal((139_264L + 128) * Sequence, all.LargestLayer);
        Assert.Equal(32 * all.LargestLayer, all.Layers);
        Assert.Equal(((6L * 128256) + (4 * 4096)) * Sequence, all.Logits);
        Assert.Equal(all.Layers + all.Logits, all.Total);
    }

    // Korthikanti et al. 2022, arXiv:2205.05198, equation 2 without its dropout masks (1 + 1 of the 34) and the two
    // inputs of dropout: 2 h a norm, 2 h + 8 h + 2 h of attention, 2 h + 8 h + 8 h of the feed-forward.
    [Fact]
    public void A_GPT_block_agrees_with_the_published_sum_without_dropout()
    {
        const long Sum = (4 * 768) + ((2 + 8) * 768L) + ((2 + 8 + 8) * 768L) + (4 * 12);

        Near(Sum * Sequence, Largest(Shapes.Gpt2));
    }

    // Two of eight experts: a copy of the token for each, its gate, up and product, its result; the router's logits
    // and probabilities, 32 bit.
    [Fact]
    public void A_Mixtral_block_keeps_each_token_once_an_expert()
    {
        const long Attention = (4 * 4096) + (2 * (4096 + 1024 + 1024 + 4096)) + (4 * 32);
        const long Experts = (4 * 4096) + (2 * ((2 * 4096) + (2 * 3 * 14336) + (2 * 4096))) + (2 * 4 * 8);

        Near((Attention + Experts) * Sequence, Largest(Shapes.Mixtral8x7B));
    }

    // Latents before and after their norms (1,536 and 512, with 64 rotated beside); queries and keys of 128 heads of
    // 192, values and output of 128.
    [Fact]
    public void A_DeepSeek_block_keeps_latents_and_full_heads()
    {
        const long Latents = 2 * (1536 + 1536 + (512 + 64) + 512);
        const long Attention = (4 * 7168) + Latents + (2 * 128 * (192 + 192 + 128 + 128)) + (4 * 128);
        const long Dense = (4 * 7168) + (2 * 3 * 18432);
        const long Experts = (4 * 7168) + (8 * ((4 * 7168) + (6 * 2048))) + (6 * 2048) + (8 * 256);
        TrainingActivations all = Of(Shapes.DeepSeekV3, OneSequence);

        Near((Attention + Experts) * Sequence, all.LargestLayer);
        Near(((61 * Attention) + (3 * Dense) + (58 * Experts)) * Sequence, all.Layers);
    }

    // modeling_qwen3_next.py and fla's chunk_gated_delta_rule: the convolution's input (16 + 16 key heads and 32 value
    // heads of 128); queries and keys repeated to 32 heads, values; decay (32 bit), write strength, one row of a 64 by
    // 64 matrix a head; the recurrence's output, gate and product. Ten of 512 experts and one shared.
    [Fact]
    public void A_Qwen3_Next_block_keeps_the_recurrences_inputs()
    {
        const long Delta = (4 * 2048) + (2 * 8192) + (2 * 3 * 4096) + (32 * (4 + 2 + (2 * 64))) + (2 * 3 * 4096);
        const long Attention = (4 * 2048) + (2 * 4096) + (2 * 512) + (2 * ((2 * 4096) + (2 * 512))) + (2 * 2 * 4096) + (4 * 16);
        const long Experts = (4 * 2048) + (10 * ((4 * 2048) + (6 * 512))) + (6 * 512) + (8 * 512) + (2 * 2048);

        Near(((36 * Delta) + (12 * Attention) + (48 * Experts)) * Sequence, Of(Hybrid("Qwen3-Next 80B-A3B"), OneSequence).Layers);
    }

    // MambaSplitConv1dScanCombinedFn: the projected input (two of 8,192, 8 groups of 128 twice, 128 steps) and the
    // scan's output; blocks of one part have one norm.
    [Fact]
    public void A_Nemotron_H_block_keeps_one_part()
    {
        const long Mamba = (4 * 4096) + (2 * (8192 + 8192 + 2048 + 128)) + (2 * 8192);
        const long Attention = (4 * 4096) + (2 * ((2 * 4096) + (2 * 1024))) + (4 * 32);
        const long FeedForward = (4 * 4096) + (2 * 2 * 21504);

        Near(((24 * Mamba) + (4 * Attention) + (24 * FeedForward)) * Sequence, Of(Hybrid("Nemotron-H 8B"), OneSequence).Layers);
    }

    // modeling_rwkv.py, whose kernel keeps keys, values and the mean. Time mixing: what the norm returns, the token
    // before, three mixes; key, value, mean, receptance after its sigmoid, product. Feed-forward: what its norm gives,
    // the token before, two mixes; after the ramp and squared; gate and what it gates. The first layer: one norm more.
    [Fact]
    public void An_RWKV_block_keeps_mixes_of_neighbouring_tokens()
    {
        const long TimeMixing = (2 * 768) + (2 * 5 * 768) + (2 * 5 * 768);
        const long FeedForward = (2 * 768) + (2 * 4 * 768) + (2 * 2 * 3072) + (2 * 2 * 768);
        TransformerShape shape = HuggingFaceConfig.Parse(
            """{"model_type": "rwkv", "hidden_size": 768, "num_hidden_layers": 12, "vocab_size": 50277}""").Shape!;

        Assert.Equal(((12 * (TimeMixing + FeedForward)) + (2 * 768)) * Sequence, Of(shape, OneSequence).Layers);
    }

    // Gemma 2's four norms; queries and keys before their norm besides.
    [Fact]
    public void Further_norms_keep_their_inputs()
    {
        long plain = Largest(Shapes.Llama31_8B);

        Assert.Equal(plain + (2L * 2 * 4096 * Sequence), Largest(Shapes.Llama31_8B with { NormsPerLayer = 4 }));
        Assert.Equal(plain + (2L * (4096 + 1024) * Sequence), Largest(Shapes.Llama31_8B with { QueryKeyNorm = QueryKeyNorm.PerHead }));
        Assert.Equal(plain - (2L * 2 * 4096 * Sequence), Largest(Shapes.Llama31_8B with { NormsPerLayer = 1, ParallelBlock = true }));
    }

    [Fact]
    public void Parallelism_divides_what_it_divides()
    {
        TransformerShape llama = Shapes.Llama31_8B;
        const long Stream = 8L * 4096;

        Assert.Equal((Stream + (106_496 / 8) + (4 * 4)) * Sequence, Largest(llama, OneSequence with { TensorParallel = 8 }));
        Assert.Equal(((Stream + 106_496) / 8 + (4 * 4)) * Sequence,
            Largest(llama, OneSequence with { TensorParallel = 8, SequenceParallel = true }));

        // 16 devices hold two heads each, and none less than one of eight key-value heads.
        Assert.Equal((Stream + (2 * 2 * 256) + (2 * 2 * 128) + (6 * 14336 / 16) + (4 * 2)) * Sequence,
            Largest(llama, OneSequence with { TensorParallel = 16 }));
    }

    // Korthikanti et al. 2022, section 4.2.3: p micro-batches on the first stage, times 1 + (p - 1) / (p v) where the
    // schedule is interleaved; the logits are on the last.
    [Fact]
    public void The_first_stage_of_a_pipeline_holds_all_layers_worth()
    {
        TrainingActivations one = Of(Shapes.Llama31_8B, OneSequence);
        TrainingActivations four = Of(Shapes.Llama31_8B, OneSequence with { PipelineParallel = 4 });
        TrainingActivations interleaved = Of(Shapes.Llama31_8B, OneSequence with { PipelineParallel = 4, InterleavedStages = 2 });

        Assert.Equal(one.Layers, four.Layers);
        Assert.Equal(0, four.Logits);
        Assert.Equal(one.Layers + (one.Layers * 3 / 8), interleaved.Layers);
    }

    [Fact]
    public void Recomputation_keeps_the_inputs_and_one_block()
    {
        TrainingActivations full = Of(Shapes.Llama31_8B, OneSequence with { Recomputation = Recomputation.Full });
        TransformerShape llama = Shapes.Llama31_8B;

        Assert.Equal((32L * 2 * 4096 * Sequence) + full.LargestLayer, full.Layers);
        Assert.Equal(Largest(llama) + (2L * 32 * Sequence * Sequence), Largest(llama, OneSequence with { FlashAttention = false }));
        Assert.Equal(
            Largest(llama),
            Largest(llama, OneSequence with { FlashAttention = false, Recomputation = Recomputation.Selective }));
        Assert.Equal(Largest(llama) + (2L * 14336 * Sequence), Largest(llama, OneSequence with { FusedActivation = false }));
        Assert.Equal(4L * 4096 * Sequence, Of(llama, OneSequence with { ChunkedLogits = true }).Logits);
    }

    // modeling_recurrent_gemma.py: 18 recurrent and 8 attention layers of 2,560. Branch y: before and after its GELU.
    // Branch x: before and after the convolution, and the copy by blocks for the gates. RG-LRU: two sigmoids, -8 times
    // the second, a = exp, a squared = exp, 1 - a squared for its root, the root, the gated input; a and h in the scan,
    // 32 bit; h and its product with y, 16 bit.
    [Fact]
    public void A_RecurrentGemma_block_keeps_the_gates_and_the_scan()
    {
        const long Branches = 2 * (2 + 3) * 2560;
        const long Gates = 2 * (2 + 1 + 1 + 1 + 1 + 1 + 1) * 2560;
        const long Scan = (4 * 2 * 2560) + (2 * 2 * 2560);
        const long Recurrent = (4 * 2560) + Branches + Gates + Scan;
        const long Attention = (4 * 2560) + (2 * ((2 * 2560) + (2 * 256))) + (4 * 10);
        const long FeedForward = (4 * 2560) + (2 * 3 * 7680);

        Near(((18 * Recurrent) + (8 * Attention) + (26 * FeedForward)) * Sequence,
            Of(Hybrid("RecurrentGemma 2B"), OneSequence).Layers);
    }

    // What residuals that attend over earlier blocks keep is not counted: no figure for Kimi K3.
    [Fact]
    public void Every_hybrid_with_plain_residuals_has_a_figure() =>
        Assert.All(HybridCheckpoints.All, row => Assert.Equal(
            row.Name != "Kimi K3",
            HuggingFaceConfig.Parse(row.Config).Shape!.TrainingActivations(OneSequence) is not null));

    [Theory]
    [InlineData("SequenceLength")]
    [InlineData("MicroBatch")]
    [InlineData("PipelineParallel")]
    public void An_impossible_step_is_refused(string name)
    {
        TrainingActivationOptions options = name switch
        {
            "SequenceLength" => new TrainingActivationOptions(),
            "MicroBatch" => OneSequence with { MicroBatch = 0 },
            _ => OneSequence with { PipelineParallel = 33 },
        };

        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => Shapes.Llama31_8B.TrainingActivations(options)).ParamName);
    }

    private static TrainingActivations Of(TransformerShape shape, TrainingActivationOptions options) =>
        shape.TrainingActivations(options)!.Value;

    private static long Largest(TransformerShape shape, TrainingActivationOptions? options = null) =>
        Of(shape, options ?? OneSequence).LargestLayer;

    private static TransformerShape Hybrid(string name) =>
        HuggingFaceConfig.Parse(HybridCheckpoints.All.Single(row => row.Name == name).Config).Shape!;

    private static void Near(long expected, long actual) => Assert.InRange(actual, 0.98 * expected, 1.02 * expected);
}
