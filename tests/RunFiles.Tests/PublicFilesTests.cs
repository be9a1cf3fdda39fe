using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.RunFiles.Tests;

/// <summary>Forms of trainers' public files, each with the numbers that its file has and the source of the expected
/// count.</summary>
public sealed class PublicFilesTests
{
    private const string Olmo2 = """
        model: { d_model: 2048, n_heads: 16, n_layers: 16, mlp_ratio: 8, weight_tying: false, rope: true, activation_type: swiglu,
          attention_layer_norm: true, norm_after: true, layer_norm_type: rms, include_bias: false, max_sequence_length: 4096,
          vocab_size: 100278, embedding_size: 100352 }
        max_duration: 4e12T
        global_train_batch_size: 512
        """;

    private const string Olmo1 = """
        model: { d_model: 2048, n_heads: 16, n_layers: 16, mlp_ratio: 8, weight_tying: true, rope: true, activation_type: swiglu,
          block_type: sequential, layer_norm_type: default, layer_norm_with_affine: false, attention_layer_norm_with_affine: false,
          include_bias: false, max_sequence_length: 2048, vocab_size: 50280, embedding_size: 50304 }
        max_duration: 739_328
        global_train_batch_size: 2048
        """;

    // A job of the platform: the run stands under parameters.
    private const string Job = """
        image: mosaicml/llm-foundry
        compute: { gpus: 8 }
        parameters:
          variables: { max_seq_len: 8192 }
          max_seq_len: ${variables.max_seq_len}
          model: { name: mpt_causal_lm, d_model: 2048, n_heads: 16, n_layers: 24, expansion_ratio: 4, vocab_size: 50368,
            max_seq_len: "${variables.max_seq_len}" }
          max_duration: 6200ba
          global_train_batch_size: 512
        """;

    private const string Mpt = "max_duration: 63900ba\nglobal_train_batch_size: 1024\nmax_seq_len: 2048\nmodel: { name: mpt_causal_lm, "
        + "max_seq_len: 2048, expansion_ratio: 4, vocab_size: 50368, ";

    private const string Qwen3 = "MODEL=\"--num-layers 36 --hidden-size 4096 --ffn-hidden-size 12288 --num-attention-heads 32 "
        + "--kv-channels 128 --group-query-attention --num-query-groups 8 --swiglu --qk-layernorm --normalization RMSNorm "
        + "--disable-bias-linear --untie-embeddings-and-output-weights --position-embedding-type rope "
        + "--padded-vocab-size 151936 --load ${CHECKPOINT}\"";

    private const string Geglu = "--num-layers 2 --hidden-size 64 --num-attention-heads 4 --micro-batch-size 1 --padded-vocab-size 256 "
        + "--normalization RMSNorm --disable-bias-linear --position-embedding-type rope --quick-geglu ";

    [Theory]
    [InlineData("o.yaml", Olmo2, 1_484_916_736, 4_000_000_000_000)] // OLMo2-1B-stage1.yaml; index of allenai/OLMo-2-0425-1B
    [InlineData("o.yaml", Olmo1, 1_176_764_416, 3_100_966_387_712)] // OLMo-1B.yaml; index of allenai/OLMo-1B-hf; 739,328 x 2,048 x 2,048
    // mcli-1b-max-seq-len-8k.yaml; 24 x (12 x 2,048^2 + 13 x 2,048) + 2 x 2,048 + (50,368 + 8,192) x 2,048
    [InlineData("m.yaml", Job, 1_328_533_504, 26_004_684_800)]
    // NumParams of llm-foundry's own scripts/train/benchmarking/README.md
    [InlineData("m.yaml", Mpt + "d_model: 4096, n_heads: 32, n_layers: 32 }", 6_658_859_008, 134_008_012_800)]
    [InlineData("m.yaml", Mpt + "d_model: 5120, n_heads: 40, n_layers: 40 }", 12_853_954_560, 134_008_012_800)]
    [InlineData("m.yaml", Mpt + "d_model: 7168, n_heads: 56, n_layers: 48 }", 29_975_214_080, 134_008_012_800)]
    [InlineData("m.yaml", Mpt + "d_model: 4096, n_heads: 32, n_layers: 32, attn_config: { alibi: true } }", 6_650_470_400,
        134_008_012_800)] // less 2,048 x 4,096 positions
    [InlineData("m.yaml", Mpt + "d_model: 4096, n_heads: 32, n_layers: 32, no_bias: true, attn_config: { rope: true } }", 6_649_024_512,
        134_008_012_800)] // MPT-7B's published count, which has no positions either
    [InlineData("q.sh", Qwen3, 8_190_735_360, 0)] // examples/rl/model_configs/qwen3_8b.sh; index of Qwen/Qwen3-8B
    // 2 x (4 x 64^2 + 3 x 64 x 256 + 2 x 64) + 64 + 256 x 64; the width is 4 x 64
    [InlineData("g.sh", Geglu, 147_776, 0)]
    [InlineData("g.sh", Geglu + "--enable-gpt-oss", 0, 0)] // conf/openai/gpt-oss-20b.sh: sinks, biases, positions of its own
    [InlineData("g.sh", Geglu + "--softmax-type learnable", 0, 0)]
    [InlineData("g.sh", Geglu + "--hybrid-layer-pattern M-M*", 0, 0)]
    // examples/mamba/train.sh: 300B tokens; flags in one text, with what is given when the script runs
    [InlineData("m.sh", "S=4096\nN=73242188  # 300B\nO=\" \\\n  --hidden-size ${WIDTH} \\\n  --seq-length ${S} \\\n  --train-samples ${N} "
        + "\\\n  --save ${DIR}\"\ntorchrun --nproc_per_node 8 ../../pretrain_hybrid.py ${O}", 0, 300_000_002_048)]
    // nvlm/pretrain_yi_34b_internvit_6b.sh: 256 are the image's, 512 the decoder's
    [InlineData("v.sh", "O=\" --num-layers 60 --seq-length 256 --decoder-seq-length 512 --train-samples 122880000 --micro-batch-size ${M} "
        + "--vision-model-type internvit\"\n", 0, 62_914_560_000)]
    // config/gpt2_xl.yaml: 400,000 steps of 512 sequences are levanter's own
    [InlineData("l.yaml", "model: { type: gpt2, hidden_dim: 1600, seq_len: 1024 }\ntrainer: { mp: \"p=f32,c=bfloat16\" }\n"
        + "optimizer: { learning_rate: 1E-4 }", 0, 209_715_200_000)]
    [InlineData("l.yaml", "model: { type: llama, seq_len: 1024 }\ntrainer: { mp: p=f32, train_batch_size: 8 }\noptimizer: { lr: 1 }\n"
        + "epoch: 3", 0, 0)] // steps follow from the data
    [InlineData("l.yaml", "model: { type: llama, seq_len: 1024 }\ntrainer: { mp: p=f32, num_train_step: 8 }\noptimizer: { lr: 1 }", 0, 0)]
    public void The_numbers_are_those_of_the_trainer(string name, string text, long parameters, long tokens)
    {
        var file = RunFile.Parse(text, name);

        Assert.NotNull(file.Trainer);
        Assert.Equal(parameters, file.Estimate!.Counted.Shape?.Parameters ?? 0);
        Assert.Equal(tokens, file.Run!.Declared.TrainingTokens ?? 0);
    }

    // Classes of models: smollm's vision/m4/models/vgpt2/configuration_vgpt2.py, OLMo's hf_olmo/configuration_olmo.py.
    [Theory]
    [InlineData("n_layer=12\nn_head=12\nn_embd=768\nn_positions=1024\n", "of no trainer that is known")]
    [InlineData("model_type = \"olmo\"\nkeys_to_ignore = 1\n", "of no trainer that is known")]
    public void A_class_of_a_model_is_no_run(string text, string words)
    {
        var file = RunFile.Parse(text, "configuration.py");

        Assert.Null(file.Trainer);
        Assert.Contains(words, Assert.Single(file.Problems).Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_in_a_text_has_its_own_place()
    {
        var file = RunFile.Parse("O=\" \\\n   --num-layers 36 \\\n  --micro-batch-size ${B} \\\n --seq-length 4096\"\n", "run.sh");

        Assert.Equal((2, 17), Place(file, ConfigRole.Layers));
        Assert.Equal((4, 15), Place(file, ConfigRole.SequenceLength));
        Assert.Contains("given when the script runs", file.Values.Single(value => value.Role == ConfigRole.MicroBatchSequences).Unknown,
            System.StringComparison.Ordinal);
    }

    private static (int Line, int Column) Place(RunFile file, ConfigRole role)
    {
        var value = file.Values.Single(one => one.Role == role);
        return (value.Line, value.Column);
    }

    // axolotl's src/axolotl/utils/schemas/training.py at 067b021c: num_epochs 1.0, micro_batch_size 1,
    // gradient_accumulation_steps 1. 8 devices of one sequence each.
    [Theory]
    [InlineData("", 3_000_000_000, 3_000_000_000)]
    [InlineData("num_epochs: 3\n", 3_000_000_000, 9_000_000_000)]
    [InlineData("max_steps: 100\n", 0, 1_638_400)]
    public void Axolotl_trains_one_epoch_of_one_sequence_unless_told(string line, long unique, long tokens)
    {
        var file = RunFile.Parse("base_model: a/b\nsequence_len: 2048\nsample_packing: true\nlearning_rate: 1e-4\n"
            + "datasets: [{ path: x }]\noutput_dir: o\nadapter: lora\n" + line, "a.yaml",
            new RunFileOptions { Trainer = "axolotl", AcceleratorCount = 8, UniqueTokens = unique == 0 ? null : unique });

        Assert.Equal(tokens, file.Run!.Declared.TrainingTokens);
    }

    [Fact]
    public void A_job_gives_the_devices()
    {
        Assert.Equal(8L, RunFile.Parse(Job, "m.yaml").Run!.Declared.AcceleratorCount);
    }

    // Utilization and tokens per second and device of llm-foundry's scripts/train/benchmarking/README.md, sequences of
    // 2,048: the trainer's own hours are tokens / throughput. Both figures are rounded there to four digits.
    [Theory]
    [InlineData("d_model: 4096, n_heads: 32, n_layers: 32", "H100-SXM", 8, 0.4644, 10643)]
    [InlineData("d_model: 4096, n_heads: 32, n_layers: 32", "A100-80GB", 8, 0.6423, 4641)]
    [InlineData("d_model: 5120, n_heads: 40, n_layers: 40", "H100-SXM", 128, 0.4218, 5080)]
    [InlineData("d_model: 7168, n_heads: 56, n_layers: 48", "H100-SXM", 512, 0.4027, 2115)]
    [InlineData("d_model: 7168, n_heads: 56, n_layers: 48", "A100-40GB", 128, 0.5225, 865)]
    public void The_hours_are_those_of_the_trainers_throughput(
        string shape, string accelerator, long count, double utilization, double rate)
    {
        var file = RunFile.Parse(Mpt + shape + " }", "mpt.yaml", new RunFileOptions
        {
            Accelerator = accelerator,
            AcceleratorCount = count,
            Utilization = utilization,
            Others = new Dictionary<ConfigRole, object> { [ConfigRole.UtilizationBasis] = "Attention12" },
        });

        double published = 134_008_012_800 / rate / 3600;
        Assert.InRange(file.Estimate!.AcceleratorHours!.Value / published, 0.999, 1.001);
        Assert.InRange(file.Estimate.WallClockDays!.Value / (published / count / 24), 0.999, 1.001);
    }

    // SmolLM3, text/pretraining/smollm3/stage3_9T_11T.yaml: "384 H100s for 24 days" (huggingface.co/blog/smollm3),
    // 14,000 tokens a second and device (the Smol Training Playbook).
    [Fact]
    public void SmolLm3_takes_the_24_days_that_it_took()
    {
        const string Text = """
            model:
              make_vocab_size_divisible_by: 1
              dtype: bfloat16
              model_config: { is_qwen2_config: true, hidden_size: 2048, intermediate_size: 11008, num_attention_heads: 16,
                num_hidden_layers: 36, num_key_value_heads: 4, tie_word_embeddings: true, vocab_size: 128256 }
            parallelism: { dp: 192, tp: 2, pp: 1 }
            tokens: { batch_accumulation_per_replica: 1, micro_batch_size: 3, sequence_length: 4096, train_steps: 4720000 }
            """;
        var file = RunFile.Parse(Text, "stage3.yaml", new RunFileOptions
        {
            Others = new Dictionary<ConfigRole, object> { [ConfigRole.TokensPerSecondPerAccelerator] = 14_000.0 },
        });

        Assert.Equal(384, file.Run!.Declared.AcceleratorCount);
        Assert.Equal(11_135_877_120_000, file.Run.Declared.TrainingTokens);
        Assert.InRange(file.Estimate!.WallClockDays!.Value, 23.9, 24.1);
    }
}
