using System;
using System.Linq;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tests;

/// <summary>Questions that people asked in public, put to an object of plain options; the answers are those that the
/// maintainers or the facts gave.</summary>
public class PublicQuestionsTests
{
    /// <summary>How many tokens is this run?</summary>
    public static TheoryData<string, object, long?> Tokens => new()
    {
        { "EleutherAI/gpt-neox#654: 1,538 contexts of 2,048 for 150,000 steps", new { MaxSteps = 150_000, GlobalBatchSize = 1538,
            SequenceLength = 2048 }, 472_473_600_000 },
        { "EleutherAI/gpt-neox#654: the same by its parallel plan, in whole micro-batches", new { MaxSteps = 150_000,
            MicroBatchSize = 4, GradientAccumulationSteps = 32, WorldSize = 96, TensorParallel = 2, PipelineParallel = 4,
            SequenceLength = 2048 }, 471_859_200_000 },
        { "karpathy/nanoGPT#67: a batch has 12 x 1,024 tokens", new { max_iters = 600_000, batch_size = 12, block_size = 1024,
            gradient_accumulation_steps = 1, eval_iters = 200 }, 7_372_800_000 },
        { "karpathy/nanoGPT#354: the accumulation is that of all GPUs", new { max_iters = 600_000, batch_size = 12, block_size = 1024,
            gradient_accumulation_steps = 40, world_size = 8, eval_iters = 200 }, 294_912_000_000 },
        { "karpathy/nanoGPT#466: 262,144 tokens an iteration on two GPUs", new { max_iters = 1000, batch_size = 4, block_size = 512,
            gradient_accumulation_steps = 128, world_size = 2, eval_iters = 200 }, 262_144_000 },
        { "pytorch/torchtitan#572: the batch is that of a data-parallel rank", new { steps = 1000, local_batch_size = 1, seq_len = 8192,
            data_parallel_shard_degree = 64 }, 524_288_000 },
        { "allenai/open-instruct#1557: the global batch counts tokens", new { max_steps = 1000, global_batch_size = 4_194_304,
            rank_microbatch_size = 16_384, sequence_length = 8192 }, 4_194_304_000 },
        { "allenai/OLMo#887: t_max is the schedule", new { t_max = 5_000_000_000_000, max_sequence_length = 4096 }, null },
        { "zd11024/NaviLLM#6: 1 x 8 x 8 GPUs is a batch of 64", new { max_steps = 1000, per_device_train_batch_size = 1,
            gradient_accumulation_steps = 8, world_size = 8, sequence_length = 1024 }, 65_536_000 },
        { "deepspeedai/DeepSpeed#237: eight-way model parallelism on eight GPUs is one replica", new { max_steps = 1000,
            train_micro_batch_size_per_gpu = 4, gradient_accumulation_steps = 1, model_parallel_size = 8, world_size = 8,
            seq_length = 1024 }, 4_096_000 },
        { "EleutherAI/gpt-neox#1140: an epoch is the tokens of the data", new { UniqueTokens = 64_000_000_000, Epochs = 1 },
            64_000_000_000 },
        { "Hugging Face: max_steps is -1 where epochs count", new { max_steps = -1, num_train_epochs = 3, per_device_train_batch_size = 8,
            world_size = 8, max_seq_length = 2048 }, null },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void The_tokens_are_those_of_the_answer(string question, object options, long? tokens)
    {
        Assert.NotEmpty(question);
        Assert.Equal(tokens, ConfigReader.Read(options).Declared.TrainingTokens);
    }

    /// <summary>Does it fit, and how many accelerators does it take?</summary>
    public static TheoryData<string, object, string> Memory => new()
    {
        { "meta-llama/llama#342, tatsu-lab/stanford_alpaca#56: one A100 for 7B; two work", new { Parameters = 7_000_000_000,
            Accelerator = "A100-SXM-80GB", AcceleratorCount = 1 }, "It fits from 2 accelerators on" },
        { "the same on two", new { Parameters = 7_000_000_000, Accelerator = "A100-SXM-80GB", AcceleratorCount = 2 }, "" },
        { "hiyouga/LlamaFactory#1158: 13B by ZeRO 2 on four A800 runs out of memory in the step", new { Parameters = 13_896_668_160,
            Accelerator = "A100-SXM-80GB", AcceleratorCount = 4, ZeroStage = 2 }, "and does not fit" },
        { "hiyouga/LlamaFactory#1158: ZeRO 2 takes eight", new { Parameters = 13_896_668_160, Accelerator = "A100-SXM-80GB",
            AcceleratorCount = 8, ZeroStage = 2 }, "" },
        { "hiyouga/LlamaFactory#1158: or four with ZeRO 3", new { Parameters = 13_896_668_160, Accelerator = "A100-SXM-80GB",
            AcceleratorCount = 4, ZeroStage = 3 }, "" },
        { "deepspeedai/DeepSpeed#237: 40B on eight GPUs of 32 GB; no fewer than some 20 hold its state", new { Parameters = 40_000_000_000,
            Accelerator = "V100-SXM2-32GB", AcceleratorCount = 8 }, "It fits from 20 accelerators on" },
        { "deepspeedai/DeepSpeed#237: 48 of them take 40B", new { Parameters = 40_000_000_000, Accelerator = "V100-SXM2-32GB",
            AcceleratorCount = 48 }, "" },
    };

    [Theory]
    [MemberData(nameof(Memory))]
    public void The_memory_is_that_of_the_answer(string question, object options, string words)
    {
        var found = ConfigReader.Read(options).Check().Where(one => one.Rule.Id == "SCALE103").ToArray();

        Assert.NotEmpty(question);
        Assert.Equal(words.Length > 0 ? 1 : 0, found.Length);
        if (words.Length > 0) Assert.EndsWith(words, found[0].Message, StringComparison.Ordinal);
    }

    // lm-sys/FastChat#1110: 16 to 20 bytes a parameter, at most 140 GB for 7B.
    [Theory]
    [InlineData(false, 112e9)]
    [InlineData(true, 126e9)]
    public void The_state_of_7B_is_that_of_the_answer(bool inFp32, double bytes) => Assert.Equal(bytes, new TrainingRun
    {
        Parameters = 7_000_000_000,
        TrainingTokens = 140_000_000_000,
        GradientPrecision = inFp32 ? NumericFormat.FP32 : NumericFormat.Unspecified,
    }.Estimate().TrainingStateBytes!.Value);

    // hunkim/llm_gpu_cal#2: GPUs x time = 6 N D / (peak x MFU).
    [Fact]
    public void Hours_are_the_FLOPs_by_peak_and_utilisation()
    {
        var estimate = new TrainingRun
        {
            Parameters = 7_000_000_000,
            TrainingTokens = 1_000_000_000_000,
            Accelerator = Accelerators.Get("A100-SXM-80GB"),
            AcceleratorCount = 256,
            Utilization = 0.5,
        }.Estimate();

        Assert.Equal(6 * 7e9 * 1e12 / (312e12 * 0.5 * 3600), estimate.AcceleratorHours!.Value, 0.01);
        Assert.Equal(estimate.AcceleratorHours.Value / 256 / 24, estimate.WallClockDays!.Value, 1e-9);
    }

    // EleutherAI/gpt-neox#654 on GPT-J: 402B tokens at 151,000 a second are about five weeks less four days.
    [Fact]
    public void Days_follow_from_measured_throughput()
    {
        var estimate = new TrainingRun
        {
            Parameters = 6_000_000_000,
            TrainingTokens = 402_000_000_000,
            AcceleratorCount = 256,
            TokensPerSecondPerAccelerator = 151_000.0 / 256,
        }.Estimate();

        Assert.Equal(402e9 / 151e3 / 86400, estimate.WallClockDays!.Value, 1e-6);
    }

    // How many tokens for a model of my size? Hoffmann et al. 2022: about 20 a parameter.
    [Theory]
    [InlineData(1e9)]
    [InlineData(7e9)]
    [InlineData(70e9)]
    public void The_tokens_of_a_size_are_about_twenty_a_parameter(double parameters) =>
        Assert.InRange(((IAllocationLaw)LawCatalog.Default).TokensFor(parameters) / parameters, 15, 25);

    // Is a rate of 0.05 too much? Are 40 epochs? The issue's own.
    [Theory]
    [InlineData("SCALE402", 0.05, 1)]
    [InlineData("SCALE201", 3e-4, 40)]
    [InlineData("", 3e-4, 2)]
    public void A_rate_and_repeats_are_assessed(string rule, double rate, double epochs)
    {
        var found = ConfigReader.Read(new
        {
            Parameters = 7_000_000_000,
            Tokens = 140_000_000_000,
            UniqueTokens = (long)(140e9 / epochs),
            LearningRate = rate,
            TokensPerBatch = 4_000_000,
        }).Check();

        Assert.Equal(rule, string.Join(" ", found.Select(one => one.Rule.Id).Where(id => id is "SCALE402" or "SCALE201")));
    }
}
