using System.Collections.Generic;

namespace ScalingAnalyzers.Tests;

/// <summary>One run in the words of its trainer: as names with values, which C# and JSON have, and as the trainer's own
/// file.</summary>
/// <param name="Name">The run.</param>
/// <param name="Keys">"name = value" by commas; a value is a number or a quoted text.</param>
/// <param name="File">The name of the file.</param>
/// <param name="Text">The text of the file.</param>
/// <param name="Devices">Devices that the file does not name; 0 where it needs none.</param>
/// <param name="Tokens">The tokens by the trainer's own arithmetic; 0 where they are open.</param>
internal sealed record TrainerConfig(string Name, string Keys, string File, string Text, long Devices, long Tokens);

/// <summary>Runs in the words of ten trainers. The products are made by hand as the trainers' sources make them
/// (docs/run-files.md names the lines).</summary>
internal static class TrainerConfigs
{
    public static IReadOnlyList<TrainerConfig> All { get; } =
    [
        // dp = (gpus / pp) / mp; micro x accumulation x dp: 4 x 32 x 12 x 2,048 x 150,000
        new("GPT-NeoX 20B", "train_micro_batch_size_per_gpu = 4, gradient_accumulation_steps = 32, model_parallel_size = 2, "
            + "pipe_parallel_size = 4, global_num_gpus = 96, seq_length = 2048, train_iters = 150000", "20B.yml",
            """{ "train_micro_batch_size_per_gpu": 4, "gradient_accumulation_steps": 32, "model-parallel-size": 2,"""
            + """ "pipe-parallel-size": 4, "seq-length": 2048, "train-iters": 150000 }""",
            96, 471_859_200_000),

        // 8 x 2 x 128/2 x 2,048 x 143,000
        new("Pythia 6.9B", "train_micro_batch_size_per_gpu = 8, gradient_accumulation_steps = 2, model_parallel_size = 2, "
            + "pipe_parallel_size = 0, global_num_gpus = 128, seq_length = 2048, train_iters = 143000", "6-9B.yml",
            """{ "train_micro_batch_size_per_gpu": 8, "gradient_accumulation_steps": 2, "model-parallel-size": 2,"""
            + """ "pipe-parallel-size": 0, "seq-length": 2048, "train-iters": 143000 }""",
            128, 299_892_736_000),

        // No accumulation is one pass: 16 x 64 x 2,048 x 143,000
        new("Pythia 1.4B", "train_micro_batch_size_per_gpu = 16, pipe_parallel_size = 1, model_parallel_size = 1, global_num_gpus = 64, "
            + "seq_length = 2048, train_iters = 143000", "1-4B.yml",
            """{ "train_micro_batch_size_per_gpu": 16, "pipe-parallel-size": 1, "model-parallel-size": 1, "seq-length": 2048,"""
            + """ "train-iters": 143000 }""",
            64, 299_892_736_000),

        // The global batch in sequences wins: 1,536 x 2,048 x 150,000
        new("GPT-NeoX by its global batch", "train_batch_size = 1536, train_micro_batch_size_per_gpu = 4, pipe_parallel_size = 4, "
            + "seq_length = 2048, train_iters = 150000", "20B.yml",
            """{ "train_batch_size": 1536, "train_micro_batch_size_per_gpu": 4, "pipe-parallel-size": 4, "seq-length": 2048,"""
            + """ "train-iters": 150000 }""",
            0, 471_859_200_000),

        // The accumulation of all GPUs together: 12 x 40 x 1,024 x 600,000
        new("nanoGPT GPT-2", "batch_size = 12, block_size = 1024, gradient_accumulation_steps = 40, max_iters = 600000, "
            + "lr_decay_iters = 600000, world_size = 8", "train_gpt2.py",
            "batch_size = 12\nblock_size = 1024\ngradient_accumulation_steps = 5 * 8\nmax_iters = 600000\nlr_decay_iters = 600000\n",
            8, 294_912_000_000),

        // 64 x 1 x 256 x 5,000
        new("nanoGPT characters", "gradient_accumulation_steps = 1, batch_size = 64, block_size = 256, max_iters = 5000, "
            + "lr_decay_iters = 5000, eval_iters = 200", "train_shakespeare_char.py",
            "gradient_accumulation_steps = 1\nbatch_size = 64\nblock_size = 256\nmax_iters = 5000\nlr_decay_iters = 5000\n"
            + "eval_iters = 200\n",
            1, 81_920_000),

        // 8 x 64 x 1,024 x 100,000, on however many GPUs
        new("nanoGPT on 64 GPUs", "batch_size = 8, gradient_accumulation_steps = 64, block_size = 1024, max_iters = 100000, n_layer = 24, "
            + "n_head = 16, n_embd = 1024, world_size = 64", "train_medium.py",
            "batch_size = 8\ngradient_accumulation_steps = 64\nblock_size = 1024\nmax_iters = 100000\nn_layer = 24\nn_head = 16\n"
            + "n_embd = 1024\n",
            64, 52_428_800_000),

        // The global batch counts tokens: 4,194,304 x 597,046
        new("OLMo-core 7B", "global_batch_size = 4194304, rank_microbatch_size = 16384, sequence_length = 8192, max_steps = 597046",
            "OLMo3-7B.py", """
            GLOBAL_BATCH_SIZE = 8192 * 512
            data_loader_config = NumpyDataLoaderConfig(global_batch_size=GLOBAL_BATCH_SIZE)
            train_module_config = TransformerTrainModuleConfig(rank_microbatch_size=2 * 8192)
            trainer_config = TrainerConfig(max_duration=Duration.steps(597046))
            """,
            0, 2_504_192_425_984),

        // 8,388,608 x 721,901
        new("OLMo-core 32B", "global_batch_size = 8388608, rank_microbatch_size = 16384, sequence_length = 4096, max_steps = 721901",
            "OLMo2-32B.py", """
            data_loader_config = NumpyDataLoaderConfig(global_batch_size=2048 * 4096)
            train_module_config = TransformerTrainModuleConfig(rank_microbatch_size=4 * 4096)
            trainer_config = TrainerConfig(max_duration=Duration.steps(721901))
            """,
            0, 6_055_744_503_808),

        // A batch a data-parallel rank, and one pass: 1 x 64 x 8,192 x 1,000
        new("torchtitan 8B", "local_batch_size = 1, seq_len = 8192, steps = 1000, data_parallel_shard_degree = -1, "
            + "tensor_parallel_degree = 1, world_size = 64", "llama3_8b.toml",
            "[training]\nlocal_batch_size = 1\nseq_len = 8192\nsteps = 1000\n[parallelism]\ndata_parallel_shard_degree = -1\n"
            + "tensor_parallel_degree = 1\n",
            64, 524_288_000),

        // 8 x 8 x 8,192 x 1,000
        new("torchtitan 70B", "batch_size = 8, seq_len = 8192, steps = 1000, data_parallel_shard_degree = 8, tensor_parallel_degree = 8",
            "llama3_70b.toml",
            "[training]\nbatch_size = 8\nseq_len = 8192\nsteps = 1000\n[parallelism]\ndata_parallel_shard_degree = 8\n"
            + "tensor_parallel_degree = 8\n",
            0, 524_288_000),

        // 2 x 128/(8 x 2 x 2) x 8,192 x 1,000
        new("torchtitan in four dimensions", "local_batch_size = 2, global_batch_size = -1, seq_len = 8192, steps = 1000, "
            + "tensor_parallel_degree = 8, pipeline_parallel_degree = 2, context_parallel_degree = 2, world_size = 128", "llama3_405b.toml",
            "[training]\nlocal_batch_size = 2\nglobal_batch_size = -1\nseq_len = 8192\nsteps = 1000\n[parallelism]\n"
            + "tensor_parallel_degree = 8\npipeline_parallel_degree = 2\ncontext_parallel_degree = 2\n",
            128, 65_536_000),

        // Sequences: 512 x 8,192 x 1,000
        new("torchtitan by its global batch", "local_batch_size = 1, global_batch_size = 512, seq_len = 8192, steps = 1000, "
            + "data_parallel_shard_degree = -1", "llama3_8b.toml",
            "[training]\nlocal_batch_size = 1\nglobal_batch_size = 512\nseq_len = 8192\nsteps = 1000\n[parallelism]\n"
            + "data_parallel_shard_degree = -1\n",
            0, 4_194_304_000),

        // 1,536 x 2,048 x 95,367
        new("Megatron-LM 175B", "global_batch_size = 1536, micro_batch_size = 1, seq_length = 2048, train_iters = 95367, "
            + "tensor_model_parallel_size = 8, pipeline_model_parallel_size = 16, world_size = 1024", "train_175b.sh",
            "torchrun pretrain_gpt.py --global-batch-size 1536 --micro-batch-size 1 --seq-length 2048 --train-iters 95367 "
            + "--tensor-model-parallel-size 8 --pipeline-model-parallel-size 16\n",
            1024, 299_998_642_176),

        // Samples are sequences: 146,484,375 x 2,048, GPT-3's 300B
        new("Megatron-LM by samples", "train_samples = 146484375, lr_decay_samples = 126953125, global_batch_size = 1536, "
            + "seq_length = 2048", "train_175b.sh",
            "torchrun pretrain_gpt.py --train-samples 146484375 --lr-decay-samples 126953125 --global-batch-size 1536 --seq-length 2048\n",
            0, 300_000_000_000),

        // The batch grows: an upper bound only
        new("Megatron-LM with a ramp-up", "rampup_batch_size = \"16 16 5859375\", global_batch_size = 1536, seq_length = 2048, "
            + "train_iters = 500000, tensor_model_parallel_size = 8", "train_175b.sh",
            "torchrun pretrain_gpt.py --rampup-batch-size 16 16 5859375 --global-batch-size 1536 --seq-length 2048 --train-iters "
            + "500000 --tensor-model-parallel-size 8\n",
            0, 0),

        // 500 x 16 x 2 x 8 x 2,048
        new("Hugging Face, packed", "per_device_train_batch_size = 16, gradient_accumulation_steps = 2, max_steps = 500, "
            + "num_train_epochs = 3, world_size = 8, max_seq_length = 2048", "training_args.json",
            """{ "output_dir": "out", "per_device_train_batch_size": 16, "gradient_accumulation_steps": 2, "max_steps": 500,"""
            + """ "num_train_epochs": 3.0, "max_seq_length": 2048, "packing": true }""",
            8, 262_144_000),

        // -1 is not set, and the epochs are over data of unknown size
        new("Hugging Face by epochs", "per_device_train_batch_size = 16, gradient_accumulation_steps = 2, max_steps = -1, "
            + "num_train_epochs = 3, world_size = 8, max_seq_length = 2048", "training_args.json",
            """{ "output_dir": "out", "per_device_train_batch_size": 16, "gradient_accumulation_steps": 2, "max_steps": -1,"""
            + """ "num_train_epochs": 3.0, "max_seq_length": 2048, "packing": true }""",
            8, 0),

        // 8 x 1 x 64 x 2,048 x 2,000,000
        new("nanotron SmolLM1 135M", "micro_batch_size = 8, batch_accumulation_per_replica = 1, dp = 64, tp = 1, pp = 1, "
            + "train_steps = 2000000, sequence_length = 2048", "config_smollm1_135M.yaml",
            "parallelism: {dp: 64, tp: 1, pp: 1}\ntokens: {batch_accumulation_per_replica: 1, micro_batch_size: 8, sequence_length: "
            + "2048, train_steps: 2000000}\n",
            0, 2_097_152_000_000),

        // 2 x 16 x 32 x 4,096 x 100,000: tensor-parallel devices share their sequences
        new("nanotron with tensor parallelism", "micro_batch_size = 2, batch_accumulation_per_replica = 16, dp = 32, tp = 4, pp = 1, "
            + "world_size = 128, train_steps = 100000, sequence_length = 4096", "config.yaml",
            "parallelism: {dp: 32, tp: 4, pp: 1}\ntokens: {batch_accumulation_per_replica: 16, micro_batch_size: 2, "
            + "sequence_length: 4096, train_steps: 100000}\n",
            0, 419_430_400_000),

        // 1,024 x 2,048 x 63,900; the microbatch changes memory, never the batch
        new("llm-foundry MPT-7B", "global_train_batch_size = 1024, device_train_microbatch_size = \"auto\", max_seq_len = 2048, "
            + "max_steps = 63900", "mpt-7b.yaml",
            "max_seq_len: 2048\nmax_duration: 63900ba\nglobal_train_batch_size: 1024\ndevice_train_microbatch_size: auto\n",
            0, 134_008_012_800),

        // 1,024 x 4,096 x 10,000
        new("levanter Llama 2 7B", "num_train_steps = 10000, train_batch_size = 1024, per_device_parallelism = 4, train_seq_len = 4096",
            "llama2_7b.yaml",
            "trainer: {train_batch_size: 1024, num_train_steps: 10000, per_device_parallelism: 4}\ntrain_seq_len: 4096\n",
            0, 41_943_040_000),

        // 256 x 4,096 x 100,000; the accumulation is derived, and not multiplied in
        new("NeMo", "max_steps = 100000, global_batch_size = 256, micro_batch_size = 1, encoder_seq_length = 4096, devices = 8, "
            + "num_nodes = 16, accumulate_grad_batches = 4, tensor_model_parallel_size = 2", "megatron_llama_config.yaml",
            "trainer: {devices: 8, num_nodes: 16, max_steps: 100000, accumulate_grad_batches: 4}\n"
            + "model: {micro_batch_size: 1, global_batch_size: 256, encoder_seq_length: 4096, tensor_model_parallel_size: 2}\n",
            0, 104_857_600_000),

        // 2 x 4 x 8 x 2,048 x 100
        new("axolotl, packed", "micro_batch_size = 2, gradient_accumulation_steps = 4, sequence_len = 2048, max_steps = 100, "
        + "world_size = 8",
            "afm.yaml", "base_model: a/b\nmicro_batch_size: 2\ngradient_accumulation_steps: 4\nmax_steps: 100\nsequence_len: 2048\n"
            + "sample_packing: true\n",
            8, 13_107_200),
    ];
}
