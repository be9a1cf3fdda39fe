using System;
using System.IO;
using System.Linq;

namespace ScalingAnalyzers.RunFiles.Tests;

/// <summary>The ways in which files mislead (references in docs/run-files.md): each one a case.</summary>
public sealed class TrapTests
{
    private static RunFile Changed(string name, string before, string after, RunFileOptions? options = null)
    {
        string text = File.ReadAllText(CheckedSums.Find(name));
        Assert.Contains(before, text, StringComparison.Ordinal);
        return RunFile.Parse(text.Replace(before, after, StringComparison.Ordinal), name, options);
    }

    // PyYAML takes the last one without a word.
    [Fact]
    public void A_key_that_is_written_twice_is_named_with_its_line()
    {
        var file = Changed("mpt-7b.yaml", "  n_layers: 32\n", "  n_layers: 32\n  n_layers: 24\n");

        var problem = Assert.Single(file.Problems);
        string[] lines = File.ReadAllText(CheckedSums.Find("mpt-7b.yaml")).Split('\n');
        Assert.Equal(Array.IndexOf(lines, "  n_layers: 32") + 2, problem.Line);
        Assert.StartsWith("'n_layers' is written twice", problem.Message, StringComparison.Ordinal);
        Assert.Equal(24, file.Run!.Declared.Shape!.Layers);
    }

    [Fact]
    public void A_size_that_is_a_word_is_impossible_at_its_place()
    {
        var file = Changed("mpt-7b.yaml", "d_model: 4096", "d_model: wide");

        var finding = Assert.Single(file.Findings, finding => finding.Rule.Id == "SCALE902");
        Assert.Equal("model.d_model", finding.Member);
        Assert.True(file.ValueOf(finding)!.Line > 1);
        Assert.Contains("whole number", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    // 0 is no pipeline: 48 ranks
    [InlineData("neox-20b.yml", "\"pipe-parallel-size\": 4", "\"pipe-parallel-size\": 0", 96, 1_887_436_800_000)]
    // global: no GPUs needed
    [InlineData("neox-20b.yml", "\"train-iters\": 150000", "\"train_batch_size\": 1536, \"train-iters\": 150000", 0, 471_859_200_000)]
    [InlineData("mpt-7b.yaml", "63900ba", "134tok", 0, 134)] // tokens
    [InlineData("mpt-7b.yaml", "63900ba", "1000sp", 0, 2_048_000)] // sequences
    [InlineData("mpt-7b.yaml", "63900ba", "2ep", 0, 0)] // the data decide
    [InlineData("mpt-7b.yaml", "63900ba", "3600sec", 0, 0)] // no length in tokens
    [InlineData("mpt-7b.yaml", "length: 2048", "length: ${oc.env:LENGTH}", 0, 0)] // the environment
    [InlineData("torchtitan-8b.toml", "shard_degree = -1", "shard_degree = -1", 0, 0)] // -1 without the world
    [InlineData("torchtitan-8b.toml", "shard_degree = -1", "shard_degree = 64", 0, 524_288_000)] // declared
    [InlineData("torchtitan-70b.toml", "global_batch_size = -1", "global_batch_size = 512", 0, 4_194_304_000)] // 512 x 8,192 x 1,000
    [InlineData("torchtitan-registry.py", "steps=1000", "num_tokens_per_train_step=524288, steps=1000", 0, 524_288_000)] // tokens, global
    // 4 microbatches of 8,192 tokens on 16 ranks, 1,000 steps; without a pipeline they are ignored
    [InlineData("torchtitan-registry.py", "tensor_parallel_degree=1",
        "pipeline_parallel_degree=2, num_pp_microbatches=4, data_parallel_shard_degree=16", 0, 524_288_000)]
    [InlineData("torchtitan-registry.py", "tensor_parallel_degree=1", "num_pp_microbatches=4, data_parallel_shard_degree=16", 0,
        131_072_000)]
    [InlineData("olmo2-7b-stage1.yaml", "1ep", "4e12T", 0, 4_000_000_000_000)] // tokens, not t_max
    [InlineData("olmo3-7b.py", "597046", "5970460", 0, 5_000_000_000_000)] // a later hard stop changes nothing
    [InlineData("olmo-core-config.json", "\"hard_stop\": null", "\"hard_stop\": {\"value\": 1000, \"unit\": \"steps\"}", 0, 8_388_608_000)]
    [InlineData("megatron-175b.sh", "    --rampup-batch-size 16 16 5859375\n", "", 0, 1_572_864_000_000)] // 500,000 x 1,536 x 2,048
    [InlineData("megatron-175b.sh", "--train-iters 500000", "--train-samples 146484375", 0, 300_000_000_000)] // sequences, GPT-3's 300B
    [InlineData("megatron-175b.sh", "--train-iters 500000", "--train-iters $STEPS", 0, 0)] // given at run time
    [InlineData("nemo-llama.yaml", "max_steps: 100000", "max_steps: ???", 0, 0)] // must be given
    [InlineData("nemo-two-nodes.yaml", "accumulate_grad_batches: 4", "accumulate_grad_batches: 8", 0, 262_144_000)] // is not multiplied in
    [InlineData("bridge-llama32-1b.yaml", "sequence_length: 4096", "sequence_length: 8192", 0, 0)] // two lengths that differ
    [InlineData("levanter-llama2-7b.yaml", "train_batch_size: 1024", "train_batch_size: [[0, 512], [1000, 1024]]", 0, 0)] // a list of sizes
    [InlineData("axolotl-steps.yaml", "sample_packing: true", "sample_packing: false", 8, 0)] // sequences are not full
    [InlineData("training_args.json", "\"max_steps\": 500", "\"max_steps\": -1", 8, 0)] // -1 is not set
    [InlineData("training_args.json", "\"packing\": true", "\"packing\": false", 8, 0)]
    [InlineData("nanogpt-gpt2.py", "5 * 8", "5 * 8", 64, 294_912_000_000)] // the total over all GPUs
    [InlineData("nanogpt-gpt2.py", "batch_size = 12", "batch_size = int(os.environ['B'])", 8, 0)] // is not run
    [InlineData("deepspeed-batch.json", "256", "\"auto\"", 8, 0)]
    public void Tokens_follow_the_words_of_the_trainer(string name, string before, string after, long accelerators, long tokens)
    {
        var file = Changed(name, before, after, new RunFileOptions { AcceleratorCount = accelerators == 0 ? null : accelerators });

        Assert.NotNull(file.Trainer);
        Assert.Equal(tokens, file.Run!.Declared.TrainingTokens ?? 0);
    }

    [Theory]
    // tied: less 50,304 x 2,048
    [InlineData("neox-pythia-1-4b.yml", "\"no-weight-tying\": true", "\"no-weight-tying\": false", 50304, 1_311_625_216)]
    [InlineData("neox-pythia-1-4b.yml", "\"pos-emb\": \"rotary\"", "\"pos-emb\": \"learned\"", 50304, 0)]
    [InlineData("neox-pythia-1-4b.yml", "flash", "mamba", 50304, 0)]
    [InlineData("olmo2-7b-stage1.yaml", "mlp_hidden_size: 22016", "mlp_hidden_size: 22017", 0, 0)] // both halves
    [InlineData("megatron-arguments.log", "group_query_attention ........................... True",
        "group_query_attention ........................... False", 0, 8_835_567_616)]
    [InlineData("nanotron-smollm1-135m.yaml", "vocab_size: 49152", "vocab_size: 49152\n    moe_config: {num_experts: 8, top_k: 2}", 0, 0)]
    // null is not written: huggingface/nanotron, examples/config_qwen.yaml
    [InlineData("nanotron-smollm1-135m.yaml", "vocab_size: 49152", "vocab_size: 49152\n    moe_config: null", 0, 134_515_008)]
    // a seed is no spec: NVIDIA/NeMo, megatron_llama_config.yaml; Mamba and Griffin have the same keys
    [InlineData("nemo-llama.yaml", "num_layers: 12", "seed: 1234\n  num_layers: 12", 32000, 162_417_408)]
    [InlineData("nemo-llama.yaml", "bias: False", "bias: False\n  qkv_bias: True", 32000, 162_445_056)] // Qwen 2: 12 x 3 x 768 more
    [InlineData("nemo-llama.yaml", "fast-swiglu", "fast-geglu", 32000, 162_417_408)]
    [InlineData("nemo-llama.yaml", "num_layers: 12", "num_layers: 12\n  mamba_ssm_ngroups: 8", 32000, 0)]
    [InlineData("nemo-llama.yaml", "num_layers: 12", "num_layers: 12\n  window_size: [1024, 0]", 32000, 0)]
    [InlineData("nemo-llama.yaml", "num_layers: 12", "num_layers: 12\n  mcore_customization_config:\n    parallel_attention: true",
        32000, 0)]
    [InlineData("params-llama2-7b.json", "\"vocab_size\": -1", "\"vocab_size\": -1", 0, 0)] // from the tokenizer
    [InlineData("params-llama3-8b.json", "\"dim\": 4096", "\"dim\": 2048", 0, 0)] // tied or not is not stated
    [InlineData("nanogpt-gpt2.py", "batch_size = 12", "bias = True", 0, 124_475_904)] // GPT-2 with biases: 124,439,808 + 47 rows of 768
    [InlineData("nanogpt-shakespeare.py", "n_layer = 6", "n_layer = 6", 0, 0)] // its vocabulary is the data set's
    public void Parameters_are_counted_only_where_the_block_is_known(string name, string before, string after, long vocabulary,
        long parameters)
    {
        var file = Changed(name, before, after, new RunFileOptions { VocabularySize = vocabulary == 0 ? null : vocabulary });

        Assert.Equal(parameters, file.Estimate!.Counted.Shape?.Parameters ?? 0);
    }

    // huggingface/trl, examples/cli_configs/example_config.yaml
    [Fact]
    public void A_file_of_the_command_of_TRL_is_recognised() => Assert.Equal("TrainingArguments", RunFile.Parse(
        "model_name_or_path:\n  Qwen/Qwen2.5-0.5B\ndataset_name:\n  stanfordnlp/imdb\nlearning_rate:\n  0.0001\n", "run.yaml").Trainer);

    [Fact]
    public void A_growing_batch_is_said()
    {
        var file = RunFile.Read(CheckedSums.Find("megatron-175b.sh"));

        Assert.Contains("upper bound", file.Run!.OpenTokens, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_key_that_stands_twice_the_last_one_counts()
    {
        var file = Changed("nanotron-tiny-llama.yaml", "train_steps: 15", "train_steps: 15, train_steps: 30");

        Assert.Equal(30_720, file.Run!.Declared.TrainingTokens);
        Assert.Contains("'train_steps' is written twice", file.Problems.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_that_is_no_number_is_named_and_not_missing()
    {
        var file = Changed("mpt-125m.yaml", "global_train_batch_size: 256", "global_train_batch_size: 1,024");

        Assert.Contains(file.Needed, need => need.Why.Contains("'global_train_batch_size' is unknown", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_trainers_are_reported_and_none_is_taken()
    {
        var file = RunFile.Parse("tokens: {train_steps: 1}\ntrainer: {num_train_steps: 1, train_batch_size: 2}\n", "run.yaml");

        Assert.Equal(["nanotron", "levanter"], file.Candidates);
        Assert.Null(file.Trainer);
        Assert.Null(file.Run);
        Assert.Contains("name the trainer", file.Problems.Single().Message, StringComparison.Ordinal);
        Assert.Equal("levanter", RunFile.Parse("trainer: {num_train_steps: 1}\n", "run.yaml",
            new RunFileOptions { Trainer = "Levanter" }).Trainer);
        Assert.Throws<ArgumentException>(() => RunFile.Parse("", "run.yaml", new RunFileOptions { Trainer = "caffe" }));
    }

    [Theory]
    [InlineData("run.yml", "a: [1, 2", "This is not YAML")]
    [InlineData("run.yml", "a: 1\nb: [1, 2\nc:\n  d: true\ne: 3ba\n", "run.yml(2,1): This is not YAML: the text from here on")]
    [InlineData("run.toml", "a = = 1", "This is not TOML")]
    [InlineData("run.json", "{\"a\": }", "This is not JSON")]
    [InlineData("config.json", "{\"model_type\": \"llama\"}", "not a run")]
    [InlineData("run.yml", "", "no trainer that is known")]
    [InlineData("run.sh", "echo hello", "No flag")]
    [InlineData("model_optim_rng.pt", "PK\u0003\u0004", "a checkpoint of PyTorch")]
    [InlineData("common.pt", "\u0080\u0002}q", "a checkpoint of PyTorch")]
    public void Bad_files_are_said_with_the_place(string name, string text, string message)
    {
        var problem = RunFile.Parse(text, name).Problems[0];

        Assert.Contains(message, problem.ToString(), StringComparison.Ordinal);
        Assert.True(problem.Line >= 1 && problem.Column >= 1);
    }

    [Theory]
    [InlineData("", "SCALE304", 0)]
    [InlineData("# scaling: allow SCALE004 served for years\n", "SCALE004", 1)]
    [InlineData("# scaling: allow SCALE001 another rule\n", "SCALE004", 0)]
    [InlineData("# scaling: allow SCALE004\n", "SCALE004", 0)] // without a reason nothing is silenced
    public void A_reason_in_the_file_silences_a_rule_there(string comment, string rule, int accepted)
    {
        // SmolLM1-135M's plan has 15,600 tokens a parameter.
        var file = RunFile.Parse(comment + File.ReadAllText(CheckedSums.Find("nanotron-smollm1-135m.yaml")), "run.yaml");

        Assert.Equal(accepted, file.Accepted.Count(finding => finding.Rule.Id == rule));
        Assert.Equal(1 - accepted, file.Findings.Count(finding => finding.Rule.Id == "SCALE004"));
        Assert.Equal(comment.EndsWith("SCALE004\n", StringComparison.Ordinal) ? 1 : 0, file.Problems.Count);
    }

    [Theory]
    [InlineData("    train_steps: 2000000 # scaling: allow SCALE004 served for years", 1)]
    [InlineData("  # scaling: allow SCALE004 served for years\n  train_steps: 2000000", 1)]
    [InlineData("  train_steps: 2000000\n  # scaling: allow SCALE004 in another line", 0)]
    public void A_reason_counts_in_its_line_and_alone_in_the_next(string line, int accepted)
    {
        var file = Changed("nanotron-smollm1-135m.yaml", "  train_steps: 2000000", line.StartsWith("    ", StringComparison.Ordinal)
            ? line[2..] : line);

        Assert.Equal(accepted, file.Accepted.Count(finding => finding.Rule.Id == "SCALE004"));
        Assert.Equal(1 - accepted, file.Findings.Count(finding => finding.Rule.Id == "SCALE004"));
    }

    [Theory]
    [InlineData("neox-20b.yml", ConfigRole.AcceleratorCount, "the tokens wait for it", "a multiple of 8 (model")]
    [InlineData("neox-20b.yml", ConfigRole.VocabularySize, "the vocabulary comes from the tokenizer", "padding included")]
    [InlineData("zephyr-sft.yaml", ConfigRole.Parameters, "no shape of the model", "mistralai/Mistral-7B-v0.1")] // a hub id
    [InlineData("axolotl-afm.yaml", ConfigRole.UniqueTokens, "declared in epochs", "num_epochs")]
    [InlineData("mpt-7b.yaml", ConfigRole.AcceleratorCount, "hours and memory of a device wait for it", "")]
    public void What_a_file_lacks_is_asked_for_with_what_it_has(string name, ConfigRole role, string why, string hint)
    {
        var need = RunFile.Parse(File.ReadAllText(CheckedSums.Find(name)), name).Needed.Single(need => need.Role == role);

        Assert.Contains(why, need.Why, StringComparison.Ordinal);
        Assert.Contains(hint, need.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("olmo2-7b-stage1.yaml", "precision: amp_bf16", "precision: amp_bf16\ntrain_iters: 5", "train_iters")]
    [InlineData("training_args.json", "\"max_steps\": 500", "\"max_steps\": 500, \"global_batch_size\": 8", "global_batch_size")]
    public void A_key_with_the_name_of_a_value_that_is_not_read_is_listed(string name, string before, string after, string key)
    {
        var unread = Changed(name, before, after).Unread.Single(value => value.Key == key);

        Assert.Contains("does not use it", unread.Unknown, StringComparison.Ordinal);
        Assert.True(unread.Line > 0 && unread.Column > 0);
    }

    [Fact]
    public void A_finding_has_the_place_of_its_value()
    {
        var file = RunFile.Read(CheckedSums.Find("nanotron-smollm1-135m.yaml"));

        var value = file.ValueOf(file.Findings.Single(finding => finding.Rule.Id == "SCALE004"))!;
        Assert.Equal(("tokens.train_steps", 27), (value.Key, value.Line));
    }

    [Fact]
    public void A_slip_in_a_key_leaves_its_value_unknown_and_the_default_untaken()
    {
        var file = Changed("neox-20b.yml", "gradient_accumulation_steps", "gradient_acumulation_steps",
            new RunFileOptions { AcceleratorCount = 96 });

        Assert.Null(file.Run!.Declared.TrainingTokens);
        Assert.Contains("gradient_acumulation_steps", file.Values.Single(value =>
            value.Role == ConfigRole.GradientAccumulationSteps).Unknown, StringComparison.Ordinal);
    }

    // Bytes a parameter: 2 + 2 + 4 + 8, and 2 more where gradients are accumulated in 32 bits. Megatron-LM does so for
    // BF16 unless it is told otherwise (NVIDIA/Megatron-LM, megatron/training/arguments.py); nanotron by its key.
    [Theory]
    [InlineData("train.sh", "torchrun pretrain_gpt.py --num-layers 2 --micro-batch-size 1 --bf16", 18)]
    [InlineData("train.sh", "torchrun pretrain_gpt.py --num-layers 2 --micro-batch-size 1 --bf16 --grad-reduce-in-bf16", 16)]
    [InlineData("train.sh", "torchrun pretrain_gpt.py --num-layers 2 --micro-batch-size 1 --bf16 --main-grads-dtype bf16", 16)]
    [InlineData("train.sh", "torchrun pretrain_gpt.py --num-layers 2 --micro-batch-size 1 --fp16", 16)]
    [InlineData("train.sh", "torchrun pretrain_gpt.py --num-layers 2 --micro-batch-size 1 --fp16 --accumulate-allreduce-grads-in-fp32", 18)]
    [InlineData("config.yaml", "optimizer: {accumulate_grad_in_fp32: true}\nmodel: {dtype: bfloat16}\n" + Nanotron, 18)]
    [InlineData("config.yaml", "optimizer: {accumulate_grad_in_fp32: false}\nmodel: {dtype: bfloat16}\n" + Nanotron, 16)]
    public void Gradients_in_32_bits_are_those_of_the_trainer(string name, string text, int bytes)
    {
        var file = RunFile.Parse(text, name, new RunFileOptions { Parameters = 1_000_000_000 });

        Assert.NotNull(file.Trainer);
        Assert.Equal(bytes * 1_000_000_000L, file.Estimate!.TrainingStateBytes);
    }

    private const string Nanotron =
        "tokens: {batch_accumulation_per_replica: 1, micro_batch_size: 8, sequence_length: 2048, train_steps: 10}\n";
}
