using System;

namespace ScalingAnalyzers.Tests;

/// <summary>Tokens of run files as trainers write them: steps x batch x sequence in the words of the trainer.</summary>
public class TrainerTokensTests
{
    public static TheoryData<string, object, long> Published => new()
    {
        // Black et al. 2022, 20B.yml and its text: 12 data-parallel ranks of 96 GPUs; the paper rounds to 1,538
        // sequences.
        {
            "GPT-NeoX-20B", new
            {
                train_iters = 150_000, train_micro_batch_size_per_gpu = 4, gradient_accumulation_steps = 32, model_parallel_size = 2,
                pipe_parallel_size = 4, WorldSize = 96, seq_length = 2048,
            }, 471_859_200_000
        },

        // 0 pipeline stages are none; an absent accumulation is one pass (neox_arguments).
        {
            "GPT-NeoX, no pipeline", new
            {
                train_iters = 1000, train_micro_batch_size_per_gpu = 4, model_parallel_size = 1, pipe_parallel_size = 0, WorldSize = 8,
                seq_length = 2048,
            }, 1000L * 4 * 8 * 2048
        },

        // karpathy/nanoGPT, config/train_gpt2.py: "total 300B tokens"; accumulation is divided by the ranks.
        {
            "nanoGPT, GPT-2 124M", new
            {
                max_iters = 600_000, lr_decay_iters = 600_000, batch_size = 12, block_size = 1024, gradient_accumulation_steps = 40,
                WorldSize = 8,
            }, 294_912_000_000
        },

        // mosaicml/llm-foundry, pretrain/mpt-7b.yaml: 63900ba, "~ 134B tokens".
        {
            "MPT-7B", new
            {
                max_steps = 63_900, global_train_batch_size = 1024, device_train_microbatch_size = "auto", max_seq_len = 2048,
            }, 63_900L * 1024 * 2048
        },

        // huggingface/smollm, config_smollm1_135M.yaml.
        {
            "SmolLM 135M, nanotron", new
            {
                train_steps = 2_000_000, micro_batch_size = 8, batch_accumulation_per_replica = 1, DataParallel = 64, SequenceLength = 2048,
            }, 2_097_152_000_000
        },

        // NVIDIA-NeMo/Megatron-Bridge, llama3.py.
        {
            "Llama 3 8B, Megatron-Bridge", new
            {
                train_iters = 1_168_251, global_batch_size = 512, micro_batch_size = 1, seq_length = 8192,
                tensor_model_parallel_size = 1, AcceleratorCount = 2,
            }, 1_168_251L * 512 * 8192
        },

        // NVIDIA/Megatron-LM, GPT-3 175B: samples are sequences, and 146,484,375 of 2,048 are 300B tokens, ramp-up or
        // not.
        {
            "GPT-3 175B, Megatron-LM", new
            {
                train_samples = 146_484_375, rampup_batch_size = "16 16 5859375", global_batch_size = 1536, seq_length = 2048,
            }, 300_000_000_000
        },

        // allenai/OLMo-core, OLMo3-7B: the global batch is in tokens.
        {
            "OLMo 3 7B", new
            {
                MaxSteps = 597_046, global_batch_size = 8192 * 512, rank_microbatch_size = 2 * 8192, sequence_length = 8192,
            }, 597_046L * 4_194_304
        },

        // pytorch/torchtitan, llama3_8b.toml: batch_size is that of a rank (torchtitan#572); -1 shards take the rest.
        {
            "torchtitan, Llama 3 8B on 64 GPUs", new
            {
                steps = 1000, batch_size = 1, seq_len = 8192, data_parallel_shard_degree = -1, tensor_parallel_degree = 1, WorldSize = 64,
            }, 1000L * 64 * 8192
        },
        {
            "torchtitan, replicas and shards", new
            {
                steps = 1000, local_batch_size = 2, global_batch_size = -1, seq_len = 8192, data_parallel_replicate_degree = 4,
                data_parallel_shard_degree = 8, tensor_parallel_degree = 2,
            }, 1000L * 2 * 32 * 8192
        },
        {
            "torchtitan, tokens of a step", new
            {
                steps = 1000, num_tokens_per_microbatch_per_dp_rank = 8192, num_tokens_per_train_step = 524_288,
            }, 524_288_000
        },

        // levanter, llama2_7b_ul2r.yaml: the batch is global whatever the devices.
        {
            "levanter", new { num_train_steps = 10_000, train_batch_size = 1024, AcceleratorCount = 256, SequenceLength = 4096 },
            10_000L * 1024 * 4096
        },

        // Hugging Face: ranks are what model parallelism leaves.
        {
            "Transformers", new
            {
                max_steps = 1000, per_device_train_batch_size = 8, gradient_accumulation_steps = 4, WorldSize = 32, TensorParallel = 4,
                max_seq_length = 2048,
            }, 1000L * 8 * 4 * 8 * 2048
        },

        // karpathy/nanochat: total_batch_size in tokens.
        {
            "nanochat", new { num_iterations = 21_400, device_batch_size = 32, total_batch_size = 524_288, max_seq_len = 2048 },
            21_400L * 524_288
        },
        {
            "declared ranks win over the world", new
            {
                MaxSteps = 100, MicroBatchSize = 2, GradientAccumulationSteps = 4, WorldSize = 64, DataParallel = 4, SequenceLength = 1024,
            }, 100L * 2 * 4 * 4 * 1024
        },
        {
            "context-parallel ranks share a sequence", new
            {
                MaxSteps = 100, MicroBatchSize = 2, GradientAccumulationSteps = 4, WorldSize = 64, ContextParallel = 8,
                SequenceLength = 1024,
            }, 100L * 2 * 4 * 8 * 1024
        },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Steps_give_the_tokens_in_the_words_of_their_trainer(string run, object config, long tokens)
    {
        Assert.NotEmpty(run);
        Assert.Equal(tokens, ConfigReader.Read(config).Declared.TrainingTokens);
    }

    public static TheoryData<object, string[]> Open => new()
    {
        { new { MaxSteps = 1000, BatchSize = 8, SequenceLength = 2048, AcceleratorCount = 64 }, ["torchtitan", "levanter"] },
        {
            new { MaxSteps = 1000, BatchSize = 12, GradientAccumulationSteps = 40, SequenceLength = 1024, WorldSize = 8 },
            ["Hugging Face", "nanoGPT"]
        },
        { new { MaxSteps = 597_046, GlobalBatchSize = 4_194_304, SequenceLength = 8192 }, ["Megatron-LM", "OLMo-core"] },
        { new { MaxSteps = 1000, total_batch_size = 524_288 }, ["nanochat", "model cards"] },
        {
            // Megatron-LM: the batch grows from 16 to 1,536.
            new { train_iters = 100_000, rampup_batch_size = "16 16 5859375", global_batch_size = 1536, seq_length = 2048 },
            ["upper bound", "315B"]
        },
    };

    [Theory]
    [MemberData(nameof(Open))]
    public void Where_two_readings_are_possible_the_tokens_are_unknown_and_both_are_named(object config, string[] readings)
    {
        var run = ConfigReader.Read(config);

        Assert.Null(run.Declared.TrainingTokens);
        Assert.All(readings, reading => Assert.Contains(reading, run.Config.OpenTokens!, StringComparison.Ordinal));
    }

    public static TheoryData<object> Unknown => new()
    {
        new { max_steps = -1, per_device_train_batch_size = 16, gradient_accumulation_steps = 4, WorldSize = 8, max_seq_length = 2048 },
        new { MaxSteps = 100, MicroBatchSize = 2, GradientAccumulationSteps = 4, SequenceLength = 1024 }, // ranks unknown
        new
        {
            MaxSteps = 100, MicroBatchSize = 2, GradientAccumulationSteps = 4, WorldSize = 60, TensorParallel = 8, SequenceLength = 1024,
        },
        new { MaxSteps = 100, MicroBatchSize = 2, WorldSize = 8, SequenceLength = 1024 }, // accumulation unknown
        new { MaxSteps = 100, train_micro_batch_size_per_gpu = "auto", gradient_accumulation_steps = "auto", WorldSize = 8, SeqLen = 1024 },
        new { t_max = 5e12, lr_decay_iters = 600_000, lr_decay_steps = 2000, t_warmup = 1e9 }, // schedules, not the run
    };

    [Theory]
    [MemberData(nameof(Unknown))]
    public void What_is_not_set_or_not_declared_is_unknown_and_no_fault(object config)
    {
        var run = ConfigReader.Read(config);

        Assert.Null(run.Declared.TrainingTokens);
        Assert.Empty(run.Config.Impossible);
    }

    // The count that its authors publish is 472.5B; the product of the file is 0.1 % less, and of all 96 GPUs
    // eight times more.
    [Fact]
    public void A_right_declared_count_is_not_held_against_the_world_size() => Assert.DoesNotContain(
        ConfigReader.Read(new
        {
            Parameters = 20_554_567_680,
            Tokens = 472_473_600_000,
            train_iters = 150_000,
            train_micro_batch_size_per_gpu = 4,
            gradient_accumulation_steps = 32,
            model_parallel_size = 2,
            pipe_parallel_size = 4,
            AcceleratorCount = 96,
            seq_length = 2048,
        }).Check(),
        finding => finding.Rule.Id == "SCALE304");

    [Theory]
    [InlineData(0, true)] // four ranks as declared
    [InlineData(1, false)] // the accelerators may be more than the ranks
    [InlineData(2, false)] // the batch grows
    public void A_declared_count_may_be_replaced_only_by_a_certain_product(int form, bool isOffered)
    {
        object config = form switch
        {
            0 => new
            {
                Tokens = 300_000_000_000,
                MaxSteps = 1000,
                MicroBatchSize = 2,
                GradientAccumulationSteps = 4,
                DataParallel = 4,
                SequenceLength = 1024,
            },
            1 => new
            {
                Tokens = 300_000_000_000,
                MaxSteps = 1000,
                MicroBatchSize = 2,
                GradientAccumulationSteps = 4,
                AcceleratorCount = 4,
                SequenceLength = 1024,
            },
            _ => new
            {
                Tokens = 300_000_000_000,
                MaxSteps = 1000,
                GlobalBatchSize = 4,
                SequenceLength = 1024,
                rampup_batch_size = "1 1 10",
            },
        };

        var finding = Assert.Single(ConfigReader.Read(config).Check(), found => found.Rule.Id == "SCALE304");

        Assert.Equal(isOffered, finding.Fixes.Count > 0);
        Assert.Contains("as declared", finding.Message, StringComparison.Ordinal);
    }

    // 597,046 steps of 4,194,304 sequences of 8,192 tokens would be 2.05e16 tokens.
    [Fact]
    public void A_batch_in_tokens_read_as_sequences_is_suspicious() => Assert.Contains(
        ConfigReader.Read(new
        {
            Parameters = 7_000_000_000,
            MaxSteps = 597_046,
            GlobalBatchSize = 4_194_304,
            SequenceLength = 8192,
        }).Check(),
        finding => finding.Rule.Id == "SCALE907" && finding.Message.Contains("TokensPerBatch", StringComparison.Ordinal));
}
