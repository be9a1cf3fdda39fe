using System;
using System.Linq;

namespace ScalingAnalyzers.RunFiles.Tests;

/// <summary>What a newcomer's files showed: units, devices, shapes and refusals, each as the trainer's source has
/// it.</summary>
public sealed class NewcomerTests
{
    private const string Mpt = "max_seq_len: 2048\nglobal_train_batch_size: 512\nmodel: {name: mpt_causal_lm, d_model: 2560, n_heads: 20, "
        + "n_layers: 32, vocab_size: 50368}\n";

    private const string Olmo = "model: {d_model: 2048, n_heads: 16, n_layers: 16, weight_tying: false, max_sequence_length: 2048, "
        + "vocab_size: 50280}\nglobal_train_batch_size: 512\n";

    private const string Megatron = "torchrun pretrain_gpt.py --num-layers 32 --hidden-size 4096 --num-attention-heads 32 "
        + "--seq-length 4096 --max-position-embeddings 4096 --micro-batch-size 1 --global-batch-size 1024 --train-iters 5000 --bf16 "
        + "--tensor-model-parallel-size 8 --pipeline-model-parallel-size 4 ";

    private static RunFile Parse(string name, string text, long gpus = 0, long vocabulary = 0, long parameters = 0) =>
        RunFile.Parse(text, name, new RunFileOptions
        {
            AcceleratorCount = gpus == 0 ? null : gpus,
            VocabularySize = vocabulary == 0 ? null : vocabulary,
            Parameters = parameters == 0 ? null : parameters,
        });

    // Composer, composer/trainer/trainer.py: ensure_time(max_duration, TimeUnit.EPOCH); composer/core/time.py refuses a
    // text without a unit. allenai/OLMo, olmo/train.py, max_steps: int steps, "T" tokens, "ep" epochs, else
    // float(text).
    [Theory]
    [InlineData(Mpt + "max_duration: 4800\n", "llm-foundry", 0, 4800.0)]
    [InlineData(Mpt + "max_duration: 4800ba\n", "llm-foundry", 5_033_164_800, 0)] // 4,800 x 512 x 2,048
    [InlineData(Mpt + "max_duration: \"4800\"\n", "llm-foundry", 0, 0)]
    [InlineData(Mpt + "max_duration: 4800T\n", "llm-foundry", 0, 0)]
    [InlineData(Olmo + "max_duration: 4800\n", "OLMo", 5_033_164_800, 0)]
    [InlineData(Olmo + "max_duration: 2ep\n", "OLMo", 0, 2)]
    [InlineData(Olmo + "max_duration: 4e9T\n", "OLMo", 4_000_000_000, 0)]
    [InlineData(Olmo + "max_duration: 4800ba\n", "OLMo", 0, 0)]
    public void A_duration_has_the_unit_of_its_trainer(string text, string trainer, long tokens, double epochs)
    {
        var file = Parse("run.yaml", text);

        Assert.Equal(trainer, file.Trainer);
        Assert.Equal(tokens, file.Run!.Declared.TrainingTokens ?? 0);
        Assert.Equal(epochs, Convert.ToDouble(file.Values.FirstOrDefault(value => value.Role == ConfigRole.Epochs)?.Content ?? 0));
    }

    // src/olmo_core/train/common.py: a Duration is a value with a unit.
    [Fact]
    public void A_bare_duration_of_OLMo_core_is_unknown()
    {
        var file = Parse("run.py", "global_batch_size = 8 * 4096\nrank_microbatch_size = 4096\nsequence_length = 4096\n"
            + "max_duration = 4800\n");

        Assert.Equal("OLMo-core", file.Trainer);
        Assert.Null(file.Run!.Declared.TrainingTokens);
    }

    // NVIDIA/Megatron-LM, examples: WORLD_SIZE=$(($GPUS_PER_NODE*$NNODES)); with a scheduler it may be the nodes.
    [Theory]
    [InlineData("GPUS_PER_NODE=8\n NNODES=4\nWORLD_SIZE=32\n", 0, 32)]
    [InlineData("GPUS_PER_NODE=8\n NNODES=4\nWORLD_SIZE=$(($GPUS_PER_NODE*$NNODES))\n", 0, 32)]
    [InlineData("GPUS_PER_NODE=8\nWORLD_SIZE=4\n NNODES=$WORLD_SIZE\n", 0, 32)]
    [InlineData("WORLD_SIZE=32\n", 0, 32)]
    [InlineData("GPUS_PER_NODE=8\n NNODES=$1\nWORLD_SIZE=$(($GPUS_PER_NODE*$NNODES))\n", 32, 32)]
    [InlineData("GPUS_PER_NODE=8\n NNODES=4\nWORLD_SIZE=16\n", 0, 0)]
    [InlineData("GPUS_PER_NODE=8\n NNODES=4\nWORLD_SIZE=16\n", 32, 32)] // the input answers what the file leaves open
    public void The_world_size_of_a_script_is_that_of_its_nodes(string lines, long given, long expected)
    {
        var file = Parse("run.sh", lines + Megatron, given);

        Assert.Equal(expected, file.Run!.Declared.AcceleratorCount ?? 0);
    }

    [Fact]
    public void Another_number_of_devices_than_the_files_is_reported()
    {
        var file = Parse("run.sh", "WORLD_SIZE=32\n" + Megatron, 48);

        Assert.Contains("'WORLD_SIZE' is 32, and AcceleratorCount is given as 48", Assert.Single(file.Problems).Message,
            StringComparison.Ordinal);
        Assert.Contains(Parse("run.sh", Megatron, 48).Findings, finding => finding.Rule.Id == "SCALE301"
            && finding.Message.Contains("48 does not divide into 32", StringComparison.Ordinal));
    }

    // megatron/training/arguments.py: both are paths.
    [Fact]
    public void A_file_of_a_vocabulary_is_no_size_of_one()
    {
        var file = Parse("run.sh", Megatron + "--vocab-file gpt2-vocab.json --merge-file gpt2-merges.txt", 32, vocabulary: 50257);

        Assert.NotNull(file.Estimate!.Counted.Shape);
    }

    [Theory]
    [InlineData("run.sh", Megatron + "--group-query-attention --num-query-groups 6", true)]
    [InlineData("run.sh", Megatron + "--num-query-groups 6", false)] // counts only where it is switched on
    [InlineData("run.py", "batch_size = 12\nblock_size = 1024\nn_head = 15\nn_embd = 1600\n", true)]
    [InlineData("run.py", "batch_size = 12\nblock_size = 1024\nn_head = 25\nn_embd = 1600\n", false)]
    public void What_does_not_divide_needs_no_vocabulary(string name, string text, bool breaks)
    {
        var file = Parse(name, text);

        Assert.Equal(breaks, file.Findings.Any(finding => finding.Rule.Id == "SCALE301"));
        Assert.DoesNotContain(file.Needed, need => breaks && need.Why.Contains("holds no shape", StringComparison.Ordinal));
    }

    private const string Heads = "per_device_train_batch_size: 8\nmax_steps: 100\n";

    private const string Neox = "{\"num-layers\": 32, \"hidden-size\": 4096, \"num-attention-heads\": 30, \"pos-emb\": \"rotary\", "
        + "\"model-parallel-size\": 8, \"train_micro_batch_size_per_gpu\": 4, \"seq-length\": 2048, \"train-iters\": 1000}";

    // After a change to 32 heads, SCALE302 would report the declared 7B (the shape has 6.65B): no fix raises another
    // rule.
    [Theory]
    [InlineData(0, true)]
    [InlineData(7_000_000_000, false)]
    public void The_nearest_divisor_does_not_depend_on_a_declared_count_and_its_fix_does(long parameters, bool isOffered)
    {
        var file = Parse("run.yml", Neox.Replace("\"model-parallel-size\": 8, ", "", StringComparison.Ordinal), vocabulary: 50304,
            parameters: parameters);

        var finding = file.Findings.Single(finding => finding.Rule.Id == "SCALE301");
        Assert.Contains("the nearest num-attention-heads that divides is 32", finding.Message, StringComparison.Ordinal);
        Assert.Equal(isOffered ? [32.0] : [], finding.Fixes.SelectMany(fix => fix.Edits).Select(edit => edit.Value));
    }

    // Tensor-parallel devices divide heads and width: 2 is the nearest to 8 that divides 30 and 4,096.
    [Fact]
    public void A_tensor_parallel_size_divides_heads_and_widths()
    {
        var file = Parse("run.yml", Neox, vocabulary: 50304);

        var edits = file.Findings.Where(finding => finding.Rule.Id == "SCALE301").SelectMany(finding => finding.Fixes)
            .SelectMany(fix => fix.Edits).ToList();
        Assert.NotEmpty(edits);
        Assert.All(edits.Where(edit => edit.Member == "model-parallel-size"), edit => Assert.Equal(2, edit.Value));
        Assert.All(edits.Where(edit => edit.Member == "num-attention-heads"), edit => Assert.Equal(32, edit.Value));
    }

    // pytorch/torchtitan, torchtitan/trainer.py: global_batch_size % (local_batch_size x batch degree) == 0;
    // torchtitan/distributed/parallel_dims.py: the degrees multiply to the world size.
    [Theory]
    [InlineData(4, 100, 8, 1, 0, true, false)]
    [InlineData(4, 128, 8, 1, 0, false, false)]
    [InlineData(4, 128, 8, 2, 64, false, true)]
    [InlineData(4, 128, 8, 2, 16, false, false)]
    public void The_degrees_of_torchtitan_divide_the_batch_and_the_world(
        int local, int global, int shards, int tensor, long gpus, bool breaks, bool refuses)
    {
        var file = Parse("run.toml", FormattableString.Invariant($"[training]\nlocal_batch_size = {local}\nglobal_batch_size = {global}\n")
            + FormattableString.Invariant($"seq_len = 8192\nsteps = 1000\n[parallelism]\ndata_parallel_shard_degree = {shards}\n")
            + FormattableString.Invariant($"tensor_parallel_degree = {tensor}\n"), gpus);

        var found = file.Findings.Where(finding => finding.Rule.Id == "SCALE301").ToList();
        Assert.Equal(breaks, found.Count > 0);
        Assert.All(found, finding => Assert.Empty(finding.Fixes)); // no local batch makes 8 ranks divide 100
        Assert.Equal(refuses, file.Problems.Any(problem => problem.Message.Contains("torchtitan refuses", StringComparison.Ordinal)));
    }

    private const string LitGpt = "model_name: tiny-llama-1.1b\ntrain: {global_batch_size: 512, micro_batch_size: 4, "
        + "max_tokens: 3000000000, max_seq_length: 2048}\nprecision: bf16-mixed\n";

    // Lightning-AI/litgpt, litgpt/pretrain.py: max_tokens ends the run; devices x num_nodes; 3e12 tokens by default.
    [Theory]
    [InlineData(LitGpt, 3_000_000_000, 0, 0)]
    [InlineData(LitGpt + "devices: 8\nnum_nodes: 2\n", 3_000_000_000, 16, 0)]
    [InlineData("model_name: pythia-14m\ntrain: {micro_batch_size: 4}\n", 3_000_000_000_000, 0, 0)]
    [InlineData("model_name: pythia-14m\ntrain: {micro_batch_size: 4, max_steps: 10}\n", 3_000_000_000_000, 0, 1)]
    [InlineData("checkpoint_dir: a\ntrain: {micro_batch_size: 4, global_batch_size: 16, epochs: 2, max_seq_length: 512}\n", 0, 0, 0)]
    public void LitGpt_is_read_in_its_own_words(string text, long tokens, long gpus, int problems)
    {
        var file = Parse("run.yaml", text);

        Assert.Equal("LitGPT", file.Trainer);
        Assert.Equal((tokens, gpus), (file.Run!.Declared.TrainingTokens ?? 0, file.Run.Declared.AcceleratorCount ?? 0));
        Assert.Equal(problems, file.Problems.Count);
    }

    private const string Factory = "model_name_or_path: meta-llama/Meta-Llama-3-8B\ncutoff_len: 2048\nper_device_train_batch_size: 1\n"
        + "gradient_accumulation_steps: 8\nmax_steps: 1000\nfinetuning_type: full\n";

    // hiyouga/LLaMA-Factory, src/llamafactory/hparams/parser.py: packing is on in stage pt unless the file has another.
    [Theory]
    [InlineData(Factory + "stage: pt\n", 131_072_000)] // 1 x 8 x 8 ranks x 2,048 x 1,000
    [InlineData(Factory + "stage: pt\npacking: false\n", 0)]
    [InlineData(Factory + "stage: sft\n", 0)]
    [InlineData(Factory + "stage: sft\npacking: true\n", 131_072_000)]
    public void LLaMA_Factory_packs_in_pre_training(string text, long tokens)
    {
        var file = Parse("run.yaml", text, 8);

        Assert.Equal("LLaMA-Factory", file.Trainer);
        Assert.Equal(tokens, file.Run!.Declared.TrainingTokens ?? 0);
    }

    // run_clm.py joins the texts and cuts them into blocks; accelerate starts one process an accelerator.
    [Theory]
    [InlineData("run.yaml", Heads + "block_size: 4096\n", 8, 26_214_400)] // 8 x 8 x 4,096 x 100
    [InlineData("run.sh", "accelerate launch --num_processes 8 x.py --per_device_train_batch_size 8 --max_steps 100 --block_size 4096",
        0, 26_214_400)]
    [InlineData("run.sh", "torchrun --nproc_per_node=8 train.py --per_device_train_batch_size 8 --max_steps 100 --block_size 4096",
        0, 26_214_400)]
    [InlineData("sft.py", "training_args = SFTConfig(max_length=4096, packing=True, per_device_train_batch_size=8, max_steps=100)\n"
        + "trainer = SFTTrainer(model=\"Qwen/Qwen2.5-7B\", args=training_args)\n", 8, 26_214_400)]
    public void The_words_of_Transformers_and_what_starts_it_give_the_tokens(string name, string text, long gpus, long tokens)
    {
        var file = Parse(name, text, gpus);

        Assert.Equal("TrainingArguments", file.Trainer);
        Assert.Equal(tokens, file.Run!.Declared.TrainingTokens ?? 0);
    }

    // Each is refused by the trainer: NVIDIA/NeMo, megatron_base_model.py, _validate_trainer; karpathy/nanoGPT,
    // train.py; OLMo-core, data_loader.py (rank batch % sequence_length) and trainer.py; DeepSpeed, runtime/config.py
    // and runtime/zero/config.py; transformers, training_args.py; Megatron-LM, arguments.py.
    [Theory]
    [InlineData("run.yaml", "trainer: {max_steps: 10, accumulate_grad_batches: 4}\nmodel: {micro_batch_size: 1, global_batch_size: 8}\n", 0,
        "NeMo refuses more than 1")]
    [InlineData("run.py", "batch_size = 12\nblock_size = 1024\ngradient_accumulation_steps = 40\n", 6, "6 GPUs do not divide it")]
    [InlineData("run.py", "global_batch_size = 512\nrank_microbatch_size = 8192\nsequence_length = 4096\n", 0, "The batch counts tokens")]
    [InlineData("ds.json", "{\"train_batch_size\": 512, \"train_micro_batch_size_per_gpu\": 8, \"gradient_accumulation_steps\": 3}", 0,
        "no number of ranks")]
    [InlineData("ds.json", "{\"train_batch_size\": 512, \"train_micro_batch_size_per_gpu\": 8, \"gradient_accumulation_steps\": 4}", 8,
        "with 8 ranks they do not agree")]
    [InlineData("ds.json", "{\"zero_optimization\": {\"stage\": 4}}", 0, "the stages 0 to 3")]
    [InlineData("ds.json", "{\"zero_optimization\": {\"stage\": 1}, \"bf16\": {\"enabled\": true}, \"fp16\": {\"enabled\": true}}", 0,
        "are both true")]
    [InlineData("run.yaml", Heads + "bf16: true\nfp16: true\n", 0, "are both true")]
    [InlineData("run.sh", Megatron + "--fp16", 0, "are both true")]
    public void What_a_trainer_refuses_is_a_problem_with_its_place(string name, string text, long gpus, string words)
    {
        var problem = Assert.Single(Parse(name, text, gpus).Problems);

        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Line > 0 && problem.Column > 0);
    }

    [Theory]
    [InlineData("run.py", "batch_size = 12\nblock_size = 1024\ngradient_accumulation_steps = 40\n", 8)]
    [InlineData("ds.json", "{\"train_batch_size\": 256, \"train_micro_batch_size_per_gpu\": 8, \"gradient_accumulation_steps\": 4}", 8)]
    [InlineData("ds.json", "{\"zero_optimization\": {\"stage\": 3}, \"bf16\": {\"enabled\": true}, \"fp16\": {\"enabled\": false}}", 0)]
    [InlineData("run.py", "global_batch_size = 65536\nrank_microbatch_size = 8192\nsequence_length = 4096\n", 0)]
    public void What_a_trainer_accepts_is_none(string name, string text, long gpus) => Assert.Empty(Parse(name, text, gpus).Problems);

    private const string Axolotl = "base_model: a/b\nmicro_batch_size: 2\nsequence_len: 4096\nsample_packing: true\nmax_steps: 1000\n";

    // Dettmers et al. 2023, section 3: the base weights are frozen and held in 4 bits; the adapter alone has an
    // optimizer.
    [Theory]
    [InlineData(Axolotl + "adapter: qlora\nload_in_4bit: true\nlora_r: 32\nbf16: true\n", false, false)]
    [InlineData(Axolotl + "adapter: lora\nlora_r: 32\nbf16: true\n", false, true)]
    [InlineData(Axolotl + "bf16: true\n", true, true)]
    public void Beside_an_adapter_no_compute_and_no_optimizer_state_of_the_model_are_counted(string text, bool isWhole, bool hasWeights)
    {
        var file = Parse("run.yaml", text, 8, parameters: 7_000_000_000);

        Assert.Equal(isWhole, file.Run!.PartlyTrained is null);
        Assert.Equal(isWhole, file.Estimate!.TrainingFlops is not null);
        Assert.Equal(isWhole, file.Estimate.TrainingStateBytes is not null);
        Assert.Equal(hasWeights ? 14_000_000_000 : null, file.Estimate.WeightBytes);
    }

    [Theory]
    [InlineData("datasets: []\n", TrainingStage.FineTuning)]
    [InlineData("pretraining_dataset: c4\n", TrainingStage.ContinuedPretraining)]
    public void A_pretraining_dataset_of_axolotl_is_pre_training(string line, TrainingStage stage) =>
        Assert.Equal(stage, Parse("run.yaml", Axolotl + line).Run!.Declared.Stage);

    // A preview goes on from the text that a run would have written.
    [Fact]
    public void A_change_is_read_again_without_being_written()
    {
        var file = Parse("run.yml", Neox, vocabulary: 50304);

        var change = file.Apply(file.Findings.SelectMany(finding => finding.Fixes)
            .First(fix => fix.Edits[0].Member == "num-attention-heads"));

        Assert.DoesNotContain(change.After!.Findings, finding => finding.Rule.Id == "SCALE301");
    }
}
