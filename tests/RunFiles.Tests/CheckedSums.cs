using System;
using System.IO;
using System.Linq;

namespace ScalingAnalyzers.RunFiles.Tests;

/// <summary>
/// Tokens and parameters of trainers' own files, written anew with the published numbers (the first line of each file
/// has its
/// source), against sums made by hand or published counts.
/// </summary>
public sealed class CheckedSums
{
    [Theory]
    // 4 x 32 x 96/(4 x 2) x 2,048 x 150,000; the hub's config
    [InlineData("neox-20b.yml", "GPT-NeoX", 96, 50432, 471_859_200_000, 20_554_567_680)]
    [InlineData("neox-pythia-1-4b.yml", "GPT-NeoX", 64, 50304, 299_892_736_000, 1_414_647_808)] // 1,024 sequences (Biderman et al. 2023)
    [InlineData("mpt-7b.yaml", "llm-foundry", 0, 0, 134_008_012_800, 6_649_024_512)] // "~ 134B tokens", its own comment
    // 4,800 x 256 x 2,048; 12 x (12 x 768^2 + 13 x 768) + 2 x 768 + (50,368 + 2,048) x 768
    [InlineData("mpt-125m.yaml", "llm-foundry", 0, 0, 2_516_582_400, 125_311_488)]
    [InlineData("torchtitan-8b.toml", "torchtitan", 64, 0, 524_288_000, 0)] // torchtitan#572: x the data-parallel degree
    [InlineData("torchtitan-70b.toml", "torchtitan", 64, 0, 524_288_000, 0)] // 8 x 64/8 x 8,192 x 1,000
    [InlineData("torchtitan-registry.py", "torchtitan", 64, 0, 524_288_000, 0)] // 8,192 tokens a rank
    [InlineData("nanotron-smollm1-135m.yaml", "nanotron", 0, 0, 2_097_152_000_000, 134_515_008)] // 2,000,000 x 512 x 2,048; the hub's count
    [InlineData("nanotron-tiny-llama.yaml", "nanotron", 0, 0, 15_360, 12_368)] // 15 x 2 x 2 x 256; by hand
    [InlineData("olmo2-7b-stage1.yaml", "OLMo", 0, 0, 0, 7_298_617_344)] // 1ep; the hub's count
    [InlineData("olmo3-7b.py", "OLMo-core", 0, 0, 2_504_192_425_984, 0)] // 597,046 x 4,194,304, before 5T
    [InlineData("olmo-core-config.json", "OLMo-core", 0, 0, 6_500_000_000_000, 0)] // as declared
    [InlineData("megatron-175b.sh", "Megatron-LM", 0, 51200, 0, 174_615_846_912)] // the batch grows; 12 L h^2 + 13 L h + (V + s) h + 2 h
    [InlineData("megatron-arguments.log", "Megatron-LM", 0, 0, 838_860_800_000, 8_030_261_248)] // Llama 3 8B's count
    [InlineData("nemo-llama.yaml", "NeMo", 0, 32000, 3_276_800_000, 162_417_408)] // 100,000 x 8 x 4,096; by hand
    [InlineData("nemo-two-nodes.yaml", "NeMo", 0, 0, 262_144_000, 0)] // 1,000 x 128 x 2,048
    [InlineData("bridge-llama32-1b.yaml", "Megatron-Bridge", 0, 0, 3_276_800, 0)] // 100 x 8 x 4,096
    [InlineData("bridge-llama3-8b.py", "Megatron-Bridge", 0, 0, 4_899_999_842_304, 0)] // 1,168,251 x 512 x 8,192 = 4.90T
    [InlineData("levanter-llama2-7b.yaml", "levanter", 0, 0, 41_943_040_000, 0)] // 10,000 x 1,024 x 4,096
    [InlineData("levanter-own-shape.yaml", "levanter", 0, 49152, 1_048_576_000, 134_515_008)] // SmolLM1-135M's count
    [InlineData("axolotl-afm.yaml", "axolotl", 8, 0, 0, 0)] // epochs: the data decide
    [InlineData("axolotl-steps.yaml", "axolotl", 8, 0, 13_107_200, 0)] // 100 x 2 x 4 x 8 x 2,048
    [InlineData("zephyr-sft.yaml", "TrainingArguments", 8, 0, 0, 0)] // max_steps -1
    [InlineData("training_args.json", "TrainingArguments", 8, 0, 262_144_000, 0)] // 500 x 16 x 2 x 8 x 2,048
    [InlineData("deepspeed-zero3.json", "DeepSpeed", 8, 0, 0, 0)] // "auto"
    [InlineData("deepspeed-batch.json", "DeepSpeed", 8, 0, 0, 0)] // no steps
    [InlineData("nanogpt-gpt2.py", "nanoGPT", 8, 0, 294_912_000_000, 124_373_760)] // 12 x 1,024 x 40 x 600,000; 123.59M + positions
    [InlineData("nanogpt-shakespeare.py", "nanoGPT", 1, 65, 81_920_000, 10_745_088)] // 5,000 x 64 x 256; 10.65M + positions
    [InlineData("params-llama3-8b.json", "params.json", 0, 0, 0, 8_030_261_248)] // the hub's count
    [InlineData("params-llama2-7b.json", "params.json", 0, 32000, 0, 6_738_415_616)] // the hub's count
    [InlineData("levanter-gpt2-nano.yaml", "levanter", 0, 0, 10_240, 0)] // 20 x 2 x 256
    // 600,000 x 256 x 2,048; GPT-2 small's 124,439,808 and 1,024 positions and 47 rows more, of 768
    [InlineData("nemo-126m-pile.yaml", "NeMo", 0, 50304, 314_572_800_000, 125_262_336)]
    [InlineData("axolotl-qwen3-ep.yaml", "axolotl", 4, 0, 409_600, 0)] // 50 x 1 x 4 x 2,048
    // 7 x 4 x 256; 2 x (4 x 256^2 + 2 x 3 x 256 x 896 + 2 x 256 + 2 x 256) + 256 + 2 x 32,000 x 256
    [InlineData("megatron-mixtral.sh", "Megatron-LM", 0, 32000, 7_168, 19_663_104)]
    [InlineData("olmo2-13b-stage1.yaml", "OLMo", 0, 0, 0, 13_716_198_400)] // 1ep; the hub's count
    [InlineData("deepspeed-zero2.json", "DeepSpeed", 8, 0, 0, 0)] // "auto"
    [InlineData("zephyr-gemma-sft.yaml", "TrainingArguments", 8, 0, 0, 0)] // max_steps -1
    public void Tokens_and_parameters_are_those_of_the_trainer(
        string name, string trainer, long accelerators, long vocabulary, long tokens, long parameters)
    {
        var file = RunFile.Read(Find(name), new RunFileOptions
        {
            AcceleratorCount = accelerators == 0 ? null : accelerators,
            VocabularySize = vocabulary == 0 ? null : vocabulary,
        });

        // NeMo refuses its accumulation of 4 (megatron_base_model.py, _validate_trainer).
        Assert.Equal(name == "nemo-two-nodes.yaml" ? ["'trainer.accumulate_grad_batches'"] : [],
            file.Problems.Select(problem => problem.Message.Split(' ')[0]));
        Assert.Equal(trainer, file.Trainer);
        Assert.Equal(tokens, file.Run!.Declared.TrainingTokens ?? 0);
        Assert.Equal(parameters, file.Estimate!.Counted.Shape?.Parameters ?? 0);
        Assert.All(file.Values.Where(value => value.File.Length > 0), value =>
            Assert.True(value.Line > 0 && value.Column > 0, value.ToString()));
    }

    [Theory]
    [InlineData("143100ba", 2048, 600_206_049_280 - 1)] // mpt-30b.yaml: 600B
    [InlineData("333800ba", 2048, 1_400_061_886_464 - 1)] // mpt-70b.yaml: 1.40T
    public void Larger_yamls_of_llm_foundry_make_their_sums(string duration, long batch, long about)
    {
        string text = File.ReadAllText(Find("mpt-7b.yaml")).Replace("63900ba", duration, StringComparison.Ordinal)
            .Replace("batch_size: 1024", "batch_size: " + batch, StringComparison.Ordinal);

        Assert.Equal((double)about, (double)RunFile.Parse(text, "mpt.yaml").Run!.Declared.TrainingTokens!.Value, 0.005 * about);
    }

    // Hours are FLOPs over peak x utilization; H100 SXM: 989.4e12 FLOP/s dense in bf16 (NVIDIA's data sheet).
    [Theory]
    [InlineData("megatron-arguments.log", 32, 4096, 8192)]
    [InlineData("olmo2-13b-stage1.yaml", 40, 5120, 4096)]
    public void Hours_follow_from_the_file_and_what_is_given(string name, long layers, long width, long length)
    {
        var file = RunFile.Read(Find(name), new RunFileOptions
        {
            Accelerator = "H100-SXM",
            Utilization = 0.4,
            UniqueTokens = name.EndsWith(".log", StringComparison.Ordinal) ? null : 5_000_000_000_000,
        });

        double tokens = file.Run!.Declared.TrainingTokens!.Value;
        double flops = tokens * ((6.0 * file.Estimate!.Counted.Shape!.Parameters) + (12.0 * layers * width * length));
        Assert.Equal(flops / (989.4e12 * 0.4 * 3600), file.Estimate.AcceleratorHours!.Value, 1e-9 * flops / 1e18);
    }

    [Fact]
    public void The_machine_of_a_wandb_run_is_read_beside_its_config()
    {
        // 1,000 x 8 x 4 x (8 GPUs x 2 nodes) x 4,096.
        var file = RunFile.Read(Find("wandb/config.yaml"));

        Assert.Equal("TrainingArguments", file.Trainer);
        Assert.Equal(2_097_152_000, file.Run!.Declared.TrainingTokens);
        Assert.Equal("H100-SXM", file.Run.Declared.Accelerator?.Name);
    }

    [Fact]
    public void The_processes_of_accelerate_and_the_stage_of_deepspeed_are_read_beside_a_recipe()
    {
        var file = RunFile.ReadFiles([Find("training_args.json"), Find("accelerate.yaml"), Find("deepspeed-zero3.json")]);

        Assert.Equal(262_144_000, file.Run!.Declared.TrainingTokens);
        Assert.Equal(3L, file.Values.Single(value => value.Role == ConfigRole.ZeroStage).Content);
    }

    internal static string Find(string name) => Path.Combine(AppContext.BaseDirectory, "Files", name);
}
